"""What of it may leave: where the hours went, never which tasks they were."""

from __future__ import annotations

from typing import Any

from quadrantlib.quadrant import NAMES, PLACES
from quadrantlib.questions import Option
from quadrantlib.rounding import to_step, to_steps
from quadrantlib.shares import Figures, Level, Split


def _regions(found: Figures) -> Any:
    return to_steps(found["shares"]) if found.get("shares") else None


def _relief(found: Figures) -> Any:
    listed = found.get("listed_hours")
    return to_step(found.get("relief_hours", 0) / listed, 5) if listed else None


SHARES = (
    Split(
        name="regions",
        title="Where the hours went",
        of=("hours", "autonomy", "difficulty"),
        take=_regions,
        options=tuple(Option(place, NAMES[place]) for place in PLACES),
    ),
    Level(
        name="relief",
        title="Hours that would be a relief to lose",
        of=("if_gone",),
        take=_relief,
        high=100,
        step=5,
        unit="% of the hours",
    ),
)
