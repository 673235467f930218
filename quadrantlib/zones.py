"""What a calendar file calls a time zone, as one to reckon with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from quadrantlib.contentlines import Component

OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2}):?(\d{2})?")
SPOKEN = re.compile(
    r"\(?(?:UTC|GMT|Z)\s*([+-])\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\).*)?", re.IGNORECASE
)
"""`GMT+05:30`, `UTC-3`, and the long names of Outlook, `(UTC+01:00) Amsterdam, Berlin …`."""
WALL_CLOCK = "%Y%m%dT%H%M%S"
Expand = Callable[[str, datetime], Iterator[datetime]]
"""The wall-clock moments that a rule and its beginning name in the years that are looked at."""


def zone_named(name: str) -> tzinfo | None:
    """Return the time zone called `name`, as calendar programs write it; None if nobody knows it.

    IANA names, also below a vendor's (`/mozilla.org/20050126_1/Europe/Berlin`), those of Windows,
    and offsets that stand for themselves.
    """
    name = name.strip().strip('"')
    parts = name.strip("/").split("/")
    for at in range(len(parts)):
        zone = _known("/".join(parts[at:]))
        if zone is not None:
            return zone
    spoken = SPOKEN.fullmatch(name)
    return timezone(_length(*spoken.groups())) if spoken and _fits(*spoken.groups()) else None


def _known(name: str) -> tzinfo | None:
    if not name:
        return None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    for spelt in (name, WINDOWS_TO_OLSON.get(name, ""), name.replace(" ", "_").title()):
        try:
            return ZoneInfo(spelt)
        except (KeyError, ValueError, OSError):  # OSError: a folder of zones, or a name too long
            continue
    return None


def zone_defined(component: Component, expand: Expand) -> tzinfo | None:
    """Return the zone that a VTIMEZONE describes; None where nothing of it can be read."""
    changes, before = [], []
    for part in component.inside:
        offset, earlier = _offset(part.value("TZOFFSETTO")), _offset(part.value("TZOFFSETFROM"))
        if offset is None:
            continue
        try:
            first = datetime.strptime(part.value("DTSTART")[:15], WALL_CLOCK)  # noqa: DTZ007
            onsets = [first, *expand(part.value("RRULE"), first), *_named_days(part)]
        except ValueError:
            onsets = [datetime.min]  # noqa: DTZ901  since ever
        changes += [(onset, offset) for onset in onsets]
        before.append((onsets[0], offset if earlier is None else earlier))
    return Described(sorted(changes), min(before)[1]) if changes else None


class Described(tzinfo):
    """A zone out of a file: on which wall-clock moments it changed, and to which offset."""

    def __init__(self, changes: list[tuple[datetime, timedelta]], before: timedelta) -> None:
        self._changes = changes
        self._before = before

    def utcoffset(self, when: datetime | None) -> timedelta:
        """Return the offset from UTC at the wall-clock moment `when`."""
        if when is None:
            return self._before
        bare = when.replace(tzinfo=None)
        return next((to for at, to in reversed(self._changes) if at <= bare), self._before)

    def dst(self, when: datetime | None) -> None:
        """Return None: the file does not say how much of an offset is summer's."""
        del when

    def tzname(self, when: datetime | None) -> None:
        """Return None: names of zones are shown nowhere."""
        del when


def _named_days(part: Component) -> Iterator[datetime]:
    for line in part.all("RDATE"):
        for written in line.value.split(","):
            yield datetime.strptime(written.strip()[:15], WALL_CLOCK)  # noqa: DTZ007


def _offset(text: str) -> timedelta | None:
    found = OFFSET.fullmatch(text)
    return _length(*found.groups()) if found and _fits(*found.groups()[:3]) else None


def _fits(_sign: str, hours: str, minutes: str | None) -> bool:
    return int(hours) <= 15 and int(minutes or 0) < 60


def _length(sign: str, hours: str, minutes: str | None, seconds: str | None = None) -> timedelta:
    length = timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    return -length if sign == "-" else length


def zone_or_utc(name: str) -> tzinfo:
    """Return the zone with that IANA name, or UTC."""
    return _known(name) or UTC
