"""Reports of a large cohort, one wave after another, in a process of its own.

It prints how many people the last report is of, and the most memory that was held, in bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quadrantlib import bookkeeping
from quadrantlib.handover import hand_over_all
from quadrantlib.submitted import Submission
from tests.handed import handed, published
from tests.submissions import COHORT


@dataclass(frozen=True)
class Crowd:
    """What so many people handed in, in each of these months, made anew each time."""

    people: int
    months: tuple[str, ...]

    def __iter__(self) -> Iterator[Submission]:
        for month in self.months:
            for each in range(self.people):
                yield handed(each, month, motion=5 + each % 10, relief=5 * (each % 8))


def report(crowd: Crowd, path: Path) -> int:
    """Make a report as the command does, and write it down; return how many people it is of."""
    book = bookkeeping.opened(path)
    edition = published(crowd, book.past(COHORT))
    hand_over_all(book.files(COHORT, edition.report))
    return edition.published.people


if __name__ == "__main__":
    import resource  # Windows has none

    number, ledger = int(sys.argv[1]), Path(sys.argv[2])
    first = Crowd(number, ("2026-05",))
    report(first, ledger)
    report(first, ledger)
    found = report(Crowd(number, ("2026-05", "2026-11")), ledger)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(found, most * (1024 if sys.platform == "linux" else 1))  # noqa: T201  what is asked
