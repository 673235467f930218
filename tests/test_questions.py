import math

import pytest
from hypothesis import given

from quadrantlib.exercises import CATALOG
from quadrantlib.kinds import Brought
from quadrantlib.questions import (
    Amount,
    Choice,
    Day,
    Group,
    Option,
    Rows,
    Scale,
    Words,
    answered,
    faults,
    is_number,
    walk,
)
from tests.generated import JUNK, answers_to, fitting

WORDS = Words(name="what", ask="What?", longest=5)
CHOICE = Choice(name="gone", ask="Gone?", options=(Option(-1, "Relief"), Option(1, "A loss")))
SCALE = Scale(name="hard", ask="How hard?", low_end="not", high_end="very")
AMOUNT = Amount(name="hours", ask="How many?", least=0, most=24)
DAY = Day(name="when", ask="When?")
GROUP = Group(name="claim", ask="What, and when?", parts=(WORDS, DAY))
ROWS = Rows(name="tasks", ask="Which?", columns=(WORDS, SCALE), at_most=2)
EVERY = [question for exercise in CATALOG for question in walk(exercise.questions)]


def said(question, value):
    return list(question.faults(value))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (WORDS, ""),
        (WORDS, "five!"),
        (WORDS, "\u202eab"),
        (CHOICE, -1),
        (CHOICE, 1.0),
        (SCALE, 0),
        (SCALE, 10),
        (SCALE, 0.3),
        (SCALE, 9.9),
        (AMOUNT, 0),
        (AMOUNT, 24.0),
        (AMOUNT, 1 / 3),
        (DAY, "2024-02-29"),
        (GROUP, {}),
        (GROUP, {"what": "a", "when": "2026-11-22", "later": object()}),
        (ROWS, []),
        (ROWS, [{"id": "a"}, {"id": "b", "hard": 2.5, "later": None}]),
    ],
)
def test_what_fits_has_no_fault(question, value):
    assert said(question, value) == []


@pytest.mark.parametrize(
    ("question", "value", "reason"),
    [
        (WORDS, 5, "should be text"),
        (WORDS, None, "should be text"),
        (WORDS, "secret", "is longer than 5 characters"),
        (CHOICE, 0, "should be one of -1, 1"),
        (CHOICE, True, "should be one of -1, 1"),
        (CHOICE, [1], "should be one of -1, 1"),
        (SCALE, "5", "should be a number from 0 to 10"),
        (SCALE, 10.1, "should be a number from 0 to 10"),
        (SCALE, -0.1, "should be a number from 0 to 10"),
        (SCALE, True, "should be a number from 0 to 10"),
        (SCALE, math.nan, "should be a number from 0 to 10"),
        (SCALE, 0.25, "should be in steps of 0.1"),
        (SCALE, 0.1 + 0.2, "should be in steps of 0.1"),
        (AMOUNT, -1, "should be a number from 0 to 24"),
        (AMOUNT, math.inf, "should be a number from 0 to 24"),
        (AMOUNT, 10**400, "should be a number from 0 to 24"),
        (AMOUNT, "many", "should be a number from 0 to 24"),
        (DAY, "22.11.2026", "should be a date, written YYYY-MM-DD"),
        (DAY, "20261122", "should be a date, written YYYY-MM-DD"),
        (DAY, "2026-02-29", "should be a date, written YYYY-MM-DD"),
        (DAY, 20261122, "should be a date, written YYYY-MM-DD"),
        (GROUP, "both", "should be an object"),
        (ROWS, {"id": "a"}, "should be a list"),
        (ROWS, [{"id": c} for c in "abc"], "has more than 2 rows"),
    ],
)
def test_what_does_not_fit_says_why(question, value, reason):
    assert said(question, value) == [((), reason)]


def test_faults_inside_rows_and_groups_say_where():
    rows = [{"id": "a", "what": 5, "hard": 11}, "b"]
    assert said(ROWS, rows) == [
        ((0, "what"), "should be text"),
        ((0, "hard"), "should be a number from 0 to 10"),
        ((1,), "should be an object"),
    ]
    assert said(GROUP, {"when": "soon"}) == [(("when",), "should be a date, written YYYY-MM-DD")]


def test_every_row_needs_an_id_of_its_own():
    assert said(ROWS, [{"id": "a"}, {"id": "a"}]) == [((1, "id"), "is used by an earlier row")]
    assert said(ROWS, [{}, {"id": ""}]) == [
        ((0, "id"), "should be there, as text"),
        ((1, "id"), "should be there, as text"),
    ]


def test_all_faults_are_told_at_once_and_unknown_fields_are_none():
    answers = {"what": 1, "hard": 2, "when": 3, "unheard": 4}
    assert [place for place, _ in faults((WORDS, SCALE, DAY), answers)] == [("what",), ("when",)]


def test_an_answer_that_does_not_fit_counts_as_missing():
    assert answered(SCALE, {"hard": 7}) == 7
    assert answered(SCALE, {"hard": 70}) is None
    assert answered(SCALE, {"hard": None}) is None
    assert answered(SCALE, {}) is None


def test_zero_is_an_answer():
    assert answered(SCALE, {"hard": 0}) == 0


def test_walking_reaches_the_questions_inside():
    assert [q.name for q in walk((GROUP, ROWS))] == [
        "claim", "what", "when", "tasks", "what", "hard",
    ]  # fmt: skip


def test_only_finite_numbers_are_numbers():
    assert [is_number(x) for x in (1, 1.5, 10**400, True, "1", None, math.inf, math.nan)] == [
        True, True, True, False, False, False, False, False,
    ]  # fmt: skip


KEPT = [question for question in EVERY if not isinstance(question, Brought)]


@pytest.mark.parametrize("question", KEPT, ids=lambda q: q.name)
def test_every_question_of_the_catalog_takes_what_fits_it(question):
    @given(fitting(question))
    def holds(value):
        assert said(question, value) == []

    holds()


@pytest.mark.parametrize("exercise", CATALOG, ids=lambda e: e.slug)
def test_no_fault_quotes_the_answer(exercise):

    @given(answers_to(exercise.questions, JUNK))
    def holds(answers):
        known = {reason.split(" ")[0] for _, reason in faults(exercise.questions, answers)}
        assert known <= {"should", "is", "has", "holds"}

    holds()


def test_a_canary_never_comes_back_in_a_reason():
    """Fails when a reason carries the value: tried with `f"should be a date, not {value}"`."""
    canary = "canary-7319"
    for question in EVERY:
        for value in (canary, [canary], {canary: canary}, [{"id": 1, "name": [canary]}]):
            assert all(canary not in reason for _, reason in question.faults(value))


@pytest.mark.parametrize("question", EVERY, ids=lambda q: q.name)
def test_every_question_has_words_and_a_name_fit_for_a_file(question):
    assert question.ask.strip()
    assert question.name.isidentifier()
    assert question.name == question.name.lower()
