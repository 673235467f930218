"""Looks for what follows about a few people, with as few linear programs as it can.

Two possible worlds in which a sum differs enough prove that nobody knows it. So every world that
turned up is kept, and only what no two of them settle is worth a linear program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quadrantlib.disclosure.aims import Aims
from quadrantlib.disclosure.answers import answers
from quadrantlib.disclosure.knowing import Known, closest, everything, knowing
from quadrantlib.disclosure.left import left
from quadrantlib.disclosure.parts import NEARLY, Part
from quadrantlib.disclosure.reaching import Program
from quadrantlib.disclosure.small import few
from quadrantlib.disclosure.statements import Kind
from quadrantlib.disclosure.worlds import Ends, Worlds

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers, Places


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """How close one of `aims` comes to be known, and the statements that it follows from."""

    aims: Aims
    place: int
    by: Mask
    width: float


Seen = list[tuple[Kind, "Mask"]]
"""What was found: of which kind, and about which columns."""


@dataclass(slots=True)
class Search:
    """A part, all that nobody should come to know, and the possible worlds seen so far."""

    part: Part
    program: Program = field(init=False)
    aims: tuple[Aims, ...] = field(init=False)
    worlds: Worlds = field(init=False)

    def __post_init__(self) -> None:
        part = self.part
        self.program = Program(part)
        self.worlds = Worlds(part)
        self._look_around()
        self.aims = tuple(self._close_if_all_is_said())

    def found(self, said: Mask) -> Iterator[Found]:
        """Yield what follows once `said` is said: sums over few people first, then answers.

        What the fixed statements say on their own is no finding, unless the others say it closer;
        nor is a sum in which a smaller one was found, nor an answer that was found before.
        """
        seen: Seen = []
        for aims in self.aims:
            for _, found in self._follow(aims, said, seen):
                if found:
                    yield found

    def _close_if_all_is_said(self) -> Iterator[Aims]:
        """Yield what could ever be found: the less is said, the less is known."""
        import numpy as np

        seen: Seen = []
        for aims in self._all_aims():
            places = [place for place, _ in self._follow(aims, self.part.fixed | True, seen)]
            if places:
                yield aims.only(np.unique(places))

    def _follow(self, aims: Aims, said: Mask, seen: Seen) -> Iterator[tuple[int, Found | None]]:
        """Yield the places of what comes too close once `said` is said, and what is found of it.

        Nothing is looked for where something was `seen` already, or where nobody knows as much as
        is taken to be known: less would have to be said.
        """
        for place in self._unsettled(aims, said):
            about = aims.weights(place) != 0
            if any(kind == aims.kind and about[each].all() for kind, each in seen):
                yield place, None
                continue
            try:
                found = self._reached(aims, place, said)
            except ValueError:
                yield from ((each, None) for each in range(aims.people.size))
                return
            if found.width <= aims.limit[place] and self._adds(found):
                seen.append((aims.kind, about))
                yield place, found

    def _unsettled(self, aims: Aims, said: Mask) -> Iterator[int]:
        """Yield one aim after the other that no two of the worlds settle, each once."""
        import numpy as np

        ends, seen = Ends(aims), 0
        left = np.arange(aims.people.size)
        while left.size:
            for places, worlds in self.worlds.possible(said, aims.within, seen):
                open_ = ends.leave_open(left, places, worlds)
                self.worlds.settled(ends.by[:, left[~open_]])
                left = left[open_]
                if not left.size:
                    return
            seen = len(self.worlds)
            yield int(left[0])
            left = left[1:]

    def _reached(self, aims: Aims, place: int, said: Mask) -> Found:
        found = self.program.reach(said, aims.weights(place), aims.within)
        self.worlds.add(found.worlds)
        return Found(aims, place, found.by, float(aims.width(found.low, found.high, place)))

    def _adds(self, found: Found) -> bool:
        """Whether it is closer than what is fixed says; only what is closer counts from now on."""
        if not (found.by & ~self.part.fixed).any():
            return False
        if self.part.fixed.any():
            before = self._reached(found.aims, found.place, self.part.fixed).width
            limit = found.aims.limit
            limit[found.place] = min(limit[found.place], before - NEARLY)
        return bool(found.width <= found.aims.limit[found.place])

    def _all_aims(self) -> Iterator[Aims]:
        """Yield sums over few people, as nobody and as each two of them know them, then answers."""
        import numpy as np

        part = self.part
        for item in np.unique(part.item):
            yield few(part, np.flatnonzero(part.item == item))
        everybody = [(known, *self._close(known)) for known in knowing(part)]
        for known, sums, _ in everybody:
            if any(each.size for each in sums):
                for number, aims in enumerate(left(part, known)):
                    yield aims.only(sums[number // len(known)])
        for known, _, single in everybody:
            if single.size:
                yield from (answers(part, each).only(single) for each in known)

    def _close(self, known: Sequence[Known]) -> tuple[list[Places], Places]:
        """Return what comes too close to some of these, were all said: of `left`, and of `answers`.

        Nothing else does, whatever is said.
        """
        import numpy as np

        ends = closest(known)
        sums = [self._too_close(aims) for aims in left(self.part, ends[:1])]
        single = [self._too_close(answers(self.part, each)) for each in ends]
        return sums, np.unique(np.concatenate(single))

    def _too_close(self, aims: Aims) -> Places:
        """Return what comes too close if all is said."""
        import numpy as np

        everybody, close = self.part.fixed | True, []
        for place in self._unsettled(aims, everybody):
            try:
                found = self._reached(aims, place, everybody)
            except ValueError:  # nobody knows as much as that: each is looked at
                return np.arange(aims.people.size)
            if found.width <= aims.limit[place]:
                close.append(place)
        return np.array(close, int)

    def _look_around(self) -> None:
        """See worlds that lie far apart, with all said, for all that anybody might know."""
        everybody = self.part.fixed | True
        for bounds in (self.part.bounds(), everything(self.part)):
            for signs in _signs(self.part.size.size):
                self.worlds.add(self.program.reach(everybody, signs, bounds).worlds)


def _signs(columns: int) -> Iterator[Numbers]:
    """Yield weights of which no two columns have all the same: a row of bits for each."""
    import numpy as np

    places = np.arange(1, columns + 1)
    for bit in range(columns.bit_length()):
        yield np.where(places >> bit & 1, -1.0, 1.0)
