"""A test begins where two whole minutes of the day are left, here and in UTC."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.midnight import wait

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("at", "zone", "seconds"),
    [
        ("23:57:59", UTC, 0),
        ("23:58:30", UTC, 90),
        ("00:00:00", UTC, 0),
        ("23:59:59", INDIA, 1),
        ("05:29:40", INDIA, 20),
        ("12:00:00", INDIA, 0),
    ],
)
def test_a_test_waits_for_the_day_it_would_end_on(at, zone, seconds) -> None:
    now = datetime.fromisoformat(f"2026-11-22T{at}").replace(tzinfo=zone)
    assert wait(now) == timedelta(seconds=seconds)
    assert wait(now + wait(now)) == timedelta()
