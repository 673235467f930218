"""What people who compare notes know: what they gave themselves.

They are some two of one wave. What they gave in another wave is not looked up: there, two of each
atom are taken to be known, which is more than two people can know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING

from quadrantlib.disclosure.parts import Part
from quadrantlib.rules import KNOWING

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Bounds
    from quadrantlib.disclosure.parts import Numbers, Places


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What some people of one wave know.

    Attributes
    ----------
    count:
        How many files of each column they know; none if nobody knows any.
    gave:
        What these add up to, in the columns of the wave.
    within:
        What every column is, at the least and at the most.
    """

    wave: int
    count: Places
    gave: Numbers
    within: Bounds


def knowing(part: Part) -> Iterator[list[Known]]:
    """Yield what one file and any two of one wave may know, wave by wave; first of all, nothing.

    Those who know as many files of each column stand together.
    """
    import numpy as np

    nothing, elsewhere = 0 * part.atom, everything(part)
    for wave in np.unique(part.wave):
        yield [Known(wave, nothing, 0 * part.size, part.bounds())]
    for wave in np.unique(part.wave):
        for count in _counts(part, np.unique(part.atom[part.wave == wave])):
            yield _known(part, wave, count, elsewhere)


def closest(known: Sequence[Known]) -> tuple[Known, Known]:
    """Return what is more than any of them knows, having given the least and having given the most.

    Whatever is open to these two is open to each of those, who know as many files of each column.
    """
    import numpy as np

    lower = np.max([each.within[0] for each in known], axis=0)
    upper = np.min([each.within[1] for each in known], axis=0)
    gave = [each.gave for each in known]
    least, most = (
        replace(known[0], gave=end, within=(lower, upper))
        for end in (np.min(gave, axis=0), np.max(gave, axis=0))
    )
    return least, most


def everything(part: Part) -> Bounds:
    """Return what each column is, if what `KNOWING` people of every atom gave were known.

    It is more than anybody can know.
    """
    import numpy as np

    lower, upper = part.bounds()
    for atom, given in part.given.items():
        ours = (part.atom == atom) & ~part.gone
        if ours.any():
            most, count = part.most[ours], len(given) - 1
            lower[ours] = given[-1].max(axis=0)
            upper[ours] = (part.size[ours] - count) * most + given[-1].min(axis=0)
    return lower, np.maximum(lower, upper)


def _counts(part: Part, atoms: Places) -> Iterator[dict[int, int]]:
    """Yield of how many people of which atom answers are known."""
    for count in range(1, KNOWING + 1):
        for chosen in combinations_with_replacement(map(int, atoms), count):
            found = Counter(chosen)
            if all(number < len(part.given[atom]) for atom, number in found.items()):
                yield found


def _gave(part: Part, count: dict[int, int]) -> Iterator[Numbers]:
    """Yield what so many people may have given."""
    for rows in product(*(_different(part, *each) for each in count.items())):
        gave = 0 * part.size
        for atom, row in zip(count, rows, strict=True):
            gave[part.atom == atom] = row
        yield gave


def _different(part: Part, atom: int, count: int) -> Numbers:
    """Return what so many of an atom may have given; of one item, the least and the most will do.

    Not where it is not known: there the least or the most may be impossible.
    """
    import numpy as np

    rows = np.unique(part.given[atom][count], axis=0)
    known = not part.gone[part.atom == atom].any()
    return rows if part.joint or not known else rows[[0, -1][: len(rows)]]


def _known(part: Part, wave: int, count: dict[int, int], elsewhere: Bounds) -> list[Known]:
    """Return what they may know who know so many files of the atoms of a wave."""
    import numpy as np

    here = part.wave == wave
    known = np.array([count.get(int(atom), 0) for atom in part.atom])
    files = np.where(here, known, np.minimum(part.size, KNOWING)).astype(int)
    others = (part.size - known) * part.most
    return [
        Known(
            wave,
            files,
            gave,
            (np.where(here, gave, elsewhere[0]), np.where(here, others + gave, elsewhere[1])),
        )
        for gave in _gave(part, count)
    ]
