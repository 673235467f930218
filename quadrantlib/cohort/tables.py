"""What people contributed to one share, atom by atom, and which atoms a set of files has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quadrantlib.disclosure import AtomFacts, Statement
from quadrantlib.ledger import Said
from quadrantlib.shares import Item, Share
from quadrantlib.tally import Atom, Sums, Tally


@dataclass(frozen=True, slots=True)
class Files:
    """A set of files: of one wave, perhaps only those that are compared, or of one group."""

    group: str = ""
    options: frozenset[str] | None = None
    then: bool = False
    both: bool = False

    def hold(self, atom: Atom) -> bool:
        """Whether the files of `atom` are among them."""
        fits = self.options is None or atom.option in self.options
        return fits and atom.then == self.then and (atom.both or not self.both)


EVERYBODY = Files()
NOW, THEN = Files(both=True), Files(then=True, both=True)


@dataclass(frozen=True, slots=True)
class Row:
    """An atom of a table.

    Attributes
    ----------
    sums:
        What its files contributed; None where they are not there any more.
    """

    atom: Atom
    wave: int
    size: int
    sums: Sums | None

    def __add__(self, other: Row) -> Row:
        sums = self.sums + other.sums if self.sums and other.sums else None
        return Row(self.atom, self.wave, self.size + other.size, sums)

    def facts(self, share: Share) -> AtomFacts:
        """Return what the audit has to know of it."""
        sums, items = self.sums, [item.id for item in share.items]
        if not sums:
            return AtomFacts(self.size, (), self.wave)
        each = sums.rows(items) if share.whole else zip(*map(sums.ends, items), strict=True)
        return AtomFacts(self.size, tuple(each), self.wave)


@dataclass(frozen=True, slots=True)
class Table:
    """What people contributed to one share, atom by atom."""

    share: Share
    rows: tuple[Row, ...]

    def weights(self, files: Files) -> tuple[int, ...]:
        """Return 1 for each atom whose files are among `files`, else 0."""
        return tuple(int(row.sums is not None and files.hold(row.atom)) for row in self.rows)

    def people(self, files: Files) -> int:
        """Return how many of `files` there are."""
        weighed = zip(self.weights(files), self.rows, strict=True)
        return sum(weight * row.size for weight, row in weighed)

    def total(self, weights: Sequence[int], item: Item) -> int:
        """Return the weighted sum of what the atoms contributed to `item`."""
        weighed = zip(weights, self.rows, strict=True)
        return sum(weight * row.sums.total(item.id) for weight, row in weighed if row.sums)

    def before(self, each: Said) -> Statement:
        """Return what an earlier report said as a statement about these atoms."""
        weights = tuple(
            float(_bit(row.atom, each.plus) - _bit(row.atom, each.minus)) for row in self.rows
        )
        name = f"{each.share}/{each.item}/{each.plus}/{each.minus}"
        return Statement(name, each.item, weights, each.low, each.high, fixed=True)


def table(share: Share, tally: Tally, number: int, gone: Mapping[tuple[int, int], int]) -> Table:
    """Return the contributions to `share` in wave `number`, and in the one before.

    `gone` are files that are not there any more: (their wave, the sets in which they stood) → how
    many.
    """
    there = [
        Row(atom, number - atom.then, sums.people, sums)
        for (name, atom), sums in tally.sums.items()
        if name == share.name
    ]
    away = [
        Row(Atom(then=True, earlier=sets), wave, size, None) for (wave, sets), size in gone.items()
    ]
    return Table(share, (*sorted(there, key=lambda row: row.atom), *away))


def merged(
    rows: Sequence[Row], weights: Sequence[tuple[float, ...]]
) -> tuple[tuple[Row, ...], tuple[tuple[float, ...], ...]]:
    """Return the rows and the weights of each statement with rows taken together.

    Those that no statement tells apart are one, if they are of one wave; those that none is about
    are left out.
    """
    alike: dict[tuple[int, tuple[float, ...]], Row] = {}
    for index, row in enumerate(rows):
        column = (row.wave, tuple(each[index] for each in weights))
        if any(column[1]):
            alike[column] = alike[column] + row if column in alike else row
    columns = tuple(weighed for _, weighed in alike)
    return tuple(alike.values()), tuple(zip(*columns, strict=True))


def _bit(atom: Atom, number: int | None) -> int:
    return 0 if number is None else atom.earlier >> number & 1
