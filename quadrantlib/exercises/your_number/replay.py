"""Living through past years with it: whether it would have lasted, by first year.

Everything is in real terms: what is taken out rises with prices, and growth is what is left of the
returns after them. Each year the parts in stocks and bonds are put back to what they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum
from operator import mul
from typing import Literal

from quadrantlib.exercises.your_number.history import Past

Timing = Literal["start", "end"]
DUST = 1e-12
"""What may be missing after decades of rounding without being missing."""
LEAST = 1e-300
"""What a century of ruin may leave, so that it can still be divided by."""


@dataclass(frozen=True, slots=True)
class Start:
    """What became of beginning in `year`.

    Attributes
    ----------
    short:
        In which year of living on it, from 1, it ran short; None if it never did.
    bearable:
        The largest part of the beginning that could have been taken out a year.
    """

    year: int
    short: int | None
    bearable: float


def replay(
    past: Sequence[Past], rate: float, years: int, stocks: float, timing: Timing
) -> list[Start]:
    """Return what became of each year one could have begun in and lived through `years` years.

    Parameters
    ----------
    rate:
        The part of the beginning that is taken out in the first year, and as much in real terms in
        every year after.
    stocks:
        The part in stocks, 0–1; the rest is in bonds.
    timing:
        Whether it is taken out before each year's growth or after it.
    """
    growth = [each.growth(stocks) for each in past]
    spans = [growth[first : first + years] for first in range(len(past) - years + 1)]
    return [
        Start(each.year, short_in(span, rate, timing), bearable(span, timing))
        for each, span in zip(past, spans, strict=False)
    ]


def short_in(growth: Sequence[float], rate: float, timing: Timing) -> int | None:
    """Return in which year, from 1, there is less than what is to be taken out; None: in none."""
    left = 1.0
    for year, factor in enumerate(growth, start=1):
        left = left - rate if timing == "start" else left * factor - rate
        if left < -DUST:
            return year
        left = left * factor if timing == "start" else left
    return None


def bearable(growth: Sequence[float], timing: Timing) -> float:
    """Return the largest rate that lasts: 1/Σ(1/cumulative real growth).

    The sum runs over the moments at which something is taken out; at the first start nothing has
    grown yet. This is the annuity formula with a rate of return that differs by year.
    """
    return 1 / fsum(1 / max(grown, LEAST) for grown in _grown(growth, timing))


def _grown(growth: Sequence[float], timing: Timing) -> Iterator[float]:
    cumulative = accumulate(growth, mul, initial=1.0)
    if timing == "end":
        next(cumulative)
        return cumulative
    return iter([*cumulative][:-1])
