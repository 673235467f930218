import copy
import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal
from quadrantlib.questions import Scale, walk
from quadrantlib.schema import faults_in_journal, journal_schema, question_schema
from quadrantlib.shape import faults as faults_of_shape
from tests.generated import IDS, JUNK, answers_to

SCHEMA = journal_schema(CATALOG)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))
NAMES = st.text("abcdefg", min_size=1, max_size=5)
CONFLICTS = st.fixed_dictionaries({"id": IDS, "path": st.lists(NAMES, max_size=3), "other": JUNK})
REMOVALS = st.fixed_dictionaries(
    {
        "path": st.just(["tasks"]),
        "row": st.just({"id": "a"}),
        "index": st.integers(0, 14),
        "at": st.just("2026-11-22T18:04:11Z"),
    }
)


def rounds_of(answers):
    one = st.fixed_dictionaries(
        {
            "id": IDS,
            "started": st.dates().map(lambda day: day.isoformat()),
            "updated": st.just("2026-11-22T18:04:11Z"),
            "answers": answers,
        },
        optional={
            "also": st.lists(IDS, max_size=2),
            "conflicts": st.lists(CONFLICTS, max_size=2),
            "removed": st.lists(REMOVALS, max_size=2),
            "later": JUNK,
        },
    )
    return st.lists(one, max_size=3, unique_by=lambda each: each["id"])


ROUNDS = {exercise.slug: rounds_of(answers_to(exercise.questions)) for exercise in CATALOG}
JOURNALS = st.fixed_dictionaries(
    {
        "format": st.just("quadrant-journal"),
        "version": st.just(1),
        "id": IDS,
        "revision": st.integers(0, 10**6),
        "rounds": st.fixed_dictionaries(
            {}, optional={**ROUNDS, "of-a-later-version": rounds_of(st.just({"any": 1}))}
        ),
    },
    optional={"later": JUNK},
)


def places(value: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a JSON value, its own left out."""
    if not isinstance(value, dict | list):
        return []
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return [p for key, each in inside for p in ((*here, key), *places(each, (*here, key)))]


@st.composite
def mutated(draw):
    """A journal in which up to three places are gone, or hold something else."""
    journal = copy.deepcopy(draw(JOURNALS))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(places(journal)))
        around = journal
        for key in way:
            around = around[key]
        if draw(st.booleans()):
            around[last] = draw(JUNK)
        else:
            del around[last]
    return journal


def whole_floats(value: Any) -> bool:
    """Whether it holds a 1.0: the same number as 1 to a schema, and not to a journal."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (isinstance(value, float) and value.is_integer()) or any(map(whole_floats, inside))


def journal(*rounds, **head):
    found = {"format": "quadrant-journal", "version": 1, "id": "j", "revision": 0}
    return {**found, "rounds": {"ten-tasks": list(rounds)}, **head}


def a_round(answers=None, **more):
    found = {"id": "r", "started": "2026-11-22", "updated": "2026-11-22T18:04:11Z"}
    return {**found, "answers": answers or {}, **more}


def told(data):
    return faults_in_journal(data, CATALOG)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA, allow_nan=False)) == SCHEMA


def test_a_new_journal_fits():
    assert told(Journal.new("j").value) == []
    assert VALIDATOR.is_valid(Journal.new("j").value)


@given(JOURNALS)
def test_whatever_fits_the_questions_fits_walk_and_schema(data):
    assert told(data) == []
    assert VALIDATOR.is_valid(data)


@given(mutated())
def test_walk_and_schema_agree_on_what_does_not_fit(data):
    assume(not whole_floats({**data, "rounds": without_answers(data.get("rounds"))}))
    assume(not any("earlier" in reason for _, reason in told(data)))
    assert (told(data) == []) == VALIDATOR.is_valid(data), told(data)


def without_answers(rounds: Any) -> Any:
    """Rounds with their answers left out: there 1.0 and 1 are one number to everybody."""
    if isinstance(rounds, dict):
        return {key: without_answers(each) for key, each in rounds.items() if key != "answers"}
    return [without_answers(each) for each in rounds] if isinstance(rounds, list) else rounds


@given(mutated())
def test_what_a_page_would_not_open_is_always_told(data):
    if list(faults_of_shape(data)):
        assert told(data)


@given(mutated())
def test_every_fault_has_a_place_that_is_there_or_is_missing_from_one(data):
    for place, _ in told(data):
        around = data
        for key in place[:-1]:
            around = around[key]
        assert isinstance(around, dict | list)


@given(JUNK)
def test_any_json_can_be_walked(data):
    assert told(data)


def test_all_faults_are_told_at_once_each_with_its_place():
    answers = {"guess": 11, "tasks": [{"id": "a", "hours": "many"}], "claim": {"when": "soon"}}
    data = journal(a_round(answers), a_round(started="yesterday"), revision=-1)
    assert told(data) == [
        (("revision",), "should be a whole number"),
        (("rounds", "ten-tasks", 0, "answers", "guess"), "should be a number from 0 to 10"),
        (
            ("rounds", "ten-tasks", 0, "answers", "tasks", 0, "hours"),
            "should be a number from 0 to 2000",
        ),
        (
            ("rounds", "ten-tasks", 0, "answers", "claim", "when"),
            "should be a date, written YYYY-MM-DD",
        ),
        (("rounds", "ten-tasks", 1, "started"), "should be a date, written YYYY-MM-DD"),
        (("rounds", "ten-tasks", 1, "id"), "is used by an earlier round"),
    ]


def test_a_later_version_is_told_as_such():
    assert told(journal(version=2)) == [
        (("version",), "should be 1; a higher one comes from a later version of the workbook")
    ]


@pytest.mark.parametrize("missing", ["format", "version", "id", "revision", "rounds"])
def test_what_every_journal_has_is_missed(missing):
    data = journal()
    del data[missing]
    assert [place for place, _ in told(data)] == [(missing,)]


@pytest.mark.parametrize("missing", ["id", "started", "updated", "answers"])
def test_what_every_round_has_is_missed(missing):
    found = a_round()
    del found[missing]
    assert [place for place, _ in told(journal(found))] == [("rounds", "ten-tasks", 0, missing)]


def test_unknown_fields_and_exercises_survive_a_check():
    data = journal(a_round({"later": 1}, later=2), later=3)
    data["rounds"]["of-a-later-version"] = [a_round({"any": []})]
    assert told(data) == []
    assert VALIDATOR.is_valid(data)


def test_no_reason_quotes_a_value():
    """Fails when a reason carries the value: tried with `f"{field.reason}, not {value}"`."""
    canary = "canary-7319"
    inside = {q.name: [canary] for q in walk(CATALOG[0].questions)}
    data = journal(
        a_round(inside, started=canary, updated=canary, also=canary, conflicts=[canary]),
        a_round({"tasks": [{"id": "a", **inside}]}, id=canary),
        a_round(id=canary),
        format=canary,
        version=canary,
    )
    assert len(told(data)) > 20
    assert not any(canary in reason for _, reason in told(data))


def test_the_words_of_a_question_are_in_the_schema():
    guess = by_slug("ten-tasks").question("guess")
    found = question_schema(guess)
    assert (found["title"], found["description"]) == (guess.ask, guess.help)


def test_every_tenth_of_a_scale_fits_the_schema():
    scales = [q for q in walk(CATALOG[0].questions) if isinstance(q, Scale)]
    for scale in scales:
        steps = SCHEMA["$defs"][f"from-{scale.low:g}-to-{scale.high:g}"]["enum"]
        assert steps == [tenth / 10 for tenth in range(101)]
        assert all(not list(scale.faults(step)) for step in steps)
