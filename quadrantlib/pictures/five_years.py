"""The signs of five years over time: a line each, a mark for every round that looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi
from typing import Any

from quadrantlib.phrases import listed, quoted, sentence
from quadrantlib.pictures.lettering import shortened
from quadrantlib.pictures.over_time import (
    ENDS,
    NAMED,
    STANDS,
    Rounds,
    across,
    newest,
    short,
    spoken,
    there,
)
from quadrantlib.pictures.picture import HIGH, LOW, Dot, Line, Mark, Picture, Table, Text

Figures = Mapping[str, Any]
DOT = pi * 0.17**2
LINE = 0.125
"""The height of a sign's line, as a share of the width."""
LONGEST = 320.0, 13.0
"""How wide a name may be, and in letters of which size: those of a phone."""
DAYS, CAPTION = 21, 45
"""How far below the frame, in points."""


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return a line for each sign and a mark for each round, filled where the sign was there.

    Parameters
    ----------
    figures:
        `signs` (rows: `id`, `name`) and `over_time` (`day`, `seen`: a sign's id → bool), as the
        reading of five years has them.
    source:
        Exercise, round and date, as a line.

    Returns
    -------
    Picture or None
        None before any of the signs was looked for.
    """
    signs = figures.get("signs", ())
    ids = {sign["id"] for sign in signs}
    rounds = newest([each for each in figures.get("over_time", ()) if ids & each["seen"].keys()])
    if not rounds:
        return None
    return Picture(
        title=_title(rounds[-1], ids),
        sentence=" ".join([f"{_title(rounds[-1], ids)}.", *_sentences(signs, rounds)]),
        table=_table(signs, rounds),
        marks=tuple(_marks(signs, rounds)),
        source=source,
        below=CAPTION + 8,
        tall=LINE * len(signs),
    )


def _title(last: Figures, ids: set[str]) -> str:
    seen = [found for name, found in last["seen"].items() if name in ids]
    return there(sum(seen), len(seen), last["day"])


def _marks(signs: Sequence[Figures], rounds: Rounds) -> Iterator[Mark]:
    height = (HIGH - LOW) / len(signs)
    for row, sign in enumerate(signs):
        top = HIGH - row * height
        if row:
            yield Line(LOW, top, HIGH, top)
        yield Text(LOW, top - height * 0.42, shortened(sign["name"], *LONGEST), "ink")
        for column, each in enumerate(rounds):
            if (seen := each["seen"].get(sign["id"])) is not None:
                x = across(column, len(rounds), *ENDS)
                yield Dot(x, top - height * 0.74, DOT, *STANDS[seen])
    yield Text(HIGH, LOW - DAYS, short(rounds[-1]["day"]), anchor="end")
    if len(rounds) >= NAMED:
        x = across(0, len(rounds), *ENDS)
        yield Text(x - 0.3, LOW - DAYS, short(rounds[0]["day"]))
    yield Text(LOW, LOW - CAPTION, "Filled: it was there. Open: it was not.")


def _sentences(signs: Sequence[Figures], rounds: Rounds) -> Iterator[str]:
    for each in rounds:
        seen = [(sign["name"], each["seen"].get(sign["id"])) for sign in signs]
        here = [quoted(name) for name, found in seen if found]
        away = [quoted(name) for name, found in seen if found is False]
        parts = [f"there {listed(here)}"] if here else []
        parts += [f"not there {listed(away)}"] if away else []
        yield f"{sentence(spoken(each['day']))}: {'; '.join(parts)}."


def _table(signs: Sequence[Figures], rounds: Rounds) -> Table:
    words = {True: "there", False: "not there", None: ""}
    return Table(
        ("Sign", *(sentence(spoken(each["day"])) for each in rounds)),
        tuple(
            (sign["name"], *(words[each["seen"].get(sign["id"])] for each in rounds))
            for sign in signs
        ),
    )
