"""What people who compare notes may come to know about one person more.

They know what they gave themselves. Those help most who gave the most, or the least. What they gave
in another wave is not looked up: there, two of each atom are taken to be known, which is more than
two people can know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import inf
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.parts import NEARLY, Part
from quadrantlib.rules import KNOWING

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Bounds
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

LARGEST, LEAST = 0, 1
AT_LEAST, AT_MOST = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """How many files of each column are known, by people of one wave; none if nobody knows any."""

    wave: int
    count: Places


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Answers(Aims):
    """The columns that hold what one person more gave; each from `least` to `greatest`.

    Whoever is after one knows what they gave to that column, not what others might have given.
    """

    column: Places
    least: Numbers
    greatest: Numbers

    def sums(self, places: Places, worlds: Numbers) -> Numbers:
        return worlds.T[self.column[places]]

    def weights(self, place: int) -> Numbers:
        import numpy as np

        return np.asarray(np.eye(self.within[0].size)[self.column[place]])

    def bounds(self, place: int) -> Bounds:
        lower, upper = (each.copy() for each in self.within)
        lower[self.column[place]] = self.least[place]
        upper[self.column[place]] = self.greatest[place]
        return lower, upper


def answers(part: Part) -> Iterator[Aims]:
    """Yield the answers of single people, grouped by what others know of them together."""
    for known in knowing(part):
        for items in _apart(part):
            yield _answers(part, known, items)


def outlooks(part: Part) -> Iterator[tuple[Bounds, Mask]]:
    """Yield bounds, and the columns of interest within: nothing known, and all that can be."""
    import numpy as np

    for count in (0 * part.size, np.minimum(part.size, KNOWING)):
        for items in _apart(part):
            yield _bounds(part, count.astype(int)), items


def _apart(part: Part) -> Iterator[Mask]:
    """Yield the columns whose answers are looked at together.

    People who divide a whole are pinned one item at a time: of what those who compare notes gave to
    the other items, only the sum is reckoned with.
    """
    import numpy as np

    for item in np.unique(part.item) if _is_split(part) else [part.item]:
        yield part.item == item


def _is_split(part: Part) -> bool:
    """Whether each person divides a whole."""
    return part.joint and bool(part.most[0] > 1)


def _is_choice(part: Part) -> bool:
    """Whether each person says one thing of several."""
    return part.joint and bool(part.most[0] == 1)


def knowing(part: Part) -> Iterator[Known]:
    """Yield nothing, one file and any two files of one wave, wave by wave."""
    import numpy as np

    for wave in np.unique(part.wave):
        atoms = np.unique(part.atom[part.wave == wave])
        elsewhere = np.where(part.wave == wave, 0, np.minimum(part.size, KNOWING)).astype(int)
        yield Known(wave, 0 * elsewhere)
        for count in range(1, KNOWING + 1):
            for chosen in combinations_with_replacement(atoms, count):
                per_atom = Counter(int(atom) for atom in chosen)
                here = np.array([per_atom[int(atom)] for atom in part.atom])
                if (here <= part.size).all():
                    yield Known(wave, here + elsewhere)


def _answers(part: Part, known: Known, items: Mask) -> Aims:
    """Return the answers to some items that are left to know."""
    import numpy as np

    count = known.count
    whose = np.flatnonzero(items & (part.wave == known.wave) & (count < part.size))
    choice = _is_choice(part)
    sides = [LEAST] if choice else [LARGEST, LEAST] if count.any() else [LARGEST]
    column, side = np.repeat(whose, len(sides)), np.tile(np.array(sides, int), len(whose))
    given = part.given[column, side, count[column]]
    most, others = part.most[column], (part.size - count)[column]
    return Answers(
        kind="pinned",
        column=column,
        least=given[:, AT_LEAST],
        greatest=others * most + given[:, AT_MOST],
        people=np.ones(column.size, int),
        within=_bounds(part, count),
        roof=most,
        floor=0 * most,
        # Of files that are gone nobody here knows what they held; those who took them back do.
        above=_above(part, known, given[:, AT_MOST]),
        below=given[:, AT_LEAST] + (others - 1) * most,
        limit=most / 2 - NEARLY,
        exact=np.ones(column.size, bool),
    )


def _above(part: Part, known: Known, given: Numbers) -> Numbers:
    """Return what is taken off the most.

    Which one of several it is not is for nobody to know; only those who compare notes may see it,
    and learn no answer by it.
    """
    return given - (inf if _is_choice(part) and known.count.any() else 0)


def _bounds(part: Part, count: Places) -> Bounds:
    """Return what each column is at the least and the most, if so many of its files are known."""
    import numpy as np

    columns = np.arange(part.size.size)
    lower = part.given[columns, LARGEST, count, AT_LEAST]
    upper = (part.size - count) * part.most + part.given[columns, LEAST, count, AT_MOST]
    # Where each says one thing, that no more than so many said one follows from who said another.
    return lower, part.bounds()[1] if _is_choice(part) else upper
