"""What the values say, of how much was answered."""

from __future__ import annotations

import pytest

from quadrantlib.exercises.values import read
from quadrantlib.exercises.values.deck import DECK
from tests.exercises.sorted_values import TODAY, reading
from tests.rounds import written


class TestTheWords:
    def test_it_goes_only_as_far_as_the_answers_do(self):
        said = read(written({}, TODAY), (), TODAY)
        assert said.figures == {}
        assert said.says == ()
        assert said.needs == ("Lay a few cards on their piles, and it can begin.",)

    def test_it_says_what_is_still_open_in_the_order_of_the_page(self):
        some = {"piles": {"humor": "very", "fame": "not"}}
        assert read(written(some, TODAY), (), TODAY).needs == (
            "45 cards are still to be laid.",
            "Which of those that matter very much come along? Up to ten.",
        )
        assert any("Which of them come first?" in line for line in reading(top=()).needs)
        assert any("another day" in line for line in reading().needs)

    def test_it_ends_with_one_small_thing_that_the_person_chooses(self):
        ways = [{"id": "integrity", "behavior": "I say no early.", "slippery": "I say soon"}]
        said = reading(core=["integrity"], core_ways=ways)
        assert said.says[-1] == (
            "Which of the ways you wrote down would you like to do once this week, on purpose?"
        )
        chosen = reading(core=["integrity"], core_ways=ways, small_thing="I ask Ann. ")
        assert chosen.says[-1] == "Once this week, on purpose: “I ask Ann”."
        assert chosen.figures["ways"] == [{"id": "integrity.0", "name": "I say no early."}]
        assert any("in your words: “I say soon”. When" in line for line in said.says)

    def test_opposites_are_a_question(self):
        ten = ("risk", "adventure", "safety", "order", "fun")
        said = [line for line in reading(ten, ["risk"]).says if "gave way" in line]
        assert len(said) == 1
        assert said[0].endswith("?")
        assert "“Adventure” and “Order”" in said[0]

    @pytest.mark.parametrize(
        ("ten", "words"),
        [
            (("caring", "honesty", "loving", "fun"), "Three of your four are about being good"),
            (("caring", "honesty", "loving"), "All your three are about being good"),
            (
                ("caring", "honesty", "risk", "change"),
                "Your four gather in two places: new and daring things, and being good",
            ),
            (("caring", "risk", "fun"), "Your three lie spread around the circle."),
        ],
    )
    def test_it_says_where_on_the_circle_most_lie(self, ten, words):
        assert any(line.startswith(words) for line in reading(ten, ten[:1]).says)

    def test_it_wonders_where_nearly_everything_matters_very_much(self):
        many = {card.id: "very" for card in DECK[:25]}
        assert read(written({"piles": many}, TODAY), (), TODAY).wonders == (
            "25 of 25 cards matter very much so far. Which of them would you miss first?",
        )
        assert reading().wonders == ()

    def test_nothing_is_inferred_from_prose(self):
        prose = "I want power, fame and wealth, and nothing else"
        assert reading(compare=prose) == reading()
