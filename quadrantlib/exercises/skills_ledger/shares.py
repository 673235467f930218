"""What of it may leave: how much of a quarter one keeps, and never what it was."""

from __future__ import annotations

from quadrantlib.rounding import to_step
from quadrantlib.shares import Figures, Level


def _deposited(found: Figures) -> int | None:
    shares = found.get("shares")
    return to_step(shares["deposited"], 10) if shares else None


SHARES = (
    Level(
        name="deposited",
        title="Objectives that leave a skill",
        of=("leaves",),
        take=_deposited,
        high=100,
        step=10,
        unit="% of the objectives",
    ),
)
