"""Amounts, rates, years and days as the sentences about a number say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quadrantlib.phrases import count, money


@dataclass(frozen=True, slots=True)
class Said:
    """Says amounts of one reading, each with the same few words behind it."""

    found: Mapping[str, Any]
    behind: str = ""

    def __call__(self, amount: float) -> str:
        return f"{money(amount, self.found.get('currency', ''))} {self.behind}".strip()


def rate(fraction: float) -> str:
    """Return a rate in hundredths, as exact as it was given.

    >>> rate(0.035), rate(0.05), rate(-0.01)
    ('3.5 %', '5 %', '−1 %')
    """
    return f"{fraction * 100:.4g} %".replace("-", "−")


def far(years: float) -> str:
    """Return years that lie ahead, without pretending to be exact.

    >>> far(0.4), far(1.2), far(16.94), far(5e9)
    ('less than a year', 'about one year', 'about 17 years', 'more than two hundred years')
    """
    if years < 0.75:
        return "less than a year"
    return "more than two hundred years" if years > 200 else f"about {count(round(years), 'year')}"


def tenths(years: float) -> str:
    """Return years or parts of them, to the tenth.

    >>> tenths(0.83), tenths(1), tenths(-2.04), tenths(0.01)
    ('0.8 years', 'one year', '2 years', 'hardly any time')
    """
    size = round(abs(years), 1)
    named = {0.0: "hardly any time", 1.0: "one year"}
    return named.get(size, f"{size:,.1f} years".replace(".0 ", " "))


def dated(iso: str) -> str:
    """Return a day with its year: it may be read long after.

    >>> dated("2026-11-22")
    '22 November 2026'
    """
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B} {when.year}"
