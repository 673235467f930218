"""The path inside a notebook: links beside it, no answer in it, and a word where it is needed."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quadrantlib import open_path
from quadrantlib.borrowed import BORROWED, WORDS, borrowed
from quadrantlib.exercises import CATALOG
from quadrantlib.shipped import shipped
from quadrantlib.welcome import MADE_UP
from tests.windows import Window

WORKBOOKS = Path(__file__).parent.parent / "workbooks"
CANARY = "Zyzzyva <b>734251</b>"


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUADRANT_JOURNAL", str(tmp_path / "journal.json"))
    monkeypatch.delenv(BORROWED, raising=False)
    return tmp_path / "journal.json"


def shown() -> str:
    return open_path()._repr_html_()


def with_ten_tasks(answers: dict) -> str:
    today = datetime.now(UTC).astimezone().date().isoformat()
    one = {"id": "r1", "started": today, "updated": f"{today}T18:04:11Z"}
    head = {"format": "quadrant-journal", "version": 1, "id": "x" * 22, "revision": 1}
    return json.dumps({**head, "rounds": {"ten-tasks": [{**one, "answers": answers}]}})


def test_every_exercise_is_a_link_to_the_notebook_beside_it(journal: Path) -> None:
    links = re.findall(r'<li><a href="([^"]+)"', shown())
    assert sorted(links) == sorted(f"{exercise.slug}.ipynb" for exercise in CATALOG)
    assert all((WORKBOOKS / link).exists() for link in links)


def test_the_next_thing_stands_first(journal: Path) -> None:
    page = shown()
    assert page.index("Start here") < page.index("<ol")
    assert '<a class="q-button" href="ten-tasks.ipynb">Begin</a>' in page


def test_what_was_begun_is_offered_next(journal: Path) -> None:
    journal.write_text(with_ten_tasks({"guess": 5}), encoding="utf-8")
    assert "Go on where you were" in shown()
    assert "begun today" in shown()


def test_no_answer_stands_in_it(journal: Path) -> None:
    tasks = [{"id": "a", "name": CANARY, "hours": 3, "difficulty": 2, "autonomy": 9}]
    answers = {"guess": 5, "tasks": tasks, "claim": {"what": CANARY, "when": "2026-01-04"}}
    journal.write_text(with_ten_tasks(answers), encoding="utf-8")
    assert "734251" not in shown()
    assert repr(open_path()) == "<the path>"


def test_a_journal_that_cannot_be_read_is_a_notice_and_the_path_is_there(journal: Path) -> None:
    journal.mkdir()
    page = shown()
    assert page.startswith('<p class="q-notice')
    assert "Nothing was changed." in page.partition("</p>")[0]
    assert "ten-tasks.ipynb" in page


def test_a_borrowed_machine_says_so(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert WORDS["says"] not in shown()
    monkeypatch.setenv(BORROWED, "1")
    assert WORDS["says"] in shown()


def test_a_made_up_journal_is_said_to_be_one(journal: Path) -> None:
    assert MADE_UP not in shown()
    journal.write_bytes(shipped("data/sample-journal.json").read_bytes())
    assert MADE_UP in shown()


def test_a_page_is_told_what_a_borrowed_machine_has_to_say(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Window(journal).opens()["borrowed"] is None
    monkeypatch.setenv(BORROWED, "1")
    assert Window(journal).opens()["borrowed"] == WORDS


def test_ones_own_machine_says_nothing_of_being_borrowed() -> None:
    assert borrowed({}) is None
    assert borrowed({BORROWED: ""}) is None
    assert borrowed({BORROWED: "1"}) == WORDS
