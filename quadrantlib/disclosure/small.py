"""Sums over so few files that nobody should know them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, inf
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.parts import NEARLY, Part
from quadrantlib.rules import SMALLEST

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Bounds
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

MOST_SETS = 100_000
"""Of no more sets are all looked at: unions of a few atoms first, then of more."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Few(Aims):
    """Sums rows · x."""

    rows: Numbers

    def sums(self, places: Places, worlds: Numbers) -> Numbers:
        import numpy as np

        return np.asarray(self.rows[places] @ worlds.T)

    def weights(self, place: int) -> Numbers:
        import numpy as np

        return np.asarray(self.rows[place])


def few(part: Part, columns: Places) -> Aims:
    """Return the sums over fewer people than may ever be worked out, for the columns of an item."""
    rows, of, exact = _sums(part, columns)
    return sums(part, rows, of, part.bounds(), exact)


def sums(  # noqa: PLR0913, PLR0917  what they are of, and how they are known
    part: Part, rows: Numbers, people: Places, within: Bounds, exact: Mask, known: Places | int = 0
) -> Aims:
    """Return sums as somebody knows them to whom so many files of each column are `known`."""
    import numpy as np

    none, most = np.zeros(len(rows)), part.most[np.abs(rows).argmax(axis=1)]
    return Few(
        kind="solved",
        rows=rows,
        people=people,
        within=within,
        roof=none + inf,
        floor=none - inf,
        above=none,
        below=none,
        limit=np.where(np.abs(rows) @ (part.size - known) <= 1, most - 1, most),
        exact=exact,
    )


def small_sets(sizes: Sequence[int], waves: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the sets of atoms behind which fewer than `SMALLEST` people stand, small sets first."""
    small = [place for place, size in enumerate(sizes) if size < SMALLEST]
    for count in range(1, SMALLEST):
        if comb(len(small), count) > MOST_SETS:
            return
        for atoms in combinations(small, count):
            if people(atoms, sizes, waves) < SMALLEST:
                yield atoms


def people(atoms: Sequence[int], sizes: Sequence[int], waves: Sequence[int]) -> int:
    """Return how many people stand behind some atoms, at least.

    Two files of different waves may be of one person.
    """
    per_wave: Counter[int] = Counter()
    for atom in atoms:
        per_wave[waves[atom]] += sizes[atom]
    return max(per_wave.values())


def plain(atoms: tuple[int, ...], waves: Sequence[int]) -> list[int]:
    """Return the weights of a set's sum; of two waves, what moved from the older to the newer."""
    newest = max(waves[atom] for atom in atoms)
    return [1 if waves[atom] == newest else -1 for atom in atoms]


def solved(rows: Numbers, sets: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, Numbers]]:
    """Yield which of `sets` carry a sum that the rows alone give away, and its weights.

    A combination of rows that is 0 outside a set is orthogonal to their null space N, so the rows
    of N that belong to the set are linearly dependent: the rank of the statements falls without
    the set's columns. Only sets of which no smaller one carries such a sum; the largest weight
    is 1.
    """
    import numpy as np

    _, sizes, right = np.linalg.svd(np.unique(rows, axis=0))
    null = right[int((sizes > NEARLY).sum()) :].T
    for count in range(2, SMALLEST):
        places = np.array([place for place, each in enumerate(sets) if len(each) == count], int)
        if not places.size:
            continue
        chosen = null[np.array([sets[place] for place in places])]
        squares, vectors = np.linalg.eigh(chosen @ chosen.transpose(0, 2, 1))
        weights = vectors[:, :, 0]
        dependent = (squares[:, 0] < NEARLY**1.5) & (squares[:, 1] > NEARLY**1.5)
        for found in np.flatnonzero(dependent & (np.abs(weights) > NEARLY).all(axis=1)):
            largest = np.abs(weights[found]).argmax()
            yield int(places[found]), weights[found] / weights[found, largest]


def _sums(part: Part, columns: Places) -> tuple[Numbers, Places, Mask]:
    """Return all such sums of one item as weights of the part's columns.

    With it, how many people each is of, and whether it is plain: a sum of whole numbers.
    """
    import numpy as np

    sizes = [int(each) for each in part.size[columns]]
    waves = [int(each) for each in part.wave[columns]]
    sets = list(small_sets(sizes, waves))
    found = [(place, np.array(plain(each, waves), float)) for place, each in enumerate(sets)]
    found += [
        (place, weights)
        for place, weights in solved(_by_atom(part), sets)
        if not np.allclose(np.abs(weights @ found[place][1]), len(weights))
    ]
    weights = np.zeros((len(found), part.size.size))
    for row, (place, each) in enumerate(found):
        weights[row, columns[list(sets[place])]] = each
    of = [people(sets[place], sizes, waves) for place, _ in found]
    return weights, np.array(of, int), np.arange(len(found)) < len(sets)


def _by_atom(part: Part) -> Numbers:
    """Return the statements' weights by atom, whatever item they are about."""
    import numpy as np

    columns = [part.rows[:, part.atom == atom].sum(axis=1) for atom in np.unique(part.atom)]
    return np.array(columns).T
