"""The possible worlds that turned up so far: each proves what nobody can rule out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quadrantlib.disclosure.parts import NEARLY, Part

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Aims, Bounds
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

AT_ONCE = 64
MANY = 1000
"""Of fewer worlds it is quicker to look at each anew."""
KEPT = 128
"""So many bounds are remembered with the worlds that lie within them."""


class Worlds:
    """Worlds of a part, a row each: what every column may be, all statements being true or not."""

    def __init__(self, part: Part) -> None:
        import numpy as np

        self._part = part
        self._count = 0
        self._room = np.zeros((AT_ONCE, part.size.size))
        self._said = part.fixed | True
        self._true = np.zeros(0, bool)
        self._settled = np.zeros(AT_ONCE, int)
        starts = [0, *(1 + np.flatnonzero(np.diff(part.atom))), part.atom.size]
        self._atoms = [slice(*each) for each in pairwise(map(int, starts))]
        self._fitted: dict[tuple[int, bytes, bytes], Mask] = {}

    def __len__(self) -> int:
        return self._count

    def add(self, worlds: Numbers) -> None:
        """Add possible worlds, a row each."""
        import numpy as np

        start, self._count = self._count, self._count + len(worlds)
        if self._count > len(self._room):
            self._room = np.resize(self._room, (2 * self._count, self._room.shape[1]))
            self._settled = np.resize(self._settled, 2 * self._count)
        self._room[start : self._count] = worlds
        self._settled[start : self._count] = 0

    def settled(self, places: Places) -> None:
        """Note which worlds settled something: they are the first to be tried from now on."""
        import numpy as np

        np.add.at(self._settled, places, 1)

    def possible(
        self, said: Mask, bounds: Bounds, since: int = 0
    ) -> Iterator[tuple[Places, Numbers]]:
        """Yield those in which all that is `said` is true, within bounds, some at a time.

        With their places, those first that settled the most so far.
        Only those that were added after the first `since`; none that are added meanwhile.
        """
        import numpy as np

        true = since + np.flatnonzero(self._in_which(said)[since:])
        fit = self._within(true, bounds, since)
        fit = fit[np.argsort(-self._settled[fit], kind="stable")]
        for start in range(0, fit.size, AT_ONCE):
            places = fit[start : start + AT_ONCE]
            yield places, self._room[places]

    def _within(self, places: Places, bounds: Bounds, since: int) -> Places:
        """Return which of the worlds at `places`, none of the first `since`, lie within bounds."""
        import numpy as np

        if since or self._count < MANY:
            return places[_fits(self._room[places], *bounds)]
        for atom in self._atoms:
            places = places[self._fitting(atom, bounds[0][atom], bounds[1][atom])[places]]
        return np.asarray(places)

    def _fitting(self, atom: slice, lower: Numbers, upper: Numbers) -> Mask:
        """Return in which worlds the columns of an atom lie within bounds.

        The same bounds are asked for again and again: each time only newer worlds are looked at.
        """
        import numpy as np

        key = (atom.start, lower.tobytes(), upper.tobytes())
        known = self._fitted.pop(key, self._true[:0])
        new = _fits(self._room[known.size : self._count, atom], lower, upper)
        self._fitted[key] = np.append(known, new)
        if len(self._fitted) > KEPT:
            del self._fitted[next(iter(self._fitted))]
        return self._fitted[key]

    def _in_which(self, said: Mask) -> Mask:
        """Return in which worlds all that is `said` is true."""
        import numpy as np

        if (said != self._said).any():
            self._said, self._true = said.copy(), self._true[:0]
        part = self._part
        sums = self._room[len(self._true) : self._count] @ part.rows[said].T
        true = (sums >= part.low[said] - NEARLY) & (sums <= part.high[said] + NEARLY)
        self._true = np.append(self._true, true.all(axis=1))
        return self._true


def _fits(worlds: Numbers, lower: Numbers, upper: Numbers) -> Mask:
    """Return in which of some worlds, a row each, every column lies within bounds."""
    import numpy as np

    return np.asarray(((worlds >= lower - NEARLY) & (worlds <= upper + NEARLY)).all(axis=1))


class Ends:
    """How far apart each of some aims was seen to lie; `by` are the places of the two worlds."""

    def __init__(self, aims: Aims) -> None:
        import numpy as np

        self._aims = aims
        self._ends = np.tile([[np.inf], [-np.inf]], aims.people.size)
        self.by = np.zeros((2, aims.people.size), int)

    def leave_open(self, left: Places, places: Places, worlds: Numbers) -> Mask:
        """Return which of the aims that are `left` these worlds leave open, a row each."""
        import numpy as np

        sums = self._aims.sums(left, worlds)
        for end, sign in enumerate((1, -1)):
            which = (sign * sums).argmin(axis=1)
            found = sums[np.arange(left.size), which]
            closer = sign * found < sign * self._ends[end, left]
            self._ends[end, left[closer]] = found[closer]
            self.by[end, left[closer]] = places[which[closer]]
        low, high = self._ends[:, left]
        return np.asarray(self._aims.width(low, high, left) <= self._aims.limit[left])
