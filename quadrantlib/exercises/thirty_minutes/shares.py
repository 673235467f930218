"""What of it may leave: on about how many days there was something, and never what."""

from __future__ import annotations

from quadrantlib.questions import Option
from quadrantlib.shares import Figures, One

BANDS = (
    (0, Option("none", "On none of the last 28 days")),
    (7, Option("1-7", "On 1 to 7 of the last 28")),
    (14, Option("8-14", "On 8 to 14 of the last 28")),
    (28, Option("15+", "On 15 or more of the last 28")),
)
"""Up to so many days: the band."""


def _days(found: Figures) -> str | None:
    days = found.get("days")
    return None if days is None else next(str(o.id) for most, o in BANDS if days <= most)


SHARES = (
    One(
        name="days",
        title="Days with half an hour of one’s own",
        of=("date",),
        take=_days,
        options=tuple(option for _, option in BANDS),
    ),
)
