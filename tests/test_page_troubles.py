"""Whatever goes wrong on a page becomes words there, and quotes no answer.

Seen to fail with its guard taken out: the notice for the unforeseen (`except Exception` in `hear`
and in `_told`), and the word about a journal set aside that stays (`_look`).
"""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from quadrantlib.journal import Journal
from quadrantlib.page import UNEXPECTED
from quadrantlib.told import UNREAD
from tests.windows import Window, kinds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def window(path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.delenv("QUADRANT_LOUD", raising=False)
    return Window(path)


def test_an_answer_that_does_not_fit_is_refused_in_words_and_nothing_is_written(
    window: Window, path: Path
) -> None:
    window.opens()
    (answer,) = window.writes("guess", 734251)
    assert (answer["kind"], answer["seq"]) == ("not_saved", 1)
    assert answer["words"].startswith("An answer could not be saved: it does not fit its question.")
    assert "734251" not in answer["words"]
    assert not path.exists()


def test_a_disk_that_is_full_is_said_in_three_parts_and_the_answer_is_saved_later(
    window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    window.opens()
    with monkeypatch.context() as patch:
        patch.setattr("quadrantlib.durable.write", full)
        (answer,) = window.writes("guess", 4)
    assert answer["kind"] == "not_saved"
    assert answer["words"] == (
        f"Your journal could not be saved to {path}: the disk is full. Your answers are still on "
        "this page, and what was saved before is untouched. Free some space and press Save again."
    )
    assert not path.exists()
    assert kinds(window.writes("guess", 4)) == ["saved", "reading"]


@pytest.mark.parametrize("message", ["edits", "start_round", "settle"])
def test_the_unforeseen_is_said_kindly_and_stays_silent_elsewhere(
    window: Window, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    window.opens()
    (answer,) = window.hears(message, seq=7, edits=[{"path": 5}], today="Zyzzyva")
    assert (answer["kind"], answer["seq"], answer["words"]) == ("not_saved", 7, UNEXPECTED)
    assert capfd.readouterr() == ("", "")


def test_the_unforeseen_is_raised_where_it_shall_be_loud(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUADRANT_LOUD", "1")
    with pytest.raises(KeyError):
        window.hears("edits", seq=1)
    assert kinds(window.said) == ["not_saved"]


def test_answers_are_shown_and_saved_even_if_they_cannot_be_read_back(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quadrantlib.sitting.Sitting.read", lambda *_: 1 / 0)
    state = window.opens()
    assert state["reading"]["needs"] == [UNREAD]
    saved, reading = window.writes("guess", 4)
    assert (saved["kind"], reading["reading"]["needs"]) == ("saved", [UNREAD])
    monkeypatch.setenv("QUADRANT_LOUD", "1")
    with pytest.raises(ZeroDivisionError):
        window.writes("guess", 5, 4)


def test_a_journal_that_cannot_be_read_is_said_and_the_word_stays(
    window: Window, path: Path
) -> None:
    path.write_text('{"a": "Zyzzyva', encoding="utf-8")
    state = window.opens()
    assert state["trouble"].startswith("Your journal could not be read. It is not JSON: line 1")
    assert "the file now lies beside it as journal.corrupt-" in state["trouble"]
    assert "Zyzzyva" not in json.dumps(state)
    assert kinds(window.hears("ping")) == ["pong"]
    assert window.opens()["trouble"] is None  # reloaded: begun anew


def test_a_journal_that_breaks_while_a_page_is_open_leaves_the_answers_on_it(
    window: Window, path: Path
) -> None:
    window.opens()
    window.writes("guess", 4)
    good = path.read_bytes()
    path.write_bytes(good[:-9])
    state, pong = window.hears("ping")
    assert "could not be read" in state["trouble"]
    assert (state["answers"], pong["kind"]) == ({"guess": 4}, "pong")
    assert kinds(window.hears("ping")) == ["pong"]
    path.write_bytes(good)
    assert window.hears("ping")[0]["trouble"] is None


def test_a_journal_of_a_later_version_is_shown_and_never_written(
    window: Window, path: Path
) -> None:
    path.write_text(Journal(Journal.new("j").value | {"version": 99}).text(), encoding="utf-8")
    before = path.read_bytes()
    assert window.opens()["locked"] == "newer"
    (answer,) = window.writes("guess", 4)
    assert "was written by a later version of the workbook" in answer["words"]
    assert path.read_bytes() == before


def test_what_is_no_calendar_is_said_beside_it(window: Window) -> None:
    (answer,) = window.hears("calendar", text="Zyzzyva", days=28, zone="UTC")
    assert answer["kind"] == "calendar"
    assert answer["trouble"].startswith("This calendar file could not be read")
    assert "Zyzzyva" not in answer["trouble"]
