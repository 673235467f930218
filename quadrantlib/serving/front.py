"""What the landing page and the frame of every page say: read anew for every visit."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from quadrantlib.errands import (
    FORGOTTEN,
    File,
    dates_file,
    journal_file,
    keepsake_file,
    keepsake_page_file,
    said_of_return,
)
from quadrantlib.errors import Refused, Trouble
from quadrantlib.exercise import Exercise
from quadrantlib.exercises import CATALOG
from quadrantlib.journal import Journal
from quadrantlib.landing import Landing, landing
from quadrantlib.phrases import day
from quadrantlib.storage import SetAside, Snapshot, Storage

FILES: Mapping[str, Callable[[Journal, date], File]] = {
    "journal.json": journal_file,
    "dates.ics": dates_file,
    "keepsake.pdf": keepsake_file,
    "keepsake.html": keepsake_page_file,
}
"""What can be fetched → what makes it."""
LARGEST = 10_000_000
"""Bytes of a journal that may be brought back."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the landing page shows.

    Attributes
    ----------
    journal:
        The journal's place, as a person reads it.
    landing:
        The path.
    trouble:
        What stands in the way of reading the journal; None when nothing does.
    copy:
        The newest copy to go on from, when there is no journal; `copied` says when it was made.
    read_only:
        Whether a later version of the workbook wrote the journal.
    done:
        What was done just now, as a sentence; empty when nothing was.
    sample:
        Whether it is the journal of somebody made up.
    """

    journal: str
    landing: Landing
    trouble: Trouble | None = None
    copy: Snapshot | None = None
    copied: str = ""
    read_only: bool = False
    done: str = ""
    sample: bool = False


def look(journal: Path, catalog: Sequence[Exercise] = CATALOG) -> Page:
    """Return what the landing page shows now. A journal that cannot be read is a notice on it."""
    storage, today = _storage(journal), _now().astimezone().date()
    try:
        found = storage.read()
    except Trouble as trouble:
        page = Page(str(journal), landing(catalog, None, today), trouble)
    else:
        path = landing(catalog, found, today)
        page = Page(str(journal), path, read_only=found.read_only, sample=found.is_sample)
    copy = _copy(storage, page.trouble)
    if journal.exists() or not copy:
        return page
    when = copy.at.astimezone()
    copied = f"{day(when.date(), today)}, {when:%H:%M}"
    return replace(page, trouble=page.trouble or _gone(journal), copy=copy, copied=copied)


def bring_back(journal: Path, name: str) -> None:
    """Bring the copy called `name` back as the journal, unless there is a journal by now.

    Raises
    ------
    NotSaved, Unreadable, Newer
        As `Storage.restore`.
    """
    storage = _storage(journal)
    wanted = [copy for copy in storage.snapshots() if copy.name == name]
    if wanted and not journal.exists():
        storage.restore(wanted[0])


def forget(journal: Path) -> None:
    """Remove the journal and every copy of it; raises as `Storage.forget`."""
    _storage(journal).forget()


def forgotten(journal: Path) -> str:
    """Return what is said once everything is forgotten; nothing if there is a journal again."""
    return "" if journal.exists() else FORGOTTEN


def take_back(journal: Path, text: bytes) -> str:
    """Make the journal in `text` this one, and return what is said of it.

    Raises
    ------
    Refused
        If it is larger than any journal.
    NotSaved, Unreadable, Newer
        As `Storage.bring_back`; nothing was changed.
    """
    if len(text) > LARGEST:
        raise Refused(
            "This file is too large to be a journal.",
            "Your journal is as it was.",
            "Choose a journal of this workbook.",
        )
    return said_of_return(_storage(journal).bring_back(text))


def file_of(journal: Path, name: str) -> File:
    """Return the journal, what comes next for a calendar, or the keepsake; or raise Trouble."""
    found, today = _storage(journal).read(), _now().astimezone().date()
    return FILES[name](found, today)


def about(slug: str, catalog: Sequence[Exercise] = CATALOG) -> Mapping[str, Any]:
    """Return what the frame of a notebook's page says: where one is, and what lies on either side.

    Empty for a notebook that is no exercise.
    """
    places = {exercise.slug: index for index, exercise in enumerate(catalog)}
    if slug not in places:
        return {}
    here = places[slug]
    exercise = catalog[here]
    return {
        "slug": slug,
        "title": exercise.title,
        "why": exercise.why,
        "minutes": exercise.minutes,
        "rhythm": exercise.rhythm,
        "back": _neighbour(catalog, here - 1),
        "on": _neighbour(catalog, here + 1),
    }


def _neighbour(catalog: Sequence[Exercise], index: int) -> Mapping[str, str] | None:
    if not 0 <= index < len(catalog):
        return None
    other = catalog[index]
    return {"title": other.title, "path": f"/voila/render/{other.slug}.ipynb"}


def _copy(storage: Storage, trouble: Trouble | None) -> Snapshot | None:
    """Return the newest copy; after a journal was set aside, the newest that can be read."""
    if isinstance(trouble, SetAside):
        return trouble.snapshot
    return next(iter(storage.snapshots()), None)


def _gone(journal: Path) -> Trouble:
    return Trouble(
        f"{journal} is not there any more.",
        "Copies of it are.",
        "Go on from the newest, or begin anew: the next thing you write makes a new journal.",
    )


def _storage(journal: Path) -> Storage:
    return Storage(journal, now=_now, new_id=lambda: secrets.token_hex(16))


def _now() -> datetime:
    return datetime.now(UTC)
