"""The numbers of a report, and the rules in words."""

from __future__ import annotations

import re

import pytest

from quadrantlib.rules import (
    DISTRIBUTIONS,
    EXTREMES,
    GROUP,
    KNOWING,
    REPORT,
    RULES,
    SMALLEST,
    TOO_CLOSE,
    in_words,
)


def test_five_are_left_when_two_compare_notes() -> None:
    assert (GROUP, KNOWING, SMALLEST) == (5, 2, 7)


def test_each_number_asks_for_at_least_as_many_people_as_the_one_before() -> None:
    assert SMALLEST < REPORT == 8 < DISTRIBUTIONS == 20 < EXTREMES == 50
    assert 2 * SMALLEST <= DISTRIBUTIONS, "a breakdown has two groups at least"


def test_a_rule_names_no_number_of_people_that_is_not_a_constant() -> None:
    known = {GROUP, SMALLEST, REPORT, DISTRIBUTIONS, EXTREMES}
    for name, sentence in RULES.items():
        assert {int(each) for each in re.findall(r"\b\d+\b(?! %)", sentence)} <= known, name


@pytest.mark.parametrize("words", [*RULES.values(), TOO_CLOSE])
def test_a_rule_is_whole_sentences_that_scold_nobody(words: str) -> None:
    assert re.fullmatch(r"[A-Z“].*\.", words)
    assert not re.search(r"\b(?:must|forbidden|violat\w*|anonymi\w*|privacy)\b|!", words)


def test_rules_come_in_their_own_order_and_once() -> None:
    assert in_words(["audit", "report", "audit"]) == (RULES["report"], RULES["audit"])


def test_an_unknown_rule_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="nobody-else"):
        in_words(["report", "nobody-else"])
