"""The audit beside the people themselves: what each could be told, worked out world by world.

Every way in which people could have answered is written down, the true one among them. Two of them
put their answers together, cross out each world in which they would have answered otherwise, and
look at somebody else. It shares no thought with sums, atoms or linear programs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.disclosure import Case, findings
from quadrantlib.disclosure.search import Search
from quadrantlib.shares import Item
from tests.audits import atom, said

Person = tuple[int, ...]

HAS: list[Person] = [(0,), (1,)]
LEVEL: list[Person] = [(0,), (1,), (2,)]
CHOICE: list[Person] = [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
SPLIT: list[Person] = [each for each in product(range(4), repeat=3) if sum(each) == 3]
"""What one person may contribute, item by item."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """People, the atom each stands in, what each could have answered, and what is said."""

    people: list[Person]
    where: list[int]
    choices: list[Person]
    case: Case

    def two_can_tell(self) -> bool:
        """Whether some two can pin somebody else's answer."""
        worlds, everybody = self._worlds(), range(len(self.people))
        for friends in combinations(everybody, 2):
            left = [w for w in worlds if all(w[one] == self.people[one] for one in friends)]
            others = set(everybody) - set(friends)
            if any(self._is_pinned({world[one] for world in left}) for one in others):
                return True
        return False

    def one_is_excluded(self) -> bool:
        """Whether anybody can tell of somebody which one of several they did not say."""
        worlds = self._worlds()
        told = (
            zip(*(world[one] for world in worlds), strict=True) for one in range(len(worlds[0]))
        )
        return any(not any(item) for answers in told for item in answers)

    def _worlds(self) -> list[tuple[Person, ...]]:
        every = product(self.choices, repeat=len(self.people))
        return [world for world in every if self._holds(world)]

    def _holds(self, world: Sequence[Person]) -> bool:
        names = [item.id for item in self.case.items]
        for each in self.case.statements:
            item = names.index(each.item)
            total = sum(
                each.weights[a] * one[item] for a, one in zip(self.where, world, strict=True)
            )
            if not each.low <= total <= each.high:
                return False
        return True

    def _is_pinned(self, answers: set[Person]) -> bool:
        if self.choices is CHOICE:
            return len(answers) == 1
        most = self.case.items[0].most
        return any(max(each) - min(each) < most / 2 for each in zip(*answers, strict=True))

    def pinned(self) -> bool:
        """Whether the audit says so."""
        return any(each.kind == "pinned" for each in findings(self.case, self.case.statements))


@st.composite
def cohorts(draw, choices: list[Person], *sizes: tuple[int, ...]) -> Cohort:
    """People in atoms of these sizes, and true statements about them, exact or rounded."""
    groups = draw(st.sampled_from(sizes))
    where = [place for place, size in enumerate(groups) for _ in range(size)]
    people = [draw(st.sampled_from(choices)) for _ in where]
    most = max(max(each) for each in choices)
    items = tuple(Item(f"item {n}", "", most) for n in range(len(choices[0])))
    statements = []
    for number in range(draw(st.integers(1, 3))):
        item = draw(st.sampled_from(range(len(items))))
        weights = draw(st.tuples(*[st.sampled_from([0, 1])] * len(groups)))
        total = sum(weights[a] * one[item] for a, one in zip(where, people, strict=True))
        low, high = total - draw(st.integers(0, 2)), total + draw(st.integers(0, 2))
        statements.append(said(str(number), weights, low, high, item=items[item].id))
    atoms = tuple(
        atom(*(one for a, one in zip(where, people, strict=True) if a == place))
        for place in range(len(groups))
    )
    case = Case("share", items, len(items) > 1, atoms, tuple(statements))
    return Cohort(people, where, choices, case)


some = settings(max_examples=40, deadline=None)


@some
@given(cohorts(HAS, (4,), (6,)))
def test_a_yes_is_pinned_exactly_where_two_can_tell(cohort: Cohort) -> None:
    assert cohort.pinned() == cohort.two_can_tell()


@some
@given(cohorts(LEVEL, (4,), (5,)))
def test_a_level_is_pinned_exactly_where_two_can_tell(cohort: Cohort) -> None:
    assert cohort.pinned() == cohort.two_can_tell()


@some
@given(cohorts(CHOICE, (4,), (5,)))
def test_a_choice_is_pinned_where_two_can_tell_or_anybody_what_it_is_not(cohort: Cohort) -> None:
    assert cohort.pinned() == (cohort.two_can_tell() or cohort.one_is_excluded())


@some
@given(cohorts(LEVEL, (3, 2), (4, 1), (2, 2, 1)))
def test_no_two_of_several_groups_can_tell_a_level_that_is_not_found(cohort: Cohort) -> None:
    assert cohort.pinned() or not cohort.two_can_tell()


@some
@given(cohorts(CHOICE, (3, 2), (4, 1), (2, 2, 1)))
def test_no_two_of_several_groups_can_tell_a_choice_that_is_not_found(cohort: Cohort) -> None:
    assert cohort.pinned() or not cohort.two_can_tell()


@some
@given(cohorts(SPLIT, (3,), (4,), (2, 2)))
def test_no_two_can_tell_a_part_of_a_whole_that_is_not_found(cohort: Cohort) -> None:
    assert cohort.pinned() or not cohort.two_can_tell()


@some
@given(
    st.one_of(cohorts(LEVEL, (4, 3), (5, 2, 2)), cohorts(CHOICE, (4, 3)), cohorts(SPLIT, (4, 3)))
)
def test_what_is_not_looked_at_again_would_not_have_been_found(cohort: Cohort) -> None:
    """Whatever is open to somebody who knows more than two of them could is open to all."""

    def found() -> set[tuple[str, str, int]]:
        said = findings(cohort.case, cohort.case.statements)
        return {(each.kind, each.item, each.people) for each in said}

    quickly = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Search, "_too_close", lambda _, aims: np.arange(aims.people.size))
        assert found() == quickly
