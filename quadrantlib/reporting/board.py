"""The cohort's map: the board, and in each corner as much of it as the hours there take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt

from quadrantlib.phrases import sentence
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Anchor,
    Area,
    Fill,
    Mark,
    Picture,
    Table,
    Text,
)
from quadrantlib.quadrant import NAMES, ON_THE_LINE, REGIONS
from quadrantlib.reporting import tracks
from quadrantlib.reporting.found import Seen

NOT_SHOWN = "not shown"
HALF = SPAN / 2
NAME_UP, SHARE_UP, NAME_DOWN, SHARE_DOWN = 8, 24, 16, 34
CAPTION, BAR = 58, (66, 76)
"""How far from the frame, in points."""
SIDES = {
    "hard_assigned": (-1, 1),
    "easy_assigned": (-1, -1),
    "easy_chosen": (1, -1),
    "hard_chosen": (1, 1),
}
"""Which way from the middle each corner lies: across, up."""
Corners = Mapping[str, Seen]


def layout(title: str, told: str, corners: Corners, relief: Seen | None) -> Picture:
    """Return the board, a square growing out of its middle into each corner: its area is the share.

    A share that is only known to be under something is an open square as large as that. `relief`
    is a bar below, full as far as is sure and open as far as it may reach.
    """
    marks = [mark for name in REGIONS for mark in _corner(name, corners.get(name))]
    rows = ((sentence(NAMES[name]), _says(seen)) for name, seen in corners.items())
    lost = ((relief.item.label, relief.shown),) if relief else ()
    return Picture(
        title=title,
        sentence=told,
        table=Table(("Where", "Mean share of the hours"), (*rows, *lost)),
        marks=(*marks, *_line(corners.get(ON_THE_LINE)), *_relief(relief)),
        above=SHARE_UP + 14,
        below=(BAR[1] if relief else SHARE_DOWN) + 4,
        tall=0.8,
    )


def _corner(name: str, seen: Seen | None) -> Iterator[Mark]:
    across, up = SIDES[name]
    yield _box(across, up, 1, name, "tint")
    if seen:
        yield from _square(name, seen)
    at: float = LOW if across < 0 else HIGH
    anchor: Anchor = "start" if across < 0 else "end"
    rise = (HIGH + NAME_UP, HIGH + SHARE_UP) if up > 0 else (LOW - NAME_DOWN, LOW - SHARE_DOWN)
    yield Text(at, rise[0], sentence(NAMES[name]), anchor=anchor)
    yield Text(at, rise[1], _says(seen), "ink", "large" if seen else "small", anchor)


def _square(name: str, seen: Seen) -> Iterator[Mark]:
    across, up = SIDES[name]
    if is_end(seen):
        yield _box(across, up, seen.high, name, "ghost")
    else:
        yield _box(across, up, seen.middle, name, "solid")


def is_end(seen: Seen) -> bool:
    """Whether a figure only says that it is small."""
    return seen.low <= 0


def _box(across: int, up: int, part: float, color: str, fill: Fill) -> Area:
    """Return a square of `part` of a quarter, one corner of it in the middle of the board."""
    side = HALF * sqrt(part)
    left, bottom = (5 - side if across < 0 else 5.0), (5 - side if up < 0 else 5.0)
    return Area(left, bottom, left + side, bottom + side, color, fill)


def _line(seen: Seen | None) -> Iterator[Mark]:
    if seen:
        yield Text(5, HIGH + NAME_UP, sentence(NAMES[ON_THE_LINE]), anchor="middle")
        yield Text(5, HIGH + SHARE_UP, seen.shown, "ink", "large", "middle")


def _relief(seen: Seen | None) -> Iterator[Mark]:
    if seen:
        yield Text(LOW, LOW - CAPTION, f"{seen.item.label}: {seen.shown}", "ink")
        yield from tracks.track(seen.low, seen.high, LOW - BAR[0], "ink", BAR[1] - BAR[0])


def _says(seen: Seen | None) -> str:
    return seen.shown if seen else NOT_SHOWN
