"""The answer of one person more, which nobody should come to know."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.knowing import Known
from quadrantlib.disclosure.parts import NEARLY, Part

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Numbers, Places


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Answers(Aims):
    """The columns that hold what one person more gave."""

    column: Places

    def sums(self, places: Places, worlds: Numbers) -> Numbers:
        return worlds.T[self.column[places]]

    def weights(self, place: int) -> Numbers:
        import numpy as np

        return np.asarray(np.eye(self.within[0].size)[self.column[place]])


def answers(part: Part, known: Known) -> Aims:
    """Return the answers of single people, as they are left to those who know what is `known`."""
    import numpy as np

    count = known.count
    column = np.flatnonzero((part.wave == known.wave) & (count < part.size))
    most, gave, others = part.most[column], known.gave[column], (part.size - count)[column]
    return Answers(
        kind="pinned",
        column=column,
        people=np.ones(column.size, int),
        within=known.within,
        roof=most,
        floor=0 * most,
        above=gave - (inf if _is_choice(part) and count.any() else 0),
        below=gave + (others - 1) * most,
        limit=most / 2 - NEARLY,
        exact=np.ones(column.size, bool),
    )


def _is_choice(part: Part) -> bool:
    """Whether each person says one thing of several.

    Which one it is not is for nobody to know; only those who compare notes may see it, and learn no
    answer by it.
    """
    return part.joint and bool(part.most[0] == 1)
