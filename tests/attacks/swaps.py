"""Which attacks are hopeless, so that thousands of cohorts need no thousand hours.

This side knows the answers; the attacker never does. Whatever answers would have made the same
document, nobody can tell from those that were given: if people whom no figure tells apart swap
theirs, or some rise while others sink within what was said, the reader sees no difference. Where
that alone leaves an aim open, no attack on it is tried. It proves, it does not guess: a test
attacks everything all the same and finds as much.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from tests.attacks.solving import Known, Unknowns

Parts = tuple[tuple[int, int, int], ...]
"""Of which classes how many people, added or taken away: (class, count, 1 or −1)."""


class Swaps:
    """What the answers that were given leave open, whatever an attacker does."""

    def __init__(self, found: Unknowns, truth: Known) -> None:
        self.found = found
        self.items = {item: number for number, item in enumerate(found.shape.items)}
        self.sizes = np.array([len(files) for files in found.classes], dtype=int)
        given = [[truth[file] for file in files] for files in found.classes]
        self.truth = np.array(
            [[sum(each[item] for each in rows) for item in self.items] for rows in given], dtype=int
        ).reshape(len(given), len(self.items))

    def open(self, item: str, parts: Parts, *, more: bool = False) -> tuple[int, int]:
        """Return how far apart `parts` can certainly lie in `item`; `more` looks harder."""
        points = self._moved if more else self.truth[None]
        most = self.found.shape.most
        low = high = 0
        for number, count, sign in parts:
            total = points[:, number, self.items[item]]
            least = np.maximum(0, total - (self.sizes[number] - count) * most)
            ends = least, np.minimum(count * most, total)
            low, high = low + sign * ends[sign < 0], high + sign * ends[sign > 0]
        return int(np.min(low)), int(np.max(high))

    @cached_property
    def _moved(self) -> Any:
        """Return totals of classes that fit the document just as well as the true ones."""
        shape = self.found.shape
        some = moves(len(self.sizes), len(self.items), shape.most, shape.whole)
        points = self.truth + np.concatenate([some, *self._all_or_nothing()])
        ends = (self.sizes * shape.most)[None, :, None]
        fit = points[np.all((points >= 0) & (points <= ends), axis=(1, 2))]
        return fit[self._said(fit)]

    def _all_or_nothing(self) -> Iterator[Any]:
        """Yield what happens if somebody of whom the figures know gave all to one item, or none."""
        whole, most = self.found.shape.whole, self.found.shape.most
        for one in np.flatnonzero(self.sizes == 1):
            for row in most * np.eye(len(self.items), dtype=int) if whole else ([0], [most]):
                shift = row - self.truth[one]
                move = np.zeros((len(self.sizes), *self.truth.shape), dtype=int)
                move[range(len(move)), range(len(move))] = -shift
                move[:, one] = shift
                yield move

    def _said(self, points: Any) -> Any:
        weights = np.zeros((*self.truth.shape, len(self.found.sums)))
        place = {files[0]: number for number, files in enumerate(self.found.classes)}
        for number, each in enumerate(self.found.sums):
            for file, weight in each.weights:
                if file in place:
                    weights[place[file], self.items[each.item], number] = weight
        told = np.tensordot(points, weights, axes=2)
        lows = np.array([each.low for each in self.found.sums])
        highs = np.array([each.high for each in self.found.sums])
        return np.all((told >= lows) & (told <= highs), axis=1)


@lru_cache(maxsize=64)
def moves(classes: int, items: int, most: int, whole: bool) -> Any:  # noqa: FBT001
    """Return how totals of classes may move: none, one up or down, or one up and another down.

    Where the items add up, one of them rises as far as another sinks.
    """
    parts = (max(1, most * part // 4) for part in (1, 2, 3))
    amounts = np.array(sorted({1, *parts, most, most + 1}), dtype=np.int16)
    shifts = np.array(list(_shifts(items, whole=whole)), dtype=np.int16)
    scaled = (amounts[:, None, None] * np.concatenate([shifts, -shifts])).reshape(-1, items)
    found = [np.zeros((1, classes, items), dtype=np.int16)]
    for one in range(classes):
        for another in range(classes):
            move = np.zeros((len(scaled), classes, items), dtype=np.int16)
            move[:, another] = -scaled
            move[:, one] = scaled
            found.append(move)
    return np.concatenate(found)


def _shifts(items: int, *, whole: bool) -> Iterator[Any]:
    """Yield what one person may change: an item, or one for another where they add up."""
    eye = np.eye(items, dtype=np.int16)
    yield from (eye[a] - eye[b] for a in range(items) for b in range(a)) if whole else eye
