"""A case as numbers, in parts that have nothing to do with each other.

A column is the sum of one item over one atom. Columns hang together if a statement, or a person's
whole, ties them; what no new statement touches is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quadrantlib.disclosure.given import given
from quadrantlib.disclosure.statements import Case, Statement

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
        Atom → for 0, 1 and 2 of its people (fewer, if it has fewer) what they may have given
        together: a row each, a column for each of the atom's.
    gone:
        Of each column, whether nobody here knows what its people gave.
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
    given: Mapping[int, Sequence[Numbers]]
    gone: Mask
    joint: bool

    def bounds(self) -> tuple[Numbers, Numbers]:
        """Return what each column is at the least and at the most, whatever is said."""
        return 0 * self.size, self.size * self.most


def parts(case: Case) -> Iterator[Part]:
    """Yield the parts of `case` with something in them that is not fixed.

    Statements stand in the order of their ids, so that the order they came in does not matter.
    """
    import numpy as np

    all_of_it = _all_of_it(case)
    label = np.arange(all_of_it.size.size)
    for link in [*(all_of_it.rows != 0), *(all_of_it.totals != 0)]:
        label[np.isin(label, label[link])] = label[link].min(initial=label.size)
    for each in np.unique(label):
        part = _cut(all_of_it, np.asarray(label == each))
        if not part.fixed.all():
            yield part


def _cut(part: Part, here: Mask) -> Part:
    """Return the columns that are `here`, and what is about them."""
    import numpy as np

    tied, ours = part.rows[:, here].any(axis=1), part.totals[:, here].any(axis=1)
    return Part(
        ids=tuple(part.ids[place] for place in np.flatnonzero(tied)),
        fixed=part.fixed[tied],
        rows=part.rows[np.ix_(tied, here)],
        low=part.low[tied],
        high=part.high[tied],
        totals=part.totals[np.ix_(ours, here)],
        total=part.total[ours],
        atom=part.atom[here],
        item=part.item[here],
        size=part.size[here],
        most=part.most[here],
        wave=part.wave[here],
        given={
            atom: [each[:, here[part.atom == atom]] for each in part.given[atom]]
            for atom in map(int, np.unique(part.atom[here]))
        },
        gone=part.gone[here],
        joint=part.joint,
    )


def _all_of_it(case: Case) -> Part:
    """Return all of `case`, the columns atom by atom."""
    import numpy as np

    count, items = len(case.atoms), len(case.items)
    said = sorted(case.statements, key=lambda each: each.id)
    lines = np.vstack([np.zeros((0, count * items + 2)), *(_line(s, case) for s in said)])
    size = np.repeat([float(atom.size) for atom in case.atoms], items)
    most = np.tile([float(item.most) for item in case.items], count)
    return Part(
        ids=tuple(each.id for each in said),
        fixed=np.array([each.fixed for each in said], bool),
        rows=lines[:, :-2],
        low=lines[:, -2],
        high=lines[:, -1],
        totals=np.repeat(np.eye(count if case.whole else 0, count), items, axis=1),
        total=(size * most)[::items] if case.whole else np.zeros(0),
        atom=np.repeat(np.arange(count), items),
        item=np.tile(np.arange(items), count),
        size=size,
        most=most,
        wave=np.repeat([atom.wave for atom in case.atoms], items),
        given={place: given(atom, case) for place, atom in enumerate(case.atoms)},
        gone=np.repeat([not atom.given for atom in case.atoms], items),
        joint=case.whole,
    )


def _line(each: Statement, case: Case) -> Numbers:
    """Return the numbers of a statement, then its ends, moved inwards to the next whole sum."""
    import numpy as np

    line = np.zeros((len(case.atoms), len(case.items)))
    weights, ends = np.array(each.weights, float), np.array([each.low, each.high])
    unit = np.abs(weights[weights != 0]).min(initial=np.inf)
    if np.allclose(weights / unit, np.round(weights / unit), atol=NEARLY):
        weights, ends = np.round(weights / unit), ends / unit
        ends = np.array([np.ceil(ends[0] - NEARLY), np.floor(ends[1] + NEARLY)])
    line[:, [item.id for item in case.items].index(each.item)] = weights
    return np.append(line, ends)
