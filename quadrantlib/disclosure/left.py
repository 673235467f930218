"""What a few people gave together, once some who compare notes take their own answers out.

A sum over six is no sum over few; without two of them, who know what they gave, it is one over
four. Those help most who gave the most, or the least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.knowing import AT_LEAST, AT_MOST, LARGEST, LEAST, Known, knowing
from quadrantlib.disclosure.parts import Part
from quadrantlib.disclosure.small import Few, small_sets
from quadrantlib.rules import GROUP

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Bounds
    from quadrantlib.disclosure.parts import Mask, Numbers


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Left(Few):
    """The same sums; of each, what those who compare notes gave is `least` to `greatest`."""

    least: Numbers
    greatest: Numbers

    def bounds(self, place: int) -> Bounds:
        import numpy as np

        ours = self.rows[place] != 0
        return (
            np.where(ours, self.least[place], self.within[0]),
            np.where(ours, self.greatest[place], self.within[1]),
        )


def left(part: Part) -> Iterator[Aims]:
    """Yield what fewer than `GROUP` others gave, grouped by what is known of them together."""
    import numpy as np

    for known in knowing(part):
        for item in np.unique(part.item) if known.count.any() else ():
            yield from _left(part, known, part.item == item)


def _left(part: Part, known: Known, columns: Mask) -> Iterator[Aims]:
    import numpy as np

    here = np.flatnonzero(columns & (part.wave == known.wave))
    sizes = [int(each) for each in part.size[here]]
    sets = [here[list(each)] for each in small_sets(sizes, [0] * len(sizes))]
    others = [int((part.size - known.count)[each].sum()) for each in sets]
    few = [place for place, count in enumerate(others) if 0 < count < GROUP]
    if not few:
        return
    rows = np.zeros((len(few), part.size.size))
    for row, place in enumerate(few):
        rows[row, sets[place]] = 1
    for gave in _what_those_gave_who_are_gone(part, known):
        within = given(part, known, LARGEST, gave)[0], given(part, known, LEAST, gave)[1]
        for side in (LARGEST, LEAST):
            yield _of_a_side(part, known, rows, given(part, known, side, gave), within)


def _what_those_gave_who_are_gone(part: Part, known: Known) -> Iterator[Mask]:
    """Yield which columns those who compare notes gave all to, of those whose files are gone.

    They know it and nobody here does: it is taken to be all or nothing, since nothing else could
    tell them more; of a whole, all to one item.
    """
    import numpy as np

    columns = np.arange(part.size.size)
    ends = part.given[columns, LARGEST, known.count]
    none = columns < 0
    if (ends[:, AT_LEAST] == ends[:, AT_MOST]).all():
        yield none
    elif part.joint:
        yield from (part.item == item for item in np.unique(part.item))
    else:
        yield from (none, ~none)


def given(part: Part, known: Known, side: int, gave: Mask) -> Bounds:
    """Return what each column is at the least and the most, as those of a side know it.

    `gave` tells to which columns those gave all whose files are gone.
    """
    import numpy as np

    ours = part.given[np.arange(part.size.size), side, known.count]
    ours = np.where(gave, ours[:, AT_MOST], ours[:, AT_LEAST])
    return ours, (part.size - known.count) * part.most + ours


def _of_a_side(
    part: Part, known: Known, rows: Numbers, theirs: Bounds, within: Bounds
) -> Aims:
    """Return the sums as those know them who gave the most, or the least."""
    import numpy as np

    least, greatest = theirs
    most = part.most[rows.argmax(axis=1)]
    people = (rows @ (part.size - known.count)).astype(int)
    return Left(
        kind="solved",
        people=people,
        within=within,
        rows=rows,
        least=np.broadcast_to(least, rows.shape),
        greatest=np.broadcast_to(greatest, rows.shape),
        roof=people * most,
        floor=0 * most,
        above=rows @ greatest - people * most,
        below=rows @ least,
        limit=np.where(people == 1, most - 1, most),
        exact=np.ones(len(people), bool),
    )
