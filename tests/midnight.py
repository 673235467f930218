"""Midnight, which no test should meet: what it read at its beginning would not hold at its end."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

A_TEST = timedelta(minutes=2)
"""Longer than any test takes, on a busy machine too."""


def wait(now: datetime) -> timedelta:
    """Return how long a test had better wait to see one day only, in this zone and in UTC."""
    left = min(_left(now), _left(now.astimezone(UTC)))
    return left if left < A_TEST else timedelta()


def _left(now: datetime) -> timedelta:
    tomorrow = now.date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), now.tzinfo) - now
