"""The map of ten tasks: where the hours live, and the guess beside what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import pi
from typing import Any

from quadrantlib.phrases import percent
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Anchor,
    Area,
    Dot,
    Fill,
    Line,
    Mark,
    Picture,
    Shape,
    Text,
)
from quadrantlib.pictures.ten_tasks_words import sentence, table, title
from quadrantlib.quadrant import NAMES, ON_THE_LINE, PLACES

Figures = Mapping[str, Any]

LARGEST = pi * 1.3**2
"""What 300 hours cover, in square units of the board; a full month awake covers about a tenth of
it. Only where one mark stands for more than 300 hours does the scale give way."""
FULL = 300.0
LEAST = pi * 0.07**2
UNKNOWN = LARGEST / FULL * 8
"""A mark without hours is as large as one of eight."""
SHAPES: Mapping[int | None, Shape] = {1: "disc", -1: "ring", 0: "square", None: "unset"}
CORNERS = {
    "hard_assigned": (LOW, 5.0),
    "easy_assigned": (LOW, LOW),
    "easy_chosen": (5.0, LOW),
    "hard_chosen": (5.0, 5.0),
}
NAME_UP, SHARE_UP, NAME_DOWN, SHARE_DOWN = 9, 29, 21, 45
CAPTION, BAR, GHOST, GUESS = 84, (94, 106), (110, 118), 137
"""How far from the frame, in points."""


def layout(figures: Figures, source: str = "") -> Picture:
    """Return the map for the figures of a reading of the ten tasks.

    Parameters
    ----------
    figures:
        `placed` and `earlier_placed` (rows with `id`, `name`, `difficulty`, `autonomy`, `hours`,
        `if_gone`, `region`; an earlier one also `match`), `shares`, `waking_shares`, `guess`. Each
        may be absent.
    source:
        Exercise, round and date, as a line.
    """
    return Picture(
        title=title(figures),
        sentence=sentence(figures),
        table=table(figures),
        marks=(*_ground(figures), *_before(figures), *_now(figures), *_bar(figures)),
        source=source,
        above=SHARE_UP + 19 if figures.get("shares") else NAME_UP + 15,
        below=_below(figures),
        shapes=bool(figures.get("placed")),
    )


def _below(figures: Figures) -> float:
    if not figures.get("shares"):
        return NAME_DOWN + 6
    return (GUESS if "guess" in figures else BAR[1]) + 6


def _ground(figures: Figures) -> Iterator[Mark]:
    for name, (left, bottom) in CORNERS.items():
        half = SPAN / 2
        yield Area(left, bottom, left + half, bottom + half, name)
        at: float = LOW if left < 5 else HIGH
        anchor: Anchor = "start" if left < 5 else "end"
        up = bottom == 5
        yield Text(at, HIGH + NAME_UP if up else LOW - NAME_DOWN, _named(name), anchor=anchor)
        if shares := figures.get("shares"):
            y = HIGH + SHARE_UP if up else LOW - SHARE_DOWN
            yield Text(at, y, _percent(shares[name]), "ink", "large", anchor)
    if figures.get("shares", {}).get(ON_THE_LINE):
        yield Text(5, HIGH + NAME_UP, _named(ON_THE_LINE), anchor="middle")
        share = _percent(figures["shares"][ON_THE_LINE])
        yield Text(5, HIGH + SHARE_UP, share, "ink", "large", "middle")


def _named(name: str) -> str:
    return NAMES[name].capitalize()


def _percent(share: float) -> str:
    return percent(share).replace("less than", "<")


def _before(figures: Figures) -> Iterator[Mark]:
    now = {row["id"]: row for row in figures.get("placed", ())}
    hour = _hour(figures)
    for row in figures.get("earlier_placed", ()):
        if today := now.get(row.get("match")):
            here, there = (
                (row["autonomy"], row["difficulty"]),
                (today["autonomy"], today["difficulty"]),
            )
            if here != there:
                yield Line(*here, *there, "edge")
    for row in figures.get("earlier_placed", ()):
        yield _dot(row, hour, faint=True)


def _now(figures: Figures) -> Iterator[Mark]:
    """Largest first: a small mark is never hidden under a large one."""
    hour = _hour(figures)
    dots = [_dot(row, hour) for row in figures.get("placed", ())]
    yield from sorted(dots, key=lambda dot: -dot.area)


def _dot(row: Figures, hour: float, *, faint: bool = False) -> Dot:
    color = "edge" if faint or row["region"] == ON_THE_LINE else row["region"]
    area = UNKNOWN if row["hours"] is None else max(row["hours"] * hour, LEAST)
    shape = SHAPES[row["if_gone"]]
    label = "" if faint else row["name"]
    return Dot(row["autonomy"], row["difficulty"], area, shape, color, label, faint)


def _hour(figures: Figures) -> float:
    """Return the area of one hour, the same for both rounds of a picture."""
    rows: Sequence[Figures] = [*figures.get("placed", ()), *figures.get("earlier_placed", ())]
    return LARGEST / max([FULL, *(row["hours"] or 0 for row in rows)])


def _bar(figures: Figures) -> Iterator[Mark]:
    """Draw the waking hours as a bar, hard and assigned first, and the guess as a ghost below."""
    if not figures.get("shares"):
        return
    shares = figures["waking_shares"]
    whole = max(1.0, sum(shares.values()))
    counted = f"Hard and assigned: {percent(shares['hard_assigned'])} of your waking hours"
    yield Text(LOW, LOW - CAPTION, counted, "ink")
    yield Area(LOW, LOW - BAR[1], HIGH, LOW - BAR[0], "line", "solid")
    start = 0.0
    for name in PLACES:
        if share := shares[name] / whole:
            color = "edge" if name == ON_THE_LINE else name
            yield _piece(start, start + share, BAR, color, "solid")
            start += share
    if "guess" in figures:
        yield _piece(0, figures["guess"] / 10 / whole, GHOST, "quiet", "ghost")
        yield Text(LOW, LOW - GUESS, f"Your guess: {percent(figures['guess'] / 10)}")


def _piece(start: float, end: float, rows: tuple[int, int], color: str, fill: Fill) -> Area:
    left, right = LOW + start * SPAN, LOW + end * SPAN
    return Area(left, LOW - rows[1], right, LOW - rows[0], color, fill)
