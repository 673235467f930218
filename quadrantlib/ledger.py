"""What a cohort's earlier reports said, and of whom: as a value, with no answer and no name in it.

The key is not part of it. Who took part is held as keyed digests, so that the same person and the
same file are known again, and nobody is known from the ledger alone. Of the files there may be many
thousands: they are gone through where they lie, and never held.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from quadrantlib.submitted import Submission

DIGITS = 16
IN_THE_REPORT = 1
"""The first bit of a file's sets: those that are counted in the report's own wave."""

Who = str
What = str
"""The digest of a person, and of a file: `DIGITS` hexadecimal digits."""


class Stood(NamedTuple):
    """A file that some figure is about: whose it is, and its sets, a bit for each.

    A file of the wave before that was compared lacks the bit `IN_THE_REPORT`.
    """

    what: What
    who: Who
    sets: int


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that was published, about sums over sets of files.

    The contributions to `item` of the files in the set `plus`, less those in `minus` (a set's
    number is its bit; None: no set), are together at least `low` and at most `high`.
    """

    share: str
    item: str
    plus: int
    minus: int | None
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was made.

    Attributes
    ----------
    wave:
        From 1 on; a report that only repeats or adds to the one before is of the same wave.
    files:
        Every file that some figure is about, those with the same sets in a row. They are gone
        through more than once, so it begins anew each time.
    """

    month: str
    wave: int
    files: Iterable[Stood] = field(repr=False, compare=False)
    said: tuple[Said, ...]

    def repeats(self, other: Report) -> bool:
        """Whether both say the same of the same files."""
        return self == other and all(a == b for a, b in zip_longest(self.files, other.files))

    def width(self) -> int:
        """Return how many sets there are."""
        numbers = [number for each in self.said for number in (each.plus, each.minus)]
        return 1 + max((number for number in numbers if number is not None), default=0)


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier reports of one cohort, oldest first, and the key to who is in them."""

    key: bytes = field(default=b"", repr=False)
    reports: tuple[Report, ...] = ()

    def who(self, submission: Submission) -> Who:
        """Return the digest of whose file it is."""
        return self._digest("who", submission.participant)

    def what(self, submission: Submission) -> What:
        """Return the digest of the file itself."""
        return self._digest("what", submission.digest)

    def _digest(self, kind: str, text: str) -> str:
        return hmac.digest(self.key, f"{kind} {text}".encode(), "sha256").hex()[:DIGITS]

    def numbered(self) -> Iterator[tuple[int, Report]]:
        """Yield the reports, each with the number of its first set: all are numbered through."""
        first = 0
        for report in self.reports:
            yield first, report
            first += report.width()

    def said(self, share: str) -> list[Said]:
        """Return all that was said of one share, the sets of all reports numbered through."""
        return [
            replace(
                each,
                plus=first + each.plus,
                minus=None if each.minus is None else first + each.minus,
            )
            for first, report in self.numbered()
            for each in report.said
            if each.share == share
        ]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The reports of every cohort, oldest first; `check` tells the right key from another."""

    check: str = ""
    reports: tuple[tuple[str, Report], ...] = field(default=())

    def of(self, cohort: str, key: bytes) -> Past:
        """Return what is past in one cohort."""
        return Past(
            key, tuple(report for name, report in self.reports if name == cohort.casefold())
        )

    def fits(self, key: bytes) -> bool:
        """Whether `key` is the one that it was written with."""
        return hmac.compare_digest(self.check, check(key)) or not self.reports

    def with_report(self, cohort: str, key: bytes, report: Report) -> Ledger:
        """Return the ledger with one more report."""
        return Ledger(check(key), (*self.reports, (cohort.casefold(), report)))


def check(key: bytes) -> str:
    """Return what tells whether a key is the right one, and nothing else about it."""
    return hmac.digest(key, b"ledger", "sha256").hex()[:DIGITS]
