"""The years toward a number: how what is there may spread, and where it meets the number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import pi
from typing import Any, NamedTuple

from quadrantlib.phrases import count, rough_money
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Anchor,
    Band,
    Dot,
    Line,
    Mark,
    Picture,
    Table,
    Text,
    Trace,
)

Figures = Mapping[str, Any]
Points = tuple[tuple[float, float], ...]

DOT = pi * 0.12**2
TICKS, CAPTION, NAME_UP = 21, 45, 12
"""How far from the frame, in points."""
OVER, APART = 0.35, 0.7
"""How high the years stand over their marks, and how near to each other two may be told."""
ROOM = 2.2
"""So many times the number is the most that the frame holds: it is about the way to there."""
STEPS = (1, 2, 5, 10, 15)
HEADER = ("Year", "One in ten has less than", "Half have more than", "One in ten has more than")


class Scale(NamedTuple):
    """Years across, money up: what lies at the edges of the frame."""

    until: int
    least: float
    most: float

    def x(self, year: float) -> float:
        """Return where a year lies."""
        return LOW + year / self.until * SPAN

    def y(self, amount: float) -> float:
        """Return where an amount lies; what is more than the frame holds lies at its upper edge."""
        return min(HIGH, LOW + (amount - self.least) / (self.most - self.least) * SPAN)


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return the fan for the figures of a reading of your number; None where there is none.

    Parameters
    ----------
    figures:
        `fan` (`years`, `wealth`, `until`), `target`, `currency`, as the reading has them.
    source:
        Exercise, round and date, as a line.
    """
    fan = figures.get("fan")
    if fan is None:
        return None
    drawn = fan["wealth"][: fan["until"] + 1]
    least = min(0.0, *(low for low, _, _ in drawn))
    most = min(max(figures["target"], *(high for _, _, high in drawn)), ROOM * figures["target"])
    scale = Scale(fan["until"], least, most * 1.05)
    return Picture(
        title=_title(fan),
        sentence=" ".join(_sentences(figures)),
        table=_table(figures),
        marks=(*_ground(scale), *_ways(drawn, scale), *_number(figures, scale)),
        source=source,
        above=NAME_UP + 19,
        below=CAPTION + 8,
        tall=0.56,
    )


def _ground(scale: Scale) -> Iterator[Mark]:
    zero = scale.y(0)
    yield Line(LOW, zero, HIGH, zero)
    step = next((step for step in STEPS if scale.until / step < 5), STEPS[-1])
    yield Text(LOW, LOW - TICKS, "today")
    for year in range(step, scale.until + 1, step):
        last = year + step > scale.until
        x = scale.x(year)
        anchor: Anchor = "end" if x > HIGH - 0.9 else "middle"
        yield Text(x, LOW - TICKS, f"{year} years" if last else f"{year}", anchor=anchor)
    yield Text(LOW, LOW - CAPTION, "Line: half of the futures. Band: eight in ten.")


def _ways(drawn: list[list[float]], scale: Scale) -> Iterator[Mark]:
    low, middle, high = (
        tuple((scale.x(year), scale.y(each[part])) for year, each in enumerate(drawn))
        for part in range(3)
    )
    yield Band(high, low, "accent")
    yield Trace(tuple(point for point in middle if point[1] < HIGH), "accent")


def _number(figures: Figures, scale: Scale) -> Iterator[Mark]:
    """Draw the number as a dashed line, and mark where one in ten, half, nine in ten are there."""
    aim, y = _aim(figures), scale.y(figures["target"])
    yield Text(LOW, HIGH + NAME_UP, f"Dashed: your number, about {aim}", "ink")
    yield Trace(((LOW, y), (HIGH, y)), "ink", dashed=True)
    soon, middle, late = figures["fan"]["years"]
    told: list[float] = []
    for year in (middle, soon, late):
        if year is None or year > scale.until:
            continue
        x = scale.x(year)
        if all(abs(x - other) >= APART for other in told):
            yield Dot(x, y, DOT, "disc" if year == middle else "ring", "accent")
            yield Text(x, y + OVER, f"{year}", "ink", anchor="middle" if x < HIGH - 0.3 else "end")
            told.append(x)


def _title(fan: Figures) -> str:
    middle = fan["years"][1]
    if middle is None:
        return "In fewer than half of the futures we tried, you are there within sixty years"
    return f"In half of the futures we tried, you are there within {count(middle, 'year')}"


def _sentences(figures: Figures) -> Iterator[str]:
    fan = figures["fan"]
    yield f"{_title(fan)}. Your number is about {_aim(figures)}."
    soon, _, late = fan["years"]
    few = "Fewer than one in ten are there"
    first = few if soon is None else f"One in ten is there by year {soon}"
    last = "sixty years are not enough for one in ten" if late is None else f"nine by year {late}"
    yield f"{first}, {last}."
    low, middle, high = (_sum(figures, each) for each in fan["wealth"][fan["until"]])
    yield (
        f"After {count(fan['until'], 'year')}, half have more than {middle}; "
        f"eight in ten lie between {low} and {high}."
    )


def _table(figures: Figures) -> Table:
    fan = figures["fan"]
    years = sorted({*range(0, fan["until"], 5), fan["until"]})
    return Table(
        HEADER,
        tuple(
            (f"{year}", *(_sum(figures, each) for each in fan["wealth"][year])) for year in years
        ),
    )


def _aim(figures: Figures) -> str:
    return _sum(figures, figures["target"])


def _sum(figures: Figures, amount: float) -> str:
    return rough_money(amount, figures.get("currency", ""))
