"""The order by pairs: a merge sort that is replayed from nothing but its answers."""

from __future__ import annotations

from itertools import permutations
from math import ceil, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.values.sorting import (
    AGAIN,
    again,
    agreement,
    next_pair,
    replay,
    sorted_ids,
)

ORDERS = st.integers(1, 10).flatmap(lambda n: st.permutations([f"c{i}" for i in range(n)]))


def answer(pair, winner):
    a, b = pair
    return {"id": f"{a}:{b}", "a": a, "b": b, "winner": winner}


def asked_through(ids, prefer):
    """Answer whatever is asked until nothing is; `prefer` says which of two."""
    rows = []
    while pair := next_pair(ids, rows):
        rows.append(answer(pair, prefer(*pair)))
    return rows


def by(order):
    return lambda a, b: a if order.index(a) < order.index(b) else b


@given(ORDERS)
def test_consistent_answers_come_out_in_their_order(order) -> None:
    ids = sorted(order)
    assert sorted_ids(ids, asked_through(ids, by(order))) == list(order)


@given(ORDERS)
def test_it_agrees_with_counting_wins_over_all_pairs(order) -> None:
    ids = sorted(order)
    prefer = by(order)
    wins = {card: sum(prefer(card, other) == card for other in ids) for card in ids}
    counted = sorted(ids, key=lambda card: -wins[card])
    assert sorted_ids(ids, asked_through(ids, prefer)) == counted


@pytest.mark.parametrize(("number", "most"), [(1, 0), (2, 1), (5, 8), (8, 17), (10, 25)])
def test_the_worst_case_is_that_of_the_method(number, most) -> None:
    levels = ceil(log2(number))
    assert number * levels - 2**levels + 1 == most
    assert most == worst(number)


def worst(number: int) -> int:
    """The most questions there can be: two sides of m and n cards take m + n − 1 to merge."""
    return 0 if number < 2 else worst(number // 2) + worst(number - number // 2) + number - 1


@pytest.mark.parametrize(("number", "most"), [(2, 1), (3, 3), (4, 5), (5, 8)])
def test_some_order_takes_as_many_questions_and_none_takes_more(number, most) -> None:
    ids = [str(i) for i in range(number)]
    taken = [len(replay(ids, asked_through(ids, by(p))).asked) for p in permutations(ids)]
    assert max(taken) == most


@given(ORDERS, st.randoms(use_true_random=False))
def test_answers_that_contradict_one_another_still_come_to_an_end(order, dice) -> None:
    ids = sorted(order)
    rows = asked_through(ids, lambda a, b: dice.choice([a, b]))
    assert sorted(sorted_ids(ids, rows) or []) == ids
    first = [(row["a"], row["b"]) for row in rows[: len(replay(ids, rows).asked)]]
    assert len(first) <= worst(len(ids))
    assert len(set(first)) == len(first)


@given(ORDERS)
def test_it_stops_where_an_answer_is_missing_and_goes_on_from_there(order) -> None:
    ids = sorted(order)
    rows = asked_through(ids, by(order))
    for stop in range(len(rows)):
        assert next_pair(ids, rows[:stop]) == (rows[stop]["a"], rows[stop]["b"])


@given(ORDERS)
def test_a_pair_is_asked_in_the_order_of_dealing_and_again_with_sides_swapped(order) -> None:
    ids = list(order)
    rows = asked_through(ids, min)
    run = replay(ids, rows).asked
    assert all(ids.index(a) < ids.index(b) for a, b in run)
    twice = rows[len(run) :]
    assert len(twice) == min(AGAIN, len(run))
    assert all((row["b"], row["a"]) in run for row in twice)


def test_the_second_asking_never_changes_the_order() -> None:
    ids = list("abcde")
    rows = asked_through(ids, min)
    for row in rows[8:]:
        row["winner"] = row["a"]
    assert sorted_ids(ids, rows) == ids


def test_agreement_counts_the_pairs_that_were_answered_twice_alike() -> None:
    ids = list("abcde")
    rows = asked_through(ids, min)
    run = len(replay(ids, rows).asked)
    assert agreement(ids, rows) == {"same": AGAIN, "of": AGAIN}
    rows[run]["winner"] = rows[run]["a"]
    assert agreement(ids, rows) == {"same": AGAIN - 1, "of": AGAIN}
    assert agreement(ids, rows[: run + 2]) == {"same": 1, "of": 2}
    assert agreement(ids, rows[:run]) is None


def test_the_pairs_asked_again_are_spread_over_those_that_were_asked() -> None:
    asked = [(str(i), f"{i}'") for i in range(25)]
    assert again(asked) == [(b, a) for a, b in (asked[i] for i in (0, 5, 10, 15, 20))]
    assert again(asked[:2]) == [("0'", "0"), ("1'", "1")]
    assert again([]) == []


def test_a_winner_that_is_neither_of_the_two_is_no_answer() -> None:
    row = answer(("a", "b"), "c")
    assert next_pair(["a", "b"], [row]) == ("a", "b")
    assert next_pair(["a", "b"], [{"id": "x"}]) == ("a", "b")


def test_answers_about_cards_that_left_are_left_alone() -> None:
    ids = list("abcd")
    rows = asked_through(ids, min)
    fewer = [card for card in ids if card != "c"]
    assert next_pair(fewer, rows) == ("b", "d")
    assert sorted_ids(fewer, [*rows, answer(("b", "d"), "d"), answer(("a", "d"), "d")]) == [
        "d",
        "a",
        "b",
    ]


def test_of_two_rows_for_one_pair_the_later_counts() -> None:
    rows = [answer(("a", "b"), "a"), answer(("a", "b"), "b") | {"id": "again"}]
    assert sorted_ids(["a", "b"], rows) == ["b", "a"]


def test_nothing_to_sort_is_sorted() -> None:
    assert sorted_ids([], []) == []
    assert sorted_ids(["a"], []) == ["a"]
    assert next_pair(["a"], []) is None
