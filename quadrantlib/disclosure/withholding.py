"""What is withheld: as few figures as leave nothing to find about a few people.

Whatever follows, follows from certain statements: one of them has to go. The fewest statements that
meet every such set are withheld, then it is looked for more, until nothing is found. So no smaller
number would do (implicit hitting sets: Moreno-Centeno and Karp 2013).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quadrantlib.disclosure.fewest import fewest
from quadrantlib.disclosure.parts import Part, parts
from quadrantlib.disclosure.search import Found, Search
from quadrantlib.disclosure.statements import Case, Finding, Statement, Verdict
from quadrantlib.rules import TOO_CLOSE

if TYPE_CHECKING:
    from quadrantlib.disclosure.parts import Mask, Numbers

ROUNDS = 12
"""So many times the fewest are looked for. More is only needed where nearly all has to go."""


def findings(case: Case, statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """Return what follows about a few people from `statements` of `case`.

    Nothing that the fixed ones among them say on their own; no sum in which a smaller one is found,
    and each answer only once. The fixed statements of the case are always said.

    Raises
    ------
    ValueError
        If statements contradict one another.
    """
    said = {each.id for each in statements}
    return tuple(
        _finding(case, part, each)
        for part in parts(case)
        for each in Search(part).found(_mask(part, said))
    )


def withhold(case: Case) -> Verdict:
    """Return which statements of `case` may stand together, and why the others may not.

    As few as possible are withheld; of equally many, those that are least dear together.

    Raises
    ------
    ValueError
        If statements contradict one another.
    """
    withheld: set[str] = set()
    found: list[Finding] = []
    for part in parts(case):
        cores, out = _settle(Search(part), _dear(case, part))
        withheld |= {part.ids[place] for place in out}
        found += (_finding(case, part, core) for core in cores)
    kept = tuple(each.id for each in case.statements if each.id not in withheld)
    return Verdict(kept, dict.fromkeys(sorted(withheld), TOO_CLOSE), tuple(found))


def _settle(search: Search, dear: Numbers) -> tuple[list[Found], list[int]]:
    """Return what would be found, and the places of the statements that prevent it."""
    import numpy as np

    part, cores = search.part, list[Found]()
    for _ in range(ROUNDS):
        out = fewest([each.by & ~part.fixed for each in cores], dear)
        said = ~np.isin(np.arange(len(part.ids)), out)
        new = list(_apart(search, said))
        if not new:
            return cores, out
        cores += new
    return _step_by_step(search, dear)


def _step_by_step(search: Search, dear: Numbers) -> tuple[list[Found], list[int]]:
    """Return the same where the fewest are too hard to find: none of these could be said too."""
    import numpy as np

    part, cores = search.part, list[Found]()
    said = np.ones(len(part.ids), bool)
    while found := next(search.found(said), None):
        cores.append(found)
        said[np.where(found.by & ~part.fixed, dear, np.inf).argmin()] = False
    for place in sorted(np.flatnonzero(~said), key=lambda each: -dear[each]):
        said[place] = True
        said[place] = next(search.found(said), None) is None
    return cores, [int(place) for place in np.flatnonzero(~said)]


def _apart(search: Search, said: Mask) -> Iterator[Found]:
    """Yield findings that have no statement in common but fixed ones, one of each."""
    said = said.copy()
    while found := next(search.found(said), None):
        yield found
        said &= ~found.by | search.part.fixed


def _dear(case: Case, part: Part) -> Numbers:
    import numpy as np

    dear = {each.id: each.dear for each in case.statements}
    return np.array([dear[each] for each in part.ids], float)


def _mask(part: Part, said: set[str]) -> Mask:
    import numpy as np

    return np.asarray(part.fixed | np.array([each in said for each in part.ids]))


def _finding(case: Case, part: Part, found: Found) -> Finding:
    weights = found.aims.weights(found.place)
    item = case.items[int(part.item[weights != 0][0])].id
    by = tuple(each for each, tells in zip(part.ids, found.by, strict=True) if tells)
    return Finding(by, int(found.aims.people[found.place]), found.aims.kind, item)
