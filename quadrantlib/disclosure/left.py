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
    """Yield what fewer than `GROUP` others gave, grouped by what is known of them together.

    Of those who compare notes, only what they gave to the same item is reckoned with: who gave the
    most to one need not be who gave the most to another.
    """
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
    for within in _worlds_of_those_gone(part, known, columns):
        for side in (LARGEST, LEAST):
            yield _of_a_side(part, known, side, rows, columns, within)


def _worlds_of_those_gone(part: Part, known: Known, columns: Mask) -> Iterator[Bounds]:
    """Yield what those who compare notes know of the columns.

    What they held whose files are gone, they know and nobody here does: it is taken to be all of it
    or nothing.
    """
    nothing, all_of_it = (
        (_given(part, known, LARGEST, columns, end)[0], _given(part, known, LEAST, columns, end)[1])
        for end in (AT_LEAST, AT_MOST)
    )
    yield nothing
    if (nothing[0] != all_of_it[0]).any():
        yield all_of_it


def _given(part: Part, known: Known, side: int, columns: Mask, end: int | None = None) -> Bounds:
    """Return what each column is at the least and the most, as those of a side know it.

    With an `end`, what they gave whose files are gone was that.
    """
    import numpy as np

    count = np.where(columns, known.count, 0)
    given = part.given[np.arange(part.size.size), side, count]
    least, greatest = (AT_LEAST, AT_MOST) if end is None else (end, end)
    return given[:, least], (part.size - count) * part.most + given[:, greatest]


def _of_a_side(  # noqa: PLR0913, PLR0917  whose sums, and what is known of them
    part: Part, known: Known, side: int, rows: Numbers, columns: Mask, within: Bounds
) -> Aims:
    """Return the sums as those know them who gave the most, or the least."""
    import numpy as np

    least, greatest = _given(part, known, side, columns)
    most = part.most[rows.argmax(axis=1)]
    others = part.size - known.count
    people = (rows @ others).astype(int)
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
