"""The landing page tells how far one is, and offers one next thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercise import Exercise, Reading
from quadrantlib.exercises import CATALOG
from quadrantlib.journal import Journal
from quadrantlib.landing import landing, said, since
from quadrantlib.questions import Words

TODAY = date(2026, 11, 22)


def exercise(slug: str, **changes) -> Exercise:
    """An exercise whose answers say how its reading looks."""

    def read(answers, earlier, today) -> Reading:
        return Reading(
            figures={"claim_due": answers.get("claim")},
            says=tuple(answers.get("says", ())),
            needs=tuple(answers.get("needs", ())),
        )

    return Exercise(
        slug=slug,
        title=slug.title(),
        why="Because.",
        minutes=5,
        rhythm="monthly",
        evidence="",
        questions=(Words(name="says", ask="?"), Words(name="last", ask="?")),
        read=read,
        **{"rhythm_days": 28, **changes},
    )


def journal(**rounds: Sequence[tuple[str, dict]]) -> Journal:
    value = Journal.new("x" * 32).value
    found = {
        slug: [
            {"id": f"r{n}", "started": started, "updated": "", "answers": answers}
            for n, (started, answers) in enumerate(each)
        ]
        for slug, each in rounds.items()
    }
    return Journal({**value, "rounds": found})


DONE = {"says": ["So it is."]}
HALF = {"says": ["So far."], "needs": ["One thing.", "Another."]}


def words(**rounds: Sequence[tuple[str, dict]]) -> tuple[str, str]:
    stop = landing([exercise("one")], journal(**rounds), TODAY).stops[0]
    return stop.state, stop.words


@pytest.mark.parametrize(
    ("rounds", "state", "told"),
    [
        ([], "new", "not begun"),
        ([("2026-11-20", {})], "new", "not begun"),
        ([("2026-11-03", HALF)], "begun", "begun 3 November"),
        ([("2026-11-22", {"needs": ["One thing."]})], "begun", "begun today"),
        ([("2026-11-03", DONE)], "done", "done 3 November"),
        ([("2026-11-21", {**DONE, "needs": ["A tenth."]})], "done", "done yesterday"),
        ([("2026-11-21", {**HALF, "last": "Yes."})], "done", "done yesterday"),
        ([("2026-10-25", DONE)], "due", "due again today"),
        ([("2026-10-20", DONE)], "due", "due again since Tuesday"),
        ([("2026-09-01", HALF)], "due", "due again since 29 September"),
        ([("2025-09-01", DONE)], "due", "due again since 29 September 2025"),
        ([("2026-11-03", {**DONE, "claim": {"what": "x"}})], "asks", "done 3 November"),
        ([("2026-09-01", DONE), ("2026-11-03", DONE)], "done", "done 3 November"),
    ],
)
def test_a_stop_says_how_far_it_is(rounds, state: str, told: str) -> None:
    assert words(one=rounds) == (state, told)


def test_a_log_and_what_has_no_rhythm_are_never_due() -> None:
    old = journal(one=[("2024-01-01", DONE)])
    for changes in ({"log": True}, {"rhythm_days": None}):
        assert landing([exercise("one", **changes)], old, TODAY).stops[0].state == "done"


def test_the_first_exercise_is_offered_to_a_newcomer() -> None:
    path = [exercise("one"), exercise("two")]
    for found in (None, journal()):
        shown = landing(path, found, TODAY)
        assert shown.next == shown.stops[0]
        assert shown.next.offer == "Begin"


def test_what_was_begun_comes_before_a_claim_then_what_is_due_then_what_is_new() -> None:
    path = [exercise(name) for name in ("new", "due", "asks", "begun", "done")]
    states = {
        "due": [("2026-09-01", DONE)],
        "asks": [("2026-11-01", {**DONE, "claim": {"what": "x"}})],
        "begun": [("2026-11-20", HALF)],
        "done": [("2026-11-20", DONE)],
    }
    order = []
    while path:
        shown = landing(path, journal(**states), TODAY)
        if shown.next is None:
            break
        order.append(shown.next.slug)
        path = [each for each in path if each.slug != shown.next.slug]
    assert order == ["begun", "asks", "due", "new"]


def test_nothing_is_offered_when_nothing_waits_and_the_day_it_comes_round_is_told() -> None:
    shown = landing([exercise("one")], journal(one=[("2026-11-03", DONE)]), TODAY)
    assert shown.next is None
    assert shown.stops[0].again == "1 December"


def test_the_thirty_minutes_still_to_come_stand_on_the_path_until_their_day_is_over() -> None:
    claim = {"what": "The boat", "when": "2026-11-28"}
    answers = {**DONE, "claim": claim}
    asks = [
        landing([planned()], journal(one=[("2026-11-21", answers)]), today).stops[0].asks
        for today in (TODAY, date(2026, 11, 28), date(2026, 11, 29))
    ]
    told = "28 November: “The boat”, thirty minutes."
    assert asks == [told, told, ""]


def planned() -> Exercise:
    """An exercise that does not ask about its claim yet."""
    return replace(exercise("one"), read=lambda answers, *_: Reading(says=tuple(answers["says"])))


def test_what_is_missing_is_told_where_it_was_begun() -> None:
    shown = landing([exercise("one")], journal(one=[("2026-11-03", HALF)]), TODAY)
    assert shown.stops[0].asks == "One thing."


@given(st.dates(date(2020, 1, 1), date(2026, 11, 22)))
def test_a_day_is_told_with_its_year_unless_it_is_this_one(when: date) -> None:
    told = said(when, TODAY)
    assert (str(when.year) in told) == (when.year != TODAY.year)
    assert since(when, TODAY).startswith(("since ", "today"))


@given(st.integers(0, 3000))
def test_every_exercise_of_the_catalog_is_a_stop_whenever_it_was_done(days: int) -> None:
    started = (TODAY - timedelta(days=days)).isoformat()
    rounds = {each.slug: [(started, {"guess": 3})] for each in CATALOG}
    shown = landing(CATALOG, journal(**rounds), TODAY)
    assert [stop.slug for stop in shown.stops] == [each.slug for each in CATALOG]
    assert all(stop.words for stop in shown.stops)


def test_a_stop_leads_to_its_page() -> None:
    stop = landing([replace(exercise("one"), slug="ten-tasks")], None, TODAY).stops[0]
    assert stop.path == "/voila/render/ten-tasks.ipynb"
