"""What the values say back: of two sittings, of half of one, and of nothing at all."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.answers import carried
from quadrantlib.exercises.values import EXERCISE, QUESTIONS, read
from quadrantlib.exercises.values.deck import DECK, NAMES
from quadrantlib.exercises.values.sorting import next_pair
from quadrantlib.kinds import Cards
from quadrantlib.questions import Rows, faults, walk
from tests.exercises.sorted_values import FIVE, TEN, TODAY, answers, ids, reading
from tests.generated import JUNK, answers_to
from tests.rounds import written

LONG_AGO = date(2025, 11, 20)


def before(*args, **more):
    return written(answers(*args, **more), LONG_AGO, "r1")


def paired(order, top=()):
    """Somebody who answered every pair as `order` has it."""
    found = answers(order, top)
    cards = sorted(order, key=list(NAMES).index)
    rows = []
    while pair := next_pair(cards, rows):
        winner = min(pair, key=order.index)
        rows.append({"id": ":".join(pair), "a": pair[0], "b": pair[1], "winner": winner})
    return found | {"pairs": rows}


class TestWhatWasChosen:
    def test_each_choice_stands_on_the_one_before_it(self):
        found = reading(core=["authenticity", "integrity"]).figures
        assert {*ids(found["very"])} == {*TEN}
        assert {*ids(found["finalists_named"])} == {*TEN}
        assert found["top"] == ids(found["top_named"]) == FIVE
        assert found["core"] == ids(found["core_named"]) == ["integrity", "authenticity"]

    def test_a_card_that_went_back_to_another_pile_is_chosen_no_more(self):
        one = answers(core=["integrity"])
        one["piles"]["integrity"] = "somewhat"
        found = read(written(one, TODAY), (), TODAY).figures
        assert found["top"] == FIVE[1:]
        assert "integrity" not in ids(found["finalists_named"])
        assert "core" not in found

    def test_cards_come_in_the_order_in_which_they_were_dealt(self):
        dealt = ["growth", "adventure", "legacy"]
        found = reading(order=dealt).figures
        assert ids(found["finalists_named"])[:3] == dealt
        by_name = ids(reading().figures["finalists_named"])
        assert by_name == sorted(TEN)

    def test_cards_of_ones_own_count_as_cards_and_lie_in_no_region(self):
        own = [{"id": "x1", "name": "Music"}, {"id": "x2", "name": "  "}]
        found = reading((*TEN[:9], "x1"), ["x1"], own_cards=own).figures
        assert found["top_named"] == [{"id": "x1", "name": "Music"}]
        assert found["circle"]["unassigned"] == pytest.approx(0.2)
        assert "x2" not in ids(found["very"])

    def test_a_card_of_ones_own_cannot_pass_for_one_of_the_deck(self):
        own = [{"id": "fame", "name": "Infamy"}]
        found = reading(("fame",), ["fame"], own_cards=own).figures
        assert found["top_named"] == [{"id": "fame", "name": "Fame"}]

    @pytest.mark.parametrize(("size", "left"), [("short", 36), ("full", 78), ("own", 1)])
    def test_it_counts_the_cards_of_the_chosen_deck_that_are_left(self, size, left):
        own = [{"id": "x1", "name": "Music"}]
        short = {card.id for card in DECK if card.short}
        assert len(short & {*TEN}) == 10
        extra = 1 if size != "own" else 0
        found = reading(deck=size, own_cards=own).figures
        assert found["left"] == left + extra

    def test_without_a_word_on_the_deck_it_is_the_short_one(self):
        assert reading().figures["left"] == reading(deck="short").figures["left"] == 36


class TestThePairs:
    def test_the_order_by_pairs_stands_in_where_nothing_was_put_in_order(self):
        order = ["growth", "integrity", "humor", "order", "family", "legacy"]
        found = read(written(paired(order), TODAY), (), TODAY).figures
        assert found["top"] == ids(found["paired"]) == order[:5]
        assert found["agreement"] == {"same": 5, "of": 5}

    def test_an_order_of_ones_own_comes_before_that_of_the_pairs(self):
        order = ["growth", "integrity", "humor", "order", "family", "legacy"]
        said = read(written(paired(order, ["legacy", "growth"]), TODAY), (), TODAY)
        assert said.figures["top"] == ["legacy", "growth"]
        told = "Two at a time, the order came out as “Growth”, “Integrity”, “Humor”, “Order” and"
        assert told in " ".join(said.aside)

    def test_agreement_stands_only_among_the_further_figures(self):
        said = read(written(paired(["growth", "humor", "order"]), TODAY), (), TODAY)
        assert any("two of two answers were the same" in line for line in said.aside)
        assert not any("swapped" in line for line in said.says)

    def test_half_of_the_pairs_make_no_order(self):
        half = paired(["growth", "humor", "order"])
        half["pairs"] = half["pairs"][:1]
        assert "top" not in read(written(half, TODAY), (), TODAY).figures


class TestTheLadder:
    def test_it_asks_of_the_ladders_cards_that_came_along(self):
        found = reading().figures
        assert ids(found["ladder_defaults"]) == ["leadership", "legacy"]
        assert [row["whose"] for row in found["defaults_kept"]] == [None, None]

    def test_it_tells_what_was_chosen_from_what_came_along(self):
        whose = [
            {"id": "leadership", "whose": "inherited"},
            {"id": "legacy", "whose": "chosen"},
            {"id": "achievement", "whose": "chosen"},
        ]
        said = reading(defaults=whose)
        assert [(row["id"], row["whose"]) for row in said.figures["defaults_kept"]] == [
            ("leadership", "inherited"),
            ("legacy", "chosen"),
        ]
        assert any("“Leadership” came along" in line for line in said.says)
        assert any(line.startswith("“Legacy”: from outside") for line in said.says)

    def test_none_of_the_ladder_among_the_finalists_is_told_too(self):
        said = reading(("humor", "order", "growth", "family", "risk"), ["humor"])
        assert "ladder_defaults" not in said.figures
        assert (
            "Rising, owning and being known are not among the five you kept. "
            "Did you leave them out, or did they not come up?"
        ) in said.says


class TestOptions:
    OPTIONS = ({"id": "o1", "name": "Join the start-up"}, {"id": "o2", "name": "Stay"})

    def test_every_option_meets_every_one_of_the_five(self):
        checks = reading(options=list(self.OPTIONS)).figures["option_checks"]
        assert len(checks) == 10
        assert checks[0] == {"id": "o1.integrity", "name": "Join the start-up — Integrity"}

    def test_fits_are_summed_as_far_as_they_are_said(self):
        holds = [
            {"id": "o1.integrity", "fit": -2},
            {"id": "o1.growth", "fit": 2},
            {"id": "o1.leadership", "fit": 1},
            {"id": "o1.fame", "fit": 2},
        ]
        found = reading(options=list(self.OPTIONS), holds=holds).figures["options"]
        assert found[0]["fits"] == {"integrity": -2, "growth": 2, "leadership": 1}
        assert [row["fit"] for row in found] == [1, None]

    def test_an_option_is_told_by_what_it_goes_with_and_against(self):
        holds = [{"id": "o1.integrity", "fit": -2}, {"id": "o1.growth", "fit": 2}]
        said = reading(options=list(self.OPTIONS), holds=holds, core=["integrity"])
        told = " ".join(said.says)
        assert "“Join the start-up” goes with “Growth”, and goes against “Integrity”." in told
        assert "goes against “Integrity”, which lies under all the rest. What would" in told
        assert "“Join the start-up” is still to be held against three cards." in said.needs

    def test_options_are_told_in_their_own_order_and_never_ranked(self):
        holds = [{"id": "o1.growth", "fit": -2}, {"id": "o2.growth", "fit": 2}]
        said = reading(options=list(self.OPTIONS), holds=holds)
        told = [line for line in said.says if "goes" in line]
        assert [line.split("”")[0] for line in told] == ["“Join the start-up", "“Stay"]

    def test_an_option_without_a_name_is_none(self):
        assert "options" not in reading(options=[{"id": "o1", "name": " "}, {"id": "o2"}]).figures


class TestSinceTheLastRound:
    def test_it_tells_what_stayed_came_and_went(self):
        then = ["integrity", "humor", "authenticity", "growth", "leadership"]
        kept = reading(earlier=[before(top=then)]).figures["kept"]
        assert kept["since"] == "2025-11-20"
        assert ids(kept["stayed"]) == ["integrity", "authenticity", "growth", "leadership"]
        assert ids(kept["came"]) == ["belonging"]
        assert ids(kept["went"]) == ["humor"]
        assert kept["of"] == 5

    def test_neighbors_that_swap_are_noise(self):
        swapped = [FIVE[1], FIVE[0], *FIVE[2:]]
        said = reading(earlier=[before(top=swapped)])
        assert len(said.figures["kept"]["stayed"]) == 5
        assert any("Of your five of 20 November 2025, five are still here" in s for s in said.says)

    def test_a_round_that_was_left_at_once_is_passed_over(self):
        empty = written({"deck": "full"}, date(2026, 1, 1), "r2")
        assert reading(earlier=[before(), empty]).figures["kept"]["since"] == "2025-11-20"

    def test_a_new_round_starts_with_the_deck_and_the_own_cards_alone(self):
        own = [{"id": "x1", "name": "Music"}]
        kept = carried(QUESTIONS, answers(deck="full", own_cards=own, core=["integrity"]))
        assert kept == {"deck": "full", "own_cards": own}


class TestAnyAnswers:
    @given(answers_to(QUESTIONS), st.booleans())
    def test_whatever_is_missing_it_reads_and_what_it_says_is_json(self, some, again):
        earlier = [written(some, LONG_AGO, "r0")] if again else []
        said = read(written(some, TODAY), earlier, TODAY)
        assert json.loads(json.dumps(said.figures, allow_nan=False)) == dict(said.figures)
        assert all((*said.says, *said.needs, *said.wonders, *said.aside)) or not said.says

    @given(answers_to(QUESTIONS, strange=JUNK))
    def test_what_does_not_fit_counts_as_missing(self, some):
        bad = {place[0] for place, _ in faults(QUESTIONS, some)}
        fitting = {name: value for name, value in some.items() if name not in bad}
        assert read(written(some, TODAY), (), TODAY) == read(written(fitting, TODAY), (), TODAY)

    @given(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=10, unique=True))
    def test_the_circle_covers_every_finalist_once(self, ten):
        found = reading(ten, ten[:5]).figures
        assert sum(found["circle"].values()) == pytest.approx(1)
        assert sorted(ids(found["circle_cards"])) == sorted(ten)
        assert [row["place"] for row in found["circle_cards"] if row["id"] == ten[0]] == [1]


class TestTheExercise:
    def test_only_the_five_may_leave_and_never_a_card_of_ones_own(self):
        leaving = [question for question in walk(QUESTIONS) if question.leaves]
        assert [question.name for question in leaving] == ["top"]
        assert "never a card of your own" in leaving[0].leaves

    def test_every_figure_a_question_stands_on_is_one_of_the_reading(self):
        whole = reading(core=["integrity"], options=list(TestOptions.OPTIONS)).figures
        sources = [q.source for q in QUESTIONS if isinstance(q, Cards) and q.source]
        about = [q.about for q in QUESTIONS if isinstance(q, Rows) and q.about]
        when = [q.when for q in QUESTIONS if q.when]
        for name in (*sources, *about, *when):
            assert whole[name], name
        for name in (*sources, *about):
            assert all({"id", "name"} <= {*row} for row in whole[name])

    def test_it_takes_two_sittings_of_ten_minutes_once_a_year(self):
        assert (EXERCISE.minutes, EXERCISE.sittings, EXERCISE.rhythm) == (10, 2, "yearly")
