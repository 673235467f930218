"""The drift check over time: motion and moments side by side, and the signs that were there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import pi
from typing import Any, NamedTuple

from quadrantlib.phrases import count, in_words, sentence
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
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Dot,
    Line,
    Mark,
    Picture,
    Table,
    Text,
    Trace,
)

Figures = Mapping[str, Any]
DOT = pi * 0.16**2
SIGN = 0.05
"""The height of a sign's mark in its column, as a share of the width."""
NAME_UP, VALUE_UP = 12, 32
DAYS, CAPTION = 21, 45
"""How far from the frame, in points."""


class Panel(NamedTuple):
    """One of the two: which figure, how far it goes, and where it lies."""

    figure: str
    name: str
    most: int
    left: float
    right: float
    color: str

    def up(self, value: float) -> float:
        """Return how high `value` lies, 0–10."""
        return value / self.most * 10


PANELS = (
    Panel("motion", "Motion", 20, LOW, 4.4, "quiet"),
    Panel("recent_moments", "Recent moments", 5, 5.6, HIGH, "accent"),
)


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return motion and moments of every round, side by side, with the medians of three as lines.

    Parameters
    ----------
    figures:
        `over_time` (`day`, `motion` 0–20 or None, `recent_moments` 0–5 or None) and `medians` (the
        same without None), as the reading of the drift check has them.
    source:
        Exercise, round and date, as a line.

    Returns
    -------
    Picture or None
        None before two rounds have both: a single one is no course, and the words say it.
    """
    both = [each for each in figures.get("over_time", ()) if _has_both(each)]
    rounds, middles = newest(both), figures.get("medians", ())
    if len(rounds) < 2:
        return None
    title = f"Motion, and moments within a month, over {count(len(rounds), 'check')}"
    return Picture(
        title=title,
        sentence=" ".join([f"{title}.", *_sentences(rounds, middles)]),
        table=_table(rounds, middles),
        marks=tuple(mark for panel in PANELS for mark in _panel(panel, rounds, middles)),
        source=source,
        above=VALUE_UP + 19,
        below=(CAPTION if len(middles) > 1 else DAYS) + 8,
        tall=0.36,
    )


def _has_both(each: Figures) -> bool:
    return each["motion"] is not None and each["recent_moments"] is not None


def _panel(panel: Panel, rounds: Rounds, middles: Rounds) -> Iterator[Mark]:
    left, right, latest = panel.left, panel.right, rounds[-1][panel.figure]
    yield Text(left, HIGH + VALUE_UP, f"{latest} of {panel.most}", "ink", "large")
    yield Text(left, HIGH + NAME_UP, panel.name)
    for level in (0, 5, 10):
        yield Line(left, level, right, level)
    places = {each["day"]: _x(i, rounds, panel) for i, each in enumerate(rounds)}
    known = [each for each in middles if each["day"] in places]
    if len(known) > 1:
        points = tuple((places[each["day"]], panel.up(each[panel.figure])) for each in known)
        yield Trace(points, panel.color)
    for each in rounds:
        last = each is rounds[-1]
        y = panel.up(each[panel.figure])
        yield Dot(places[each["day"]], y, DOT, "disc", panel.color, faint=not last)
    yield from _days(rounds, left, right)
    if len(middles) > 1 and panel is PANELS[0]:
        yield Text(LOW, LOW - CAPTION, "Points: each check. Line: the middle of three.")


def _x(index: int, rounds: Rounds, panel: Panel) -> float:
    return across(index, len(rounds), panel.left + 0.3, panel.right - 0.3)


def _days(rounds: Rounds, left: float, right: float) -> Iterator[Mark]:
    if len(rounds) >= NAMED:
        yield Text(left, LOW - DAYS, short(rounds[0]["day"]))
    yield Text(right, LOW - DAYS, short(rounds[-1]["day"]), anchor="end")


def _sentences(rounds: Rounds, middles: Rounds) -> Iterator[str]:
    for each in rounds:
        moments = f"{in_words(each['recent_moments'])} of five moments"
        yield f"{sentence(spoken(each['day']))}: motion {each['motion']} of 20, {moments}."
    if middles:
        last = middles[-1]
        yield (
            f"The middle of the last three checks: motion {last['motion']} of 20, "
            f"{in_words(last['recent_moments'])} of five moments."
        )


def _table(rounds: Rounds, middles: Rounds) -> Table:
    header = ("Check", "Motion, of 20", "Moments within a month, of 5")
    if not middles:
        return Table(header, tuple(_cells(each) for each in rounds))
    found = {each["day"]: _cells(each)[1:] for each in middles}
    return Table(
        (*header, "Motion, middle of three", "Moments, middle of three"),
        tuple((*_cells(each), *found.get(each["day"], ("", ""))) for each in rounds),
    )


def _cells(each: Figures) -> tuple[str, ...]:
    day = sentence(spoken(each["day"]))
    return day, str(each["motion"]), str(each["recent_moments"])


def signs(figures: Figures, source: str = "") -> Picture | None:
    """Return how many signs were there at every check, as columns of marks.

    Parameters
    ----------
    figures:
        `over_time` (`day`, `signs_present` and `signs_asked`, each a number or None).
    source:
        Exercise, round and date, as a line.

    Returns
    -------
    Picture or None
        None before two checks have looked for signs: a single number needs no picture.
    """
    rounds = newest([each for each in figures.get("over_time", ()) if each["signs_asked"]])
    if len(rounds) < 2:
        return None
    last = rounds[-1]
    title = there(last["signs_present"], last["signs_asked"], last["day"])
    return Picture(
        title=title,
        sentence=" ".join([f"{title}.", *(f"{_told(each)}." for each in rounds[:-1])]),
        table=Table(
            ("Check", "Signs there", "Of so many"),
            tuple(_counted(each) for each in rounds),
        ),
        marks=tuple(_columns(rounds)),
        source=source,
        below=CAPTION + 8,
        tall=SIGN * max(each["signs_asked"] for each in rounds),
    )


def _columns(rounds: Rounds) -> Iterator[Mark]:
    most = max(each["signs_asked"] for each in rounds)
    for column, each in enumerate(rounds):
        x = across(column, len(rounds), *ENDS)
        for number in range(each["signs_asked"]):
            y = LOW + (number + 0.5) / most * SPAN
            yield Dot(x, y, DOT, *STANDS[number < each["signs_present"]])
    yield Line(LOW, LOW, HIGH, LOW)
    yield from _days(rounds, across(0, len(rounds), *ENDS) - 0.3, HIGH)
    yield Text(LOW, LOW - CAPTION, "A mark for each sign. Filled: there. Open: not.")


def _told(each: Figures) -> str:
    number, of = in_words(each["signs_present"]), in_words(each["signs_asked"])
    return f"{sentence(spoken(each['day']))}: {number} of {of}"


def _counted(each: Figures) -> tuple[str, ...]:
    day = sentence(spoken(each["day"]))
    return day, str(each["signs_present"]), str(each["signs_asked"])
