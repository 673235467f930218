"""Laws of the audit, and a second way to what it reckons: counting the worlds, by whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quadrantlib.disclosure import Case, Statement, findings, withhold
from quadrantlib.disclosure.parts import parts
from quadrantlib.disclosure.reaching import Program
from quadrantlib.rules import SMALLEST
from tests.audits import about_a_few, about_motion, atom, said

MOTION, FEW = 20, 2
some = settings(max_examples=30, deadline=None)


@st.composite
def cases(draw, *, fixed: bool = False) -> Case:
    """A cohort of some atoms, and true statements about sums of them, exact or rounded."""
    people = draw(_people([1, 2, 3, 4, 8, 9], MOTION, 5))
    said = [draw(_true(str(n), people, 12, fixed=fixed)) for n in range(draw(st.integers(1, 5)))]
    return about_motion([atom(*each) for each in people], *said)


@st.composite
def tiny(draw) -> Case:
    """Up to three atoms of up to three people who contribute 0, 1 or 2."""
    people = draw(_people([1, 2, 3], FEW, 3))
    said = [draw(_true(str(n), people, 2)) for n in range(draw(st.integers(1, 4)))]
    return about_a_few([atom(*each) for each in people], *said)


def _people(sizes: list[int], most: int, atoms: int) -> st.SearchStrategy[list[list[int]]]:
    one = st.sampled_from(sizes).flatmap(
        lambda size: st.lists(st.integers(0, most), min_size=size, max_size=size)
    )
    return st.lists(one, min_size=1, max_size=atoms)


@st.composite
def _true(draw, name: str, people: list[list[int]], wide: int, *, fixed: bool = False) -> Statement:
    weights = draw(st.tuples(*[st.sampled_from([0, 1])] * len(people)).filter(any))
    total = sum(sum(each) for weight, each in zip(weights, people, strict=True) if weight)
    low, high = total - draw(st.integers(0, wide)), total + draw(st.integers(0, wide))
    more = {"dear": draw(st.integers(1, 3)), "fixed": fixed and draw(st.booleans())}
    return said(name, weights, low, high, **more)


@some
@given(cases(fixed=True), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(case: Case, chance) -> None:
    shuffled = tuple(chance.sample(case.statements, len(case.statements)))
    other, verdict = withhold(replace(case, statements=shuffled)), withhold(case)
    assert (other.withheld, other.findings) == (verdict.withheld, verdict.findings)


@some
@given(cases(fixed=True))
def test_after_withholding_nothing_is_found(case: Case) -> None:
    kept = withhold(case).kept
    assert not findings(case, [each for each in case.statements if each.id in kept])


@some
@given(cases(fixed=True))
def test_no_fewer_and_no_less_dear_statements_would_do(case: Case) -> None:
    free = [each for each in case.statements if not each.fixed]
    ways = chain.from_iterable(combinations(free, count) for count in range(len(free) + 1))
    enough = min((len(way), sum(each.dear for each in way)) for way in ways if _do(case, way))
    withheld = [each for each in free if each.id in withhold(case).withheld]
    assert (len(withheld), sum(each.dear for each in withheld)) == enough


def _do(case: Case, withheld: tuple[Statement, ...]) -> bool:
    return not findings(case, [each for each in case.statements if each not in withheld])


@some
@given(cases(), st.data())
def test_what_was_said_before_and_reveals_nothing_never_lets_more_be_said(case, data) -> None:
    near = data.draw(st.sampled_from(case.statements))
    before = replace(near, id="before", low=near.low - 20, high=near.high + 20)
    assume(not findings(replace(case, statements=(before,)), [before]))
    after = replace(case, statements=(*case.statements, replace(before, fixed=True)))
    assert len(withhold(after).withheld) >= len(withhold(case).withheld)


@some
@given(cases())
def test_what_is_found_follows_from_its_own_statements_alone(case: Case) -> None:
    for finding in findings(case, case.statements):
        own = [each for each in case.statements if each.id in finding.statements]
        assert finding.kind in {each.kind for each in findings(case, own)}


@some
@given(cases())
def test_everything_withheld_was_in_something_found(case: Case) -> None:
    verdict = withhold(case)
    assert set(verdict.withheld) <= {s for each in verdict.findings for s in each.statements}


def counted(case: Case) -> np.ndarray:
    """Every way in which the atoms' sums could be, a row each."""
    ranges = [range(each.size * case.items[0].most + 1) for each in case.atoms]
    return np.array([world for world in product(*ranges) if _holds(case, world)])


def _holds(case: Case, world: tuple[int, ...]) -> bool:
    sums = (np.dot(each.weights, world) for each in case.statements)
    return all(
        each.low <= total <= each.high for each, total in zip(case.statements, sums, strict=True)
    )


def reaches(case: Case) -> Iterator[tuple[int, float, float]]:
    """Each atom, and between which ends its sum is, by linear programs."""
    for part in parts(case):
        program = Program(part)
        for weights, place in zip(np.eye(part.atom.size), part.atom, strict=True):
            reach = program.reach(~part.fixed, weights, part.bounds())
            yield int(place), reach.low, reach.high


@some
@given(tiny())
def test_linear_programs_rule_out_nothing_that_can_be_counted(case: Case) -> None:
    worlds = counted(case)
    for place, low, high in reaches(case):
        assert low <= worlds[:, place].min() + 1e-6
        assert high >= worlds[:, place].max() - 1e-6


@some
@given(tiny())
def test_where_sets_lie_within_each_other_they_reach_as_far_as_counting(case: Case) -> None:
    nested = tuple(
        replace(each, weights=tuple(float(a <= n) for a in range(len(case.atoms))))
        for n, each in enumerate(case.statements[: len(case.atoms)])
    )
    case = replace(case, statements=nested)
    worlds = counted(case)
    assume(len(worlds))
    for place, *ends in reaches(case):
        assert np.allclose(ends, [worlds[:, place].min(), worlds[:, place].max()])


@some
@given(tiny())
def test_every_sum_of_few_people_that_counting_knows_is_found(case: Case) -> None:
    worlds, sizes = counted(case), np.array([each.size for each in case.atoms])
    for few in product([0, 1], repeat=len(sizes)):
        sums, people = worlds @ few, int(sizes @ few)
        if 0 < people < SMALLEST and np.ptp(sums) <= (FEW if people > 1 else FEW - 1):
            assert "solved" in {each.kind for each in findings(case, case.statements)}
