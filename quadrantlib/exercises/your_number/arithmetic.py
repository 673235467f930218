"""The number itself: how much is enough, how much of it is there, and how long the rest takes.

Everything is in money of one date: returns are real, above inflation.
"""

from __future__ import annotations

from math import inf, isclose, isfinite, log1p

FLAT = 1e-9
"""A yearly return nearer to nothing than this is none."""


def target(spending: float, other_income: float, rate: float, one_offs: float = 0) -> float:
    """Return T, what would carry `spending` a year: (spending − other income)/rate + one-offs.

    Parameters
    ----------
    rate:
        The part of it that is taken out a year, above 0.

    >>> target(40_000, 5_000, 0.04, 20_000)
    895000.0
    """
    return (spending - other_income) / rate + one_offs


def reached(wealth: float, aim: float) -> bool:
    """Whether `wealth` covers `aim`; nothing is left to reach where that is zero or less."""
    return aim <= 0 or wealth >= aim or isclose(wealth, aim)


def coverage(wealth: float, aim: float) -> float | None:
    """Return the part of `aim` that is there, below zero for debts; None where there is no aim."""
    return wealth / aim if aim > 0 else None


def years(wealth: float, saving: float, aim: float, growth: float) -> float:
    """Return Y, the years until `aim`: deposits at each year's end, growth the same every year.

    Y = ln((T·r + c)/(W·r + c))/ln(1 + r), written so that a small r loses no digits; without
    growth (T − W)/c; infinite iff W·r + c ≤ 0 or T·r + c ≤ 0.

    Parameters
    ----------
    wealth, saving, aim:
        What is there (it may be debts), what is added a year, and T: in one money.
    growth:
        r, the real return a year, above −1.

    >>> round(years(100_000, 30_000, 1_000_000, 0.05), 4)
    16.9435
    """
    if reached(wealth, aim):
        return 0.0
    if abs(growth) < FLAT:
        return (aim - wealth) / saving if saving > 0 else inf
    if not _rises(wealth, saving, growth) or not _rises(aim, saving, growth):
        return inf
    found = log1p(growth * (aim - wealth) / (wealth * growth + saving)) / log1p(growth)
    return found if isfinite(found) else inf


def _rises(wealth: float, saving: float, growth: float) -> bool:
    """Whether there is more of it after a year; what only just holds its own does not rise."""
    gain = wealth * growth
    return gain + saving > 0 and not isclose(gain, -saving, rel_tol=1e-12)
