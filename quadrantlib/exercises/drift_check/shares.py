"""What of it may leave: how much moved, how recent the moments are, and never a word of either."""

from __future__ import annotations

from operator import methodcaller

from quadrantlib.exercises.drift_check.questions import DIRECTION, HOLDS, MOMENTS, MOTION
from quadrantlib.shares import Figures, Level, One

MOST_SIGNS = 5


def _signs(found: Figures) -> int | None:
    return min(found["signs_present"], MOST_SIGNS) if found.get("signs_asked") else None


SHARES = (
    One(
        name="holds",
        title="Does the reason still hold?",
        of=("holds",),
        take=methodcaller("get", "holds"),
        options=HOLDS.options,
    ),
    One(
        name="direction",
        title="Toward the reason, or away from it",
        of=("direction",),
        take=methodcaller("get", "direction"),
        options=DIRECTION.options,
    ),
    Level(
        name="motion",
        title="How much was in motion",
        of=tuple(part.name for part in MOTION.parts),
        take=methodcaller("get", "motion"),
        high=20,
        unit="of 20",
    ),
    Level(
        name="moments",
        title="Moments within a month",
        of=tuple(part.name for part in MOMENTS.parts),
        take=methodcaller("get", "recent_moments"),
        high=5,
        unit="of 5",
    ),
    Level(
        name="signs",
        title="Signs that are there today",
        of=("present",),
        take=_signs,
        high=MOST_SIGNS,
        unit="of those you named",
    ),
)
