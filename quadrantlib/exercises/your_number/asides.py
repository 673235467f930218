"""The further figures in words, for those who open *more*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quadrantlib.exercises.your_number.wording import far, rate, tenths
from quadrantlib.phrases import listed, money, rough_money

Figures = Mapping[str, Any]
LEVELS = {"bare": "A bare year", "plenty": "A year with plenty"}


def aside(found: Figures) -> tuple[str, ...]:
    """Return what else the figures say: other rates, other lives, how the wealth may spread."""
    return (*_rates(found), *_levels(found), *_spread(found), *_slopes(found))


def _rates(found: Figures) -> Iterator[str]:
    rows = found.get("targets")
    if rows and found["target"] > 0:
        sums = [f"{_sum(found, row['target'])} at {rate(row['w'])}" for row in rows]
        yield (
            f"Your number, by the part you would live on each year: {listed(sums)}. "
            "Which of them lasts, nobody knows."
        )


def _levels(found: Figures) -> Iterator[str]:
    for row in found.get("levels", ()):
        if row["id"] in LEVELS:
            year = f"{LEVELS[row['id']]} at {money(row['spending'], found.get('currency', ''))}"
            if row["target"] <= 0:
                yield f"{year} is covered by what comes in without work."
            else:
                yield f"{year} would ask for {_sum(found, row['target'])}{_way(row['years'])}."


def _way(years: float | str | None) -> str:
    if not years:
        return ""
    return ", never reached like this" if isinstance(years, str) else f", {far(years)} away"


def _spread(found: Figures) -> Iterator[str]:
    if "fan" not in found:
        return
    year = found["fan"]["until"]
    low, middle, high = (_sum(found, each) for each in found["fan"]["wealth"][year])
    yield (
        f"After {year} years, one future in ten has come to {low} or less, half of them to "
        f"{middle} or more, and one in ten to {high} or more. The same futures are drawn each "
        "time; they take markets to be as unruly as you said, and never worse than that."
    )


def _slopes(found: Figures) -> Iterator[str]:
    if "approach" in found and found.get("verdict") != "too_early":
        moved = found.get("moved")
        number = f", and the moving number {_cost(moved)}" if moved is not None else ""
        yield (
            "Over your rounds, as the median of all pairs: each year gone by "
            f"{_took(found['approach'])}{number}."
        )


def _took(approach: float) -> str:
    return f"{'took' if approach >= 0 else 'added'} {tenths(approach)}"


def _cost(moved: float) -> str:
    return f"{'cost' if moved >= 0 else 'gave back'} {tenths(moved)}"


def _sum(found: Figures, amount: float) -> str:
    return rough_money(amount, found.get("currency", ""))
