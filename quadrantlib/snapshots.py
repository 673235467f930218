"""Which copies of a journal are made, which are kept, and what they are called. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

EVERY = timedelta(minutes=10)
LAST = 10
DAILY_FOR = timedelta(days=30)

_STAMP = "%Y-%m-%dT%H%M%SZ"
_STAMPED = r"\d{4}-\d\d-\d\dT\d{6}Z"


@dataclass(frozen=True, slots=True, order=True)
class Snapshot:
    """A copy of the journal.

    Attributes
    ----------
    at:
        When it was made, in UTC, to the second.
    revision:
        The journal's revision at that time.
    name:
        Its file's name in the folder `.quadrant`.
    """

    at: datetime
    revision: int
    name: str


def stamp(now: datetime) -> str:
    """Return the time as it stands in file names, in UTC, without what a file name may not hold.

    >>> stamp(datetime(2026, 11, 22, 18, 4, 11, tzinfo=UTC))
    '2026-11-22T180411Z'
    """
    return now.astimezone(UTC).strftime(_STAMP)


def name_for(journal: PurePath, now: datetime, revision: int) -> str:
    """Return the name of a snapshot made now.

    >>> name_for(PurePath("journal.json"), datetime(2026, 11, 22, 18, 4, 11, tzinfo=UTC), 41)
    'journal.2026-11-22T180411Z-41.json'
    """
    return f"{journal.stem}.{stamp(now)}-{revision}{journal.suffix}"


def found_in(names: Iterable[str], journal: PurePath) -> tuple[Snapshot, ...]:
    """Return the snapshots of this journal, and of no other, among file names; newest first."""
    form = re.compile(rf"{re.escape(journal.stem)}\.({_STAMPED})-(\d+){re.escape(journal.suffix)}")
    matches = (form.fullmatch(name) for name in names)
    return tuple(sorted((_read(match) for match in matches if match), reverse=True))


def due(kept: Sequence[Snapshot], now: datetime) -> bool:
    """Whether the newest is ten minutes away; in the future, if the clock was set back, counts."""
    return not kept or abs(now - kept[0].at) >= EVERY


def to_drop(kept: Sequence[Snapshot], now: datetime) -> frozenset[Snapshot]:
    """Return the snapshots to give up: all but the last ten and each day's newest for 30 days.

    `kept` is newest first.
    """
    days: dict[object, Snapshot] = {}
    for each in kept:
        if now - each.at < DAILY_FOR:
            days.setdefault(each.at.date(), each)
    return frozenset(kept[LAST:]) - frozenset(days.values())


def _read(match: re.Match[str]) -> Snapshot:
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Snapshot(at, int(match[2]), match[0])
