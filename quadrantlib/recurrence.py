"""The occurrences of an event, for no more work than a page may wait for.

What a rule means is the library's to know. But its walk goes on to the year 9999 where nothing
matches, and in place where the interval is zero: here every stride of it is counted, and it ends
where the days one looks at end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Self

from quadrantlib.entries import Entry
from quadrantlib.series import library_event

LONGEST_RULE = 2000
"""Letters; every day of a year by its number takes 1400."""
UNITS = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
MONTHS = {"YEARLY": 12, "MONTHLY": 1}
SLACK = timedelta(days=2)
"""By how much two clocks may differ, zones and summer time included."""


class TooMuchWork(Exception):
    """No more work may go into this calendar."""


class Work:
    """What may still go into a calendar: so many steps, and seconds by the `clock` handed in."""

    def __init__(self, clock: Callable[[], float], seconds: float, steps: int) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self._steps = steps

    def part(self, steps: int) -> Work:
        """Return so many steps of it, to be done in the same time."""
        return Work(self._clock, self._end - self._clock(), steps)

    def step(self) -> None:
        """Count one step, or raise TooMuchWork."""
        self._steps -= 1
        if self._steps < 0 or self._clock() > self._end:
            raise TooMuchWork


class Stride(int):
    """The interval of a rule, which counts how often the walk adds it."""

    def __new__(cls, interval: int, most: int, work: Work) -> Self:
        """Return an interval that raises `Passed` when it is added more than `most` times."""
        made = super().__new__(cls, interval)
        made.left = most
        made.work = work
        return made

    left: int
    work: Work

    def _count(self) -> int:
        self.work.step()
        self.left -= 1
        if self.left < 0:
            raise Passed
        return int(self)

    def __radd__(self, other: int) -> int:
        return other + self._count()

    def __mul__(self, other: int) -> int:
        return self._count() * other


class Passed(Exception):
    """The walk is past what one looks at."""


class Rule:
    """A recurrence rule that is walked only from shortly before what one looks at to its end.

    Parameters
    ----------
    rule:
        A `dateutil.rrule.rrule`.
    text:
        How it was written, in capitals: `FREQ=WEEKLY;INTERVAL=2`.
    start:
        Its first moment; raises ValueError where the interval is not positive.
    """

    def __init__(self, rule: Any, text: str, start: datetime, work: Work) -> None:
        parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
        self.string = text
        self.until = getattr(rule, "until", None)
        self._rule, self._start, self._work = rule, start, work
        self._often = parts.get("FREQ", "")
        self._interval = int(parts.get("INTERVAL", 1))
        self._is_counted = "COUNT" in parts
        if self._interval < 1 or len(text) > LONGEST_RULE:
            raise ValueError

    def between(self, after: datetime, before: datetime, **_: Any) -> Iterator[datetime]:
        """Yield every moment from `after` to `before`, both included."""
        start = self._near(after)
        stride = Stride(self._interval, self._strides(start, before), self._work)
        try:
            for moment in self._rule.replace(dtstart=start, interval=stride, cache=False):
                self._work.step()
                if moment > before:
                    return
                if moment >= after:
                    yield moment
        except Passed:
            return

    def _near(self, after: datetime) -> datetime:
        """Return a moment that the walk would come to by itself, shortly before `after`."""
        unit = UNITS.get(self._often)
        if unit is None or self._is_counted or after - SLACK <= self._start:
            return self._start
        stride = unit * self._interval
        return self._start + max(0, (after - SLACK - self._start) // stride - 1) * stride

    def _strides(self, start: datetime, before: datetime) -> int:
        """Return after how many strides from `start` the walk is surely past `before`."""
        unit, end = UNITS.get(self._often), before + SLACK
        if unit is not None:
            return max(0, (end - start) // (unit * self._interval)) + 2
        months = (end.year - start.year) * 12 + end.month - start.month
        return max(0, months // (MONTHS.get(self._often, 1) * self._interval)) + 2


def occurrences(
    entries: Sequence[Entry], first: datetime, last: datetime, work: Work
) -> tuple[list[tuple[Entry, date, date]], bool]:
    """Return every occurrence of one series from `first` to `last`, and whether all was read.

    Parameters
    ----------
    entries:
        An event, and what changes it: at most one of them changes nothing.

    Raises
    ------
    TooMuchWork
        When no more may be done.
    ValueError
        Among others, for a rule that means nothing: the library raises what it stumbles on.
    """
    from recurring_ical_events import EventAdapter, Series

    class Bounded(Series):  # type: ignore[misc]  # it ships no types
        class RecurrenceRules(Series.RecurrenceRules):  # type: ignore[misc]
            def rrulestr(self, rule_string: str) -> Any:
                return Rule(super().rrulestr(rule_string), rule_string, self.start, work)

    events, placed = [], []
    for number, entry in enumerate(entries):
        work.step()
        events.append(library_event(entry, number))
    for occurrence in Bounded([EventAdapter(each) for each, _ in events]).between(first, last):
        work.step()
        found = occurrence.as_component(keep_recurrence_attributes=False)
        placed.append((entries[int(found["SUMMARY"])], found["DTSTART"].dt, found["DTEND"].dt))
    return placed, all(is_whole for _, is_whole in events)


def onsets(text: str, start: datetime, years: range, work: Work) -> Iterator[datetime]:
    """Yield the moments of the rule `text` in `years`; raise ValueError if it means nothing."""
    from dateutil.rrule import rrulestr

    if text:
        text = ";".join(part for part in text.upper().split(";") if not part.startswith("UNTIL"))
        rule = Rule(rrulestr(text, dtstart=start), text, start, work)
        yield from rule.between(datetime(years[0], 1, 1), datetime(years[-1], 12, 31))  # noqa: DTZ001
