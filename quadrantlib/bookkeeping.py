"""The ledger's file and its key: the only module that opens them.

They lie beside the reports. The key is what tells whom the ledger is about, so only its owner reads
it. Without its key a ledger protects nobody, and without its ledger the next report knows nothing
of the earlier ones: neither is ever replaced by an empty one.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from quadrantlib import durable, ledger, mishaps
from quadrantlib.errors import NotSaved, Refused, Unreadable
from quadrantlib.handover import hand_over
from quadrantlib.ledger import Ledger, Past, Report

SAFE = "Nothing was written, and earlier reports stay as they are."


@dataclass(frozen=True, slots=True, repr=False)
class Book:
    """A ledger as it was found, its key, and where both lie."""

    path: Path
    key: bytes
    found: bytes | None
    ledger: Ledger

    def past(self, cohort: str) -> Past:
        """Return what earlier reports of `cohort` said."""
        return self.ledger.of(cohort, self.key)

    def keep(self, cohort: str, report: Report) -> None:
        """Write one more report down, before anybody sees it; once, if it only repeats the last.

        Raises
        ------
        NotSaved
            If it could not be: then the report must not be shown.
        Refused
            If another report was written down since the ledger was opened.
        """
        if self.past(cohort).reports[-1:] == (report,):
            return
        if durable.read(self.path) != self.found:
            raise Refused(
                "Another report was made in the meantime.", SAFE, "Make this report once more."
            )
        content = ledger.dumps(self.ledger.with_report(cohort, self.key, report))
        try:
            hand_over(_key_path(self.path), self.key)
            hand_over(self.path, content.encode())
        except NotSaved as fault:
            safe = "There is no new report, and earlier ones stay as they are."
            raise NotSaved(fault.what, safe, fault.now) from fault


def opened(path: Path) -> Book:
    """Return the ledger at `path`, an empty one with a new key if there is none.

    Raises
    ------
    Unreadable
        If it is no ledger, or cannot be opened.
    Refused
        If its key is not there, or is not the one that it was written with.
    """
    found, key = _content(path), _content(_key_path(path))
    if found is None:
        return Book(path, key or secrets.token_urlsafe(32).encode(), None, Ledger())
    book = Book(path, key or b"", found, _parsed(path, found))
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
    try:
        return durable.read(path)
    except OSError as fault:
        what = mishaps.unreadable(path, fault).what
        raise Unreadable(what, SAFE, "Allow it, or name another ledger with --ledger.") from fault


def _parsed(path: Path, found: bytes) -> Ledger:
    try:
        return ledger.parse(found)
    except Unreadable as fault:
        now = "Put back the file as it was: without it, two reports together may reveal somebody."
        raise Unreadable(f"{path} could not be read. {fault.what}", SAFE, now) from None
