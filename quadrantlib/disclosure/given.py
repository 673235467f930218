"""What a few people of an atom may have given together: they know it, all items at a time."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from quadrantlib.disclosure.statements import AtomFacts, Case
from quadrantlib.rules import KNOWING

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Numbers

MANY = 24
"""Of more different answers than these only those are tried that are the least or the most."""


def given(atom: AtomFacts, case: Case) -> list[Numbers]:
    """Return what 0, 1, … `KNOWING` people of an atom may have given together: a row each.

    As many as it has; each different row once.
    """
    import numpy as np

    rows = _telling(np.array(atom.given, float)) if atom.given else _anything(case)
    return [
        np.unique([sum(each, start=0 * rows[0]) for each in combinations(rows, count)], axis=0)
        for count in range(1 + min(atom.size, KNOWING))
    ]


def _anything(case: Case) -> Numbers:
    """Return what those may have given whose files are gone: they know it, and nobody here does.

    Of a whole, it is taken to be all to one item.
    """
    import numpy as np

    most = np.array([float(item.most) for item in case.items])
    steps = np.arange(1 + case.items[0].most // case.items[0].step) * case.items[0].step
    rows = np.diag(most) if case.whole else np.repeat(steps[:, None], most.size, axis=1)
    return np.asarray(np.repeat(rows, KNOWING, axis=0), float)


def _telling(rows: Numbers) -> Numbers:
    """Return rows of which there are not too many: of each item the smallest and the largest."""
    import numpy as np

    if len(rows) <= MANY:
        return rows
    order = np.argsort(rows, axis=0, kind="stable")
    return np.asarray(rows[np.unique([order[:KNOWING], order[-KNOWING:]])])
