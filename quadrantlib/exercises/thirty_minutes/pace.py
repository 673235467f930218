"""Whether a piece that is done again and again gets quicker. Pure arithmetic on minutes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import log
from statistics import median

FOR_A_RATIO = 6
FOR_A_SLOPE = 8


def ratio(minutes: Sequence[float]) -> float | None:
    """Return how many times as long the first three took as the last three, by their medians.

    Never the best time, which is luck. None below six.

    >>> ratio([120, 110, 95, 100, 70, 75, 60, 52, 45, 40, 34, 30])
    3.235294117647059
    """
    if len(minutes) < FOR_A_RATIO:
        return None
    return median(minutes[:3]) / median(minutes[-3:])


def halving_sessions(minutes: Sequence[float]) -> float | None:
    """Return after how many sessions it takes half as long; None below eight, or if it does not.

    ln 2 over the fall of ln minutes a session, which is a Theil–Sen slope.

    >>> round(halving_sessions([120, 110, 95, 100, 70, 75, 60, 52, 45, 40, 34, 30]), 3)
    5.366
    """
    if len(minutes) < FOR_A_SLOPE:
        return None
    slope = theil_sen([log(each) for each in minutes])
    return log(2) / -slope if slope < 0 else None


def theil_sen(values: Sequence[float]) -> float:
    """Return the median of the slopes between any two of `values`, a step apart (Sen, 1968).

    Raises
    ------
    statistics.StatisticsError
        If there are fewer than two.
    """
    pairs = combinations(enumerate(values), 2)
    return median((high - low) / (after - before) for (before, low), (after, high) in pairs)
