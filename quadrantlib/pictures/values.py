"""The circle of values: what came along lies in its regions, the five with their number.

A filled one is of the core; the small ones are among the ten only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, radians, sin
from typing import Any

from quadrantlib.pictures.lettering import shortened
from quadrantlib.pictures.picture import LOW, Anchor, Dot, Line, Mark, Picture, Text, Trace
from quadrantlib.pictures.values_words import (
    NOWHERE,
    OURS,
    REGIONS,
    ranked,
    table,
    title,
    told,
    within,
)

Figures = Mapping[str, Any]
Point = tuple[float, float]

TALL = 0.7
RIM, INNER = 3.4, 1.0
"""The circle, and the smaller one inside it for what lies in no region, in units of x."""
WIDE = 360 / len(REGIONS)
LARGE, SMALL = pi * 0.33**2, pi * 0.13**2
SLOTS = (
    *((2.9, 0), (2.9, -14.5), (2.9, 14.5), (2.15, -9.5), (2.15, 9.5)),
    *((1.6, 0), (1.6, -12), (1.6, 12), (1.3, -8), (1.3, 8)),
)
"""Where cards lie in a region, the five first: from the middle, and degrees off its own line."""
INSIDE = ((0.0, 0), *((0.64, turn) for turn in (0, 180, 90, 270, 45, 225, 135, 315)))
"""The same for those in no region."""
SINK, HANG = 0.13, 0.2
"""From the middle of a numeral, and of a name at the rim, down to the line it stands on."""
LINE, LIST = 24, 12
"""The list under the frame: the height of a line, and its distance, in points."""
WIDEST, LETTERS = 190.0, 13.0
"""What a name in the list may take, in points, in letters of this size."""
SMALL_DOTS = "Small dots: not among your first ones."


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return the circle for the figures of a reading of the values.

    Parameters
    ----------
    figures:
        `circle_cards`: rows with `id`, `name`, `region`, and `place` among the five, or None.
        `core`: the ids of one or two of them. Nothing is drawn where no card lies in a region.
    source:
        Exercise, round and date, as a line.
    """
    cards = figures.get("circle_cards", ())
    if all(row["region"] == NOWHERE for row in cards):
        return None
    core, five = figures.get("core", ()), [row for row in ranked(cards) if row["place"]]
    return Picture(
        title=title(cards),
        sentence=told(cards),
        table=table(cards),
        marks=(*_ground(cards), *_cards(cards, core), *_list(five, core), *_notes(cards)),
        source=source,
        below=LIST + LINE * (len(five) + len(_key(cards))),
        tall=TALL,
    )


def _at(reach: float, degrees: float) -> Point:
    """Return a point of the circle: degrees clockwise from the top."""
    turn = radians(degrees)
    return 5 + reach * sin(turn), 5 + reach * cos(turn) / TALL


def _ground(cards: Sequence[Figures]) -> Iterator[Mark]:
    for reach in (RIM, INNER):
        around = tuple(_at(reach, degrees) for degrees in range(0, 361, 3))
        yield Trace(around, "line", faint=True)
    for place, (region, name) in enumerate(REGIONS.items()):
        edge = (place + 0.5) * WIDE
        yield Line(*_at(INNER, edge), *_at(RIM, edge))
        color = "ink" if within(cards, region) else "quiet"
        yield _named(name, place * WIDE, color)


def _named(name: str, degrees: float, color: str) -> Text:
    across, up = sin(radians(degrees)), cos(radians(degrees))
    anchor: Anchor = "middle" if abs(across) < 0.5 else "start" if across > 0 else "end"
    x, y = _at(RIM + 0.2, degrees)
    return Text(x, y - HANG * (1 - up) / TALL, name, color, anchor=anchor)


def _cards(cards: Sequence[Figures], core: Sequence[str]) -> Iterator[Mark]:
    for place, region in enumerate(REGIONS):
        for row, (reach, off) in zip(within(cards, region), SLOTS, strict=False):
            yield from _card(row, _at(reach, place * WIDE + off), core)
    for row, spot in zip(within(cards, NOWHERE), INSIDE, strict=False):
        yield from _card(row, _at(*spot), core)


def _card(row: Figures, at: Point, core: Sequence[str]) -> Iterator[Mark]:
    if not row["place"]:
        yield Dot(*at, SMALL, "disc", "edge")
        return
    lies_under = row["id"] in core
    yield Dot(*at, LARGE, "disc" if lies_under else "ring", "accent")
    color = "on_accent" if lies_under else "ink"
    yield Text(at[0], at[1] - SINK / TALL, str(row["place"]), color, anchor="middle")


def _list(five: Sequence[Figures], core: Sequence[str]) -> Iterator[Mark]:
    for line, row in enumerate(five, 1):
        name = shortened(row["name"], WIDEST, LETTERS)
        under = " · under all the rest" if row["id"] in core else ""
        y = LOW - LIST - LINE * (line - 0.3)
        yield Text(LOW, y, f"{row['place']}\u2002{name}{under}", "ink")


def _notes(cards: Sequence[Figures]) -> Iterator[Mark]:
    first = sum(bool(row["place"]) for row in cards) + 1
    for line, words in enumerate(_key(cards), first):
        yield Text(LOW, LOW - LIST - LINE * (line - 0.3), words)


def _key(cards: Sequence[Figures]) -> tuple[str, ...]:
    """Return what stands under the list: what the small dots are, and whose the regions are."""
    five = sum(bool(row["place"]) for row in cards)
    small = (SMALL_DOTS,) if 0 < five < len(cards) else ()
    return (*small, OURS)
