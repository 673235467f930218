"""A file that somebody brings is read at once and answered; nothing of it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quadrantlib.errors import Refused
from quadrantlib.exercise import Exercise, Reading
from quadrantlib.kinds import Brought
from quadrantlib.page import UNEXPECTED, Page
from quadrantlib.questions import Answers, Words
from quadrantlib.storage import Storage
from tests.pages import NOW

Asking = Callable[..., dict[str, Any]]


def lines(text: str, answers: Answers) -> Reading:
    if not text:
        raise Refused("There is no line in this file.", "Nothing was changed.", "Bring another.")
    if text == "burst":
        raise ValueError(text)
    return Reading(says=(f"{len(text.splitlines())} lines, {answers.get('name', 'stranger')}.",))


COUNTING = Exercise(
    slug="counting",
    title="Counting",
    why="To count.",
    minutes=1,
    rhythm="never",
    rhythm_days=None,
    evidence="None.",
    questions=(Words(name="name", ask="Who?"), Brought(name="lines", ask="A file?")),
    read=lambda *_: Reading(),
    hears={"lines": lines},
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def ask(journal: Path, monkeypatch: pytest.MonkeyPatch) -> Asking:
    monkeypatch.delenv("QUADRANT_LOUD", raising=False)
    ids = iter(map(str, range(100)))
    storage = Storage(journal, now=lambda: NOW, new_id=lambda: next(ids))
    page = Page(COUNTING, storage, lambda: NOW, lambda: next(ids))
    said: list[dict[str, Any]] = []
    page.keeper.send = lambda message: said.append(json.loads(json.dumps(message)))

    def asking(kind: str, **fields: Any) -> dict[str, Any]:
        page.hear({"kind": kind, "today": "2026-11-22", **fields})
        return said[-1]

    return asking


def test_what_is_brought_is_answered_with_a_reading_of_its_own(ask: Asking) -> None:
    ask("hello")
    answer = ask("hear", name="lines", text="a\nb")
    assert (answer["kind"], answer["name"], answer["trouble"]) == ("heard", "lines", None)
    assert answer["reading"]["says"] == ["2 lines, stranger."]
    assert answer["reading"]["pictures"] == []


def test_it_is_read_beside_the_answers_of_the_round(ask: Asking) -> None:
    mine = ask("hello")["round"]
    ask("edits", seq=1, edits=[{"round": mine, "path": ["name"], "before": None, "after": "Ada"}])
    assert ask("hear", name="lines", text="a")["reading"]["says"] == ["1 lines, Ada."]


def test_nothing_of_it_is_kept(ask: Asking, journal: Path) -> None:
    ask("hello")
    ask("hear", name="lines", text="Zyzzyva")
    assert not journal.exists()
    assert "Zyzzyva" not in json.dumps(ask("hello"))


def test_a_file_that_cannot_be_read_is_refused_beside_the_question(ask: Asking) -> None:
    ask("hello")
    answer = ask("hear", name="lines", text="")
    assert (answer["kind"], answer["name"]) == ("heard", "lines")
    assert answer["trouble"] == "There is no line in this file. Nothing was changed. Bring another."


@pytest.mark.parametrize(("name", "text"), [("lines", "burst"), ("name", "a"), ("other", "a")])
def test_what_nobody_foresaw_is_said_there_too(ask: Asking, name: str, text: str) -> None:
    ask("hello")
    answer = ask("hear", name=name, text=text)
    assert (answer["kind"], answer["name"], answer["trouble"]) == ("heard", name, UNEXPECTED)
    assert "reading" not in answer


def test_the_unforeseen_is_raised_where_it_shall_be_loud(
    ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUADRANT_LOUD", "1")
    ask("hello")
    with pytest.raises(ValueError, match="burst"):
        ask("hear", name="lines", text="burst")
