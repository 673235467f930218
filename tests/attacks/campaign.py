"""Many cohorts attacked, and what it cost them: `python -m tests.attacks.campaign 0 1000`.

Prints every find, and by the number of people how much of the reports was withheld.
"""

from __future__ import annotations

import csv
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.attacks.attacker import Find
from tests.attacks.cohorts import Scene, scene
from tests.attacks.pipeline import reports
from tests.attacks.simulate import finds, story

ENDS = (11, 19, 29, 49, 60)
"""Cohorts of up to so many people stand in one line of the table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an attack on one cohort came to; figures are counted by (people, groups, report).

    `withheld` is what the audit withheld; what too few handed over is no figure at all.
    """

    named: str
    finds: tuple[Find, ...]
    refused: int
    shown: Counter[tuple[int, bool, int]]
    withheld: Counter[tuple[int, bool, int]]

    def serious(self) -> list[Find]:
        """Return the finds without those where insiders see which option it is not, and no more."""
        return [each for each in self.finds if each.goal != "option" or not each.insiders]


def outcome(made: Scene) -> Outcome:
    """Make a cohort's reports, and attack them."""
    tables = list(reports(made))
    shown, withheld = Counter[tuple[int, bool, int]](), Counter[tuple[int, bool, int]]()
    for number, (files, table) in enumerate(zip(made.reports, tables, strict=True), 1):
        people = sum(each.wave == max(e.wave for e in files) for each in files)
        for row in csv.DictReader(io.StringIO(table)):
            if row["people"] != "too few":
                counts = shown if row["shown"] else withheld
                counts[people, row["group"] != "", number] += 1
    found = tuple(finds(story(made, tables)))
    return Outcome(made.named, found, tables.count(""), shown, withheld)


def campaign(scenes: Iterable[Scene]) -> Iterator[Outcome]:
    """Attack many cohorts, on all cores."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        yield from pool.map(outcome, scenes, chunksize=5)


def table(outcomes: Iterable[Outcome]) -> str:
    """Return what part of the figures was withheld, by the number of people."""
    shown, withheld = Counter[tuple[int, bool, int]](), Counter[tuple[int, bool, int]]()
    for each in outcomes:
        shown, withheld = shown + each.shown, withheld + each.withheld
    lines = ["people    everybody          groups             second reports"]
    for start, end in zip((8, *(each + 1 for each in ENDS)), ENDS, strict=False):
        cells = [
            _part(shown, withheld, lambda key, e=end, s=start: s <= key[0] <= e and not key[1]),
            _part(shown, withheld, lambda key, e=end, s=start: s <= key[0] <= e and key[1]),
            _part(shown, withheld, lambda key, e=end, s=start: s <= key[0] <= e and key[2] > 1),
        ]
        lines.append(f"{start:2}–{end:2}     " + "".join(f"{cell:19}" for cell in cells))
    return "\n".join(line.rstrip() for line in lines)


def _part(shown: Counter, withheld: Counter, fits) -> str:
    out = sum(count for key, count in withheld.items() if fits(key))
    all_ = out + sum(count for key, count in shown.items() if fits(key))
    return f"{out / all_:5.1%} of {all_}" if all_ else "–"


if __name__ == "__main__":
    told = []
    for each in campaign(map(scene, range(int(sys.argv[1]), int(sys.argv[2])))):
        told.append(each)
        kinds = Counter((f.goal, f.share, f.item, len(f.people)) for f in each.finds)
        if kinds:
            print(each.named, dict(kinds), flush=True)  # noqa: T201
    print(table(told))  # noqa: T201
