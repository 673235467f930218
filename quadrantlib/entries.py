"""An entry of a calendar file, as the library that knows recurrences wants it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from quadrantlib.contentlines import Component, Line

WRITTEN = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$",
    re.IGNORECASE,
)
ALL_DAY = frozenset(
    {"X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"}
)
ESCAPED = re.compile(r"\\(.)")
WHOLE_DAY = "X-QUADRANT-WHOLE-DAY"


@dataclass(frozen=True, slots=True)
class Entry:
    """An `icalendar.Event`; `is_whole` tells whether all that was written could be read."""

    event: Any
    is_whole: bool

    @property
    def uid(self) -> str:
        """What tells its series from others."""
        return str(self.event["UID"])

    @property
    def is_change(self) -> bool:
        """Whether it changes one occurrence of a series."""
        return "RECURRENCE-ID" in self.event

    @property
    def repeats(self) -> bool:
        """Whether it may have more than one occurrence."""
        return "RRULE" in self.event or "RDATE" in self.event


@dataclass(frozen=True, slots=True)
class Clocks:
    """The zones of a calendar: by their names, for what names none, and for what is in UTC."""

    named: Callable[[str], tzinfo | None]
    floating: tzinfo
    universal: tzinfo = UTC

    def moment(self, line: Line, written: str | None = None) -> date:
        """Return when a line says, or one of several in it that is `written`; or raise ValueError.

        A date, or a datetime with a zone. A midnight that calls itself a date is one. The zone may
        hold colons of its own.
        """
        whole = f"{line.parameters}:{line.value}" if written is None else written.strip()
        found = WRITTEN.search(whole)
        if found is None:
            raise ValueError
        if written is None:
            line = Line(line.name, whole[: found.start()].rstrip(":"), line.value)
        year, month, day, hour, minute, second, offset = found.groups()
        on = date(int(year), int(month), int(day))
        at = None if hour is None else time(int(hour), int(minute), min(int(second or 0), 59))
        if at is None or (at == time() and line.parameter("VALUE").upper() == "DATE"):
            return on
        return self._placed(datetime.combine(on, at), offset, line.parameter("TZID"))

    def _placed(self, bare: datetime, offset: str | None, zone: str) -> datetime:
        if offset is None:
            return bare.replace(tzinfo=(self.named(zone) if zone else None) or self.floating)
        if offset in "Zz":
            return bare.replace(tzinfo=UTC).astimezone(self.universal)
        return datetime.fromisoformat(f"{bare.isoformat()}{offset[:3]}:{offset[-2:]}")


def entry(component: Component, number: int, clocks: Clocks) -> Entry:
    """Return the event that `component` describes; `number` tells it from those without a UID.

    Raises
    ------
    ValueError
        If it cannot be known when it is.
    """
    from icalendar import Event
    from icalendar.prop import vDDDTypes, vInt, vText

    event = Event()
    begins, ends = _span(component, clocks)
    event["DTSTART"], event["DTEND"] = vDDDTypes(begins), vDDDTypes(ends)
    event["UID"] = vText(component.value("UID") or f"entry {number}")
    event["SUMMARY"] = vText(ESCAPED.sub(_unescaped, component.value("SUMMARY")))
    event["STATUS"] = vText(component.value("STATUS").upper())
    event["SEQUENCE"] = vInt(_number(component.value("SEQUENCE")))
    if any(component.value(name).upper() in {"TRUE", "1"} for name in ALL_DAY):
        event[WHOLE_DAY] = vText("TRUE")
    parts = (
        _rule(event, component),
        _dates(event, component, clocks),
        _change(event, component, clocks),
    )
    if not parts[2]:
        event["UID"] = vText(f"entry {number}")
    return Entry(event, all(parts))


def _span(component: Component, clocks: Clocks) -> tuple[date, date]:
    """Return when an event begins and ends: two days, the second excluded, or two moments."""
    begins, ends = _first(component, "DTSTART", clocks), _first(component, "DTEND", clocks)
    if begins is None:
        raise ValueError
    if ends is None and component.value("DURATION"):
        length = _length(component.value("DURATION"))
        ends = _moment(begins, clocks.floating) + length
    if ends is None:
        ends = begins if isinstance(begins, datetime) else begins + timedelta(days=1)
    begins, ends = _alike(begins, ends, clocks.floating)
    if ends < begins:
        raise ValueError
    if ends == begins and not isinstance(ends, datetime):  # the last day, where the next is meant
        ends += timedelta(days=1)
    return begins, ends


def _alike(begins: date, ends: date, zone: tzinfo) -> tuple[date, date]:
    """Return a day and a moment as two days if the moment is a midnight, else as two moments."""
    if isinstance(begins, datetime) == isinstance(ends, datetime):
        return begins, ends
    moment = begins if isinstance(begins, datetime) else ends
    if isinstance(moment, datetime) and moment.time() == time():
        return _day(begins), _day(ends)
    return _moment(begins, zone), _moment(ends, zone)


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _moment(when: date, zone: tzinfo) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time(), zone)


def _first(component: Component, name: str, clocks: Clocks) -> date | None:
    """Return the first of the lines called `name` that can be read, or None if there is none."""
    lines = [line for line in component.all(name) if line.value.strip()]
    for line in lines:
        try:
            return clocks.moment(line)
        except ValueError:
            continue
    if lines:
        raise ValueError
    return None


def _rule(event: Any, component: Component) -> bool:
    """Put the rule of `component` into `event`; return False if there is one and it is broken."""
    from icalendar.prop import vRecur

    text = component.value("RRULE")
    if not text:
        return True
    try:
        rule = vRecur.from_ical(text)
        if int(rule.get("INTERVAL", [1])[0]) < 1 or "FREQ" not in rule:
            return False
        rule["UNTIL"] = [_last(each, event["DTSTART"].dt) for each in rule.get("UNTIL", [])]
    except (ValueError, TypeError, AttributeError, IndexError):
        return False
    if not rule["UNTIL"]:
        del rule["UNTIL"]
    event["RRULE"] = rule
    return True


def _last(until: date, begins: date) -> date:
    """Return UNTIL as the library wants it: a day for days, UTC for moments."""
    if not isinstance(begins, datetime):
        return _day(until)
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59))
    return (until if until.tzinfo else until.replace(tzinfo=begins.tzinfo)).astimezone(UTC)


def _dates(event: Any, component: Component, clocks: Clocks) -> bool:
    """Put the days that were added and taken out into `event`; return whether all were read."""
    from icalendar.prop import vDDDLists

    is_whole = True
    for name in ("RDATE", "EXDATE"):
        dates = []
        for line in component.all(name):
            for written in line.value.rpartition(":")[2].split(","):
                try:
                    dates.append(_date(line, written, clocks))
                except (ValueError, OverflowError):
                    is_whole = is_whole and not written.strip()
        if dates:
            event[name] = vDDDLists(dates)
    return is_whole


def _date(line: Line, written: str, clocks: Clocks) -> Any:
    begins, _, ends = written.partition("/")
    if not ends:
        return clocks.moment(line, begins)
    start = _moment(clocks.moment(line, begins), clocks.floating)
    if ends.strip().upper().startswith("P"):
        return start, _length(ends.strip())
    return start, _moment(clocks.moment(line, ends), clocks.floating)


def _change(event: Any, component: Component, clocks: Clocks) -> bool:
    """Put into `event` which occurrence it changes; return False if that cannot be read."""
    from icalendar import Parameters
    from icalendar.prop import vDDDTypes

    try:
        changed = _first(component, "RECURRENCE-ID", clocks)
    except ValueError:
        return False
    if changed is not None:
        lines = component.all("RECURRENCE-ID")
        range_ = next((line.parameter("RANGE") for line in lines), "").upper()
        event["RECURRENCE-ID"] = vDDDTypes(changed)
        if range_ == "THISANDFUTURE":
            event["RECURRENCE-ID"].params = Parameters({"RANGE": range_})
    return True


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _length(text: str) -> timedelta:
    from icalendar.prop import vDuration

    length: timedelta = vDuration.from_ical(text)  # type: ignore[no-untyped-call]
    return length


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1
