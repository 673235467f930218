"""What is wrong with a file of this workbook, whichever of its formats it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from quadrantlib import invitation, journal, submitted, telling
from quadrantlib.dropped import content_of, is_handed_in
from quadrantlib.errors import Unreadable
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import FILE
from quadrantlib.papers import LARGEST, VERSION, is_later
from quadrantlib.questions import Fault
from quadrantlib.schema import faults_in_journal
from quadrantlib.shape import FORMAT as JOURNAL
from quadrantlib.strictjson import loads
from quadrantlib.visible import where

LATER = "A later version of the workbook wrote it, so this one cannot tell."
TOO_LARGE = f"It is larger than {LARGEST // 1024} kB."
NO_SUBMISSION = (
    "This is a journal, and no submission. It is its owner’s alone: unless it is yours, delete it "
    "unread, and ask for the small file instead."
)
EMPTY = "There is no file in it whose name ends in .json."
MOST = 200
"""Files that are looked at to tell whether people hand in to a folder."""
PAPERS: Mapping[str, Callable[[Any], list[Fault]]] = {
    submitted.FORMAT: lambda data: submitted.faults_in_submission(data, CATALOG),
    invitation.FORMAT: invitation.faults_in_invitation,
}
"""Format → what finds the faults of a paper; whatever is none of them is read as a journal."""


def faults_of(path: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield the file at `path`, or each one handed in to the folder there, and what is wrong."""
    if not path.is_dir():
        handed_in = _is_journal(path) and _is_of_several_people(path.parent)
        yield path, [*([NO_SUBMISSION] if handed_in else []), *faults_in(path)]
        return
    inside = sorted(each for each in path.iterdir() if is_handed_in(each) or each.name == FILE)
    for file in inside:
        handed_in = len(inside) > 1 and _is_journal(file)
        yield file, [*([NO_SUBMISSION] if handed_in else []), *faults_in(file)]
    if not inside:
        yield path, [EMPTY]


def _is_journal(path: Path) -> bool:
    with suppress(Unreadable):
        return _fields(telling.content_in(path)).get("format") == JOURNAL
    return False


def _is_of_several_people(folder: Path) -> bool:
    """Whether submissions of two people lie in `folder`: those of one may lie beside a journal."""
    people = set()
    with suppress(OSError):
        for path in islice(filter(is_handed_in, folder.iterdir()), MOST):
            found = _fields(content_of(path))
            if found.get("format") == submitted.FORMAT:
                people.add(str(found.get("participant")))
    return len(people) > 1


def _fields(content: bytes | str) -> Mapping[str, Any]:
    """Return the fields of a file of ours; none, if it is none or there is no content."""
    with suppress(Unreadable):
        found = loads(content) if isinstance(content, bytes) else {}
        return found if isinstance(found, dict) else {}
    return {}


def faults_in(path: Path) -> list[str]:
    """Return what is wrong with the file at `path`, each with its place.

    The place is told by the names of fields, the reason never quotes what stands there.
    """
    try:
        content = telling.content_in(path)
        data = loads(content)
    except Unreadable as fault:
        return [fault.what]
    return _faults(data, len(content))


def _faults(data: Any, size: int) -> list[str]:
    format_ = data.get("format") if isinstance(data, dict) else None
    walk = PAPERS.get(format_) if isinstance(format_, str) else None
    if is_later(data, VERSION if walk else journal.VERSION):
        return [LATER]
    if walk and size > LARGEST:
        return [TOO_LARGE]
    found = walk(data) if walk else faults_in_journal(data, CATALOG)
    return [f"{where(place)} {reason}" for place, reason in found]
