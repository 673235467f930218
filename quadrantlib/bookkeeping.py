"""The ledger's file and its key: the only module that opens them.

They lie beside the reports. The key is what tells whom the ledger is about, so only its owner reads
it. Without its key a ledger protects nobody, and without its ledger the next report knows nothing
of the earlier ones: neither is ever replaced by an empty one.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from quadrantlib import durable, ledgertext, mishaps
from quadrantlib.errors import Refused, Unreadable
from quadrantlib.handover import Content
from quadrantlib.ledger import Ledger, Past, Report

_T = TypeVar("_T")
SAFE = "Nothing was written, and earlier reports stay as they are."


@dataclass(frozen=True, slots=True, repr=False)
class Book:
    """A ledger, its key, where both lie, and the digest of the file as it was found."""

    path: Path
    key: bytes
    found: str
    ledger: Ledger

    @property
    def cohorts(self) -> set[str]:
        """The names of the cohorts it has reports of."""
        return {name for name, _ in self.ledger.reports}

    def past(self, cohort: str) -> Past:
        """Return what earlier reports of `cohort` said."""
        return self.ledger.of(cohort, self.key)

    def files(self, cohort: str, report: Report) -> list[tuple[Path, Content]]:
        """Return what has to be written to write one more report down, the ledger last.

        None, if the report only repeats the last one.

        Raises
        ------
        Refused
            If another report was written down since the ledger was opened.
        """
        last = self.past(cohort).reports[-1:]
        if last and report.repeats(last[0]):
            return []
        if _digest(self.path) != self.found:
            raise Refused(
                "Another report was made in the meantime.", SAFE, "Make this report once more."
            )
        content = ledgertext.written(self.ledger.with_report(cohort, self.key, report))
        return [
            (_key_path(self.path), self.key),
            (self.path, (part.encode() for part in content)),
        ]


def opened(path: Path) -> Book:
    """Return the ledger at `path`, an empty one with a new key if there is none.

    Raises
    ------
    Unreadable
        If it is no ledger, or cannot be opened.
    Refused
        If its key is not there, or is not the one that it was written with.
    """
    found, key = _digest(path), _content(_key_path(path))
    if not found:
        return Book(path, key or secrets.token_urlsafe(32).encode(), found, Ledger())
    book = Book(path, key or b"", found, _parsed(path))
    if not book.ledger.fits(book.key):
        raise Refused(
            f"The key of {path} is missing or another one, so it cannot tell who was in a report.",
            SAFE,
            f"Put the file {_key_path(path).name} back that lay beside it.",
        )
    return book


def _key_path(path: Path) -> Path:
    return path.with_suffix(".key")


def _content(path: Path) -> bytes | None:
    return _looked_at(path, lambda file: file.read())


def _digest(path: Path) -> str:
    """Return what tells whether the file at `path` was changed; empty if there is none."""
    found = _looked_at(path, lambda file: hashlib.file_digest(file, "sha256").hexdigest())
    return found or ""


def _looked_at(path: Path, look: Callable[[BufferedReader], _T]) -> _T | None:
    try:
        file = durable.opened(path)
        if file is None:
            return None
        with file:
            return look(file)
    except OSError as fault:
        what = mishaps.unreadable(path, fault).what
        raise Unreadable(what, SAFE, "Allow it, or name another ledger with --ledger.") from fault


def _parsed(path: Path) -> Ledger:
    try:
        return ledgertext.parse(lambda: _there(path))
    except Unreadable as fault:
        now = "Put back the file as it was: without it, two reports together may reveal somebody."
        raise Unreadable(f"{path} could not be read. {fault.what}", SAFE, now) from None


def _there(path: Path) -> BufferedReader:
    file = durable.opened(path)
    if file is None:
        raise FileNotFoundError(path)
    return file
