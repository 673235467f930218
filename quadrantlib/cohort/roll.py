"""Who is there, and who was there before: digests alone, in tables on disk.

It answers in numbers and in rows, one after the other, so a cohort may be as large as it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from quadrantlib.ledger import IN_THE_REPORT, Past, Stood
from quadrantlib.scratch import scratch
from quadrantlib.submitted import Submission

_TABLES: Final = """
CREATE TABLE there (
  what TEXT PRIMARY KEY, who TEXT, month TEXT, option TEXT, shares INTEGER,
  now INTEGER DEFAULT 0, before INTEGER DEFAULT 0, both INTEGER, sets TEXT DEFAULT '0'
) WITHOUT ROWID;
CREATE INDEX whose ON there (who, month, what);
CREATE TABLE stood (
  what TEXT, who TEXT, sets TEXT, member INTEGER, report INTEGER, wave INTEGER,
  PRIMARY KEY (what, report)
) WITHOUT ROWID;
CREATE INDEX theirs ON stood (who, report);
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands.

    Attributes
    ----------
    now, before:
        Whether it is of this wave, and whether of the wave before.
    both:
        The shares in which it is compared with another file of the same person.
    """

    now: bool
    before: bool
    both: frozenset[str]


Sets = Callable[[str, frozenset[str], Place], int]
"""A file's option, its shares, and where it stands → the sets that it is in, a bit for each."""


class Roll:
    """The files that are there, and those of earlier reports."""

    __slots__ = ("__weakref__", "_firsts", "_past", "_rows", "_shares")

    def __init__(self, past: Past) -> None:
        self._past, self._shares = past, list[str]()
        self._rows = scratch(self, _TABLES)
        self._firsts = [first for first, _ in past.numbered()]
        for number, report in enumerate(past.reports):
            rows = (
                (*each[:2], f"{each.sets:x}", each.sets & IN_THE_REPORT, number, report.wave)
                for each in report.files
            )
            self._rows.executemany("INSERT OR REPLACE INTO stood VALUES (?, ?, ?, ?, ?, ?)", rows)

    def note(self, file: Submission) -> None:
        """Note that a file is there."""
        option = next(iter(file.belongs.values()), "")
        digests = (self._past.what(file), self._past.who(file))
        self._rows.execute(
            "INSERT OR REPLACE INTO there (what, who, month, option, shares)"
            " VALUES (?, ?, ?, ?, ?)",
            (*digests, file.month, option, self._bits(file.shares)),
        )

    def place(self, file: Submission) -> Place:
        """Return where a file stands; nowhere, if it was not there when files were noted."""
        asked = "SELECT now, before, both FROM there WHERE what = ?"
        found = self._rows.execute(asked, (self._past.what(file),)).fetchone()
        now, before, both = found or (0, 0, 0)
        return Place(bool(now), bool(before), self._names(both or 0))

    def earlier(self, file: Submission) -> int:
        """Return the sets of earlier reports that a file stood in, as `Past.said` numbers them."""
        asked = "SELECT report, sets FROM stood WHERE what = ?"
        return self._numbered(self._rows.execute(asked, (self._past.what(file),)))

    def count(self) -> int:
        """Return how many files are of this wave."""
        return self._number("SELECT count(*) FROM there WHERE now")

    def others(self) -> int:
        """Return how many files are there that are not of this wave."""
        return self._number("SELECT count(*) FROM there WHERE NOT now")

    def take_fresh(self) -> None:
        """Let the wave begin with each person's latest file, if no earlier report has seen it."""
        self._rows.execute("""
            UPDATE there SET now = 1
            WHERE what NOT IN (SELECT what FROM stood) AND what = (
                SELECT what FROM there AS other WHERE other.who = there.who
                ORDER BY month DESC, what DESC LIMIT 1
            )""")

    def returned(self, report: int) -> bool:
        """Whether somebody who is in the wave is a member of that report."""
        asked = (
            "SELECT count(*) FROM there JOIN stood USING (who) WHERE now AND member AND report = ?"
        )
        return self._number(asked, report) > 0

    def take_again(self, wave: int) -> None:
        """Put those into the wave whom its earlier reports counted; of each person the latest."""
        self._rows.execute(
            "UPDATE there SET now = 1"
            " WHERE what IN (SELECT what FROM stood WHERE member AND wave = ?)",
            (wave,),
        )
        self._rows.execute("""
            UPDATE there SET now = 0
            WHERE now AND EXISTS (
                SELECT 1 FROM there AS other WHERE other.who = there.who AND other.now
                AND (other.month, other.what) > (there.month, there.what)
            )""")

    def came(self, report: int) -> int:
        """Return how many files are in the wave and no members of that report."""
        asked = """SELECT count(*) FROM there WHERE now
            AND what NOT IN (SELECT what FROM stood WHERE member AND report = ?)"""
        return self._number(asked, report)

    def left(self, report: int) -> int:
        """Return how many members of that report are not in the wave."""
        asked = """SELECT count(*) FROM stood WHERE member AND report = ?
            AND what NOT IN (SELECT what FROM there WHERE now)"""
        return self._number(asked, report)

    def compare_with(self, wave: int) -> int:
        """Find the members of that wave that are there; return how many people are in both.

        Of each person the file that was counted last.
        """
        self._rows.execute(
            """
            UPDATE there SET before = 1
            WHERE what IN (
                SELECT what FROM (
                    SELECT what, max(report) FROM stood JOIN there USING (what)
                    WHERE member AND wave = ? GROUP BY stood.who
                )
            )""",
            (wave,),
        )
        return self._number("""
            SELECT count(*) FROM there JOIN there AS other USING (who)
            WHERE there.now AND other.before""")

    def pair(self) -> None:
        """Note the shares that are in both files of everybody who is compared."""
        self._rows.execute("""
            UPDATE there SET both = shares & (
                SELECT shares FROM there AS other WHERE other.who = there.who
                AND other.now = there.before AND other.before = there.now
            ) WHERE now OR before""")

    def away(self) -> Iterator[tuple[int, int]]:
        """Yield each file that was counted and is neither in this wave nor in the one before.

        The wave that counted it last, and the sets that it stood in.
        """
        rows = self._rows.execute("""
            SELECT what, report, sets, wave * member FROM stood
            WHERE what NOT IN (SELECT what FROM there WHERE now OR before)
            ORDER BY what, report""")
        for _, found in groupby(rows, lambda row: row[0]):
            file = [row[1:] for row in found]
            if wave := max(wave for *_, wave in file):
                yield wave, self._numbered(row[:2] for row in file)

    def remember(self, sets: Sets) -> None:
        """Note the sets that each file is in which counts, or is compared."""

        def stands(option: str, shares: int, now: int, before: int, both: int | None) -> str:
            place = Place(bool(now), bool(before), self._names(both or 0))
            return f"{sets(option, self._names(shares), place):x}"

        self._rows.create_function("stands", 5, stands, deterministic=True)
        self._rows.execute(
            "UPDATE there SET sets = stands(option, shares, now, before, both)"
            " WHERE now OR both IS NOT NULL"
        )

    def __iter__(self) -> Iterator[Stood]:
        """Go through the files that are in some set, those in the same sets in a row."""
        asked = "SELECT what, who, sets FROM there WHERE sets <> '0' ORDER BY sets, what"
        for what, who, sets in self._rows.execute(asked):
            yield Stood(what, who, int(sets, 16))

    def _number(self, asked: str, *given: int) -> int:
        (number,) = self._rows.execute(asked, given).fetchone()
        return int(number)

    def _numbered(self, rows: Iterable[tuple[int, str]]) -> int:
        found = 0
        for report, sets in rows:
            found |= int(sets, 16) << self._firsts[report]
        return found

    def _bits(self, shares: Iterable[str]) -> int:
        found = 0
        for share in shares:
            if share not in self._shares:
                self._shares.append(share)
            found |= 1 << self._shares.index(share)
        return found

    def _names(self, bits: int) -> frozenset[str]:
        return frozenset(name for n, name in enumerate(self._shares) if bits >> n & 1)
