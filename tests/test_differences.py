"""What changed is told from the questions alone, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.differences import differences
from quadrantlib.exercises import CATALOG
from quadrantlib.kinds import Beads, Cards, Many
from quadrantlib.questions import Amount, Choice, Day, Group, Option, Rows, Words
from tests.generated import answers_to

SIDES = (Option("a", "One side"), Option("b", "The other"))
REASON = Words(name="why", ask="Why?")
SIDE = Choice(name="side", ask="Which?", options=SIDES)
TASKS = Rows(
    name="tasks", ask="What?", columns=(Words(name="name", ask=""), Amount(name="hours", ask="H?"))
)


def told(question, before, after, names=None) -> list[str]:
    name = question.name
    was = {} if before is None else {name: before}
    now = {} if after is None else {name: after}
    return differences((question,), was, now, names or {})


def test_a_first_answer_a_changed_one_and_one_taken_back() -> None:
    assert told(REASON, None, "Curiosity") == ["Why? Now “Curiosity”."]
    assert told(REASON, "Money", "Curiosity") == ["Why? Was “Money”, is “Curiosity”."]
    assert told(SIDE, "a", "b") == ["Which? Was “One side”, is “The other”."]
    assert told(SIDE, "a", None) == ["Which? Was “One side”, and is left open now."]


def test_what_is_on_a_list_now_and_what_is_not() -> None:
    both = Many(name="many", ask="Which visit?", options=SIDES)
    assert told(both, ["a"], ["b"]) == [
        "Which visit? New: “The other”. No longer there: “One side”.",
    ]


def test_cards_are_called_by_their_names_and_a_new_order_is_told() -> None:
    top = Cards(name="top", ask="Five?", source="cards")
    names = {"x": "Health", "y": "Order"}
    assert told(top, ["x"], ["x", "y"], names) == ["Five? New: “Order”."]
    assert told(top, ["x", "y"], ["y", "x"], names) == ["Five? In another order now."]


def test_beads_are_told_by_area() -> None:
    now = Beads(name="now", ask="Now?", areas=SIDES)
    assert told(now, {"a": 3}, {"a": 1, "b": 2}) == [
        "Now? One side from 3 to 1 and The other from 0 to 2."
    ]


def test_a_row_is_followed_by_its_id_through_a_new_name() -> None:
    before = [{"id": "1", "name": "Cello", "hours": 4}, {"id": "2", "name": "Forms"}]
    after = [{"id": "1", "name": "The cello", "hours": 9}, {"id": "3", "name": "Bread"}]
    assert told(TASKS, before, after) == [
        "What? New: “Bread”. No longer there: “Forms”.",
        "“The cello”: Was “Cello”, is “The cello”. H? Was 4, is 9.",
    ]


def test_a_group_is_told_part_by_part() -> None:
    claim = Group(name="claim", ask="Thirty minutes?", parts=(REASON,))
    assert told(claim, {"why": "a"}, {"why": "b"}) == ["Thirty minutes? Why? Was “a”, is “b”."]


def test_a_group_is_one_line_and_an_ask_without_a_mark_is_closed() -> None:
    parts = (REASON, Day(name="when", ask="On which day"))
    claim = Group(name="claim", ask="Thirty minutes", parts=parts)
    assert told(claim, {"why": "a", "when": "2026-05-17"}, {"why": "b"}) == [
        "Thirty minutes. Why? Was “a”, is “b”. On which day. Was 17 May 2026, and is left open now."
    ]


def test_a_fraction_is_told_as_it_was_typed() -> None:
    rate = Amount(name="r", ask="How much?", percent=True)
    assert told(rate, 0.05, 0.035) == ["How much? Was 5 %, is 3.5 %."]


def test_a_row_is_called_by_its_offer_or_by_what_it_is_about() -> None:
    doubts = Rows(name="doubts", ask="Which?", columns=(REASON,), offers=SIDES)
    signs = Rows(name="signs", ask="There?", columns=(REASON,), about="five-years.signs")
    before, after = [{"id": "a", "why": "x"}], [{"id": "a", "why": "y"}]
    assert told(doubts, before, after) == ["“One side”: Why? Was “x”, is “y”."]
    assert told(signs, before, after, {"a": "Haste"}) == ["“Haste”: Why? Was “x”, is “y”."]


def test_what_the_page_keeps_for_itself_is_not_told() -> None:
    dealt = Cards(name="order", ask="The order in which they were dealt")
    assert told(dealt, ["x"], ["y"]) == []


def test_an_answer_about_an_earlier_round_is_not_missed_in_a_new_one() -> None:
    kept = Choice(name="kept", ask="Did it happen?", options=SIDES, looks_back=True)
    assert told(kept, "a", None) == []


def test_a_long_list_of_news_is_cut() -> None:
    after = [{"id": str(n), "name": f"Task {n}"} for n in range(20)]
    (words,) = told(TASKS, None, after)
    assert words.endswith("“Task 5” and 14 more.")


@given(st.data())
def test_nothing_is_told_of_the_same_answers_and_nothing_crashes(data) -> None:
    exercise = data.draw(st.sampled_from(CATALOG))
    before = data.draw(answers_to(exercise.questions))
    after = data.draw(answers_to(exercise.questions))
    assert differences(exercise.questions, before, before, {}) == []
    assert all(isinstance(each, str) for each in differences(exercise.questions, before, after, {}))
