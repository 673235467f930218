"""The share card shows what could leave, and makes the file of what was left ticked; no more.

Seen to fail: the canaries with a share that takes the first task's name; what was unticked with
`kept` left out of `handed`; the name of the file with today's month in it whatever was unticked;
what is kept nowhere with an errand that writes its message beside the journal.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quadrantlib.exercises import CATALOG
from quadrantlib.journal import parse
from quadrantlib.kinds import Money
from quadrantlib.questions import Group, Question, Rows, Words
from quadrantlib.shipped import shipped
from quadrantlib.submission import FIRST, offer
from tests.canaries import MONEY, WORD, heard
from tests.windows import TODAY, Window

COHORT = "Platform, autumn"
TEAMS = [{"id": "search", "label": "Search"}, {"id": "pay", "label": "Payments"}]
INVITED: dict[str, Any] = {
    "format": "quadrant-invitation",
    "version": 1,
    "cohort": COHORT,
    "attribute": {"name": "team", "ask": "Which team are you in?", "options": TEAMS},
    "question": "What should we stop doing?",
}
INVITATION = json.dumps(INVITED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def window(path: Path) -> Window:
    path.write_bytes(shipped("data/sample-journal.json").read_bytes())
    found = Window(path)
    found.opens()
    return found


def card(window: Window, invitation: str = "") -> dict[str, Any]:
    (said,) = window.hears("errand", name="offer", seq=1, invitation=invitation)
    assert (said["trouble"], said["seq"]) == (None, 1)
    return said["offer"]


def made(window: Window, **chosen: Any) -> dict[str, Any]:
    """Return what the page says to a card that was filled in like this."""
    (said,) = window.hears("errand", name="submission", seq=2, **{"cohort": COHORT, **chosen})
    assert said["seq"] == 2
    return said


def content(said: dict[str, Any]) -> dict[str, Any]:
    assert said["trouble"] is None
    found: dict[str, Any] = json.loads(base64.b64decode(said["file"]["data"]))
    return found


def test_the_card_begins_with_who_may_know_and_shows_each_field_in_words(window, path) -> None:
    offered = offer(parse(path.read_text("utf-8")), CATALOG, date.fromisoformat(TODAY))
    found = card(window)
    assert found["honest"] == FIRST
    assert [(one["name"], one["words"]) for one in found["shares"]] == [
        (each.name, each.words) for each in offered
    ]
    assert len(found["shares"]) > 10
    assert found["nothing"] == ""
    assert found["invitation"] is None


def test_where_nothing_can_leave_there_is_a_sentence_and_nothing_to_tick(path) -> None:
    empty = Window(path)
    empty.opens()
    found = card(empty)
    assert found["shares"] == []
    assert found["nothing"].startswith("There is nothing yet that could be handed over.")
    assert made(empty)["trouble"].startswith("There is nothing to hand over.")
    assert not path.exists()


def test_what_is_ticked_is_in_the_file_and_what_is_not_is_gone(window) -> None:
    names = [one["name"] for one in card(window)["shares"]]
    assert {*content(made(window))["shares"], "month"} == {*names}
    left = content(made(window, without=["relief", "regions", "month"]))
    assert {*left["shares"]} == {*names} - {"relief", "regions", "month"}
    assert "month" not in left
    assert made(window, without=names)["trouble"].startswith("There is nothing to hand over.")


def test_the_name_of_the_file_says_nothing_that_is_not_in_it(window) -> None:
    said = made(window)
    mark = content(said)["participant"][:8]
    assert said["file"]["name"] == f"submission-2026-11-{mark}.json"
    without = made(window, without=["month"])
    assert without["file"]["name"] == f"submission-{mark}.json"
    assert made(window, cohort="Another")["file"]["name"] != said["file"]["name"]


def test_an_invitation_brings_the_name_the_groups_and_the_question(window) -> None:
    found = card(window, INVITATION)["invitation"]
    assert found == {
        "cohort": COHORT,
        "ask": "Which team are you in?",
        "options": TEAMS,
        "question": "What should we stop doing?",
        "longest": 500,
    }
    plain = json.dumps({name: INVITED[name] for name in ("format", "version", "cohort")})
    bare = card(window, plain)["invitation"]
    assert (bare["ask"], bare["options"], bare["question"]) == ("", [], "")


def test_what_the_invitation_asks_is_in_the_file_where_it_was_answered(window) -> None:
    chosen = {"cohort": "", "invitation": INVITATION, "code": "ab-12"}
    full = content(made(window, **chosen, belongs="pay", answer="The Monday round.\n"))
    assert (full["cohort"], full["belongs"]) == (COHORT, {"team": "pay"})
    assert (full["answer"], full["code"]) == ("The Monday round.", "ab-12")
    open_ended = content(made(window, **{**chosen, "code": ""}))
    assert not {"belongs", "answer", "code"} & open_ended.keys()


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"cohort": ""}, "A file is made for one cohort."),
        ({"cohort": "\u200b \n"}, "A file is made for one cohort."),
        ({"cohort": "x" * 101}, "A file is made for one cohort."),
        ({"code": "Zyzzyva is no code"}, "This code cannot be one."),
        ({"belongs": "Zyzzyva"}, "This cohort does not ask"),
        ({"answer": "Zyzzyva"}, "This cohort asks no question."),
        ({"invitation": "Zyzzyva"}, "It is"),
        ({"invitation": INVITATION, "belongs": "Zyzzyva"}, "There is no such group."),
        ({"invitation": INVITATION, "answer": "Zyzzyva" * 100}, "Your answer is too long."),
        ({"without": ["Zyzzyva"]}, "There is no field of that name"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence_that_does_not_quote_it(
    window, chosen, words
) -> None:
    said = made(window, **chosen)
    assert said["trouble"].startswith(words)
    assert "Zyzzyva" not in json.dumps(said)
    assert "file" not in said


@pytest.mark.parametrize("text", ["Zyzzyva", "[]", json.dumps({**INVITED, "Zyzzyva\u202e": 1})])
def test_what_is_no_invitation_is_told_so(window, text) -> None:
    (said,) = window.hears("errand", name="offer", seq=1, invitation=text)
    assert said["trouble"]
    assert "\u202e" not in said["trouble"]
    assert "offer" not in said


def test_the_journal_is_as_it_was_and_nothing_typed_lies_beside_it(window, path) -> None:
    before = path.read_bytes()
    said = made(window, cohort="Zyzzyva", invitation="", code="Zyzzyva", without=["relief"])
    card(window, INVITATION)
    content(said)
    lying = [each for each in path.parent.rglob("*") if each.is_file()]
    assert path.read_bytes() == before
    assert not [each for each in lying if b"Zyzzyva" in each.read_bytes() or "Zyz" in each.name]
    assert not heard(repr(window.page) + repr(window.page.keeper.get_state()))


def test_no_song_of_the_journal_is_on_the_card_or_in_the_file(path) -> None:
    journal = singing_sample()
    path.write_text(json.dumps(journal), encoding="utf-8")
    window = Window(path)
    window.opens()
    told = card(window)
    handed = base64.b64decode(made(window)["file"]["data"])
    assert len(told["shares"]) > 10
    assert heard(path.read_bytes())
    assert not heard(json.dumps(told))
    assert not heard(handed)
    assert journal["id"].encode() not in handed


def singing_sample() -> dict[str, Any]:
    """Return the sample journal, of which much can leave, with a canary for each word and sum."""
    found: dict[str, Any] = json.loads(shipped("data/sample-journal.json").read_text("utf-8"))
    for exercise in CATALOG:
        for one in found["rounds"].get(exercise.slug, ()):
            one["answers"] = {"diary": WORD, **sung(exercise.questions, one["answers"])}
    return found


def sung(questions: Sequence[Question], answers: dict[str, Any]) -> dict[str, Any]:
    asked = {question.name: question for question in questions}
    return {name: song(asked.get(name), value) for name, value in answers.items()}


def song(question: Question | None, value: Any) -> Any:
    if isinstance(question, Rows):
        return [sung(question.columns, row) for row in value]
    if isinstance(question, Group):
        return sung(question.parts, value)
    if isinstance(question, Money):
        return MONEY
    return WORD if isinstance(question, Words) else value
