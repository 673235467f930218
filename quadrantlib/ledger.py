"""What a cohort's earlier reports said, and of whom: as a value, with no answer and no name in it.

The key is not part of it. Who took part is held as keyed digests, so that the same person and the
same file are known again, and nobody is known from the ledger alone.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quadrantlib import strictjson
from quadrantlib.errors import Unreadable
from quadrantlib.submitted import Submission

FORMAT = "quadrant-ledger"
VERSION = 1
DIGITS = 16
IN_THE_REPORT = 1
"""The first bit of a file's sets: those that are counted in the report's own wave."""

Who = int
What = int


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
        Every file that some figure is about: its digest → whose it is, and its sets, a bit for
        each. A file of the wave before that was compared lacks the bit `IN_THE_REPORT`.
    """

    month: str
    wave: int
    files: Mapping[What, tuple[Who, int]]
    said: tuple[Said, ...]

    def members(self) -> Iterator[tuple[What, Who]]:
        """Yield the files of the report's own wave, and whose they are."""
        for what, (who, sets) in self.files.items():
            if sets & IN_THE_REPORT:
                yield what, who

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

    def _digest(self, kind: str, text: str) -> int:
        found = hmac.digest(self.key, f"{kind} {text}".encode(), "sha256")
        return int.from_bytes(found[: DIGITS // 2])

    def said(self, share: str) -> list[Said]:
        """Return all that was said of one share, the sets of all reports numbered through."""
        found, first = [], 0
        for report in self.reports:
            for each in report.said:
                if each.share == share:
                    minus = None if each.minus is None else first + each.minus
                    found.append(
                        Said(share, each.item, first + each.plus, minus, each.low, each.high)
                    )
            first += report.width()
        return found

    def sets(self, what: What) -> int:
        """Return the sets that a file stood in, numbered through as in `said`."""
        found, first = 0, 0
        for report in self.reports:
            found |= report.files.get(what, (0, 0))[1] << first
            first += report.width()
        return found

    def files(self) -> set[What]:
        """Return every file that some earlier figure is about."""
        return {what for report in self.reports for what in report.files}


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


def parse(text: str | bytes) -> Ledger:
    """Return the ledger that `text` holds.

    Raises
    ------
    Unreadable
        If it is none.
    """
    value = strictjson.loads(text)
    found = _ledger(value)
    if found is None:
        raise Unreadable("It is no ledger of this workbook.")
    return found


def dumps(ledger: Ledger) -> str:
    """Return the ledger as text that `parse` gives back as it was."""
    reports = [_written(cohort, report) for cohort, report in ledger.reports]
    head = {"format": FORMAT, "version": VERSION, "check": ledger.check}
    return strictjson.dumps({**head, "reports": reports})


def _written(cohort: str, report: Report) -> dict[str, Any]:
    files: dict[str, list[str]] = {}
    for what, (who, sets) in sorted(report.files.items()):
        files.setdefault(f"{sets:x}", []).append(f"{what:0{DIGITS}x}{who:0{DIGITS}x}")
    said = [[s.share, s.item, s.plus, s.minus, s.low, s.high] for s in report.said]
    head = {"cohort": cohort, "month": report.month, "wave": report.wave}
    return {**head, "said": said, "files": files}


def _ledger(value: Any) -> Ledger | None:
    try:
        if (value["format"], value["version"]) != (FORMAT, VERSION):
            return None
        reports = tuple((str(each["cohort"]), _report(each)) for each in value["reports"])
        return Ledger(str(value["check"]), reports)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _report(value: Any) -> Report:
    files = {
        int(line[:DIGITS], 16): (int(line[DIGITS:], 16), int(sets, 16))
        for sets, lines in value["files"].items()
        for line in lines
    }
    said = tuple(_said(*each) for each in value["said"])
    return Report(str(value["month"]), int(value["wave"]), files, said)


def _said(share: str, item: str, plus: int, minus: int | None, low: int, high: int) -> Said:  # noqa: PLR0913, PLR0917  a line of the file
    return Said(
        str(share), str(item), int(plus), None if minus is None else int(minus), int(low), int(high)
    )
