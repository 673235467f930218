"""Every figure that a report could show of one share, and what each would state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from math import ceil, floor

from quadrantlib import bands
from quadrantlib.cohort.tables import Files, Table
from quadrantlib.disclosure import Statement
from quadrantlib.published import Figure, Kind
from quadrantlib.rules import REPORT, SMALLEST
from quadrantlib.shares import Item

Draw = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom figures are about: `files`, as against those one wave before if there are `earlier`.

    Attributes
    ----------
    people:
        How many people there are, whether they handed the share over or not.
    dear:
        How late its figures are withheld, if something has to be.
    few:
        Why there is nothing to show where too few handed the share over.
    """

    files: Files
    people: int
    dear: int
    few: str
    earlier: Files | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure as it would be published, and what it would state."""

    figure: Figure
    scope: Scope
    statement: Statement


def candidates(
    table: Table, scope: Scope, people: int | None, draw: Draw
) -> Iterator[Figure | Candidate]:
    """Yield what could be shown of `scope`, item by item; a figure alone is withheld by size."""
    enough = table.people(scope.files) >= (REPORT if scope.earlier else SMALLEST)
    for item in table.share.items:
        kind: Kind = "change" if scope.earlier else "share" if item.most == 1 else "mean"
        number = people if enough else 0
        blank = Figure(table.share.name, item.id, scope.files.group, kind, number, "", 0, 1)
        yield _candidate(table, scope, item, blank, draw) if enough else withheld(blank, scope.few)


def withheld(figure: Figure, why: str) -> Figure:
    """Return the figure without what it would show."""
    low = -1.0 if figure.kind == "change" else 0.0
    return replace(figure, shown="", low=low, high=1.0, withheld=why)


def drawn(secret: int) -> Draw:
    """Return a draw for every name, from 0 up to 1, that nobody foretells without the secret."""
    key = secret.to_bytes(32)

    def draw(name: str) -> float:
        return (int.from_bytes(sha256(key + name.encode()).digest()[:8]) >> 11) / (1 << 53)

    return draw


def _candidate(table: Table, scope: Scope, item: Item, blank: Figure, draw: Draw) -> Candidate:
    name = f"{blank.share}/{blank.item}/{blank.group}/{blank.kind}"
    weights = _weights(table, scope)
    size, total = table.people(scope.files), table.total(weights, item)
    told = (bands.change if scope.earlier else bands.band)(item, size, total, draw(name))
    ends = (float(told.low / item.most), float(told.high / item.most))
    figure = replace(blank, shown=told.shown, low=ends[0], high=ends[1])
    # Whoever reads it knows the steps, too: between two of them no sum can lie.
    low, high = (item.step * end for end in _steps(told.low * size, told.high * size, item.step))
    statement = Statement(name, item.id, tuple(map(float, weights)), low, high, dear=scope.dear)
    return Candidate(figure, scope, statement)


def _steps(low: Fraction, high: Fraction, step: int) -> tuple[int, int]:
    return ceil(low / step), floor(high / step)


def _weights(table: Table, scope: Scope) -> tuple[int, ...]:
    now = table.weights(scope.files)
    if scope.earlier is None:
        return now
    return tuple(w - v for w, v in zip(now, table.weights(scope.earlier), strict=True))
