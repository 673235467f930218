"""The arithmetic of an attack: an unknown for every answer of every person, none for a group.

Deliberately the long way round: no atoms, no shortcuts, whole numbers all through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import Any

from tests.attacks.document import File, Shape, Sum

Known = Mapping[File, Mapping[str, int]]
"""What somebody knows of answers: file → item → contribution, in steps."""
Row = tuple[list[int], list[int], int, int]
"""Columns, their weights, and what they add up to: at least, at most."""


NEARLY = 1e-6


class Untrue(AssertionError):
    """The document says what no answers could have made."""


@dataclass(frozen=True)
class Unknowns:
    """The answers that somebody would like to know, and everything that was said of them.

    `sums` are those of the items of `shape`, what the insiders know taken out.
    """

    shape: Shape
    files: tuple[File, ...]
    sums: tuple[Sum, ...]

    @cached_property
    def classes(self) -> tuple[tuple[File, ...], ...]:
        """Return who cannot be told apart by what was said."""
        told: dict[File, list[tuple[int, int]]] = {file: [] for file in self.files}
        for number, each in enumerate(self.sums):
            for file, weight in each.weights:
                told[file].append((number, weight))
        alike: dict[tuple[tuple[int, int], ...], list[File]] = {}
        for file, said in told.items():
            alike.setdefault(tuple(said), []).append(file)
        return tuple(map(tuple, alike.values()))

    @cached_property
    def solver(self) -> Solver:
        """Return what works out how far these answers are known."""
        return Solver(self)


def unknowns(shape: Shape, sums: Iterable[Sum], known: Known) -> Unknowns:
    """Gather what was said of the items of `shape`, and take out what the insiders know."""
    said = (each for each in sums if each.share == shape.name and each.item in shape.items)
    left = tuple(_without(each, known) for each in said)
    return Unknowns(shape, tuple(sorted({f for each in left for f, _ in each.weights})), left)


def _without(each: Sum, known: Known) -> Sum:
    gone = sum(weight * known[file][each.item] for file, weight in each.weights if file in known)
    weights = tuple(pair for pair in each.weights if pair[0] not in known)
    return Sum(each.share, each.item, weights, each.low - gone, each.high - gone)


class Solver:
    """Least and most, by linear programming over people; made once, asked often.

    The ends are moved inwards to whole sums. `whole_numbers` goes the long way and lets every
    single answer be a whole number too.
    """

    def __init__(self, found: Unknowns) -> None:
        pairs = [(file, item) for file in found.files for item in found.shape.items]
        self.columns = {pair: number for number, pair in enumerate(pairs)}
        self.most = found.shape.most
        self.rows = [self._said(each) for each in found.sums]
        if found.shape.whole:
            self.rows += [self._whole(file, found.shape.items) for file in found.files]

    def range(
        self, item: str, files: Mapping[File, int], *, whole_numbers: bool = False
    ) -> tuple[int, int]:
        """Return the least and the most that `files`, weighted so, may add up to in `item`.

        Raises
        ------
        Untrue
            If no answers at all fit what was said.
        """
        import numpy as np

        aim = np.zeros(len(self.columns))
        for file, weight in files.items():
            aim[self.columns[file, item]] = weight
        least = self._least_in_whole_numbers if whole_numbers else self._least
        return ceil(least(aim) - NEARLY), floor(NEARLY - least(-aim))

    def _said(self, each: Sum) -> Row:
        columns = [self.columns[file, each.item] for file, _ in each.weights]
        return columns, [weight for _, weight in each.weights], each.low, each.high

    def _whole(self, file: File, items: Iterable[str]) -> Row:
        columns = [self.columns[file, item] for item in items]
        return columns, [1] * len(columns), self.most, self.most

    @cached_property
    def _program(self) -> Any:
        import highspy
        import numpy as np

        found: Any = highspy.Highs()
        found.setOptionValue("output_flag", False)  # noqa: FBT003
        count = len(self.columns)
        found.addVars(count, np.zeros(count), np.full(count, float(self.most)))
        for columns, weights, low, high in self.rows:
            found.addRow(low, high, len(columns), np.array(columns), np.array(weights, float))
        return found

    def _least(self, aim: Any) -> float:
        import highspy
        import numpy as np

        count = len(self.columns)
        self._program.changeColsCost(count, np.arange(count, dtype=np.int32), aim)
        self._program.run()
        if self._program.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise Untrue(str(self._program.getModelStatus()))
        return float(self._program.getInfo().objective_function_value)

    def _least_in_whole_numbers(self, aim: Any) -> float:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        matrix = np.zeros((len(self.rows), len(self.columns)))
        for row, (columns, weights, _, _) in enumerate(self.rows):
            matrix[row, columns] = weights
        ends = [row[2] for row in self.rows], [row[3] for row in self.rows]
        whole, bounds = np.ones(len(aim)), Bounds(0, self.most)
        said = LinearConstraint(matrix, *ends)
        found = milp(aim, constraints=said, bounds=bounds, integrality=whole)
        if found.x is None:
            raise Untrue(found.message)
        return float(found.fun)
