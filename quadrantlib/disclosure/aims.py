"""What somebody might want to know, and when they would know too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quadrantlib.disclosure.parts import NEARLY
from quadrantlib.disclosure.statements import Kind

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

    Ends = Numbers | float

EACH = slice(None)


@dataclass(frozen=True, slots=True, eq=False)
class Aims:
    """Sums weights · x that somebody knowing `lower` ≤ x ≤ `upper` is after, a row for each.

    An end of such a sum says of what is wanted: it is at most min(`roof`, high − `above`), and at
    least max(`floor`, low − `below`). If that is `limit` wide or less, too much is known.

    Attributes
    ----------
    people:
        How many people each is about.
    exact:
        Whether each sum is a whole number in every world.
    """

    kind: Kind
    weights: Numbers
    people: Places
    lower: Numbers
    upper: Numbers
    roof: Numbers
    floor: Numbers
    above: Numbers
    below: Numbers
    limit: Numbers
    exact: Mask

    def width(self, low: Ends, high: Ends, place: int | slice = EACH) -> Numbers:
        """Return how far what is wanted may be from itself, for the ends of each sum, or of one."""
        import numpy as np

        exact = self.exact[place]
        low = np.where(exact, np.ceil(low - NEARLY), low)
        high = np.where(exact, np.floor(high + NEARLY), high)
        roof = np.minimum(self.roof[place], high - self.above[place])
        return np.asarray(roof - np.maximum(self.floor[place], low - self.below[place]))

    def strictest(self) -> tuple[Numbers, Numbers]:
        """Return bounds that keep those of every aim."""
        return self.lower.max(axis=0), self.upper.min(axis=0)
