"""Which answers may leave a journal at all: exactly these, and the default is nobody.

Seen to fail with `leaves` given to a name, a date or an amount of money, with a default, with a
share that takes from a question that leaves to nobody, and with one more field in a submission.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quadrantlib import telling
from quadrantlib.exercise import Exercise
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Invitation
from quadrantlib.questions import Amount, Day, Group, Question, Rows, Words, walk
from quadrantlib.submission import offer, submission

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


# ---- from what may leave to what does --------------------------------------------------------

TWICE = {"top": "where the first five lie on the circle, and which cards of the deck they are"}
"""A question that more than one share takes from, and what they take."""
WORKED_OUT = {"verdict": "which way the number goes; no amount that it is worked out of leaves"}
"""A share that says something of many answers, none of which may leave itself."""


@every_exercise
def test_what_may_leave_has_its_share_and_no_share_takes_from_anything_else(exercise) -> None:
    taken = Counter(name for share in exercise.shares for name in share.of)
    assert set(taken) == LEAVES.get(exercise.slug, set())
    assert {name for name, times in taken.items() if times > 1} <= set(TWICE)
    assert {share.name for share in exercise.shares if not share.of} <= set(WORKED_OUT)


def test_the_sample_journal_hands_over_exactly_what_the_method_allows() -> None:
    """The whole file, field by field: whoever lets one more thing leave has to say so here."""
    journal = telling.journal_in(Path(__file__).parent.parent / "data" / "sample-journal.json")
    offered = offer(journal, CATALOG, date(2026, 11, 22))
    found: dict[str, Any] = json.loads(submission(journal, offered, Invitation("Platform")))
    assert len(found.pop("participant")) == 64
    assert found == {
        "format": "quadrant-submission",
        "version": 1,
        "cohort": "Platform",
        "month": "2026-11",
        "shares": {
            "regions": {
                "hard_assigned": 55,
                "easy_assigned": 15,
                "easy_chosen": 20,
                "hard_chosen": 0,
                "on_the_line": 10,
            },
            "relief": 40,
            "holds": "partly",
            "direction": "drifting",
            "motion": 15,
            "moments": 1,
            "signs": 3,
            "circle": ["achievement", "benevolence", "security", "self_direction"],
            "cards": ["creativity", "family", "friendship", "honesty", "mastery"],
            "role": "supporting",
            "unmet": ["recovery"],
            "verdict": "passed_and_moved",
            "deposited": 40,
            "days": "8-14",
        },
    }
