"""Worlds that were seen are found again by what is said and by what is known, however many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quadrantlib.disclosure import worlds as module
from quadrantlib.disclosure.parts import Part, parts
from quadrantlib.disclosure.reaching import Program
from quadrantlib.disclosure.worlds import Worlds
from tests.audits import about_a_whole, atom, said
from tests.audits import parts as parts_of

ONE, OTHER = (1, 0, 0), (0, 1, 0)
CASE = about_a_whole(
    parts_of("walking", "drifting", "changed", most=1),
    (atom(*[ONE] * 4), atom(*[OTHER] * 9)),
    said("a", (1, 1), 2, 6, item="walking"),
    said("b", (0, 1), 0, 4, item="drifting"),
)
LEVELS = st.lists(st.integers(0, 9), min_size=6, max_size=6).map(np.array)
SOME = st.lists(LEVELS, min_size=1, max_size=200).map(np.array)


def part() -> Part:
    (found,) = parts(CASE)
    assert found.size.size == 6
    return found


def possible(worlds: Worlds, bounds, since: int) -> list[int]:
    said = worlds._part.fixed | True
    found = [place for places, _ in worlds.possible(said, bounds, since) for place in places]
    return sorted(map(int, found))


@pytest.mark.parametrize("many", [0, 10**9], ids=["remembered", "looked at anew"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=SOME, more=SOME, ends=st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=4))
def test_those_are_found_in_which_all_is_true_and_within_bounds(
    monkeypatch, many, first, more, ends
) -> None:
    """Bounds are asked for again once there are more worlds: the old ones are not forgotten."""
    monkeypatch.setattr(module, "MANY", many)
    monkeypatch.setattr(module, "KEPT", 3)
    worlds = Worlds(part())
    for added in (first, more):
        start = len(worlds)
        worlds.add(added)
        every = first if start == 0 else np.vstack([first, more])
        sums = every @ part().rows.T
        true = ((sums >= part().low) & (sums <= part().high)).all(axis=1)
        for one, other in ends:
            lower, upper = np.minimum(one, other) * 1.0, np.maximum(one, other) * 1.0
            fits = true & (every >= lower).all(axis=1) & (every <= upper).all(axis=1)
            assert possible(worlds, (lower, upper), 0) == list(np.flatnonzero(fits))
            newer = [int(place) for place in np.flatnonzero(fits) if place >= start]
            assert possible(worlds, (lower, upper), start) == newer


def test_those_come_first_that_settled_most() -> None:
    worlds = Worlds(part())
    worlds.add(np.tile([1.0, 1, 0, 1, 1, 0], (90, 1)))
    worlds.settled(np.array([70, 70, 12]))
    bounds = np.zeros(6), np.full(6, 9.0)
    (first, _), *_ = worlds.possible(part().fixed | True, bounds)
    assert list(first[:3]) == [70, 12, 0]


def test_a_program_that_is_not_solved_is_not_taken_for_a_contradiction() -> None:
    """A contradiction says that nobody knows as much, and so that nothing is found."""
    found = part()
    program = Program(found)
    program._program.setOptionValue("simplex_iteration_limit", 0)
    program._program.setOptionValue("presolve", "off")
    with pytest.raises(ArithmeticError):
        program.reach(found.fixed | True, np.arange(6.0), found.bounds())
