"""What a cohort values: the circle, and in each region a disc for how many have it among theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, pi, radians, sin

from quadrantlib.pictures.picture import Anchor, Dot, Line, Mark, Picture, Table, Text, Trace
from quadrantlib.pictures.values import INNER, RIM, WIDE
from quadrantlib.pictures.values_words import NOWHERE, REGIONS
from quadrantlib.reporting.found import Seen

TALL = 0.8
"""Higher than on a page: below the circle two lines of words lie within the frame."""
ALL = pi * 0.8**2
"""What a disc covers that stands for everybody, in square units of x."""
REACH = 2.2
"""How far from the middle they lie."""
LETTERS, DROP, SECOND = 0.2, 0.42, 0.5
"""From the rim to a name, further down below the circle, and from a name down to its figure, in
units of x."""
NOT_SHOWN = "not shown"
Point = tuple[float, float]


def layout(title: str, told: str, regions: Mapping[str, Seen]) -> Picture:
    """Return the circle. A disc is full as far as is sure, and its ring as far as it may reach."""
    rows = tuple((name, _says(regions.get(each))) for each, name in REGIONS.items())
    nowhere = (("In no region", _says(regions.get(NOWHERE))),)
    return Picture(
        title=title,
        sentence=told,
        table=Table(("Region", "Who has it among the first five"), rows + nowhere),
        marks=(*_ground(), *_named(regions), *_discs(regions)),
        above=2,
        below=2,
        tall=TALL,
    )


def _at(reach: float, degrees: float) -> Point:
    turn = radians(degrees)
    return 5 + reach * sin(turn), 5 + reach * cos(turn) / TALL


def _ground() -> Iterator[Mark]:
    for reach in (RIM, INNER):
        yield Trace(tuple(_at(reach, turn) for turn in range(0, 361, 3)), "line", faint=True)
    for place in range(len(REGIONS)):
        edge = (place + 0.5) * WIDE
        yield Line(*_at(INNER, edge), *_at(RIM, edge))


def _named(regions: Mapping[str, Seen]) -> Iterator[Mark]:
    for place, (region, name) in enumerate(REGIONS.items()):
        across, up = sin(radians(place * WIDE)), cos(radians(place * WIDE))
        anchor: Anchor = "middle" if abs(across) < 0.5 else "start" if across > 0 else "end"
        x, y = _at(RIM + LETTERS, place * WIDE)
        second = SECOND / TALL
        y += second * (0.5 + up / 2) - DROP * (1 - up) / TALL / 2
        yield Text(x, y, name, "ink" if region in regions else "quiet", anchor=anchor)
        yield Text(x, y - second, _says(regions.get(region)), anchor=anchor)


def _discs(regions: Mapping[str, Seen]) -> Iterator[Mark]:
    for place, region in enumerate((*REGIONS, NOWHERE)):
        at = (5.0, 5.0) if region == NOWHERE else _at(REACH, place * WIDE)
        if seen := regions.get(region):
            if seen.low > 0:
                yield Dot(*at, ALL * seen.low, "disc", "accent")
            yield Dot(*at, ALL * seen.high, "ring", "accent")


def _says(seen: Seen | None) -> str:
    return seen.shown if seen else NOT_SHOWN
