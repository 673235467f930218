"""A page answers the browser's messages: what to ask, what is saved, what is read back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.pages import NOW
from tests.windows import TODAY, Window, kinds

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Stand-up
DTSTART:20261116T090000Z
DTEND:20261116T100000Z
END:VEVENT
END:VCALENDAR
"""
GARDEN = {"id": "a", "name": "Garden", "autonomy": 9, "difficulty": 8, "hours": 12}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def window(path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.delenv("QUADRANT_LOUD", raising=False)
    return Window(path)


def test_a_page_that_opens_is_told_what_to_ask_and_what_is_there(window: Window) -> None:
    state = window.opens()
    assert state["kind"] == "state"
    assert [q["name"] for q in state["questions"]][:2] == ["guess", "tasks"]
    assert (state["answers"], state["locked"], state["trouble"]) == ({}, "", None)
    assert (state["started"], state["saved"], state["back"]) == (TODAY, None, None)
    assert state["reading"]["needs"]
    assert state["journal"].keys() == {"format", "version", "id", "revision"}


def test_an_answer_is_saved_before_it_is_said_to_be_and_then_read_back(
    window: Window, path: Path
) -> None:
    window.opens()
    on_disk: list[bool] = []
    send = window.page.keeper.send
    window.page.keeper.send = lambda message: (on_disk.append(path.exists()), send(message))
    saved, reading = window.writes("tasks.a", GARDEN)
    assert (saved["kind"], saved["seq"]) == ("saved", 1)
    assert datetime.fromisoformat(saved["at"]) == NOW.astimezone(UTC)
    assert reading["kind"] == "reading"
    assert "Garden" in " ".join(reading["reading"]["says"])
    (drawn,) = reading["reading"]["pictures"]
    assert len(drawn["drawings"]) == 2
    assert reading["suggestions"] == {"sparks.strongest suggestions": ["Garden"]}
    assert all(on_disk)
    assert window.opens()["answers"] == {"tasks": [GARDEN]}


def test_what_nobody_understands_is_let_pass(window: Window) -> None:
    assert window.hears("gossip") == []


def test_a_page_hears_of_another_windows_change(window: Window, path: Path) -> None:
    other = Window(path, "other")
    window.opens()
    other.opens()
    assert kinds(window.hears("ping")) == ["pong"]
    other.writes("guess", 4)
    state, pong = window.hears("ping")
    assert (state["answers"], pong["kind"]) == ({"guess": 4}, "pong")
    assert kinds(window.hears("ping")) == ["pong"]


def test_a_disagreement_is_shown_with_its_question_and_settled(window: Window, path: Path) -> None:
    other = Window(path, "other")
    window.opens()
    other.opens()
    other.writes("tasks.a", GARDEN)
    saved, state = window.writes("tasks.a", GARDEN | {"hours": 30})
    assert (saved["kind"], state["kind"]) == ("saved", "state")
    (conflict,) = state["conflicts"]
    assert (conflict["ask"], conflict["other"]) == ("How many hours?", 12)
    (state,) = window.hears("settle", id=conflict["id"], keep="other")
    assert state["conflicts"] == []
    assert state["answers"]["tasks"] == [GARDEN]


def test_a_round_that_has_had_its_time_is_corrected_or_begun_again(window: Window) -> None:
    window.opens()
    window.writes("tasks.a", GARDEN)
    later = {"today": "2026-12-24"}
    (state,) = window.hears("hello", **later)
    assert state["locked"] == "past"
    (state,) = window.hears("correct_round", **later)
    assert state["locked"] == ""
    (state,) = window.hears("start_round", **later)
    assert (state["answers"], state["started"]) == (
        {"tasks": [{"id": "a", "name": "Garden"}]},
        "2026-12-24",
    )
    assert state["earlier"] == {"tasks": [GARDEN]}


def test_a_calendar_is_read_into_suggestions(window: Window, path: Path) -> None:
    (answer,) = window.hears("calendar", text=CALENDAR, days=28, zone="Europe/Helsinki")
    assert answer == {"kind": "calendar", "suggestions": [{"title": "Stand-up", "hours": 1.0}]}
    assert not path.exists()
