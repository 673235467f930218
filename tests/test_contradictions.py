"""Two answers that do not sit together raise a question; taken apart, neither does."""

from __future__ import annotations

import copy
from datetime import date

import pytest

from quadrantlib.contradictions import Contradiction, contradictions, of_the_day
from quadrantlib.exercise import Line
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal
from quadrantlib.retelling import read_newest, retold

TODAY = date(2026, 11, 22)


def journal(rounds: dict[str, list[dict] | dict]) -> Journal:
    found = {}
    for slug, given in rounds.items():
        listed = given if isinstance(given, list) else [given]
        found[slug] = [
            {"id": f"{slug}-{n}", "started": f"2026-{n + 1:02}-10", "updated": "", "answers": each}
            for n, each in enumerate(listed)
        ]
    return Journal({**Journal.new("me").value, "revision": 1, "rounds": found})


def told(rounds: dict) -> tuple[Contradiction, ...]:
    return contradictions(retold(CATALOG, journal(rounds), TODAY))


def ids(rounds: dict) -> list[str]:
    return [each.id for each in told(rounds)]


def task(row_id: str = "t", **cells) -> dict:
    return {"id": row_id, "name": "Planning", "difficulty": 8, "autonomy": 2, "hours": 240} | cells


OWN = task("o", name="The cello", autonomy=9, hours=6)
VALUES = {"piles": {"integrity": "very"}, "finalists": ["integrity"], "top": ["integrity"]}
VALUES |= {"core": ["integrity"], "options": [{"id": "x", "name": "Stay"}]}
MONEY = {"currency": "EUR", "enough": 30000, "wealth": 100000, "saving": 10000}
SPARK = {"id": "s", "what": "Boat building", "pull": 9, "date": "2026-11-01"}
LOG = {"id": "l", "thing": "Boat building", "minutes": 30, "date": "2026-11-02"}

CASES = {
    "unserved-integrity": (
        {"values": VALUES, "my-page": {"serves": [{"id": "integrity", "served": "none"}]}},
        ("my-page", {"serves": [{"id": "integrity", "served": "one"}]}),
    ),
    "supporting-yet-long": (
        {
            "role-of-work": {"role": "supporting"},
            "ten-tasks": {"tasks": [task(for_work="yes"), OWN]},
        },
        ("ten-tasks", {"tasks": [task(for_work="yes", hours=160), OWN]}),
    ),
    "empty-corner": (
        {"ten-tasks": {"tasks": [task()]}},
        ("ten-tasks", {"tasks": [task(), OWN]}),
    ),
    "enough-yet-more": (
        {"your-number": [MONEY, {**MONEY, "enough": 40000, "is_enough": "yes"}]},
        ("your-number", [MONEY, {**MONEY, "is_enough": "yes"}]),
    ),
    "untried-s": (
        {"sparks": {"sparks": [SPARK]}},
        ("thirty-minutes", {"log": [LOG]}),
    ),
    "relief-t": (
        {
            "ten-tasks": {"tasks": [task(if_gone=-1), OWN]},
            "my-page": {"gave": [{"id": "t", "moment": "yes"}]},
        },
        ("my-page", {"gave": [{"id": "t", "moment": "no"}]}),
    ),
    "claims-not-kept": (
        {"ten-tasks": [{"claim_kept": "no", "tasks": [OWN]}] * 3},
        ("ten-tasks", [{"claim_kept": each, "tasks": [OWN]} for each in ("no", "yes", "no")]),
    ),
    "paid-first": (
        {"values": VALUES, "skeptics": {"aim": "instead"}, "my-page": {"first_look": "pay"}},
        ("skeptics", {"aim": "money"}),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_two_answers_that_do_not_sit_together_are_found(name: str) -> None:
    assert name in ids(CASES[name][0])


@pytest.mark.parametrize("name", CASES)
def test_with_one_of_them_another_there_is_no_contradiction(name: str) -> None:
    rounds, (slug, other) = copy.deepcopy(CASES[name])
    assert name not in ids({**rounds, slug: other})


@pytest.mark.parametrize("name", CASES)
def test_it_is_a_question_and_names_where_both_answers_lie(name: str) -> None:
    found = next(each for each in told(CASES[name][0]) if each.id == name)
    slugs = {exercise.slug for exercise in CATALOG}
    assert found.asks.endswith("?")
    assert {found.one.slug, found.other.slug} <= slugs


def test_an_empty_journal_holds_no_contradiction() -> None:
    assert told({}) == ()


def test_each_has_its_day_before_one_comes_again() -> None:
    found = [Contradiction(name, "?", Line("a"), Line("b")) for name in "abc"]
    days = [of_the_day(found, date.fromordinal(TODAY.toordinal() + n)) for n in range(4)]
    assert {each.id for each in days[:3] if each} == {"a", "b", "c"}
    assert days[3] == days[0]
    assert of_the_day([], TODAY) is None


def test_my_page_shows_one_and_keeps_the_rest_behind() -> None:
    rounds = {**CASES["empty-corner"][0], **CASES["untried-s"][0]}
    reading = read_newest(by_slug("my-page"), retold(CATALOG, journal(rounds), TODAY), TODAY)
    assert len(reading.says) == 1
    behind = [part.title for part in reading.parts if part.behind]
    assert "Other answers that do not sit together" in behind
