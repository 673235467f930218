"""The fewest statements that meet every set that has to be met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quadrantlib.disclosure.solver import new_program

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers


def fewest(cores: Sequence[Mask], dear: Numbers) -> list[int]:
    """Return the places of the fewest statements of which each core holds one.

    Of equally many, those that are least dear together: a minimum hitting set, by integer
    programming.
    """
    import highspy
    import numpy as np

    if not cores:
        return []
    count = dear.size
    program = new_program()
    places = np.arange(count, dtype=np.int32)
    program.addVars(count, np.zeros(count), np.ones(count))
    program.changeColsCost(count, places, dear.sum() + 1 + dear)
    whole = np.full(count, highspy.HighsVarType.kInteger)
    program.changeColsIntegrality(count, places, whole)
    for core in cores:
        held = np.flatnonzero(core).astype(np.int32)
        program.addRow(1, highspy.kHighsInf, held.size, held, np.ones(held.size))
    program.run()
    chosen = np.array(program.getSolution().col_value) > 1 / 2
    return [int(place) for place in np.flatnonzero(chosen)]
