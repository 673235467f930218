"""What a report may say: the figures that passed, as a value, as JSON and as CSV.

This is all that a report is made of, and all that an attacker gets.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from quadrantlib import strictjson

Kind = Literal["mean", "share", "change"]
NEARLY_ALL = "nearly all"
TOO_FEW = "too few"
COLUMNS = ("share", "item", "group", "kind", "people", "shown", "from", "to", "withheld")


@dataclass(frozen=True, slots=True)
class Group:
    """People who chose the same of the attribute, or who had to be taken together."""

    id: str
    label: str
    people: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: how people contributed to one item, in the mean.

    Attributes
    ----------
    group:
        A group's id; empty is everybody.
    kind:
        "share" of the people where each contributes 0 or 1; else "mean"; or the "change" since the
        wave before among those who are in both.
    people:
        How many are behind it. None: nearly all, where the number would tell who is not. 0: too
        few, and nothing is shown.
    shown:
        As it may be shown: "about half", "40 %", "8.4", "higher"; empty where it is withheld.
    low, high:
        From where to where the mean may lie, as a part of the most that is possible: 0 to 1, for a
        change −1 to 1. Nothing narrower follows from what is shown.
    withheld:
        Why it is withheld, as a sentence.
    """

    share: str
    item: str
    group: str
    kind: Kind
    people: int | None
    shown: str
    low: float
    high: float
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """All that a report may say of a cohort.

    Attributes
    ----------
    month:
        The latest of the submissions, YYYY-MM; empty if none says.
    since:
        The month of the wave that this one is compared with; empty if there is none.
    wave:
        From 1 on.
    ask:
        The question that the groups answer; empty without a breakdown.
    groups:
        Largest first, those taken together last; empty without a breakdown.
    notes:
        What is not there at all and why, as sentences.
    rules:
        The rules that were applied, as sentences.
    question, answered, answers:
        What the facilitator asked, how many answered, and some of the answers, in an order that
        says nothing of whose they are; no answers if fewer than eight answered.
    """

    cohort: str
    month: str
    since: str
    wave: int
    people: int
    ask: str
    groups: tuple[Group, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    rules: tuple[str, ...]
    question: str
    answered: int
    answers: tuple[str, ...]

    def of(self, share: str, group: str = "", *, change: bool = False) -> tuple[Figure, ...]:
        """Return the figures of one share and one group, in the order of its items."""
        return tuple(
            each
            for each in self.figures
            if (each.share, each.group, each.kind == "change") == (share, group, change)
        )


CSV_BEGINS = b"share,item,group,"
"""What the figures of any report begin with, as CSV."""


def to_csv(published: Published) -> str:
    """Return the figures as CSV, one a line, under a line of names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(published))
    return out.getvalue()


def dumps(published: Published) -> str:
    """Return `published` as JSON that `loads` gives back as it was."""
    return strictjson.dumps(asdict(published))


def loads(text: str | bytes) -> Published:
    """Return what `dumps` wrote."""
    value = strictjson.loads(text)
    return Published(**{name: _frozen(name, each) for name, each in value.items()})


def _rows(published: Published) -> Iterator[tuple[str, ...]]:
    for each in published.figures:
        people = {None: NEARLY_ALL, 0: TOO_FEW}.get(each.people, str(each.people))
        where = (each.share, each.item, each.group, each.kind, people)
        yield (*where, each.shown, f"{each.low:.8g}", f"{each.high:.8g}", each.withheld)


def _frozen(name: str, value: Any) -> Any:
    kinds = {"figures": Figure, "groups": Group}
    if name in kinds:
        return tuple(kinds[name](**each) for each in value)
    return tuple(value) if isinstance(value, list) else value
