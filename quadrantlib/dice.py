"""Dice that a seed decides: the same throws on every machine, and in every version of Python."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import shake_256
from itertools import accumulate, count
from struct import Struct
from typing import Self

_BLOCK = Struct(">32I")


@dataclass(frozen=True, slots=True)
class Odds:
    """Names, each with how often it comes up: what is thrown for. `up_to` are running sums."""

    names: tuple[str, ...]
    up_to: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Self:
        """Return the odds of names that come up as often as their positive weights say."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))


class Dice:
    """One person's throws, in order.

    >>> Dice("a").one(Odds.of({"heads": 1, "tails": 1})) == Dice("a").one(
    ...     Odds.of({"heads": 1, "tails": 1})
    ... )
    True
    """

    __slots__ = ("_points",)

    def __init__(self, seed: str) -> None:
        self._points = _points(seed)

    def part(self) -> float:
        """Return a number from 0 up to 1."""
        return next(self._points)

    def near(self, middle: float, spread: float) -> float:
        """Return a number between 0 and 1, within `spread` of `middle` and mostly close to it."""
        return min(max(middle + spread * (self.part() + self.part() - 1), 0.0), 1.0)

    def one(self, odds: Odds) -> str:
        """Return one of the names."""
        return odds.names[bisect(odds.up_to, self.part() * odds.up_to[-1])]

    def some(self, odds: Odds, how_many: int) -> list[str]:
        """Return so many different names, or all there are, in alphabetical order."""
        found: set[str] = set()
        while len(found) < min(how_many, len(odds.names)):
            found.add(self.one(odds))
        return sorted(found)


def _points(seed: str) -> Iterator[float]:
    """Yield numbers from 0 up to 1 without end, each out of four bytes of SHAKE-256."""
    for block in count():
        drawn = shake_256(f"{seed}/{block}".encode()).digest(_BLOCK.size)
        yield from (point / 2**32 for point in _BLOCK.unpack(drawn))
