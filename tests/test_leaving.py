"""Which answers may leave a journal at all: exactly these, and the default is nobody.

Seen to fail with `leaves` given to a name, a date or an amount of money, and with a default.
"""

from __future__ import annotations

import re

import pytest

from quadrantlib.exercise import Exercise
from quadrantlib.exercises import CATALOG
from quadrantlib.questions import Amount, Day, Group, Question, Rows, Words, walk

every_exercise = pytest.mark.parametrize("exercise", CATALOG, ids=lambda each: each.slug)

LEAVES = {
    "ten-tasks": {"if_gone", "autonomy", "difficulty", "hours"},
    "drift-check": {
        *("holds", "direction", "present"),
        *("full_days", "more_people", "fast", "more_say", "alike"),
        *("far_effect", "made", "grown", "made_room", "the_thing"),
    },
    "values": {"top"},
    "role-of-work": {"role", "at_work", "elsewhere"},
    "skills-ledger": {"leaves"},
    "thirty-minutes": {"date"},
}
"""Every question whose answer may ever leave a journal, coarsened; the default is nobody."""
COUNTED = {("thirty-minutes", "date")}
"""A day that leaves only as one of four bands: on how many days there was something."""
OF_MONEY = re.compile(r"[$€£¥]|\b[A-Z]{3}\b|(?i:money|income|salary|worth|currency)")


@every_exercise
def test_exactly_these_answers_may_leave(exercise: Exercise) -> None:
    leaving = {q.name for q in walk(exercise.questions) if q.leaves}
    assert leaving == LEAVES.get(exercise.slug, set())


def test_a_question_leaves_to_nobody_unless_it_says_so() -> None:
    assert Question(name="x", ask="?").leaves == ""


@every_exercise
def test_names_words_dates_and_money_never_leave(exercise: Exercise) -> None:
    for question in walk(exercise.questions):
        money = isinstance(question, Amount) and OF_MONEY.search(
            f"{question.unit} {question.name} {question.ask}"
        )
        if (exercise.slug, question.name) in COUNTED:
            assert "0, 1 to 7, 8 to 14, or 15 and more" in question.leaves
        elif money or isinstance(question, Words | Day | Group | Rows) or question.name == "name":
            assert not question.leaves, question.name
