"""The landing page tells how far one is, and offers one next thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises import CATALOG
from quadrantlib.journal import Journal
from quadrantlib.landing import landing
from tests.paths import DONE, HALF, TODAY, exercise, journal, together

ASKS = {**DONE, "figures": {"due": [{"id": "a"}]}}


def test_the_first_exercise_is_offered_to_a_newcomer() -> None:
    path = [exercise("one"), exercise("two"), together()]
    for found in (None, journal()):
        shown = landing(path, found, TODAY)
        assert shown.next == shown.stops[0]
        assert shown.next.offer == "Begin"
        assert shown.is_new
    assert not landing(path, journal({"one": [("2026-11-20", HALF)]}), TODAY).is_new


def test_what_was_begun_comes_before_what_asks_then_what_is_due_then_what_is_new() -> None:
    path = [exercise(name) for name in ("old", "new", "due", "asks", "begun", "done")]
    states = {
        "old": [("2026-11-01", DONE)],
        "due": [("2026-09-01", DONE)],
        "asks": [("2026-11-01", ASKS)],
        "begun": [("2026-11-20", HALF)],
        "done": [("2026-11-20", DONE)],
    }
    order = []
    while (shown := landing(path, journal(states), TODAY)).next:
        order.append(shown.next.slug)
        path = [each for each in path if each.slug != shown.next.slug]
    assert order == ["begun", "asks", "due", "new"]


@pytest.mark.parametrize("place", ["alongside", "occasion"])
@pytest.mark.parametrize("rounds", [[], [("2024-01-01", HALF)], [("2024-01-01", DONE)]])
def test_what_is_beside_the_path_is_never_next_unless_it_asks(place, rounds) -> None:
    beside, path = exercise("beside", place=place), exercise("one")
    found = {"beside": rounds, "one": [("2026-11-20", DONE)]}
    assert landing([beside, path], journal(found), TODAY).next is None
    asking = landing([beside, path], journal({**found, "beside": [("2024-01-01", ASKS)]}), TODAY)
    assert asking.next
    assert asking.next.slug == "beside"


# Taken out: the week in `_opens`.
def test_the_second_exercise_waits_a_week_and_is_open_meanwhile() -> None:
    path = [exercise("one"), exercise("two"), exercise("three")]
    found = journal({"one": [("2026-11-16", DONE)]})
    shown = landing(path, found, TODAY)
    assert shown.next is None
    assert shown.later.startswith("Two comes next, from 23 November on;")
    assert "open already" in shown.later
    tomorrow = landing(path, found, TODAY + timedelta(days=1))
    assert tomorrow.next == tomorrow.stops[1]
    third = landing(path, journal({n: [("2026-11-22", DONE)] for n in ("one", "two")}), TODAY)
    assert third.next == third.stops[2]


# Taken out: `_quarter`.
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_the_ledger_waits_for_a_quarters_first_four_weeks(today: date) -> None:
    shown = landing([exercise("one"), exercise("skills-ledger")], _done_before(today), today)
    ahead = (today + timedelta(days=n) for n in range(100))
    opens = next(day for day in ahead if day.month % 3 == 1 and day.day <= 28)
    assert (shown.next is not None) == (opens == today)
    assert (f"from {opens.day} {opens:%B}" in shown.later) == (opens > today)


def _done_before(today: date) -> Journal:
    return journal({"one": [((today - timedelta(days=9)).isoformat(), DONE)]})


def test_while_a_letter_rests_nothing_new_is_offered() -> None:
    path = [exercise(name) for name in ("one", "letter", "new")]
    rests = ("2026-11-22", {"needs": ["One.", "Two."], "figures": {"rests": True}})
    shown = landing(path, journal({"one": [("2026-11-20", DONE)], "letter": [rests]}), TODAY)
    assert shown.next is None
    assert shown.later == "What you wrote rests until tomorrow."


def test_the_next_to_come_round_is_told_when_nothing_waits() -> None:
    path = [exercise("one"), exercise("two")]
    found = {"one": [("2026-11-20", DONE)], "two": [("2026-11-03", DONE)]}
    shown = landing(path, journal(found), TODAY)
    assert shown.next is None
    assert shown.later == "Two comes round again on 1 December; until then, the days themselves."


def test_a_round_in_which_nothing_is_answered_yet_does_not_count() -> None:
    found = journal({"one": [("2026-09-01", DONE), ("2026-11-20", {})]})
    assert landing([exercise("one")], found, TODAY).stops[0].state == "due"
    empty = journal({"one": [("2026-11-20", {})]})
    assert landing([exercise("one")], empty, TODAY).stops[0].state == "new"


def test_the_sentence_of_direction_of_the_newest_round_stands_on_it() -> None:
    rounds = [("2026-10-01", {"direction": "Old."}), ("2026-11-01", {"direction": "Toward\n it."})]
    assert landing([together()], journal({"together": rounds}), TODAY).direction == "Toward it."
    for answer in ({"direction": 3}, {"weekly_hours": 3}):
        shown = landing([together()], journal({"together": [("2026-11-01", answer)]}), TODAY)
        assert shown.direction == ""


def test_stops_stand_in_groups_in_the_order_of_the_way() -> None:
    groups = list(landing(CATALOG, None, TODAY).groups)
    assert [title for title, _ in groups] == [
        "The path",
        "A little alongside",
        "When there is occasion",
        "All together",
    ]
    assert [stop.title for _, found in groups for stop in found] == [
        *("Ten tasks", "Drift check", "Five years from now", "Values", "Role of work"),
        *("Your number", "Skills ledger", "Sparks", "Thirty minutes"),
        *("Skeptics", "Arrivals", "The arc", "My page"),
    ]


@given(st.integers(0, 3000))
def test_every_exercise_of_the_catalog_is_a_stop_whenever_it_was_done(days: int) -> None:
    started = (TODAY - timedelta(days=days)).isoformat()
    rounds = {each.slug: [(started, {"guess": 3})] for each in CATALOG}
    shown = landing(CATALOG, journal(rounds), TODAY)
    assert [stop.slug for stop in shown.stops] == [each.slug for each in CATALOG]
    assert all(stop.words for stop in shown.stops if stop.state != "open")


def test_a_letter_of_tonight_is_gone_on_with_tomorrow() -> None:
    path = [each for each in CATALOG if each.slug in {"ten-tasks", "five-years", "values"}]
    first = replace(path[0], read=exercise("x").read)
    letter = {"letter": "It is a Tuesday.", "letter_on": "2026-11-22"}
    found = journal({"ten-tasks": [("2026-11-10", DONE)], "five-years": [("2026-11-22", letter)]})
    tonight = landing([first, *path[1:]], found, TODAY)
    tomorrow = landing([first, *path[1:]], found, TODAY + timedelta(days=1))
    assert tonight.next is None
    assert tomorrow.next
    assert (tomorrow.next.slug, tomorrow.next.offer) == ("five-years", "Go on where you were")
