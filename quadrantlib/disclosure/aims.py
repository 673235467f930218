"""What somebody might want to know, and when they would know too much."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Self

from quadrantlib.disclosure.parts import NEARLY
from quadrantlib.disclosure.statements import Kind

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

    Bounds = tuple[Numbers, Numbers]
    Ends = Numbers | float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Aims:
    """Sums that somebody is after.

    An end of such a sum says of what is wanted: it is at most min(`roof`, high − `above`), and at
    least max(`floor`, low − `below`). If that is `limit` wide or less, too much is known.

    Attributes
    ----------
    people:
        How many people each is about.
    within:
        What is known of the columns from the start, at the least and at the most.
    exact:
        Whether each sum is a whole number in every world.
    """

    kind: Kind
    people: Places
    within: Bounds
    roof: Numbers
    floor: Numbers
    above: Numbers
    below: Numbers
    limit: Numbers
    exact: Mask

    def sums(self, places: Places, worlds: Numbers) -> Numbers:
        """Return those at `places`, a row each, in some worlds, a row each."""
        raise NotImplementedError

    def weights(self, place: int) -> Numbers:
        """Return how often each column stands in a sum."""
        raise NotImplementedError

    def only(self, places: Places) -> Self:
        """Return those at `places`."""
        alike = {"kind", "within"}
        each = {f.name: getattr(self, f.name)[places] for f in fields(self) if f.name not in alike}
        return replace(self, **each)

    def width(self, low: Ends, high: Ends, place: int | Places) -> Numbers:
        """Return how far what is wanted may be from itself, for the ends of those at `place`."""
        import numpy as np

        exact = self.exact[place]
        low = np.where(exact, np.ceil(low - NEARLY), low)
        high = np.where(exact, np.floor(high + NEARLY), high)
        roof = np.minimum(self.roof[place], high - self.above[place])
        return np.asarray(roof - np.maximum(self.floor[place], low - self.below[place]))
