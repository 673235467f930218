"""The possible worlds that turned up so far: each proves what nobody can rule out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quadrantlib.disclosure.parts import NEARLY, Part

if TYPE_CHECKING:
    from quadrantlib.disclosure.aims import Aims
    from quadrantlib.disclosure.parts import Mask, Numbers, Places

AT_ONCE = 64


class Worlds:
    """Worlds of a part, a row each: what every column may be, all statements being true or not."""

    def __init__(self, part: Part) -> None:
        import numpy as np

        self._part = part
        self._count = 0
        self._room = np.zeros((AT_ONCE, part.size.size))
        self._said = part.fixed | True
        self._true = np.zeros(0, bool)
        self._settled = np.zeros(0, int)

    def __len__(self) -> int:
        return self._count

    def add(self, worlds: Numbers) -> None:
        """Add possible worlds, a row each."""
        import numpy as np

        start, self._count = self._count, self._count + len(worlds)
        if self._count > len(self._room):
            self._room = np.resize(self._room, (2 * self._count, self._room.shape[1]))
        self._room[start : self._count] = worlds
        self._settled = np.append(self._settled, np.zeros(len(worlds), int))

    def settled(self, places: Places) -> None:
        """Note which worlds settled something: they are the first to be tried from now on."""
        import numpy as np

        np.add.at(self._settled, places, 1)

    def possible(
        self, said: Mask, bounds: tuple[Numbers, Numbers], since: int = 0
    ) -> Iterator[tuple[Places, Numbers]]:
        """Yield those in which all that is `said` is true, within bounds, some at a time.

        With their places, those first that settled the most so far.
        Only those that were added after the first `since`; none that are added meanwhile.
        """
        import numpy as np

        lower, upper = bounds[0] - NEARLY, bounds[1] + NEARLY
        true = since + np.flatnonzero(self._in_which(said)[since:])
        true = true[np.argsort(-self._settled[true], kind="stable")]
        for start in range(0, true.size, AT_ONCE):
            places = true[start : start + AT_ONCE]
            worlds = self._room[places]
            within = ((worlds >= lower) & (worlds <= upper)).all(axis=1)
            if within.any():
                yield places[within], worlds[within]

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
