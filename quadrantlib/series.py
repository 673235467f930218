"""A series of calendar entries, as the library that knows recurrences wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from quadrantlib.contentlines import Line
from quadrantlib.entries import Clocks, Entry, as_moment, duration

KNOWN = frozenset({"FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST"})
"""The parts of a rule, beside those that begin with BY."""


def library_event(entry: Entry, number: int) -> tuple[Any, bool]:
    """Return an `icalendar.Event` that is called `number`, and whether all of it was read.

    Raises
    ------
    ValueError
        If its rule means nothing.
    """
    from icalendar import Event, Parameters
    from icalendar.prop import vDDDTypes, vInt, vText

    event = Event()
    event["DTSTART"], event["DTEND"] = vDDDTypes(entry.begins), vDDDTypes(entry.ends)
    event["UID"], event["SUMMARY"] = vText("series"), vText(str(number))
    event["SEQUENCE"] = vInt(entry.version)
    if entry.changes is not None:
        event["RECURRENCE-ID"] = vDDDTypes(entry.changes)
        line = next(entry.component.all("RECURRENCE-ID"))
        if line.parameter("RANGE").upper() == "THISANDFUTURE":
            event["RECURRENCE-ID"].params = Parameters({"RANGE": "THISANDFUTURE"})
    if entry.component.value("RRULE"):
        event["RRULE"] = _rule(entry)
    were_read = [_add_dates(event, name, entry) for name in ("RDATE", "EXDATE")]
    return event, all(were_read)


def _rule(entry: Entry) -> Any:
    from icalendar.prop import vRecur

    parts = "".join(entry.component.value("RRULE").upper().split()).split(";")
    named = [part for part in parts if part.partition("=")[0] in KNOWN or part.startswith("BY")]
    if "FREQ" not in {part.partition("=")[0] for part in named} or not _is_gregorian(parts):
        raise ValueError
    rule = vRecur.from_ical(";".join(named))
    if int(rule.get("INTERVAL", [1])[0]) < 1:
        raise ValueError
    if "UNTIL" in rule:
        rule["UNTIL"] = [_last(rule["UNTIL"][0], entry.begins)]
    return rule


def _is_gregorian(parts: list[str]) -> bool:
    scales = {part.partition("=")[2] for part in parts if part.startswith("RSCALE=")}
    return scales <= {"GREGORIAN"}


def _last(until: date, begins: date) -> date:
    """Return UNTIL as the library wants it: a day for days, UTC for moments."""
    if not isinstance(begins, datetime):
        return until.date() if isinstance(until, datetime) else until
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59))
    return (until if until.tzinfo else until.replace(tzinfo=begins.tzinfo)).astimezone(UTC)


def _add_dates(event: Any, name: str, entry: Entry) -> bool:
    """Put the days that were added or taken out into `event`; return whether all were read."""
    from icalendar.prop import vDDDLists

    dates, is_whole = [], True
    for line in entry.component.all(name):
        for written in line.value.rpartition(":")[2].split(","):
            try:
                dates.append(_date(line, written, entry.clocks))
            except (ValueError, OverflowError):
                is_whole = is_whole and not written.strip()
    if dates:
        event[name] = vDDDLists(dates)
    return is_whole


def _date(line: Line, written: str, clocks: Clocks) -> Any:
    begins, _, ends = written.partition("/")
    if not ends:
        return clocks.moment(line, begins)
    start = as_moment(clocks.moment(line, begins), clocks.floating)
    if ends.strip().upper().startswith("P"):
        return start, duration(ends.strip())
    return start, as_moment(clocks.moment(line, ends), clocks.floating)
