"""What a few people gave together, once some who compare notes take their own answers out.

A sum over six is no sum over few; without two of them, who know what they gave, it is one over
four. Those help most who gave the most, or the least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.knowing import (
    AT_LEAST,
    AT_MOST,
    LARGEST,
    LEAST,
    Known,
    apart,
    knowing,
    known_bounds,
)
from quadrantlib.disclosure.parts import Part
from quadrantlib.disclosure.small import small_sets
from quadrantlib.rules import GROUP

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Bounds
    from quadrantlib.disclosure.parts import Mask, Numbers, Places


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Left(Aims):
    """Sums rows · x; of each, what those who compare notes gave is `least` to `greatest`."""

    rows: Numbers
    least: Numbers
    greatest: Numbers

    def sums(self, places: Places, worlds: Numbers) -> Numbers:
        import numpy as np

        return np.asarray(self.rows[places] @ worlds.T)

    def weights(self, place: int) -> Numbers:
        import numpy as np

        return np.asarray(self.rows[place])

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
        for items in apart(part) if known.count.any() else ():
            for item in np.unique(part.item[items]):
                yield from _left(part, known, items, (part.item == item) & items)


def _left(part: Part, known: Known, items: Mask, columns: Mask) -> Iterator[Aims]:
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
    within = known_bounds(part, np.where(items, known.count, 0))
    for side in (LARGEST, LEAST):
        yield _of_a_side(part, known, side, rows, within, np.array(others)[few])


def _of_a_side(  # noqa: PLR0913, PLR0917  whose sums, and what is known of them
    part: Part, known: Known, side: int, rows: Numbers, within: Bounds, people: Places
) -> Aims:
    """Return the sums as those know them who gave the most, or the least."""
    import numpy as np

    given = part.given[np.arange(part.size.size), side, known.count]
    most = part.most[rows.argmax(axis=1)]
    open_to = (part.size - known.count) * part.most
    return Left(
        kind="solved",
        people=people,
        within=within,
        rows=rows,
        least=np.broadcast_to(given[:, AT_LEAST], rows.shape),
        greatest=np.broadcast_to(open_to + given[:, AT_MOST], rows.shape),
        roof=people * most,
        floor=0 * most,
        above=rows @ given[:, AT_MOST],
        below=rows @ given[:, AT_LEAST],
        limit=np.where(people == 1, most - 1, most),
        exact=np.ones(len(people), bool),
    )
