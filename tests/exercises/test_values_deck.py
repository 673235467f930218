"""The cards, and the circle they lie in."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.values.circle import (
    ACROSS,
    IN_WORDS,
    NOWHERE,
    PLACES,
    REGIONS,
    region,
    shares,
    tensions,
)
from quadrantlib.exercises.values.deck import DECK, LADDER, NAMES

OWN_OF_THE_PROJECT = {
    *("leadership", "career-advancement", "legacy", "financial-abundance"),
    *("integrity", "belonging", "authenticity"),
}
HANDS = st.lists(st.sampled_from(sorted(NAMES)), max_size=10, unique=True)


def rows(*ids):
    return [{"id": card, "name": NAMES.get(card, card)} for card in ids]


class TestTheDeck:
    def test_the_full_deck_holds_the_83_names_and_the_seven_of_the_project(self):
        assert len(DECK) == len(NAMES) == 83 + 7
        assert {*NAMES} >= OWN_OF_THE_PROJECT

    def test_the_short_deck_is_about_half_with_all_that_the_ladder_holds_up(self):
        short = {card.id for card in DECK if card.short}
        assert 43 <= len(short) <= 47
        assert short >= {*LADDER} | OWN_OF_THE_PROJECT

    def test_every_region_can_be_reached_with_the_short_deck(self):
        held = Counter(region(card.id) for card in DECK if card.short)
        assert all(held[name] >= 3 for name in REGIONS)

    def test_every_card_says_what_it_means_in_one_short_line_of_its_own(self):
        assert all(0 < len(card.help) <= 60 for card in DECK)
        assert len({card.help for card in DECK}) == len(DECK)

    def test_ids_are_what_journals_hold(self):
        assert {"gods-will", "non-conformity", "inner-peace", "financial-abundance"} <= {*NAMES}
        assert all(card.id == card.id.lower() and ":" not in card.id for card in DECK)


class TestTheCircle:
    def test_every_card_of_a_region_is_in_the_deck_and_in_no_other_region(self):
        assigned = [card for cards in REGIONS.values() for card in cards]
        assert {*assigned} <= {*NAMES}
        assert len(assigned) == len({*assigned})

    def test_about_a_fifth_lies_in_no_region(self):
        assert 0.18 <= sum(region(card) == NOWHERE for card in NAMES) / len(NAMES) <= 0.25

    def test_every_place_has_its_words(self):
        assert {*IN_WORDS} == {*PLACES}

    @pytest.mark.parametrize(
        ("card", "where"),
        [
            ("authenticity", "self_direction"),
            ("passion", "stimulation"),
            ("humor", "hedonism"),
            ("career-advancement", "achievement"),
            ("leadership", "power"),
            ("belonging", "security"),
            ("gods-will", "conformity_tradition"),
            ("integrity", "benevolence"),
            ("world-peace", "universalism"),
            ("legacy", NOWHERE),
            ("one-of-my-own", NOWHERE),
        ],
    )
    def test_a_card_lies_where_the_method_puts_it(self, card, where):
        assert region(card) == where

    @given(HANDS)
    def test_shares_sum_to_one_and_do_not_depend_on_the_order(self, ids):
        assert sum(shares(ids).values()) == (pytest.approx(1) if ids else 0)
        assert shares(ids) == shares(ids[::-1])

    def test_a_share_is_the_part_of_the_cards_that_lie_there(self):
        found = shares(["risk", "safety", "order", "hope"])
        assert {name: share for name, share in found.items() if share} == {
            "stimulation": 0.25,
            "security": 0.5,
            NOWHERE: 0.25,
        }

    def test_opposite_regions_that_both_hold_two_pull_against_each_other(self):
        hand = rows("risk", "adventure", "safety", "order", "fun")
        assert tensions(hand) == [
            {
                "regions": ["stimulation", "security"],
                "cards": [rows("risk", "adventure"), rows("safety", "order")],
            }
        ]

    def test_one_card_in_a_region_does_not_make_it_high(self):
        assert tensions(rows("risk", "safety", "order")) == []

    @given(HANDS)
    def test_only_opposites_pull_against_each_other(self, ids):
        for found in tensions(rows(*ids)):
            assert tuple(found["regions"]) in ACROSS
            for name, cards in zip(found["regions"], found["cards"], strict=True):
                assert len(cards) >= 2
                assert {region(card["id"]) for card in cards} == {name}
