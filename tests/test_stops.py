"""A stop says how far an exercise is, in words, and what waits there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercise import Exercise
from quadrantlib.exercises import CATALOG
from quadrantlib.retelling import Retold, rounds_of
from quadrantlib.stops import Stop, said, since, stop
from tests.paths import DONE, HALF, TODAY, exercise, journal, together


def at(rounds: list[tuple[str, dict]], one: Exercise | None = None, **changes: Any) -> Stop:
    found = journal({"one": rounds}).rounds("one")
    return stop(Retold(one or exercise("one", **changes), rounds_of(found), TODAY), TODAY)


@pytest.mark.parametrize(
    ("rounds", "state", "told"),
    [
        ([], "new", ""),
        ([("2026-11-03", HALF)], "begun", "begun 3 November"),
        ([("2026-11-22", {"needs": ["One thing."]})], "begun", "begun today"),
        ([("2026-11-03", DONE)], "done", "done 3 November"),
        ([("2026-11-21", {**DONE, "needs": ["A tenth."]})], "done", "done yesterday"),
        ([("2026-11-21", {**HALF, "last": "Yes."})], "done", "done yesterday"),
        ([("2026-10-25", DONE)], "due", "due again today"),
        ([("2026-10-20", DONE)], "due", "due again since Tuesday"),
        ([("2026-09-01", HALF)], "due", "due again since 29 September"),
        ([("2025-09-01", DONE)], "due", "due again since 29 September 2025"),
        ([("2026-09-01", DONE), ("2026-11-03", DONE)], "done", "done 3 November"),
    ],
)
def test_it_says_how_far_it_is(rounds, state: str, told: str) -> None:
    found = at(rounds)
    assert (found.state, found.words) == (state, told)


# Taken out: a figure of `ASKED`; the order of asking and being due in `_standing`.
@pytest.mark.parametrize("figure", ["claim_due", "asks_again", "due", "promises_due"])
def test_what_asks_how_it_went_says_so_even_where_it_is_due(figure: str) -> None:
    asking = {**DONE, "figures": {figure: [{"id": "a"}]}}
    for started in ("2026-11-03", "2026-01-03"):
        found = at([(started, asking)])
        assert found.state == "asks"
        assert found.asks.endswith("?")
    assert at([("2026-11-03", {**DONE, "figures": {figure: []}})]).state == "done"


def test_a_log_is_kept_and_never_due_nor_counted() -> None:
    found = at([("2024-01-01", HALF)], log=True)
    assert (found.state, found.words, found.again) == ("kept", "kept since January 2024", None)
    found = at([("2026-11-03", DONE)], log=True)
    assert found.words == "kept since 3 November"


@pytest.mark.parametrize("changes", [{"rhythm_days": None}, {"place": "occasion"}])
def test_what_has_no_rhythm_or_waits_for_an_occasion_is_never_due(changes) -> None:
    found = at([("2024-01-01", DONE)], **changes)
    assert (found.state, found.again) == ("done", None)


def test_a_letter_of_today_rests() -> None:
    resting = {"needs": ["One thing.", "Another."], "figures": {"rests": True}}
    found = at([("2026-11-22", resting)])
    assert (found.state, found.words) == ("rests", "rests until tomorrow")


def test_what_is_missing_is_told_where_it_was_begun() -> None:
    assert at([("2026-11-03", HALF)]).asks == "One thing."


def test_the_day_it_comes_round_again_is_known() -> None:
    assert at([("2026-11-03", DONE)]).again == date(2026, 12, 1)


@pytest.mark.parametrize(("sittings", "takes"), [(1, "5 min"), (2, "two sittings of 5 min")])
def test_it_says_how_long_it_takes(sittings: int, takes: str) -> None:
    assert at([], sittings=sittings).takes == takes


@pytest.mark.parametrize("each", CATALOG, ids=lambda each: each.slug)
def test_half_a_line_says_what_an_exercise_is_about(each) -> None:
    assert 0 < len(at([], each).about) <= 34


def test_the_page_of_everything_is_open_whatever_lies_in_it() -> None:
    for rounds in ([], [("2024-01-01", DONE)]):
        assert at(rounds, together()).state == "open"


def test_it_leads_to_its_page() -> None:
    assert at([]).path == "/voila/render/one.ipynb"


@given(st.dates(date(2020, 1, 1), date(2026, 11, 22)))
def test_a_day_is_told_with_its_year_unless_it_is_this_one(when: date) -> None:
    assert (str(when.year) in said(when, TODAY)) == (when.year != TODAY.year)
    assert since(when, TODAY).startswith(("since ", "today"))
