"""What comes next, as a calendar file. Others may see that calendar: it holds no answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from quadrantlib.exercises import by_slug

Row = Mapping[str, str]


def calendar_of(rows: Iterable[Row], journal_id: str, today: date) -> bytes:
    """Return whole days, one for each of `rows` (`date`, `slug`, `title`), as iCalendar.

    Taken in again later, a round that comes on another day by then moves there.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Quadrant//What comes next//EN")
    calendar.add("version", "2.0")
    for row in rows:
        event = Event()
        for name, value in _fields(row, journal_id, today).items():
            event.add(name, value)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _fields(row: Row, journal_id: str, today: date) -> Mapping[str, str | date]:
    when = date.fromisoformat(row["date"])
    return {
        "uid": _uid(row, journal_id),
        "dtstamp": datetime.combine(today, time(), UTC),
        "dtstart": when,
        "dtend": when + timedelta(days=1),
        "summary": row["title"],
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
    }


def _uid(row: Row, journal_id: str) -> str:
    """Return the same name for the same thing, another one in every journal; it tells nothing."""
    comes_round = row["title"] == by_slug(row["slug"]).title
    thing = [journal_id, row["slug"], row["title"], "" if comes_round else row["date"]]
    return f"{hashlib.sha256(' '.join(thing).encode()).hexdigest()[:32]}@quadrant"
