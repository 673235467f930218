"""How coarsely a figure of a cohort is told: in bands so wide that no count follows from them.

A band is what is shown and the closed interval of the mean that it stands for. Bands overlap, if
only where they touch; where two hold the mean, `draw` chooses: a number from 0 to 1 that nobody can
foretell who has not all the files. So the interval is all that may be concluded, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from quadrantlib.rounding import WHOLE
from quadrantlib.rules import DISTRIBUTIONS, EXTREMES
from quadrantlib.shares import Item


@dataclass(frozen=True, slots=True)
class Band:
    """What is shown, and from where to where the mean may lie: per person, in an item's units."""

    shown: str
    low: Fraction
    high: Fraction

    def __contains__(self, mean: Fraction) -> bool:
        return self.low <= mean <= self.high

    def scaled(self, by: Fraction) -> Band:
        """Return the band in other units."""
        return Band(self.shown, self.low * by, self.high * by)


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Steps from 0 to `most`; what lies below `low` or above its mirror image is one band each."""

    most: Fraction
    step: Fraction
    low: Fraction
    below: str
    above: str
    form: str

    def band(self, value: Fraction) -> Band:
        """Return the band of a value on a step."""
        half, high = self.step / 2, self.most - self.low
        if value < self.low:
            return Band(self.below, Fraction(0), self.low - half)
        if value > high:
            return Band(self.above, high + half, self.most)
        return Band(self.form.format(float(value)), value - half, value + half)

    def around(self, mean: Fraction) -> list[Band]:
        """Return the bands that hold `mean`: one, or two where it lies between two steps."""
        steps = floor(mean / self.step)
        found = (self.band(each * self.step) for each in (steps, steps + 1))
        return [band for band in dict.fromkeys(found) if mean in band]


_FEW = (
    Band("few", Fraction(0), Fraction(45, 100)),
    Band("about half", Fraction(30, 100), Fraction(70, 100)),
    Band("most", Fraction(55, 100), Fraction(1)),
)
"""How many of fewer than twenty people."""

_CHANGED = (
    Band("lower", Fraction(-1), Fraction(-5, 100)),
    Band("about the same", Fraction(-15, 100), Fraction(15, 100)),
    Band("higher", Fraction(5, 100), Fraction(1)),
)
"""How far a mean moved, as a part of an item's `most`."""


def band(item: Item, people: int, total: int, draw: float) -> Band:
    """Return how the mean of `people` contributions, `total` together, is told.

    Parameters
    ----------
    people:
        At least `SMALLEST`; `REPORT` for a change.
    draw:
        From 0 up to 1; chooses where two bands hold the mean.

    >>> from quadrantlib.shares import Item
    >>> band(Item("a", "A", 1), 12, 9, 0).shown, band(Item("a", "A", 1), 40, 17, 0).shown
    ('most', '40 %')
    >>> band(Item("a", "A", 20), 12, 101, 0).shown, band(Item("a", "A", 20), 12, 12, 0).shown
    ('8.4', 'under 3')
    """
    mean = Fraction(total, people)
    if item.most > 1:
        return _drawn(_level(item.most, people).around(mean), draw)
    if people < DISTRIBUTIONS:
        return _drawn(_FEW, draw, mean)
    found = _drawn(_counted(people).around(mean * WHOLE), draw)
    return found.scaled(Fraction(1, WHOLE))


def change(item: Item, people: int, total: int, draw: float) -> Band:
    """Return how a mean moved among the same `people`, `total` being the sum of what each moved by.

    >>> from quadrantlib.shares import Item
    >>> [change(Item("a", "A", 20), 10, moved, 0).shown for moved in (-60, 0, 60)]
    ['lower', 'about the same', 'higher']
    """
    moved = Fraction(total, people * item.most)
    return _drawn(_CHANGED, draw, moved).scaled(Fraction(item.most))


def _drawn(bands: Iterable[Band], draw: float, mean: Fraction | None = None) -> Band:
    fitting = [each for each in bands if mean is None or mean in each]
    return fitting[int(draw * len(fitting))]


def _counted(people: int) -> _Ruler:
    """Return the ruler of how many of twenty people or more, in percent."""
    most, step = Fraction(WHOLE), Fraction(5)
    if people < EXTREMES:
        return _Ruler(most, step, Fraction(20), "under 20 %", "over 80 %", "{:g} %")
    return _Ruler(most, step, Fraction(15), "about 10 % or less", "about 90 % or more", "{:g} %")


def _level(most: int, people: int) -> _Ruler:
    """Return the ruler of a mean: percent to 5 %, anything else to one decimal."""
    percent = most == WHOLE
    unit = max(Fraction(1, 2), Fraction(most, 20))
    part = Fraction(most, 8 if people < DISTRIBUTIONS else 20)
    low = ceil(part / unit) * unit
    under, over = (f"{side} {float(end):g}" for side, end in (("under", low), ("over", most - low)))
    sign = " %" if percent else ""
    form = "{:g} %" if percent else "{:.1f}"
    step = Fraction(5) if percent else Fraction(1, 10)
    return _Ruler(Fraction(most), step, low, under + sign, over + sign, form)
