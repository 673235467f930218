"""Between which ends a sum lies, as far as statements tell, and which of them tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quadrantlib.disclosure.parts import NEARLY, Part
from quadrantlib.disclosure.solver import new_program

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers

    Bounds = tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """A sum lies from `low` to `high`.

    Attributes
    ----------
    by:
        A statement each: whether the ends follow from it. They follow from these alone.
    worlds:
        Two possible worlds, a row each, in which the sum is at its ends.
    """

    low: float
    high: float
    by: Mask
    worlds: Numbers


class Program:
    """The statements of a part as a linear program, kept from one question to the next.

    Solved by HiGHS, whose dual simplex goes on from where the last answer was.
    """

    def __init__(self, part: Part) -> None:
        import numpy as np

        self._part = part
        self._columns = np.arange(part.size.size, dtype=np.int32)
        self._rows = np.arange(len(part.ids), dtype=np.int32)
        self._said = part.fixed | True
        self._program: Any = None if self._is_alone() else self._written()

    def reach(self, said: Mask, weights: Numbers, bounds: Bounds) -> Reach:
        """Return between which ends weights · x lies, x within `bounds`, once `said` is said.

        A column on its own is reckoned by hand. Otherwise each end is a linear program, and a
        statement tells it if its dual value is not 0 (strong duality of linear programming).

        Raises
        ------
        ValueError
            If statements contradict one another, or the bounds.
        """
        import numpy as np

        if self._is_alone():
            return _alone(self._part, said, weights, bounds)
        low, at_low, by_low = self._least(said, weights, bounds)
        high, at_high, by_high = self._least(said, -weights, bounds)
        return Reach(low, -high, by_low | by_high, np.array([at_low, at_high]))

    def _is_alone(self) -> bool:
        return self._part.size.size == 1 and not self._part.total.size

    def _written(self) -> Any:
        import numpy as np

        part, program = self._part, new_program()
        program.addVars(self._columns.size, *part.bounds())
        rows = np.vstack([part.rows, part.totals])
        low, high = (np.concatenate([each, part.total]) for each in (part.low, part.high))
        places = np.nonzero(rows)
        starts = np.searchsorted(places[0], np.arange(len(rows))).astype(np.int32)
        values, columns = rows[places], places[1].astype(np.int32)
        program.addRows(len(rows), low, high, values.size, starts, columns, values)
        return program

    def _least(self, said: Mask, weights: Numbers, bounds: Bounds) -> tuple[float, Numbers, Mask]:
        """Return the least that weights · x can be, a world in which it is, and what tells it."""
        import highspy
        import numpy as np

        self._say(said)
        lower, upper = (np.ascontiguousarray(each, float) for each in bounds)
        self._program.changeColsBounds(self._columns.size, self._columns, lower, upper)
        self._program.changeColsCost(self._columns.size, self._columns, weights)
        self._program.run()
        status, known = self._program.getModelStatus(), highspy.HighsModelStatus
        if status in {known.kInfeasible, known.kUnboundedOrInfeasible}:  # every column is bounded
            raise ValueError("the statements contradict one another")
        if status != known.kOptimal:
            raise ArithmeticError("a linear program could not be solved")
        found = self._program.getSolution()
        world, duals = np.array(found.col_value), np.array(found.row_dual)[: self._rows.size]
        return float(weights @ world), world, said & (np.abs(duals) > NEARLY)

    def _say(self, said: Mask) -> None:
        import numpy as np

        if (said == self._said).all():
            return
        part, self._said = self._part, said.copy()
        low, high = np.where(said, part.low, -np.inf), np.where(said, part.high, np.inf)
        self._program.changeRowsBounds(self._rows.size, self._rows, low, high)


def _alone(part: Part, said: Mask, weights: Numbers, bounds: Bounds) -> Reach:
    import numpy as np

    per = part.rows[:, 0]
    ends = np.sort(np.column_stack([part.low / per, part.high / per]))
    lows = np.append(np.where(said, ends[:, 0], -np.inf), bounds[0])
    highs = np.append(np.where(said, ends[:, 1], np.inf), bounds[1])
    low, high = lows.max(), highs.min()
    if low > high + NEARLY:
        raise ValueError("the statements contradict one another")
    by = np.zeros(per.size + 1, bool)
    by[[_teller(lows), _teller(-highs)]] = True
    worlds = np.array([[low], [high]])
    reached = sorted(float(each) for each in worlds @ weights)
    return Reach(reached[0], reached[1], by[:-1], worlds)


def _teller(lows: Numbers) -> int:
    """Return the place of what makes the least the largest: the last, if the bound itself does."""
    return int(lows.argmax()) if lows.max() > lows[-1] + NEARLY else lows.size - 1
