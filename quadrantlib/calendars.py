"""What a calendar file says took one's time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from warnings import catch_warnings
from zoneinfo import ZoneInfo

from quadrantlib.errors import Unreadable

AT_MOST = 40
LONGEST = 200
FLOODS = frozenset({"SECONDLY", "MINUTELY"})
"""Nobody's meetings; expanding them would keep a page waiting for minutes."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A title from a calendar, and its hours in the window; None for what lasts whole days."""

    title: str
    hours: float | None


def tasks_from_calendar(text: str, start: date, end: date, zone: str) -> tuple[Suggested, ...]:
    """Return what the calendar `text` (.ics) holds from `start` to `end`, both days included.

    Parameters
    ----------
    zone:
        An IANA name, for events without one of their own and for where a day begins; UTC is taken
        where it is unknown.

    Returns
    -------
    tuple of Suggested
        Hours summed by title, largest first, at most 40; recurring events are expanded in their
        own zones, each is counted only as far as it lies in the window, cancelled ones are left
        out. Events that last whole days come last, without hours.

    Raises
    ------
    Unreadable
        If it is no calendar. The sentence never quotes it.
    """
    found = _attempt(text, start, end, _zone(zone))
    if found is None:  # outside every `except`: nothing that quotes the file hangs on the trouble
        raise Unreadable(
            "This calendar file could not be read: it is not a whole .ics calendar.",
            "Your answers are as they were.",
            "Export it from your calendar once more, or write the names yourself.",
        )
    return _summed(found)


def _attempt(text: str, start: date, end: date, zone: tzinfo) -> list[Suggested] | None:
    try:
        with catch_warnings(action="ignore"):  # they quote the file
            events = list(_events(text, start, end))
        return [span for event in events for span in _span(event, start, end, zone)]
    except Exception:  # noqa: BLE001  the parsers raise whatever a broken file makes them stumble on
        return None


def _events(text: str, start: date, end: date) -> Iterator[Any]:
    """Yield every occurrence near the window; a day of slack for zones on each side."""
    from icalendar import Calendar
    from recurring_ical_events import CalendarQuery, of

    class Forgiving(CalendarQuery):  # type: ignore[misc]  # it ships no types
        """One broken event does not hide the others."""

        suppressed_errors = (Exception,)

    day = timedelta(days=1)
    calendars = Calendar.from_ical(text, multiple=True)
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise ValueError
    for calendar in calendars:
        calendar.subcomponents = [each for each in calendar.subcomponents if not _floods(each)]
        query = of(calendar, skip_bad_series=True, calendar_query=Forgiving)
        yield from query.between(start - day, end + 2 * day)


def _floods(component: Any) -> bool:
    rules = component.get("RRULE", [])
    listed = rules if isinstance(rules, list) else [rules]
    whole = [rule for rule in listed if isinstance(rule, dict)]  # a broken one is mere text
    return any(str(often).upper() in FLOODS for rule in whole for often in rule.get("FREQ", ()))


def _span(event: Any, start: date, end: date, zone: tzinfo) -> Iterator[Suggested]:
    title = _clean(str(event.get("SUMMARY", "")))
    if not title or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    begins, ends = event.start, event.end
    if not isinstance(begins, datetime):
        if begins <= end and ends > start:
            yield Suggested(title, None)
        return
    first, after = _moment(start, zone), _moment(end + timedelta(days=1), zone)
    length = min(_moment(ends, zone), after) - max(_moment(begins, zone), first)
    if length > timedelta(0):
        yield Suggested(title, length / timedelta(hours=1))


def _moment(when: date, zone: tzinfo) -> datetime:
    """Return `when` in UTC, so that a night in which the clock changes has its true length."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(), zone)
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)


def _summed(spans: list[Suggested]) -> tuple[Suggested, ...]:
    titles: dict[str, str] = {}
    hours: dict[str, float] = {}
    for span in spans:
        key = span.title.casefold()
        titles.setdefault(key, span.title)
        hours[key] = hours.get(key, 0.0) + (span.hours or 0.0)
    largest = sorted(hours, key=lambda key: (-hours[key], key))[:AT_MOST]
    return tuple(Suggested(titles[key], round(hours[key], 2) or None) for key in largest)


def _clean(title: str) -> str:
    """Return `title` on one line, without control, direction and zero-width characters."""
    shown = "".join(
        letter for letter in title if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    return " ".join(shown.split())[:LONGEST]


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
