"""Questions reach the browser with the same words and fields."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from quadrantlib.exercises import CATALOG
from quadrantlib.forms.spec import spec
from quadrantlib.questions import Choice, Option, Question, Rows, walk

EVERY = [q for exercise in CATALOG for q in walk(exercise.questions)]
each_question = pytest.mark.parametrize("question", EVERY, ids=lambda q: q.name)


@each_question
def test_a_question_keeps_every_field_and_says_its_kind(question: Question) -> None:
    told = spec(question)
    assert told.keys() == {"kind", *(field.name for field in fields(question))}
    assert (told["kind"], told["name"], told["ask"]) == (question.kind, question.name, question.ask)


@each_question
def test_a_question_is_the_same_after_the_way_to_the_browser(question: Question) -> None:
    assert json.loads(json.dumps(spec(question), allow_nan=False)) == spec(question)


def test_options_keep_their_ids_and_their_order() -> None:
    choice = Choice(name="x", ask="?", options=(Option(-1, "Less"), Option("b", "More", "…")))
    assert spec(choice)["options"] == [
        {"id": -1, "label": "Less", "help": ""},
        {"id": "b", "label": "More", "help": "…"},
    ]


@pytest.mark.parametrize(
    "question", [q for q in EVERY if isinstance(q, Rows)], ids=lambda q: q.name
)
def test_rows_bring_their_columns_and_steps_with_them(question: Rows) -> None:
    told = spec(question)
    assert [column["name"] for column in told["columns"]] == [c.name for c in question.columns]
    for step in told["steps"]:
        assert {*step["columns"]} <= {column["name"] for column in told["columns"]}


def test_a_list_of_questions_stays_a_list() -> None:
    assert [each["name"] for each in spec(CATALOG[0].questions)] == [
        question.name for question in CATALOG[0].questions
    ]
