"""The entries of a calendar file: what, when, and whether it can be known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

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
REPEATING = frozenset({"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})


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
        if hour == "24":  # the midnight after
            on, hour = on + timedelta(days=1), "00"
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


@dataclass(frozen=True, slots=True)
class Entry:
    """An event: `begins` and `ends` are two days, the second excluded, or two moments.

    `changes` is the occurrence of a series that it changes. `is_whole` tells whether all that
    makes it what it is could be read.
    """

    component: Component
    clocks: Clocks
    begins: date
    ends: date
    uid: str
    changes: date | None
    is_whole: bool

    @property
    def title(self) -> str:
        """What it is called."""
        return ESCAPED.sub(_unescaped, self.component.value("SUMMARY"))

    @property
    def is_off(self) -> bool:
        """Whether it was called off."""
        return self.component.value("STATUS").upper() == "CANCELLED"

    @property
    def lasts_days(self) -> bool:
        """Whether it is flagged as lasting whole days."""
        return any(self.component.value(name).upper() in {"TRUE", "1"} for name in ALL_DAY)

    @property
    def version(self) -> int:
        """How often it was changed; -1 where it does not say."""
        text = self.component.value("SEQUENCE")
        return int(text) if text.isdecimal() and len(text) < 10 else -1


def may_repeat(component: Component) -> bool:
    """Return whether more than its beginning and end says when an event is."""
    return any(line.name in REPEATING for line in component.lines)


def entry(component: Component, number: int, clocks: Clocks) -> Entry:
    """Return the event that `component` describes; `number` tells it from those without a UID.

    Raises
    ------
    ValueError
        If it cannot be known when it is.
    """
    begins, ends = _span(component, clocks)
    own = f"entry {number}"
    try:
        changes, is_whole = first(component, "RECURRENCE-ID", clocks), True
    except ValueError:  # nobody knows what it changes: it stands alone
        changes, is_whole = None, False
    uid = component.value("UID") if is_whole else own
    return Entry(component, clocks, begins, ends, uid or own, changes, is_whole)


def _span(component: Component, clocks: Clocks) -> tuple[date, date]:
    """Return when an event begins and ends: two days, the second excluded, or two moments."""
    begins, ends = first(component, "DTSTART", clocks), first(component, "DTEND", clocks)
    if begins is None:
        raise ValueError
    if ends is None and component.value("DURATION"):
        length = duration(component.value("DURATION"))
        ends = as_moment(begins, clocks.floating) + length
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
    return as_moment(begins, zone), as_moment(ends, zone)


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def as_moment(when: date, zone: tzinfo) -> datetime:
    """Return a moment as it is, and of a day its midnight in `zone`."""
    return when if isinstance(when, datetime) else datetime.combine(when, time(), zone)


def first(component: Component, name: str, clocks: Clocks) -> date | None:
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


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def duration(text: str) -> timedelta:
    """Return the length that is written as in `PT1H30M`; or raise ValueError."""
    from icalendar.prop import vDuration

    length: timedelta = vDuration.from_ical(text)  # type: ignore[no-untyped-call]
    return length
