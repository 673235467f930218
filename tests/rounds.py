"""Rounds as `read` sees them."""

from __future__ import annotations

from datetime import date

from quadrantlib.exercise import Round
from quadrantlib.questions import Answers


def written(answers: Answers, on: date, name: str = "now", changed: date | None = None) -> Round:
    """Return a round that was begun `on` that day, and changed last on that day or a later one."""
    return Round(name, on, answers, changed or on)
