"""What is wrong with a file of this workbook, whichever of its formats it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from quadrantlib import invitation, journal, submitted, telling
from quadrantlib.errors import Unreadable
from quadrantlib.exercises import CATALOG
from quadrantlib.papers import LARGEST, VERSION, is_later
from quadrantlib.questions import Fault
from quadrantlib.schema import faults_in_journal
from quadrantlib.shape import FORMAT as JOURNAL
from quadrantlib.strictjson import loads
from quadrantlib.visible import where

LATER = "A later version of the workbook wrote it, so this one cannot tell."
TOO_LARGE = f"It is larger than {LARGEST // 1024} kB."
PAPERS: Mapping[str, Callable[[Any], list[Fault]]] = {
    submitted.FORMAT: lambda data: submitted.faults_in_submission(data, CATALOG),
    invitation.FORMAT: invitation.faults_in_invitation,
}
"""Format → what finds the faults of a paper; whatever is none of them is read as a journal."""


def faults_of(path: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield the file at `path`, or each `*.json` in the folder there, and what is wrong with it."""
    inside = sorted(path.glob("*.json")) if path.is_dir() else []
    for file in inside:
        yield file, [*_journal_among_others(file), *faults_in(file)]
    if not inside:
        yield path, faults_in(path)


def _journal_among_others(path: Path) -> Iterator[str]:
    """Yield what is said of a journal in a folder that others put files into."""
    try:
        value = loads(telling.content_in(path))
    except Unreadable:
        return
    if isinstance(value, dict) and value.get("format") == JOURNAL:
        yield (
            "This is a journal, and no submission. It is its owner’s alone: give it back, or "
            "delete it, and ask for a submission."
        )


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
