"""Toward the number, or putting it off? What several rounds say together.

Two figures tell it, both in years a year. D, the approach: how much nearer the date came in a year
of time; 1 is on plan, at 0 the date recedes by a year a year. And g: how much further the date
went because the number itself moved, whatever the markets did. Over rounds both are Theil–Sen
slopes (Sen 1968), the median of all slopes between two rounds, so that one odd round weighs
little. This is the workbook's own arithmetic and no validated measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from math import isfinite
from statistics import median

from quadrantlib.exercises.your_number import arithmetic
from quadrantlib.exercises.your_number.stand import Stand

VERDICTS = (
    *("reached", "passed_and_moved", "never_at_this_rate", "too_early", "treadmill"),
    *("moving_toward", "slipping", "deferring", "off_plan"),
)
YEAR, LEAST_ROUNDS, LEAST_DAYS = 365.25, 3, 365
PLACES = 9
"""Digits after the point that count: what lies beyond is the dust of rounding."""

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Course:
    """What the rounds say together.

    Attributes
    ----------
    verdict:
        One of `VERDICTS`, the first that applies.
    approach, moved:
        D and g, years a year; while it is too early, those since the round before. None where they
        cannot be said.
    cover:
        By how much the covered part of the number rises, a year.
    since:
        The day of the first round that counts; while it is too early, of the round before.
    passed:
        The day of the newest earlier number that is there by now.
    rounds:
        How many count.
    """

    verdict: str
    approach: float | None = None
    moved: float | None = None
    cover: float | None = None
    since: date | None = None
    passed: date | None = None
    rounds: int = 0


def course(stands: Sequence[Stand]) -> Course | None:
    """Return the course of `stands`, oldest first and in one money; None while nothing can be said.

    Every round is read with the newest r and w, so that no change of those passes for a change of
    place.
    """
    now = stands[-1]
    held = [each.held_to(now) for each in stands]
    if now.reached:
        return Course("reached")
    if now.wealth is None or now.target is None:
        return None
    if passed := _passed(held):
        return replace(_measured(held), verdict="passed_and_moved", passed=passed)
    if now.years is None:
        return None
    if not isfinite(now.years):
        return Course("never_at_this_rate")
    found = _measured(held)
    return replace(found, verdict=_verdict(found)) if found.verdict != "too_early" else found


def theil_sen(points: Points) -> float | None:
    """Return the median slope between any two of `points`; None where all lie at one place.

    >>> theil_sen([(0, 0), (1, 2), (2, 40), (3, 6)])
    2.0
    """
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x1 != x2]
    return round(median(slopes), PLACES) if slopes else None


def _passed(held: Sequence[Stand]) -> date | None:
    wealth = held[-1].wealth or 0.0
    days = [
        each.on
        for each in held[:-1]
        if each.target and each.target > 0 and arithmetic.reached(wealth, each.target)
    ]
    return max(days, default=None)


def _measured(held: Sequence[Stand]) -> Course:
    """Return D, g and the rise of the cover over all rounds, or over the last two if too early."""
    counting = [each for each in held if each.years is not None and isfinite(each.years)]
    long = bool(counting) and (counting[-1].on - counting[0].on).days >= LEAST_DAYS
    late = len(counting) >= LEAST_ROUNDS and long
    over = counting if late else counting[-2:]
    ahead = theil_sen([(_at(each), each.years or 0.0) for each in over])
    covered = [(_at(each), each.coverage) for each in over]
    return Course(
        verdict="" if late else "too_early",
        approach=None if ahead is None else -ahead,
        moved=theil_sen(_running(over, held)),
        cover=theil_sen([(at, part) for at, part in covered if part is not None]),
        since=over[0].on if len(over) > 1 else None,
        rounds=len(counting),
    )


def _running(over: Sequence[Stand], held: Sequence[Stand]) -> Points:
    """Return the years that the moving number has cost so far, step by step.

    A step over a change that was chosen is left out, and so is its time.
    """
    clock = total = 0.0
    points = [(clock, total)]
    for before, after in _steps(over, held):
        cost = (after.years or 0.0) - (after.years_to(before.target or 0.0) or 0.0)
        if isfinite(cost):
            clock, total = clock + _at(after) - _at(before), total + cost
            points.append((clock, total))
    return points


def _steps(over: Sequence[Stand], held: Sequence[Stand]) -> Iterator[tuple[Stand, Stand]]:
    for before, after in pairwise(over):
        between = held[held.index(before) + 1 : held.index(after) + 1]
        if not any(each.chosen_change for each in between):
            yield before, after


def _verdict(found: Course) -> str:
    nearer = found.approach or 0.0
    if nearer >= 0.5:
        return "moving_toward" if (found.cover or 0.0) > 0 else "treadmill"
    if nearer > 0:
        return "slipping"
    return "deferring" if (found.moved or 0.0) >= (1 - nearer) / 2 else "off_plan"


def _at(each: Stand) -> float:
    return each.on.toordinal() / YEAR
