"""What may stand where among the answers, and what a new round starts with."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.answers import carried, fits
from quadrantlib.exercises.ten_tasks import QUESTIONS, TASKS
from quadrantlib.questions import Group, Rows, faults
from tests.generated import JUNK, answers_to, fitting


def places(answers: dict[str, Any]) -> list[tuple[tuple[str, ...], Any]]:
    """Every place that an edit can name, with what stands there."""
    found: list[tuple[tuple[str, ...], Any]] = []
    for question in QUESTIONS:
        value = answers.get(question.name)
        found.append(((question.name,), value))
        if isinstance(question, Group) and value:
            found += [((question.name, part), inside) for part, inside in value.items()]
        for row in value or () if isinstance(question, Rows) else ():
            found.append(((question.name, row["id"]), row))
            found += [((question.name, row["id"], k), v) for k, v in row.items() if k != "id"]
    return found


@given(answers_to(QUESTIONS))
def test_every_answer_that_fits_may_be_written_at_its_place_and_taken_back(answers: dict) -> None:
    for path, value in places(answers):
        assert fits(QUESTIONS, path, value)
        assert fits(QUESTIONS, path, None)


@given(st.sampled_from(QUESTIONS), JUNK.filter(lambda value: value is not None))
def test_a_whole_answer_fits_exactly_where_its_question_finds_no_fault(question, value) -> None:
    assert fits(QUESTIONS, (question.name,), value) == (not any(question.faults(value)))


@given(st.sampled_from(TASKS.columns).flatmap(lambda c: st.tuples(st.just(c), fitting(c) | JUNK)))
def test_a_cell_fits_exactly_where_a_list_with_that_row_has_no_fault(drawn) -> None:
    column, value = drawn
    rows = [{"id": "a", column.name: value}]
    if value is not None:
        assert fits(QUESTIONS, ("tasks", "a", column.name), value) == (not any(TASKS.faults(rows)))
        assert fits(QUESTIONS, ("tasks", "a"), rows[0]) == (not any(TASKS.faults(rows)))


@pytest.mark.parametrize(
    "path",
    [
        *((), ("tempo",), ("guess", "x"), ("claim", "x"), ("claim", "what", "x")),
        *(("claim", "x", "what"), ("tasks", "a", "id"), ("tasks", "a", "x"), ("tasks", "")),
        *(("tasks", "", "hours"), ("tasks", "a", "b", "hours"), ("tasks", "a", "hours", "x")),
    ],
    ids=".".join,
)
@pytest.mark.parametrize("value", [None, "x", 1])
def test_nothing_fits_where_nothing_is_asked(path: tuple[str, ...], value: Any) -> None:
    assert not fits(QUESTIONS, path, value)


@pytest.mark.parametrize("row", [{"id": "b", "name": "x"}, {"name": "x"}, {"id": "a", "hours": -1}])
def test_a_row_fits_only_under_its_own_id_and_whole(row: dict[str, Any]) -> None:
    assert not fits(QUESTIONS, ("tasks", "a"), row)


@given(answers_to(QUESTIONS, JUNK))
def test_what_is_carried_fits_whatever_stood_there(answers: dict[str, Any]) -> None:
    kept = carried(QUESTIONS, answers)
    assert not list(faults(QUESTIONS, kept))
    columns = {name for row in kept.get("tasks", ()) for name in row}
    assert columns <= {"id", "name", "origin", "for_work"}


def test_a_row_that_does_not_fit_stays_behind_alone() -> None:
    rows = [
        {"id": "a", "name": "Garden", "hours": 12},
        "?",
        {"name": "without an id"},
        {"id": "c", "name": 5},
    ]
    assert carried(QUESTIONS, {"tasks": rows}) == {"tasks": [{"id": "a", "name": "Garden"}]}
