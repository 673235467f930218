"""What a few people gave together, once some who compare notes take their own answers out.

A sum over six is no sum over few; without two of them, who know what they gave, it is one over
four.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.knowing import Known
from quadrantlib.disclosure.parts import Part
from quadrantlib.disclosure.small import small_sets, sums
from quadrantlib.rules import GROUP

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers


def left(part: Part, known: Sequence[Known]) -> Iterator[Aims]:
    """Yield what fewer than `GROUP` others gave, for those who know as many files of each column.

    Also what those of one atom gave more than those of an atom of another wave.
    """
    import numpy as np

    count = known[0].count
    if not count.any():
        return
    each_item = [part.item == item for item in np.unique(part.item)]
    rows = np.vstack([_together(part, known[0], columns) for columns in each_item])
    if len(rows):
        people, exact = (rows @ (part.size - count)).astype(int), np.ones(len(rows), bool)
        yield from (sums(part, rows, people, each.within, exact, count) for each in known)
    for there in np.unique(part.atom[(part.wave != known[0].wave) & (part.size < GROUP)]):
        yield from _across(part, known, part.atom == there)


def _together(part: Part, known: Known, item: Mask) -> Numbers:
    """Return the sums over few others of one wave, for the columns of an item."""
    import numpy as np

    here = np.flatnonzero(item & (part.wave == known.wave))
    sizes = [int(each) for each in part.size[here]]
    sets = [here[list(each)] for each in small_sets(sizes, [0] * len(sizes))]
    others = [int((part.size - known.count)[each].sum()) for each in sets]
    few = [each for each, count in zip(sets, others, strict=True) if 0 < count < GROUP]
    rows = np.zeros((len(few), part.size.size))
    for row, columns in zip(rows, few, strict=True):
        row[columns] = 1
    return rows


def _across(part: Part, known: Sequence[Known], there: Mask) -> Iterator[Aims]:
    """Yield differences from the sums of an atom of another wave, of which nothing is known."""
    import numpy as np

    count = np.where(there, 0, known[0].count)
    others = (part.size - count).astype(int)
    here = (part.wave == known[0].wave) & (others > 0) & (others + part.size[there][0] < GROUP)
    columns = np.flatnonzero(here)
    if not columns.size:
        return
    rows = np.zeros((columns.size, part.size.size))
    rows[np.arange(columns.size), columns] = 1
    rows -= there & (part.item == part.item[columns][:, None])
    people, exact = np.maximum(others[columns], others[there][0]), np.ones(columns.size, bool)
    lower, upper = part.bounds()
    for each in known:
        within = np.where(there, lower, each.within[0]), np.where(there, upper, each.within[1])
        yield sums(part, rows, people, within, exact, count)
