"""Which groups a breakdown has: nobody stands in one so small that it could be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quadrantlib.invitation import OTHERS, Attribute
from quadrantlib.published import Group
from quadrantlib.rules import DISTRIBUTIONS, SMALLEST

UNSAID = ""
"""The option of those who chose none."""
_LABEL = "The others"


@dataclass(frozen=True, slots=True)
class Circle:
    """A group, and the options that its people chose."""

    group: Group
    options: frozenset[str]


def circles(people: Mapping[str, int], attribute: Attribute) -> tuple[Circle, ...]:
    """Return the groups of `people` (option → how many), largest first, the merged one last.

    Options with fewer than `SMALLEST` people are taken together, smallest first, until every group
    has as many, as nothing would be shown of it otherwise; whoever chose none is with them. No
    groups from fewer than `DISTRIBUTIONS` people, or if there would be fewer than two.
    """
    if sum(people.values()) < DISTRIBUTIONS:
        return ()
    alone, together = _merged({each: size for each, size in people.items() if size})
    found = [
        Circle(Group(each, attribute.label(each), people[each]), frozenset({each}))
        for each in alone
    ]
    if together:
        size = sum(people[each] for each in together)
        found.append(Circle(Group(OTHERS, _LABEL, size), frozenset(together)))
    return tuple(found) if len(found) > 1 else ()


def _merged(people: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Return the options that stand alone, largest first, and those that do not."""
    alone = sorted(people.keys() - {UNSAID}, key=lambda each: (-people[each], each))
    together = [UNSAID] if UNSAID in people else []
    while alone and (
        people[alone[-1]] < SMALLEST or 0 < sum(people[each] for each in together) < SMALLEST
    ):
        together.append(alone.pop())
    return alone, together
