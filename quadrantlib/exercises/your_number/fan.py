"""What chance may make of a plan: two thousand ways the years could go, always the same ones.

A page asks for no dice: the chance is a stream of bytes that SHAKE-256 (FIPS 202) draws from a
seed, four bytes a year, read as a point between 0 and 1 and turned into a normal deviate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import shake_256
from math import ceil, exp, log1p
from statistics import NormalDist
from struct import unpack

PATHS, YEARS = 2000, 60
PARTS = (0.1, 0.5, 0.9)
SEED = "quadrant"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the years begin with.

    Attributes
    ----------
    wealth, saving, aim:
        What is there, what is added at each year's end, what is aimed at: in one money.
    growth:
        r: a year's log-growth is normal with mean ln(1 + r).
    volatility:
        The standard deviation of a year's log-growth, 0 or more.
    """

    wealth: float
    saving: float
    aim: float
    growth: float
    volatility: float


@dataclass(frozen=True, slots=True)
class Fan:
    """How the paths spread: at the 10th, the 50th and the 90th percentile.

    Attributes
    ----------
    years:
        After how many years the aim is reached, the quickest first; None: beyond sixty.
    wealth:
        What is there after 0, 1, … 60 years, the least first.
    """

    years: tuple[int | None, ...]
    wealth: tuple[tuple[float, ...], ...]


@lru_cache(maxsize=8)
def fan(plan: Plan, seed: str = SEED) -> Fan:
    """Return how the years until the aim, and the wealth on the way, may spread.

    The same seed, the same fan, on every machine.
    """
    now = [plan.wealth] * PATHS
    waiting = dict.fromkeys(range(PATHS), YEARS + 1) if plan.wealth < plan.aim else {}
    arrived = [0] * (PATHS - len(waiting))
    spread = [_percentiles(now)]
    for year, factors in enumerate(_factors(plan.growth, plan.volatility, seed), start=1):
        now = [each * factor + plan.saving for each, factor in zip(now, factors, strict=True)]
        spread.append(_percentiles(now))
        there = [path for path in waiting if now[path] >= plan.aim]
        for path in there:
            del waiting[path]
        arrived += [year] * len(there)
    arrived += waiting.values()
    found = _percentiles(arrived)
    return Fan(tuple(None if year > YEARS else int(year) for year in found), tuple(spread))


def _percentiles(values: Sequence[float]) -> tuple[float, ...]:
    """Return the smallest value that so large a part of `values` does not exceed, for each part."""
    ordered = sorted(values)
    return tuple(ordered[ceil(part * len(ordered)) - 1] for part in PARTS)


@lru_cache(maxsize=2)
def _factors(growth: float, volatility: float, seed: str) -> tuple[list[float], ...]:
    """Return what each path is multiplied with, year by year."""
    middle = log1p(growth)
    return tuple(
        [exp(middle + volatility * deviate) for deviate in year] for year in _deviates(seed)
    )


@lru_cache(maxsize=1)
def _deviates(seed: str) -> tuple[list[float], ...]:
    """Return a standard normal deviate for each path, year by year."""
    drawn = shake_256(seed.encode()).digest(4 * PATHS * YEARS)
    bell = NormalDist()
    points = [bell.inv_cdf((each + 0.5) / 2**32) for each in unpack(f">{PATHS * YEARS}I", drawn)]
    return tuple(points[start : start + PATHS] for start in range(0, len(points), PATHS))
