"""What lies in a window of time, according to a calendar."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Any

from quadrantlib.contentlines import Component, Contents
from quadrantlib.entries import WHOLE_DAY, Clocks, Entry, entry
from quadrantlib.recurrence import Work, occurrences, onsets
from quadrantlib.zones import zone_defined, zone_named

LONGEST = 200
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
        """Yield the part of every occurrence that lies in the window."""
        groups = [group for one in held.calendars for group in self._series(one)]
        for group in sorted(groups, key=_effort):
            yield from self._read(group)

    def _series(self, calendar: Component) -> list[list[Entry]]:
        clocks = self._clocks(calendar)
        series: dict[str, list[Entry]] = {}
        for number, component in enumerate(calendar.inside):
            if component.name == "VEVENT":
                found = self._entry(component, number, clocks)
                if found is not None:
                    self.read += 1
                    self.unread += not found.is_whole
                    series.setdefault(found.uid, []).append(found)
        return [group for entries in series.values() for group in _parted(entries)]

    def _entry(self, component: Component, number: int, clocks: Clocks) -> Entry | None:
        try:
            self._work.step()
            return entry(component, number, clocks)
        except Exception:  # noqa: BLE001  the library raises whatever a broken line makes it stumble on
            self.unread += 1
            return None

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
        try:
            return zone_defined(component, lambda rule, at: onsets(rule, at, years, self._work))
        except Exception:  # noqa: BLE001  as above
            return None

    def _read(self, group: list[Entry]) -> list[Suggested]:
        """Return the parts of a series; if it is too much or means nothing, of its first event."""
        try:
            return list(self._expanded([each.event for each in group]))
        except Exception:  # noqa: BLE001  as above
            self.unread += group[0].is_whole
        for name in ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"):
            group[0].event.pop(name, None)
        return list(self._span(group[0].event))

    def _expanded(self, events: list[Any]) -> Iterator[Suggested]:
        first, last = self._first - DAY, self._after + DAY
        for occurrence in occurrences(events, first, last, self._work):
            yield from self._span(occurrence)

    def _span(self, event: Any) -> Iterator[Suggested]:
        title = _clean(str(event["SUMMARY"]))
        if not title or event["STATUS"] == "CANCELLED":
            return
        begins, ends = event["DTSTART"].dt, event["DTEND"].dt
        days = _days(begins, ends, self._zone, is_flagged=WHOLE_DAY in event)
        if days is not None:
            if days[0] <= self._end and days[1] > self._start:
                yield Suggested(title, None)
            return
        length = min(_moment(ends, self._zone), self._after) - max(
            _moment(begins, self._zone), self._first
        )
        if length > timedelta(0):
            yield Suggested(title, length / timedelta(hours=1))


def _effort(group: list[Entry]) -> tuple[int, int]:
    """Return what to read first: what does not repeat, then what repeats by the shortest rule."""
    return (
        sum(each.repeats for each in group),
        sum(len(str(each.event.get("RRULE", ""))) for each in group),
    )


def _parted(entries: list[Entry]) -> list[list[Entry]]:
    """Return the series among entries of one UID: of an event its newest version, and its changes.

    Different events under one UID, which some programs write, stay different.
    """
    changes = [each for each in entries if each.is_change]
    cores = [each for each in entries if not each.is_change]
    newest = max((each.event["SEQUENCE"] for each in cores), default=-1)
    different = {
        (each.event["SUMMARY"], str(each.event["DTSTART"].dt)): each
        for each in cores
        if each.event["SEQUENCE"] == newest
    }
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
