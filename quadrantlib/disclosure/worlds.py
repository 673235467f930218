"""The possible worlds that turned up so far: each proves what nobody can rule out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quadrantlib.disclosure.parts import NEARLY, Part

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers

AT_ONCE = 64


class Worlds:
    """Worlds of a part, a row each: what every column may be, all statements being true or not."""

    def __init__(self, part: Part) -> None:
        import numpy as np

        self._part = part
        self._all = np.zeros((0, part.size.size))
        self._said = part.fixed | True
        self._true = np.zeros(0, bool)

    def __len__(self) -> int:
        return len(self._all)

    def add(self, worlds: Numbers) -> None:
        """Add possible worlds, a row each."""
        import numpy as np

        self._all = np.vstack([self._all, worlds])

    def possible(
        self, said: Mask, bounds: tuple[Numbers, Numbers], since: int = 0
    ) -> Iterator[Numbers]:
        """Yield those in which all that is `said` is true, within bounds, some at a time.

        Only those that were added after the first `since`; none that are added meanwhile.
        """
        true, worlds = self._in_which(said)[since:], self._all[since:]
        lower, upper = bounds
        within = ((worlds >= lower - NEARLY) & (worlds <= upper + NEARLY)).all(axis=1)
        worlds = worlds[true & within]
        for start in range(0, len(worlds), AT_ONCE):
            yield worlds[start : start + AT_ONCE]

    def _in_which(self, said: Mask) -> Mask:
        """Return in which worlds all that is `said` is true."""
        import numpy as np

        if (said != self._said).any():
            self._said, self._true = said.copy(), self._true[:0]
        part = self._part
        sums = self._all[len(self._true) :] @ part.rows[said].T
        true = (sums >= part.low[said] - NEARLY) & (sums <= part.high[said] + NEARLY)
        self._true = np.append(self._true, true.all(axis=1))
        return self._true
