"""What holds for every exercise there is, and for the next one too."""

from __future__ import annotations

import copy
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercise import Exercise, Reading
from quadrantlib.exercises import CATALOG
from quadrantlib.journal import Journal, parse
from quadrantlib.landing import GROUPS
from quadrantlib.pictures.shown import LAYOUTS
from quadrantlib.questions import Group, Rows, walk
from quadrantlib.retelling import read_newest, retold
from quadrantlib.shipped import shipped

TODAY = date(2026, 11, 22)
SAMPLE = parse(shipped("data/sample-journal.json").read_bytes())
WORKBOOKS = Path(__file__).parent.parent / "workbooks"
ORDER = (
    *("ten-tasks", "drift-check", "five-years", "values", "role-of-work", "your-number"),
    *("skills-ledger", "sparks", "thirty-minutes", "skeptics", "arrivals", "the-arc", "my-page"),
)
WITHOUT_A_PICTURE = {"sparks", "skeptics", "arrivals"}
"""Lists of words: there is nothing to lay out."""

every_exercise = pytest.mark.parametrize("exercise", CATALOG, ids=lambda each: each.slug)


def reading(exercise: Exercise, journal: Journal) -> Reading:
    return read_newest(exercise, retold(CATALOG, journal, TODAY), TODAY)


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?:\s|$)", text))


def test_they_stand_in_the_order_of_the_workbook() -> None:
    assert tuple(each.slug for each in CATALOG) == ORDER


@every_exercise
def test_it_says_how_long_how_often_and_where_it_comes_from(exercise: Exercise) -> None:
    assert 1 <= exercise.minutes <= 15
    assert exercise.rhythm
    assert exercise.rhythm_days is None or exercise.rhythm_days >= 28
    assert sentences(exercise.evidence) >= 1
    assert re.search(r"\b(no|not|nobody|nothing|little)\b", exercise.evidence)
    assert exercise.place in GROUPS


@every_exercise
def test_it_says_why_in_two_sentences(exercise: Exercise) -> None:
    assert sentences(exercise.why) == 2


@every_exercise
def test_its_questions_have_names_of_their_own_and_words(exercise: Exercise) -> None:
    names = [question.name for question in exercise.questions]
    assert len(set(names)) == len(names)
    for question in walk(exercise.questions):
        assert question.ask.strip() == question.ask != ""
        assert question.name.isidentifier() or question.name == "from"


@every_exercise
def test_whether_an_answer_may_leave_is_decided_for_each_question(exercise: Exercise) -> None:
    for question in walk(exercise.questions):
        assert question.leaves == "" or len(question.leaves.split()) > 3
        # What leaves is told of the columns and parts, so that nothing leaves along with them.
        assert not (isinstance(question, Group | Rows) and question.leaves)


@every_exercise
def test_it_has_a_notebook_and_a_row(exercise: Exercise) -> None:
    name = f"{exercise.slug}.ipynb"
    assert (WORKBOOKS / name).exists()
    row = f"| {exercise.title} | [`{name}`]({name}) | {exercise.minutes} | {exercise.rhythm} |"
    assert row in (WORKBOOKS / "README.md").read_text(encoding="utf-8").splitlines()


def test_every_idea_has_its_home_in_a_question_that_is_there() -> None:
    homes = (
        (WORKBOOKS / "README.md").read_text(encoding="utf-8").split("## Where each idea lives")[1]
    )
    known = {question.name for each in CATALOG for question in walk(each.questions)}
    named = set(re.findall(r"`(\w+)`", homes)) - {"names"}
    assert named <= known
    assert {each.title for each in CATALOG if each.title not in homes} == set()


def test_what_has_no_picture_has_none_on_purpose() -> None:
    assert {each.slug for each in CATALOG} - LAYOUTS.keys() == WITHOUT_A_PICTURE


@every_exercise
def test_each_picture_has_a_title_a_sentence_and_a_table_that_agree(exercise: Exercise) -> None:
    figures = reading(exercise, SAMPLE).figures
    for layout in LAYOUTS.get(exercise.slug, ()):
        picture = layout(figures, "Her answers")
        assert picture
        assert picture.title.strip()
        assert picture.sentence.rstrip().endswith((".", "?"))
        assert picture.table.rows
        assert {len(row) for row in picture.table.rows} == {len(picture.table.header)}


def subsets(answers: Any) -> st.SearchStrategy[Any]:
    """Draw `answers` with any of them left out: whole questions, rows, parts and cells."""
    if isinstance(answers, dict):
        inside = {name: subsets(value) for name, value in answers.items() if name != "id"}
        own = {"id": st.just(answers["id"])} if "id" in answers else {}
        return st.fixed_dictionaries(own, optional=inside)
    if isinstance(answers, list) and answers:
        keep = st.lists(st.booleans(), min_size=len(answers), max_size=len(answers))
        rows = st.tuples(*map(subsets, answers))
        return st.builds(
            lambda kept, some: [r for k, r in zip(kept, some, strict=True) if k], keep, rows
        )
    return st.just(answers)


@every_exercise
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_it_reads_whatever_is_left_of_the_made_up_answers(exercise: Exercise, data) -> None:
    value = copy.deepcopy(SAMPLE.value)
    mine = value["rounds"][exercise.slug]
    for each in mine[-2:]:
        each["answers"] = data.draw(subsets(each["answers"]))
    found = reading(exercise, Journal(value))
    said = (*found.says, *found.needs, *found.wonders, *found.aside)
    assert all(isinstance(words, str) and words.strip() for words in said)
    for layout in LAYOUTS.get(exercise.slug, ()):
        picture = layout(found.figures, "")
        assert picture is None or picture.sentence
