"""Figures in rows: each a bar, full as far as is sure and open as far as it may reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import pi

from quadrantlib.pictures.lettering import lines, text_width
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Area,
    Dot,
    Line,
    Mark,
    Picture,
    Shape,
    Table,
    Text,
)

FLAT = 0.02
"""The frame is next to nothing: every row hangs below it, in points, as high as its letters."""
NAME, LEAD, BAR, GAP = 12.0, 12.0, 7.0, 15.0
LETTERS = 9.0
NARROW = 250.0
"""The narrowest sheet, in points: a name breaks where it would run into its figure there."""
PLACES = (LOW + 0.25, (LOW + HIGH) / 2, HIGH - 0.25)
DOT = pi * 0.13**2
LEAST = 0.06
"""What is open of a figure that is exact enough, in units of x: enough to be seen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: its name, what it says, and between which parts of the whole it lies.

    `low` and `high` run from 0 to 1; of a change from −1 to 1.
    """

    name: str
    says: str
    low: float
    high: float


Bar = Callable[[Row, float], Iterator[Mark]]
"""(row, its upper edge) → what is drawn of it."""


def layout(title: str, sentence: str, rows: Sequence[Row], header: tuple[str, str]) -> Picture:
    """Return the rows as bars from nothing to all."""
    return _hung(title, sentence, rows, header, _bar)


def changed(title: str, sentence: str, rows: Sequence[Row], header: tuple[str, str]) -> Picture:
    """Return the rows as one of three places: lower than before, about the same, higher."""
    drawn = _hung(title, sentence, [replace(row, says="") for row in rows], header, _three)
    table = Table(header, tuple((row.name, row.says) for row in rows))
    above = NAME + 4
    return replace(drawn, table=table, marks=(*_ways(), *drawn.marks), above=above)


def _ways() -> Iterator[Mark]:
    yield Text(LOW, HIGH, "lower")
    yield Text((LOW + HIGH) / 2, HIGH, "about the same", anchor="middle")
    yield Text(HIGH, HIGH, "higher", anchor="end")


def _hung(
    title: str, sentence: str, rows: Sequence[Row], header: tuple[str, str], bar: Bar
) -> Picture:
    marks: list[Mark] = []
    top = LOW
    for row in rows:
        named = list(_named(row, top))
        foot = top - NAME - LEAD * (len(named) - 2)
        marks += [*named, *bar(row, foot - 5)]
        top = foot - 5 - BAR - GAP
    table = Table(header, tuple((row.name, row.says) for row in rows))
    below = LOW - top - GAP + 6
    return Picture(
        title=title, sentence=sentence, table=table, marks=tuple(marks), below=below, tall=FLAT
    )


def _named(row: Row, top: float) -> Iterator[Mark]:
    """Yield the name, in as many lines as it needs, and what the figure says beside its first."""
    room = NARROW - text_width(row.says, LETTERS) - 12
    for at, words in enumerate(lines(row.name, room, LETTERS)):
        yield Text(LOW, top - NAME - LEAD * at, words, "ink")
    yield Text(HIGH, top - NAME, row.says, "quiet", anchor="end")


def track(low: float, high: float, y: float, color: str, tall: float) -> Iterator[Mark]:
    """Yield a bar below `y`, full as far as is sure and open as far as it may reach: parts of 1."""
    sure, most = LOW + low * SPAN, LOW + high * SPAN
    yield Area(LOW, y - tall, HIGH, y, "quiet")
    if low > 0:
        yield Area(LOW, y - tall, sure, y, color, "solid")
    yield Area(sure, y - tall, max(most, sure + LEAST), y, color, "ghost")


def _bar(row: Row, y: float) -> Iterator[Mark]:
    yield from track(row.low, row.high, y, "accent", BAR)


def _three(row: Row, y: float) -> Iterator[Mark]:
    chosen = 2 if row.low > 0 else 0 if row.high < 0 else 1
    yield Line(LOW, y - BAR / 2, HIGH, y - BAR / 2)
    for place, x in enumerate(PLACES):
        full = place == chosen
        look: tuple[Shape, str] = ("disc", "accent") if full else ("ring", "edge")
        yield Dot(x, y - BAR / 2, DOT, *look)
