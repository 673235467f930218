"""Nobody stands in a group so small that it could be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.cohort.groups import circles
from tests.handed import TEAMS

IDS = ["", *(str(each.id) for each in TEAMS.options)]
SIZES = st.dictionaries(st.sampled_from(IDS), st.integers(0, 30))


def sizes(people: dict[str, int]) -> dict[str, int]:
    return {each.group.id: each.group.people for each in circles(people, TEAMS)}


@pytest.mark.parametrize(
    ("people", "groups"),
    [
        ({"search": 10, "pay": 10}, {"pay": 10, "search": 10}),
        ({"search": 10, "pay": 9}, {}),  # nineteen people
        ({"search": 14, "pay": 7}, {"search": 14, "pay": 7}),
        ({"search": 14, "pay": 6}, {}),  # one of six could be told apart
        ({"search": 20, "pay": 12, "night": 4, "desk": 4}, {"search": 20, "pay": 12, "others": 8}),
        ({"search": 20, "pay": 12, "night": 3}, {"search": 20, "others": 15}),
        ({"search": 20, "pay": 12, "": 3}, {"search": 20, "others": 15}),
        ({"search": 20, "": 9}, {"search": 20, "others": 9}),
        ({"search": 30}, {}),
        ({"search": 30, "pay": 0}, {}),
        ({"": 30}, {}),
    ],
)
def test_small_groups_are_taken_together(people, groups) -> None:
    assert sizes(people) == groups


@given(SIZES)
def test_every_group_is_large_enough_and_everybody_is_in_one(people) -> None:
    found = circles(people, TEAMS)
    assert not found or sum(each.group.people for each in found) == sum(people.values())
    assert all(each.group.people >= 7 for each in found)
    options = [option for each in found for option in each.options]
    assert len(options) == len(set(options))


@given(SIZES)
def test_groups_stand_by_size_and_those_taken_together_last(people) -> None:
    found = [each.group for each in circles(people, TEAMS)]
    alone = [each.people for each in found if each.id != "others"]
    assert alone == sorted(alone, reverse=True)
    assert "others" not in [each.id for each in found[:-1]]


def test_a_group_is_called_what_the_invitation_calls_it() -> None:
    found = circles({"search": 10, "pay": 4, "night": 6}, TEAMS)
    assert [each.group.label for each in found] == ["Search", "The others"]
