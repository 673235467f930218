"""One round's answers as figures: whatever is missing or does not fit is None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import fsum
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.your_number import arithmetic
from quadrantlib.exercises.your_number.questions import AMOUNT, QUESTIONS
from quadrantlib.kinds import Money
from quadrantlib.questions import Answers, answered, rows_in

RETURN, RATE, VOLATILITY = 0.05, 0.035, 0.12
_ASKED = {question.name: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands on one day: amounts in one money, rates as fractions.

    Attributes
    ----------
    on:
        The day.
    growth, rate:
        r and w.
    chosen_change:
        Whether the number moved for a reason that was chosen.
    """

    on: date
    currency: str | None
    enough: float | None
    other_income: float
    one_offs: float
    wealth: float | None
    saving: float | None
    growth: float
    rate: float
    chosen_change: bool = False

    @property
    def target(self) -> float | None:
        """T, or None while nobody has said what enough is."""
        return None if self.enough is None else self.target_of(self.enough)

    @property
    def coverage(self) -> float | None:
        """The part of T that is there."""
        if self.target is None or self.wealth is None:
            return None
        return arithmetic.coverage(self.wealth, self.target)

    @property
    def reached(self) -> bool:
        """Whether T is covered; False while that cannot be said."""
        if self.target is None or (self.wealth is None and self.target > 0):
            return False
        return arithmetic.reached(self.wealth or 0.0, self.target)

    @property
    def years(self) -> float | None:
        """Y, infinite where it is never reached, None while that cannot be said."""
        return None if self.target is None else self.years_to(self.target)

    def target_of(self, spending: float) -> float:
        """Return T for another yearly spending."""
        return arithmetic.target(spending, self.other_income, self.rate, self.one_offs)

    def years_to(self, aim: float) -> float | None:
        """Return the years until another target, with this day's wealth and saving."""
        if self.wealth is None or self.saving is None:
            return None
        return arithmetic.years(self.wealth, self.saving, aim, self.growth)

    def held_to(self, other: Stand) -> Stand:
        """Return the same with the r and w of `other`."""
        return replace(self, growth=other.growth, rate=other.rate)

    def in_money_of(self, prices: float) -> Stand:
        """Return the same in money of a day when prices are `prices` times as high."""
        return replace(
            self,
            enough=None if self.enough is None else self.enough * prices,
            other_income=self.other_income * prices,
            one_offs=self.one_offs * prices,
            wealth=None if self.wealth is None else self.wealth * prices,
            saving=None if self.saving is None else self.saving * prices,
        )


def said(name: str, answers: Answers) -> Any | None:
    """Return the answer to the question called `name`, amounts to the cent, if one fits."""
    question = _ASKED[name]
    value = answered(question, answers)
    return round(value, 2) if isinstance(question, Money) and value is not None else value


def stand(own: Round) -> Stand:
    """Return where a round says somebody stands: on the day it was begun, or the one it names.

    A day that had not come when the round was last changed is a slip; one day is left for the
    zones of the earth.
    """
    answers, day = own.answers, said("counted_on", own.answers)
    latest = own.changed + timedelta(days=1)
    return Stand(
        on=date.fromisoformat(day) if day and day <= latest.isoformat() else own.started,
        currency=said("currency", answers),
        enough=said("enough", answers),
        other_income=said("other_income", answers) or 0.0,
        one_offs=_one_offs(answers),
        wealth=said("wealth", answers),
        saving=said("saving", answers),
        growth=_or(said("r", answers), RETURN),
        rate=_or(said("w", answers), RATE),
        chosen_change=said("chosen_change", answers) == "yes",
    )


def stands(own: Round, earlier: Sequence[Round]) -> list[Stand]:
    """Return every round that counts in the currency of `own`, oldest first, in its money.

    r and w stay each round's own. A round's inflation is that since the round before it.
    """
    found, prices = [], 1.0
    for each in (own, *reversed(earlier)):
        found.append(stand(each).in_money_of(prices))
        prices *= 1 + (said("inflation", each.answers) or 0.0)
    now, before = found[0], [each for each in found[1:] if _comparable(each, found[0])]
    return [*sorted(before, key=lambda each: each.on), now]


def _comparable(each: Stand, now: Stand) -> bool:
    return each.on <= now.on and len({each.currency, now.currency} - {None}) < 2


def _one_offs(answers: Answers) -> float:
    found = [answered(AMOUNT, row) for row in rows_in("one_offs", answers)]
    return fsum(round(each, 2) for each in found if each is not None)


def _or(value: float | None, usual: float) -> float:
    return usual if value is None else value
