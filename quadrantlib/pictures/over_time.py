"""Rounds from left to right, as pictures over time set them: this one is always the rightmost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.phrases import in_words
from quadrantlib.pictures.picture import HIGH, LOW, Shape

Rounds = Sequence[Mapping[str, Any]]
"""Rows with `day`: when the round began, as a date; None for this one."""

MOST = 13
"""Rounds that are drawn: with one a month, this one and a year before it."""
APART = 1.5
"""The most that two rounds lie apart, in units of the board."""
NAMED = 4
"""Rounds from which on the first has its day beside this one's: they do not meet on a phone."""
ENDS = LOW + 0.3, HIGH - 0.3
"""Between which rounds lie on a whole frame: so that the mark of this one stays on it."""
STANDS: Mapping[bool, tuple[Shape, str]] = {True: ("disc", "accent"), False: ("ring", "edge")}
"""How a sign is marked that was there, and one that was not: shape and color."""


def newest(rounds: Rounds) -> Rounds:
    """Return the rounds that are drawn."""
    return rounds[-MOST:]


def across(index: int, of: int, left: float, right: float) -> float:
    """Return where round `index` of so many lies between `left` and `right`.

    >>> across(0, 1, 0, 4), across(0, 3, 0, 4), across(2, 3, 0, 4)
    (4.0, 1.0, 4.0)
    """
    step = min(APART, (right - left) / max(1, of - 1))
    return float(right - (of - 1 - index) * step)


def spoken(day: str | None) -> str:
    """Return the day of a round as it is said beside others.

    >>> spoken("2026-10-05"), spoken(None)
    ('5 October 2026', 'this time')
    """
    when = date.fromisoformat(day) if day else None
    return f"{when.day} {when:%B %Y}" if when else "this time"


def short(day: str | None) -> str:
    """Return the day of a round as it stands under a mark.

    >>> short("2026-10-05"), short(None)
    ('5 Oct 2026', 'this time')
    """
    when = date.fromisoformat(day) if day else None
    return f"{when.day} {when:%b %Y}" if when else "this time"


def there(number: int, of: int, day: str | None) -> str:
    """Return how many signs were there, as a title.

    >>> there(0, 4, None), there(2, 3, "2026-10-05")
    ('Signs there this time: none of four', 'Signs there on 5 October 2026: two of three')
    """
    when = f"on {spoken(day)}" if day else "this time"
    return f"Signs there {when}: {in_words(number)} of {in_words(of)}"
