"""What a calendar file says took one's time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date
from functools import cache
from typing import Self
from warnings import catch_warnings

from quadrantlib.agenda import Agenda, Suggested
from quadrantlib.contentlines import contents
from quadrantlib.errors import Trouble, Unreadable
from quadrantlib.recurrence import Work
from quadrantlib.zones import zone_or_utc

AT_MOST = 40
SECONDS, STEPS = 2.0, 200_000
"""The work that goes into one calendar; a full one takes a hundredth."""
KNOWN_GOOD = """BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20240102T090000
DTEND;TZID=Europe/Berlin:20240102T100000
RRULE:FREQ=WEEKLY;COUNT=2
SUMMARY:Known
END:VEVENT"""


class Suggestions(tuple[Suggested, ...]):  # noqa: SLOT001  a tuple cannot have any
    """What a calendar suggests, and of how many entries not all could be read: `unread`."""

    unread: int

    def __new__(cls, suggested: Iterable[Suggested], unread: int) -> Self:
        """Return the suggestions, with how many entries could not be read."""
        made = super().__new__(cls, suggested)
        made.unread = unread
        return made


def tasks_from_calendar(
    text: str, start: date, end: date, zone: str, clock: Callable[[], float] = float
) -> Suggestions:
    """Return what the calendar `text` (.ics) holds from `start` to `end`, both days included.

    Parameters
    ----------
    zone:
        An IANA name, for events without one of their own and for where a day begins; UTC is taken
        where it is unknown.
    clock:
        Seconds, from any beginning. After two of them no more is read; without a clock, after
        200,000 steps.

    Returns
    -------
    Suggestions
        Hours summed by title, largest first, at most 40; recurring events are expanded in their
        own zones, each is counted only as far as it lies in the window, cancelled ones are left
        out. Events that last whole days come last, without hours. What is broken in an event
        costs at most the event, and is counted.

    Raises
    ------
    Unreadable
        If it is no calendar. The sentence never quotes it.
    Trouble
        If not the file is at fault, but what should read it.
    """
    held = contents(text)
    with catch_warnings(action="ignore"):  # they quote the file
        agenda = Agenda(start, end, zone_or_utc(zone), Work(clock, SECONDS, STEPS))
        spans = list(agenda.spans(held))
    if agenda.unread and not _works():
        raise _unfit()
    if not agenda.read and not held.is_ended:
        raise _no_calendar()
    return Suggestions(_summed(spans), agenda.unread + held.strays)


def _no_calendar() -> Unreadable:
    return Unreadable(
        "This calendar file could not be read: it is not a whole .ics calendar.",
        "Your answers are as they were.",
        "Export it from your calendar once more, or write the names yourself.",
    )


@cache
def _works() -> bool:
    """Return whether what is surely whole can be read: else it is not the file that is at fault."""
    day = date(2024, 1, 9)
    agenda = Agenda(day, day, UTC, Work(float, SECONDS, STEPS))
    with catch_warnings(action="ignore"):
        found = list(agenda.spans(contents(KNOWN_GOOD)))
    return found == [Suggested("Known", 1.0)]


def _unfit() -> Trouble:
    return Trouble(
        "Calendar files cannot be read here: icalendar and recurring-ical-events, which the "
        "workbook reads them with, are not as it needs them. Your file is not at fault.",
        "Your answers are as they were.",
        "Install the workbook anew, or write the names yourself.",
    )


def _summed(spans: list[Suggested]) -> tuple[Suggested, ...]:
    titles: dict[str, str] = {}
    hours: dict[str, float] = {}
    for span in spans:
        key = span.title.casefold()
        titles.setdefault(key, span.title)
        hours[key] = hours.get(key, 0.0) + (span.hours or 0.0)
    largest = sorted(hours, key=lambda key: (-hours[key], key))[:AT_MOST]
    return tuple(Suggested(titles[key], round(hours[key], 2) or None) for key in largest)
