"""What an audit is asked about, and what it finds.

The unknowns are sums: what the files of an atom contributed to an item. A figure that is told is a
statement about such sums. The true sums are no part of it, for whoever reads a report has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quadrantlib.shares import Item

Kind = Literal["solved", "pinned"]


@dataclass(frozen=True, slots=True)
class Statement:
    """low ≤ Σ weights[a] · x[a, item] ≤ high, where x[a, item] is what atom a contributed.

    Attributes
    ----------
    id:
        Unique in its case.
    item:
        The id of one of the case's items.
    weights:
        One number for each atom of the case: 1 for those whose sum it is, 0 for the others; −1 for
        the earlier files of a change.
    fixed:
        Whether it has been said already, and cannot be taken back.
    dear:
        How much the report would miss it: of two figures, the one less dear is withheld.
    """

    id: str
    item: str
    weights: tuple[float, ...]
    low: float
    high: float
    fixed: bool = False
    dear: int = 1


@dataclass(frozen=True, slots=True)
class AtomFacts:
    """Files that no figure tells apart.

    Attributes
    ----------
    size:
        How many files.
    given:
        A row each, item by item: what its people contributed. Of a whole, each distinct row as
        often as there are people, up to `KNOWING` times; otherwise the items have nothing to do
        with each other, and the `KNOWING` smallest and the `KNOWING` largest contributions to each
        will do. Empty where it is not known any more.
    wave:
        Files of one wave are of different people; those of two may be of the same. The larger, the
        newer.
    """

    size: int
    given: tuple[tuple[int, ...], ...]
    wave: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """All that is said, or is to be said, about one share.

    Attributes
    ----------
    whole:
        Whether each person's contributions add up to the `most` of an item: then all items are
        audited jointly.
    """

    share: str
    items: tuple[Item, ...]
    whole: bool
    atoms: tuple[AtomFacts, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a few people that follows from statements.

    Attributes
    ----------
    statements:
        The ids of those it follows from, in alphabetical order; without any one of them it does
        not follow in this way.
    people:
        How many people it is about, at least.
    kind:
        "solved": a sum over fewer people than `SMALLEST` is known to within one person's `most`.
        "pinned": an answer of one person is, for some two who know their own.
    item:
        The id of the item that it is about.
    """

    statements: tuple[str, ...]
    people: int
    kind: Kind
    item: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said.

    Attributes
    ----------
    kept:
        The ids of the statements that may stand together, the fixed ones among them, in the order
        of the case.
    withheld:
        The id of each other statement → why, as a sentence.
    findings:
        What there would be to find otherwise: for each statement that is withheld at least one.
    """

    kept: tuple[str, ...]
    withheld: dict[str, str]
    findings: tuple[Finding, ...]
