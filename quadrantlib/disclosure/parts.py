"""A case as numbers, in parts that have nothing to do with each other.

A column is the sum of one item over one atom. Columns hang together if a statement, or a person's
whole, ties them; what no new statement touches is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quadrantlib.disclosure.statements import AtomFacts, Case, Statement
from quadrantlib.rules import KNOWING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Places = NDArray[np.intp]

NEARLY = 1e-6
"""Less than this is a rounding error: contributions are whole numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """R statements about C columns: low ≤ rows · x ≤ high.

    Attributes
    ----------
    ids, fixed:
        Of each statement.
    totals, total:
        What adds up anyway: totals · x = total.
    atom, item, size, most, wave:
        Of each column, atom and item as their places in the case.
    given:
        C × 2 × 3 × 2: what 0, 1 or 2 people gave who gave the most (0) or the least (1), at the
        least (0) and at the most (1): the same, unless it is not known any more.
    joint:
        Whether each person gives the same in all.
    """

    ids: tuple[str, ...]
    fixed: Mask
    rows: Numbers
    low: Numbers
    high: Numbers
    totals: Numbers
    total: Numbers
    atom: Places
    item: Places
    size: Numbers
    most: Numbers
    wave: Places
    given: Numbers
    joint: bool

    def bounds(self) -> tuple[Numbers, Numbers]:
        """Return what each column is at the least and at the most, whatever is said."""
        return 0 * self.size, self.size * self.most


def parts(case: Case) -> Iterator[Part]:
    """Yield the parts of `case` with something in them that is not fixed.

    Statements stand in the order of their ids, so that the order they came in does not matter.
    """
    import numpy as np

    said = sorted(case.statements, key=lambda each: each.id)
    whole = _whole(case)
    fixed = np.array([each.fixed for each in said], bool)
    lines = [_line(each, case) for each in said]
    rows = np.array([line for line, _, _ in lines]).reshape(len(said), whole.size.size)
    ends = np.array([ends for _, *ends in lines]).reshape(len(said), 2)
    label = np.arange(whole.size.size)
    for link in [*(rows != 0), *(whole.totals != 0)]:
        label[np.isin(label, label[link])] = label[link].min(initial=label.size)
    for each in np.unique(label):
        here = np.asarray(label == each)
        tied = np.asarray(rows[:, here].any(axis=1))
        if (tied & ~fixed).any():
            yield _cut(whole, here, said, tied, rows, ends)


def _cut(  # noqa: PLR0913, PLR0917  what a part is cut out of
    whole: Part, here: Mask, said: list[Statement], tied: Mask, rows: Numbers, ends: Numbers
) -> Part:
    import numpy as np

    ours = whole.totals[:, here].any(axis=1)
    return Part(
        ids=tuple(said[place].id for place in np.flatnonzero(tied)),
        fixed=np.array([each.fixed for each in said], bool)[tied],
        rows=rows[np.ix_(tied, here)],
        low=ends[tied, 0],
        high=ends[tied, 1],
        totals=whole.totals[np.ix_(ours, here)],
        total=whole.total[ours],
        atom=whole.atom[here],
        item=whole.item[here],
        size=whole.size[here],
        most=whole.most[here],
        wave=whole.wave[here],
        given=whole.given[here],
        joint=whole.joint,
    )


def _whole(case: Case) -> Part:
    """Return all columns of `case`, atom by atom, with nothing said."""
    import numpy as np

    count, items = len(case.atoms), range(len(case.items))
    size = np.array([atom.size for atom in case.atoms for _ in items], float)
    most = np.array([item.most for _ in case.atoms for item in case.items], float)
    totals = np.zeros((0, size.size))
    if case.whole:
        totals = np.repeat(np.eye(count), len(items), axis=1)
    none = np.zeros(0)
    return Part(
        ids=(),
        fixed=none.astype(bool),
        rows=np.zeros((0, size.size)),
        low=none,
        high=none,
        totals=totals,
        total=(size * most)[:: len(items)] if case.whole else none,
        atom=np.repeat(np.arange(count), len(items)),
        item=np.tile(np.arange(len(items)), count),
        size=size,
        most=most,
        wave=np.array([atom.wave for atom in case.atoms for _ in items], int),
        given=np.array([_given(a, i, case.items[i].most) for a in case.atoms for i in items]),
        joint=case.whole,
    )


def _given(atom: AtomFacts, item: int, most: int) -> list[list[list[int]]]:
    """Return what so many people gave together: by side, by how many, at the least and the most."""
    sides = (atom.largest[item], atom.smallest[item])
    known = [[side[:count] for count in range(KNOWING + 1)] for side in sides]
    return [
        [
            [sum(given), sum(given) + most * (min(count, atom.size) - len(given))]
            for count, given in enumerate(side)
        ]
        for side in known
    ]


def _line(each: Statement, case: Case) -> tuple[Any, float, float]:
    """Return a statement's numbers, its ends moved inwards to the next whole sum."""
    import numpy as np

    line = np.zeros((len(case.atoms), len(case.items)))
    place = [item.id for item in case.items].index(each.item)
    weights = np.array(each.weights, float)
    unit = np.abs(weights[weights != 0]).min(initial=np.inf)
    low, high = each.low, each.high
    if np.isfinite(unit) and np.allclose(weights / unit, np.round(weights / unit), atol=NEARLY):
        weights, low, high = np.round(weights / unit), low / unit, high / unit
        low, high = np.ceil(low - NEARLY), np.floor(high + NEARLY)
    line[:, place] = weights
    return line.ravel(), float(low), float(high)
