"""What lies in a window of time, according to a calendar."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

from quadrantlib.contentlines import Component, Contents
from quadrantlib.entries import Clocks, Entry, entry, may_repeat
from quadrantlib.recurrence import Work, occurrences, onsets
from quadrantlib.zones import zone_defined, zone_named

LONGEST = 200
ZONE_STEPS = 5000
"""A zone may change on so many days before what one looks at; since 1601, twice a year: 850."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A title from a calendar, and its hours in the window; None for what lasts whole days."""

    title: str
    hours: float | None


class Agenda:
    """What lies in a window, and how many entries were read, and how many not or not wholly."""

    def __init__(self, start: date, end: date, zone: tzinfo, work: Work) -> None:
        self._zone = zone
        self._work = work
        self._start, self._end = start, end
        self._first, self._after = _moment(start, zone), _moment(end + DAY, zone)
        self.read = 0
        self.unread = 0

    def spans(self, held: Contents) -> Iterator[Suggested]:
        """Yield the part of every occurrence that lies in the window.

        What is simple comes first: whatever work the rest asks for, it cannot be in the way.
        """
        for group in sorted(self._series(held), key=_effort):
            yield from self._read(group)

    def _series(self, held: Contents) -> list[list[Entry]]:
        placed = [
            (component, clocks)
            for clocks, calendar in ((self._clocks(each), each) for each in held.calendars)
            for component in calendar.inside
            if component.name == "VEVENT"
        ]
        series: dict[str, list[Entry]] = {}
        for number, (component, clocks) in enumerate(sorted(placed, key=_may_repeat)):
            found = self._entry(component, number, clocks)
            if found is not None:
                self.unread += not found.is_whole
                series.setdefault(found.uid, []).append(found)
        return [group for entries in series.values() for group in _parted(entries)]

    def _entry(self, component: Component, number: int, clocks: Clocks) -> Entry | None:
        try:
            self._work.step()
            found = entry(component, number, clocks)
        except Exception:  # noqa: BLE001  the library raises whatever a broken line makes it stumble on
            self.unread += 1
            return None
        self.read += 1
        return found

    def _clocks(self, calendar: Component) -> Clocks:
        described = {
            each.value("TZID"): each for each in calendar.inside if each.name == "VTIMEZONE"
        }

        @cache
        def named(name: str) -> tzinfo | None:
            known = zone_named(name)
            return known or (self._described(described[name]) if name in described else None)

        own = zone_named(calendar.value("X-WR-TIMEZONE"))
        return Clocks(named, own or self._zone, own or UTC)

    def _described(self, component: Component) -> tzinfo | None:
        years = range(self._start.year - 1, self._end.year + 2)
        work = self._work.part(ZONE_STEPS)
        try:
            return zone_defined(component, lambda rule, at: onsets(rule, at, years, work))
        except Exception:  # noqa: BLE001  as above
            return None

    def _read(self, group: list[Entry]) -> Iterator[Suggested]:
        """Yield the parts of a series; if it is too much or means nothing, of its first event."""
        alone = group[0]
        if len(group) == 1 and not may_repeat(alone.component):
            return self._span(alone, alone.begins, alone.ends)
        try:
            placed, is_whole = occurrences(group, self._first - DAY, self._after + DAY, self._work)
        except Exception:  # noqa: BLE001  as above
            placed, is_whole = [(alone, alone.begins, alone.ends)], False
        self.unread += alone.is_whole and not is_whole
        return (part for each in placed for part in self._span(*each))

    def _span(self, entry: Entry, begins: date, ends: date) -> Iterator[Suggested]:
        title = _clean(entry.title)
        if not title or entry.is_off:
            return
        days = _days(begins, ends, self._zone, is_flagged=entry.lasts_days)
        if days is not None:
            if days[0] <= self._end and days[1] > self._start:
                yield Suggested(title, None)
            return
        first, after = _moment(begins, self._zone), _moment(ends, self._zone)
        length = min(after, self._after) - max(first, self._first)
        if length > timedelta(0):
            yield Suggested(title, length / timedelta(hours=1))


def _may_repeat(placed: tuple[Component, Clocks]) -> bool:
    return may_repeat(placed[0])


def _effort(group: list[Entry]) -> tuple[int, int]:
    """Return what to read first: what does not repeat, then what repeats by the shortest rules."""
    repeating = [each for each in group if may_repeat(each.component)]
    return len(repeating), sum(len(each.component.value("RRULE")) for each in repeating)


def _parted(entries: list[Entry]) -> list[list[Entry]]:
    """Return the series among entries of one UID: of an event its newest version, and its changes.

    Different events under one UID, which some programs write, stay different.
    """
    changes = [each for each in entries if each.changes is not None]
    cores = [each for each in entries if each.changes is None]
    newest = max((each.version for each in cores), default=-1)
    different = {(each.title, each.begins): each for each in cores if each.version == newest}
    first, *others = [[each] for each in different.values()] or [[]]
    return [each for each in ([*first, *changes], *others) if each]


def _days(begins: date, ends: date, zone: tzinfo, *, is_flagged: bool) -> tuple[date, date] | None:
    """Return the first day and the one after the last, if an event lasts whole days; else None.

    Whole days may be written as midnights, in the event's own zone or in the person's, or stop a
    minute short of one; flagged ones are taken at their word.
    """
    if not isinstance(begins, datetime) or not isinstance(ends, datetime):
        return begins, ends
    minute = timedelta(minutes=1)
    for where in (begins.tzinfo, zone):
        first, last = begins.astimezone(where), ends.astimezone(where) + minute
        is_midnight = first.time() == time() and last.time() <= time(0, 1)
        if is_midnight and first.date() < last.date():
            return first.date(), last.date()
    if is_flagged:
        first, last = begins.astimezone(zone), ends.astimezone(zone)
        return first.date(), max(last.date(), first.date() + DAY)
    return None


def _moment(when: date, zone: tzinfo) -> datetime:
    """Return `when` in UTC, so that a night in which the clock changes has its true length."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(), zone)
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)


def _clean(title: str) -> str:
    """Return `title` on one line, without control, direction and zero-width characters."""
    shown = "".join(
        letter for letter in title if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    return " ".join(shown.split())[:LONGEST]
