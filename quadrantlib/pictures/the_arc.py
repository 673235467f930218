"""The arc: the jobs' lines laid over one another from day one, and their marks on one map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi
from typing import Any

from quadrantlib.phrases import SMALL, count, quoted, sentence
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Anchor,
    Area,
    Dot,
    Line,
    Mark,
    Picture,
    Table,
    Text,
    Trace,
)
from quadrantlib.pictures.ten_tasks import CORNERS, NAME_DOWN, NAME_UP
from quadrantlib.quadrant import NAMES, ON_THE_LINE

Figures = Mapping[str, Any]

POINT = pi * 0.13**2
PASSED = pi * 0.08**2
JOB = pi * 0.3**2
COLORS = ("accent", "easy_chosen", "easy_assigned", "quiet", "hard_chosen", "edge")
"""Taken up again from the first where there are more jobs; each has its name beside it."""


def lines(figures: Figures, source: str = "") -> Picture | None:
    """Return the jobs' lines from day one: years across, aliveness up; None where there is none.

    `figures` are those of the reading; used are `jobs`, `falling` and `rising`.
    """
    drawn = [row for row in figures.get("jobs", ()) if len(row["line"]) > 1]
    if not drawn:
        return None
    title = _title(figures, len(drawn))
    return Picture(
        title=title,
        sentence=f"{title}. {' '.join(_told(row) for row in drawn)}",
        table=Table(
            ("Stretch", "From", "Until", "Aliveness, year by year"), tuple(map(_row, drawn))
        ),
        marks=tuple(_laid(drawn)),
        source=source,
        above=24,
        below=50,
        tall=0.7,
    )


def _title(figures: Figures, drawn: int) -> str:
    for names, way in ((figures["falling"], "lower"), (figures["rising"], "higher")):
        if drawn > 1 and len(names) == drawn:
            return f"{'Both' if drawn == 2 else f'All {_small(drawn)}'} end {way} than they began"
        if len(names) * 2 > drawn > 1:
            return f"{sentence(_small(len(names)))} of {_small(drawn)} end {way} than they began"
    return f"{sentence(count(drawn, 'line'))}, from day one"


def _small(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


def _laid(drawn: Sequence[Figures]) -> Iterator[Mark]:
    longest = max(row["line"][-1][0] for row in drawn)
    yield Line(LOW, 0, HIGH, 0)
    yield Line(LOW, 5, HIGH, 5)
    yield Line(LOW, 10, HIGH, 10)
    yield Text(LOW, HIGH + 9, "Wide awake")
    yield Text(LOW, LOW - 21, "Numb")
    yield Text(LOW, LOW - 43, "Year 1")
    yield Text(HIGH, LOW - 43, f"Year {longest + 1}", anchor="end")
    for at, row in enumerate(drawn):
        color = COLORS[at % len(COLORS)]
        points = tuple((year * 10 / longest, alive) for year, alive in row["line"])
        yield Trace(points, color)
        for x, y in points[:-1]:
            yield Dot(x, y, PASSED, "disc", color, faint=True)
        yield Dot(*points[-1], POINT, "disc", color, row["name"])


def _told(row: Figures) -> str:
    first, last = row["line"][0][1], row["line"][-1][1]
    return f"{quoted(row['name'])}{_years(row)} begins at {first:g} of 10 and ends at {last:g}."


def _years(row: Figures) -> str:
    return f", {row['from']} to {row['to'] or 'now'},"


def _row(row: Figures) -> tuple[str, ...]:
    alive = ", ".join(f"{value:g}" for _, value in row["line"])
    return row["name"], f"{row['from']}", f"{row['to'] or ''}", alive


def marks(figures: Figures, source: str = "") -> Picture | None:
    """Return where the jobs' days lived, on one map; None where none has a place.

    `figures` are those of the reading; used is `jobs`.
    """
    placed = [row for row in figures.get("jobs", ()) if row["region"]]
    if not placed:
        return None
    noun = "stretch" if len(placed) == 1 else "stretches"
    title = f"{sentence(_small(len(placed)))} {noun} on one map"
    told = "; ".join(f"{quoted(row['name'])}, {NAMES[row['region']]}" for row in placed)
    header = ("Stretch", "Asked of you", "Your own choice", "Where")
    return Picture(
        title=title,
        sentence=f"{title}: {told}.",
        table=Table(header, tuple(map(_place, placed))),
        marks=(*_ground(), *map(_mark, placed)),
        source=source,
        above=NAME_UP + 15,
        below=NAME_DOWN + 6,
    )


def _place(row: Figures) -> tuple[str, ...]:
    where = NAMES[row["region"]]
    return row["name"], f"{row['difficulty']:g}", f"{row['autonomy']:g}", where


def _ground() -> Iterator[Mark]:
    half = SPAN / 2
    for name, (left, bottom) in CORNERS.items():
        yield Area(left, bottom, left + half, bottom + half, name)
        anchor: Anchor = "start" if left < 5 else "end"
        y = HIGH + NAME_UP if bottom == 5 else LOW - NAME_DOWN
        yield Text(LOW if left < 5 else HIGH, y, sentence(NAMES[name]), anchor=anchor)


def _mark(row: Figures) -> Dot:
    color = "edge" if row["region"] == ON_THE_LINE else row["region"]
    return Dot(row["autonomy"], row["difficulty"], JOB, "disc", color, row["name"])
