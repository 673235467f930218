"""A report as an outsider reads it: the published table, and what everybody knows anyway.

Nothing here comes from the code that wrote the table. Numbers are read off its cells, and off its
words too: "45 %" says that it was rounded, and how.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

File = str
"""What one person handed in at one time: `person@wave`."""

PRINTED = Fraction(1, 10**7)
"""How far the last printed digit of an end may be off."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a share looks like; the form that everybody filled in says it.

    A contribution is a whole number of `step`s from 0 to `most`; with `whole`, those of one person
    add up to `most`.
    """

    name: str
    items: tuple[str, ...]
    most: int
    step: int
    whole: bool

    @property
    def picked(self) -> bool:
        """Say whether an item is either picked or not."""
        return self.most == 1

    def families(self) -> list[Shape]:
        """Return what has to be worked out together: the parts of a whole, else one item each."""
        if self.whole:
            return [self]
        return [replace(self, items=(item,)) for item in self.items]


@dataclass(frozen=True, slots=True)
class Roster:
    """Who stands behind a report: what colleagues see, and a little more than they see.

    `answered`: share → the files that hold it. `group`: file → its option, "" where none was said.
    `earlier`: file → the same person's file of the wave before, where that lay there too; `before`:
    share → those of them that hold it.
    """

    answered: Mapping[str, frozenset[File]]
    group: Mapping[File, str]
    earlier: Mapping[File, File] = field(default_factory=dict)
    before: Mapping[str, frozenset[File]] = field(default_factory=dict)

    def people(self, share: str, group: str, named: Collection[str]) -> list[File]:
        """Return the files behind a figure; `named` are the groups that stand for themselves."""
        answered = sorted(self.answered.get(share, ()))
        if group == "others":
            return [each for each in answered if self.group.get(each) not in named]
        return [each for each in answered if group in ("", self.group.get(each))]

    def both(self, share: str, files: Iterable[File]) -> dict[File, File]:
        """Return those of `files` that have an earlier one with the same share, and that one."""
        pairs = {each: self.earlier[each] for each in files if each in self.earlier}
        return {now: then for now, then in pairs.items() if then in self.before.get(share, ())}


@dataclass(frozen=True, slots=True)
class Sum:
    """What a reader concludes: the weighted sum of the files' contributions, in steps."""

    share: str
    item: str
    weights: tuple[tuple[File, int], ...]
    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Say whether nothing is left open."""
        return self.low == self.high


def sums(text: str, shapes: Mapping[str, Shape], roster: Roster) -> tuple[Sum, ...]:
    """Read every row of a published table that says anything."""
    rows = list(csv.DictReader(io.StringIO(text)))
    named = {row["group"] for row in rows} - {"", "others"}
    found = (_sum(row, shapes[row["share"]], roster, named) for row in rows)
    return tuple(each for each in found if each is not None)


def _sum(
    row: Mapping[str, str], shape: Shape, roster: Roster, named: Collection[str]
) -> Sum | None:
    people = roster.people(shape.name, row["group"], named)
    weights = dict.fromkeys(people, 1)
    if row["kind"] == "change":
        both = roster.both(shape.name, people)
        weights = dict.fromkeys(both, 1) | dict.fromkeys(both.values(), -1)
        people = list(both)
    bounds = list(_bounds(row, shape))
    least = -1 if row["kind"] == "change" else 0
    if not people or all(low <= least and high >= 1 for low, high in bounds):
        return None
    span = len(people) * shape.most
    low = max(math.ceil((low - PRINTED) * span) for low, _ in bounds)
    high = min(math.floor((high + PRINTED) * span) for _, high in bounds)
    return Sum(shape.name, row["item"], tuple(sorted(weights.items())), low, high)


def _bounds(row: Mapping[str, str], shape: Shape) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield what a row says of the mean, as a part of `most`: by its ends, and by its words."""
    if row["from"] and row["to"]:
        yield Fraction(row["from"]), Fraction(row["to"])
    shown = row["shown"]
    number = NUMBER.search(shown)
    if not number or row["kind"] == "change":
        return
    percent = "%" in shown
    scale = Fraction(100 if percent else shape.most * shape.step)
    value = Fraction(number[0]) / scale
    less, half = 2 * PRINTED, (Fraction(5, 2) if percent else Fraction(1, 20)) / scale
    if "under" in shown:
        yield Fraction(0), value - less
    elif "over" in shown:
        yield value + less, Fraction(1)
    elif "less" in shown:
        yield Fraction(0), value + half
    elif "more" in shown:
        yield value - half, Fraction(1)
    else:
        yield value - half, value + half
