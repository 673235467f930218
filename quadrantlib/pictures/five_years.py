"""The signs of five years over time: a line each, a mark for every round that looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi
from typing import Any, NamedTuple

from quadrantlib.phrases import in_words, listed, quoted, sentence
from quadrantlib.pictures.lettering import lines, shortened
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
LONGEST = 320.0, 13.0
"""How wide a line of a name may be, and in letters of which size: those of a phone."""
ROWS = 2
"""Lines a name may take."""
DAYS, CAPTION = 21, 45
"""How far below the frame, in points."""


class Row(NamedTuple):
    """A sign's row: its height as a share of the width, and what stands where below its top."""

    tall: float
    names: tuple[float, ...]
    dots: float


ROW = {1: Row(0.125, (0.42,), 0.72), 2: Row(0.175, (0.3, 0.56), 0.79)}
"""By how many lines the longest name takes; the places are shares of the height."""


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
        tall=_row(signs).tall * len(signs),
    )


def _title(last: Figures, ids: set[str]) -> str:
    seen = [found for name, found in last["seen"].items() if name in ids]
    left = len(ids) - len(seen) if last["day"] is None else 0
    title = there(sum(seen), len(seen) + left, last["day"])
    return f"{title}, {in_words(left)} left open" if left else title


def _row(signs: Sequence[Figures]) -> Row:
    return ROW[max(len(_lines(sign["name"])) for sign in signs)]


def _lines(name: str) -> list[str]:
    """Return `name` in lines that fit, the last one cut where it has to be."""
    first, *rest = lines(" ".join(name.split()), *LONGEST)
    return [shortened(row, *LONGEST) for row in (first, " ".join(rest)) if row][:ROWS]


def _marks(signs: Sequence[Figures], rounds: Rounds) -> Iterator[Mark]:
    height, place = (HIGH - LOW) / len(signs), _row(signs)
    for row, sign in enumerate(signs):
        top = HIGH - row * height
        if row:
            yield Line(LOW, top, HIGH, top)
        for down, words in zip(place.names, _lines(sign["name"]), strict=False):
            yield Text(LOW, top - height * down, words, "ink")
        for column, each in enumerate(rounds):
            if (seen := each["seen"].get(sign["id"])) is not None:
                x = across(column, len(rounds), *ENDS)
                yield Dot(x, top - height * place.dots, DOT, *STANDS[seen])
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
