"""A single answer in words, as it stands in a line or in a cell. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from quadrantlib.kinds import Cards, Curve, Many, Money
from quadrantlib.questions import Amount, Answers, Choice, Day, Question, Scale

NO_LONGER = "no longer on the list"


@dataclass(frozen=True, slots=True)
class Known:
    """What answers refer to.

    Attributes
    ----------
    names:
        The id of a row, card or area → what it is called.
    answers:
        All of the round: the currency is one of them.
    today:
        What is sealed until later stays out of sight.
    """

    names: Mapping[str, str]
    answers: Answers
    today: date


def words(question: Question, value: Any, known: Known) -> str:
    """Return an answer in words; one that does not fit its question as it stands in the journal."""
    if value is None or value in ("", [], {}):
        return ""
    return raw(value) if any(question.faults(value)) else _words(question, value, known)


def raw(value: Any) -> str:
    """Return any JSON as text; text as itself."""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@singledispatch
def _words(question: Question, value: Any, known: Known) -> str:  # noqa: ARG001
    return raw(value)


@_words.register
def _(question: Choice, value: Any, _known: Known) -> str:
    return next(each.label for each in question.options if each.id == value)


@_words.register
def _(question: Many, value: Any, _known: Known) -> str:
    return ", ".join(each.label for each in question.options if each.id in value)


@_words.register
def _(question: Scale, value: Any, _known: Known) -> str:
    return f"{value:g} of {question.high:g}"


@_words.register
def _(question: Amount, value: Any, _known: Known) -> str:
    typed = round(value * 100, 10) if question.percent else value
    return f"{number(typed)} {question.unit}".strip()


@_words.register
def _(question: Money, value: Any, known: Known) -> str:
    currency = known.answers.get(question.currency)
    return f"{currency if isinstance(currency, str) else ''} {money(value)}".strip()


@_words.register
def _(_: Day, value: Any, _known: Known) -> str:
    return long_day(date.fromisoformat(value))


@_words.register
def _(_: Cards, value: Any, known: Known) -> str:
    return ", ".join(known.names.get(each, NO_LONGER) for each in value)


@_words.register
def _(_: Curve, value: Any, _known: Known) -> str:
    return ", ".join(f"{year}: {value[year]:g}" for year in sorted(value))


def number(value: float) -> str:
    """Return a number as it was typed, in groups of three from ten thousand on: a year has none.

    >>> number(1998), number(12_500), number(0.035), number(-1250.5), number(1e12)
    ('1998', '12,500', '0.035', '−1250.5', '1,000,000,000,000')
    """
    whole = int(value) if value == int(value) else value
    text = f"{whole:,}" if abs(whole) >= 10_000 else f"{whole}"
    return text.replace("-", "−")


def money(value: float) -> str:
    """Return an amount as it was typed, in groups of three as in the sentences said back.

    >>> money(3500), money(-1250.5)
    ('3,500', '−1,250.5')
    """
    whole = int(value) if value == int(value) else value
    return f"{whole:,}".replace("-", "−")


def long_day(when: date) -> str:
    """Return a day with its year: a keepsake is read in another one.

    >>> long_day(date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{when.day} {when:%B} {when.year}"
