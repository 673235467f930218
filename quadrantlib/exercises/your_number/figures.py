"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, inf, isfinite
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.your_number.arithmetic import target
from quadrantlib.exercises.your_number.course import Course, course
from quadrantlib.exercises.your_number.fan import PARTS, YEARS, Plan, fan
from quadrantlib.exercises.your_number.stand import VOLATILITY, Stand, said, stands
from quadrantlib.questions import Answers

Figures = dict[str, Any]
NEVER = "never"
RATES = (0.03, 0.035, 0.04, 0.05)
STILL = 1e-9
"""So small a part of a number is the dust of rounding."""
LEVELS = ("bare", "enough", "plenty")
TOLD = (
    "currency",
    "enough_pay",
    "gut",
    "is_enough",
    "already",
    "wealth",
    "saving",
    "enough",
    "inflation",
)


def figures(own: Round, earlier: Sequence[Round]) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. Amounts are in the round's currency and in the money of the day it was begun,
        and years are counted from that day; where they never end they are "never".

        `currency`, `enough_pay`, `gut`, `is_enough`, `already`, `wealth`, `saving`, `enough`,
        `inflation`: as answered. `r`, `w`: as used.
        `target`, `coverage`, `years`: T, wealth/T and Y. `reached`: whether T is covered.
        `levels`: rows `bare`, `enough`, `plenty` with `spending`, `target`, `years`.
        `targets`: rows with `w` and `target`, at 3, 3.5, 4 and 5 %.
        `fan`: `years`, three numbers for the 10th, 50th and 90th percentile, None beyond sixty;
        `wealth`, for each year from 0 the same three of what is there; `until`, the last year worth
        drawing. Absent where nothing is left to reach, or it never is.
        `then`: `pay` and `wealth`, what would have been enough five years ago, with `now` and
        `passed`, whether it is there by now. `pay_then`, `pay_now`, `pay_growth` (a fraction),
        `grown` (rows).
        `since`: the day of the round before. `other_currency`: True where a round is left out.
        `rounds`: rows with `on`, `target`, `coverage`, `years`, at this round's r and w.
        `target_grew`: whether T is higher than the last time.
        `verdict`, `verdict_on`, `approach`, `moved`, `course_since`, `course_rounds`, `passed_on`:
        see `Course`. `assumptions`: what a change of r or w alone has moved, see `_assumptions`.
    """
    answers, every = own.answers, stands(own, earlier)
    now = every[-1]
    found = {
        **{name: said(name, answers) for name in TOLD},
        "r": now.growth,
        "w": now.rate,
        "horizon": said("horizon", answers),
        **_number(answers, now),
        **_then(answers, now),
        **_grown(answers),
        **_rounds(every, earlier),
        **_course(course(every), now),
    }
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def _number(answers: Answers, now: Stand) -> Figures:
    if now.target is None:
        return {}
    return {
        "target": now.target,
        "coverage": now.coverage,
        "years": years_told(now.years),
        "reached": now.reached if now.wealth is not None or now.reached else None,
        "levels": _levels(answers, now),
        "targets": [{"w": rate, "target": _at_rate(now, rate)} for rate in RATES],
        "fan": _fan(answers, now, now.target),
    }


def _levels(answers: Answers, now: Stand) -> list[Figures]:
    spent = {name: said(name, answers) for name in LEVELS}
    aims = {name: now.target_of(each) for name, each in spent.items() if each is not None}
    return [
        {
            "id": name,
            "spending": spent[name],
            "target": aim,
            "years": years_told(now.years_to(aim)),
        }
        for name, aim in aims.items()
    ]


def _at_rate(now: Stand, rate: float) -> float:
    return target(now.enough or 0.0, now.other_income, rate, now.one_offs)


def _fan(answers: Answers, now: Stand, aim: float) -> Figures | None:
    """Return how the years may spread; None where nothing is left to reach, or it never is."""
    if now.wealth is None or now.saving is None or not 0 < (now.years or 0) < inf:
        return None
    volatility, horizon = said("volatility", answers), said("horizon", answers)
    strays = VOLATILITY if volatility is None else volatility
    found = fan(Plan(now.wealth, now.saving, aim, now.growth, strays))
    until = max(5, (found.years[-1] or YEARS) + 2) if horizon is None else ceil(horizon)
    return {
        "parts": list(PARTS),
        "years": list(found.years),
        "wealth": [list(each) for each in found.wealth],
        "until": min(until, YEARS),
    }


def years_told(years: float | None) -> float | str | None:
    """Return `years` as JSON can hold them."""
    return NEVER if years is not None and not isfinite(years) else years


def _then(answers: Answers, now: Stand) -> Figures:
    """Return what would have been enough five years ago, beside what is there now."""
    rows = {
        "pay": (said("then_pay", answers), said("pay_now", answers), said("enough_pay", answers)),
        "wealth": (said("then_wealth", answers), now.wealth, said("gut", answers)),
    }
    return {
        "then": {
            name: {"then": then, "now": there, "enough": enough, "passed": there >= then}
            for name, (then, there, enough) in rows.items()
            if then is not None and there is not None
        }
        or None
    }


def _grown(answers: Answers) -> Figures:
    then, now = said("pay_then", answers), said("pay_now", answers)
    rows = answers.get("grown")
    named = [_named(row) for row in (rows if isinstance(rows, list) else [])]
    return {
        "pay_then": then,
        "pay_now": now,
        "pay_growth": now / then - 1 if then and now is not None else None,
        "grown": [row for row in named if row],
    }


def _named(row: Any) -> Figures | None:
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str):
        return None
    name = " ".join(row["name"].split())
    return {"id": str(row.get("id", "")), "name": name} if name else None


def _rounds(every: Sequence[Stand], earlier: Sequence[Round]) -> Figures:
    *before, now = [each for each in every if each.target is not None or each is every[-1]]
    other = any(said("currency", each.answers) not in (None, now.currency) for each in earlier)
    found: Figures = {
        "since": earlier[-1].started.isoformat() if earlier else None,
        "other_currency": True if other and now.currency else None,
    }
    if now.target is None or not before:
        return found
    held = [each.held_to(now) for each in (*before, now)]
    return {
        **found,
        "rounds": [_round(each) for each in held],
        "target_grew": now.target > (held[-2].target or 0.0) * (1 + STILL),
        "assumptions": _assumptions(before[-1], now),
    }


def _round(each: Stand) -> Figures:
    return {
        "on": each.on.isoformat(),
        "target": each.target,
        "coverage": each.coverage,
        "years": years_told(each.years),
    }


def _assumptions(before: Stand, now: Stand) -> Figures | None:
    """Return what another r or w does by itself: today's answers, with the last round's and now."""
    if (before.growth, before.rate) == (now.growth, now.rate) or now.years is None:
        return None
    return {
        "r": [before.growth, now.growth],
        "w": [before.rate, now.rate],
        "years": [years_told(now.held_to(before).years), years_told(now.years)],
    }


def _course(found: Course | None, now: Stand) -> Figures:
    if found is None:
        return {}
    return {
        "verdict": found.verdict,
        "verdict_on": now.on.isoformat(),
        "approach": found.approach,
        "moved": found.moved,
        "course_since": found.since.isoformat() if found.since else None,
        "course_rounds": found.rounds,
        "passed_on": found.passed.isoformat() if found.passed else None,
        "chosen_change": now.chosen_change or None,
    }
