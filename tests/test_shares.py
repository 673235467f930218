"""What may leave, share by share: what fits, what it adds up to, what the sample journal gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quadrantlib import telling
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.questions import walk
from quadrantlib.retelling import read_newest, retold
from quadrantlib.shares import Level, One, Several, Share, Split

SHARES = [share for exercise in CATALOG for share in exercise.shares]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 105) | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
every_share = pytest.mark.parametrize("share", SHARES, ids=lambda each: each.name)


def fitting(share: Share) -> st.SearchStrategy[Any]:
    """Return values that fit, made by the rules of the method and not by the share's own code."""
    match share:
        case Split():
            cuts = st.lists(st.integers(0, 20), min_size=4, max_size=4).map(sorted)
            names = [item.id for item in share.items]
            return cuts.map(
                lambda c: dict(
                    zip(
                        names,
                        (5 * (b - a) for a, b in zip([0, *c], [*c, 20], strict=True)),
                        strict=True,
                    )
                )
            )
        case Level():
            return st.integers(0, share.high // share.step).map(lambda n: n * share.step)
        case One():
            return st.sampled_from([item.id for item in share.items])
        case Several():
            ids = st.sampled_from([item.id for item in share.items])
            return st.lists(ids, unique=True, max_size=share.at_most).map(sorted)
    raise NotImplementedError(share.kind)


@every_share
@given(data=st.data())
def test_what_fits_fits_walk_and_schema_and_adds_whole_numbers(share: Share, data: st.DataObject):
    value = data.draw(fitting(share))
    assert not list(share.faults(value))
    Draft202012Validator(share.schema()).validate(value)
    added = share.contributions(value)
    assert list(added) == [item.id for item in share.items]
    assert all(0 <= added[item.id] <= item.most for item in share.items)
    assert not share.whole or sum(added.values()) == share.items[0].most
    assert share.words(value)


@every_share
@given(value=JUNK)
def test_what_does_not_fit_is_told_without_being_quoted(share: Share, value: Any):
    agrees = Draft202012Validator(share.schema()).is_valid(value)
    found = list(share.faults(value))
    assert found or agrees, "the walk lets through what the schema refuses"
    if isinstance(value, str) and len(value) > 1 and found:
        assert not any(value in reason for _, reason in found if value not in str(share.schema()))


def test_a_split_that_is_no_whole_is_refused():
    regions = next(share for share in SHARES if share.name == "regions")
    value = dict.fromkeys((item.id for item in regions.items), 5)
    assert list(regions.faults(value)) == [((), "should add up to 100")]


def test_an_order_of_ones_own_is_refused_for_it_could_tell_more():
    circle = next(share for share in SHARES if share.name == "circle")
    assert list(circle.faults(["power", "hedonism"])) == [((), "should be in alphabetical order")]


def test_no_two_shares_have_one_name():
    names = [share.name for share in SHARES]
    assert len(names) == len(set(names)) == 14


@pytest.mark.parametrize("exercise", CATALOG, ids=lambda each: each.slug)
def test_what_a_question_lets_go_has_a_share_and_a_share_takes_nothing_else(exercise):
    allowed = {question.name for question in walk(exercise.questions) if question.leaves}
    assert {name for share in exercise.shares for name in share.of} == allowed


@every_share
def test_what_was_never_done_leaves_nothing(share: Share):
    assert share.take({}) is None


def test_the_sample_journal_gives_what_its_readings_say():
    journal = telling.journal_in(Path(__file__).parent.parent / "data" / "sample-journal.json")
    today = date(2026, 11, 22)
    told = retold(CATALOG, journal, today)
    found = {
        share.name: share.take(read_newest(exercise, told, today).figures)
        for exercise in CATALOG
        for share in exercise.shares
    }
    # 174, 41, 63, 0 and 34 of 312 hours; 131 of them a relief
    assert found["regions"] == {
        "hard_assigned": 55,
        "easy_assigned": 15,
        "easy_chosen": 20,
        "hard_chosen": 0,
        "on_the_line": 10,
    }
    assert found["relief"] == 40
    assert found["circle"] == ["achievement", "benevolence", "security", "self_direction"]
    assert found["cards"] == ["creativity", "family", "friendship", "honesty", "mastery"]
    assert [found[name] for name in ("motion", "moments", "signs", "deposited")] == [15, 1, 3, 40]
    assert [found[name] for name in ("role", "unmet", "days")] == [
        "supporting",
        ["recovery"],
        "8-14",
    ]
    assert [found[name] for name in ("holds", "direction", "verdict")] == [
        "partly",
        "drifting",
        "passed_and_moved",
    ]


def test_a_card_and_a_need_of_ones_own_stay():
    values = {share.name: share.take for share in by_slug("values").shares}
    assert values["cards"]({"top": ["own-music", "family"]}) == ["family"]
    assert values["circle"]({"top": ["own-music", "family"]}) == ["security", "unassigned"]
    unmet = next(share for share in SHARES if share.name == "unmet").take
    assert unmet({"needs": [{"id": "x"}], "unmet": [{"id": "x"}, {"id": "recovery"}]}) == [
        "recovery"
    ]
