"""A page hands the journal over, brings one back and forgets everything, and says so in words.

The test of what is forgotten was seen to fail with `Sitting.forget` emptied; the one of a file that
is no journal, with the storage's own look at it taken out.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from tests.windows import TODAY, Window, kinds

GARDEN = {"id": "a", "name": "Garden", "difficulty": 7, "autonomy": 9, "hours": 10}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def window(path: Path) -> Window:
    return Window(path)


def written(window: Window) -> None:
    window.opens()
    window.writes("tasks.a", GARDEN)


def test_the_journal_is_handed_over_as_it_lies_in_its_file(window: Window, path: Path) -> None:
    written(window)
    (said,) = window.hears("errand", name="journal")
    assert said["file"]["name"] == f"journal-{TODAY}.json"
    assert base64.b64decode(said["file"]["data"]) == path.read_bytes()


def test_there_is_nothing_to_hand_over_before_anything_is_written(window: Window) -> None:
    window.opens()
    (said,) = window.hears("errand", name="journal")
    assert (said["kind"], said["trouble"][:26]) == ("errand", "There is nothing to keep y")


def test_a_journal_brought_back_is_on_the_page_and_what_lay_there_is_kept(
    window: Window, path: Path
) -> None:
    written(window)
    kept = path.read_text(encoding="utf-8")
    window.writes("tasks.a.name", "Allotment", before="Garden")
    done, state = window.hears("errand", name="bring_back", text=kept)
    assert (done["words"][:21], done["trouble"]) == ("Your journal is back.", None)
    assert state["answers"]["tasks"][0]["name"] == "Garden"
    copies = [each.read_text("utf-8") for each in (path.parent / ".quadrant").glob("*.json")]
    assert any("Allotment" in copy for copy in copies)


def test_what_is_no_journal_changes_nothing_and_is_not_quoted(window: Window, path: Path) -> None:
    written(window)
    before = path.read_bytes()
    for text in ("", "[1, 2]", '{"format": "Zyzzyva"}', "Zyzzyva"):
        (said,) = window.hears("errand", name="bring_back", text=text)
        assert said["kind"] == "errand"
        assert "Zyzzyva" not in said["trouble"]
    assert path.read_bytes() == before


def test_an_answer_that_does_not_fit_is_brought_back_and_told(window: Window, path: Path) -> None:
    written(window)
    value = json.loads(path.read_text(encoding="utf-8"))
    value["rounds"]["ten-tasks"][0]["answers"]["guess"] = 99
    done, _state = window.hears("errand", name="bring_back", text=json.dumps(value))
    assert "One answer in it did not fit" in done["words"]


def test_forgetting_leaves_nothing_of_the_journal_behind(window: Window, path: Path) -> None:
    written(window)
    done, state = window.hears("errand", name="forget")
    assert "gone from this machine" in done["words"]
    assert state["answers"] == {}
    assert [each for each in path.parent.rglob("*") if each.is_file()] == []


def test_after_forgetting_one_can_begin_anew(window: Window, path: Path) -> None:
    written(window)
    _done, state = window.hears("errand", name="forget")
    window.round = state["round"]
    assert kinds(window.writes("tasks.b", {"id": "b", "name": "Walks"}))[0] == "saved"
    assert "Garden" not in path.read_text(encoding="utf-8")


def test_an_errand_nobody_knows_does_nothing(window: Window) -> None:
    window.opens()
    (said,) = window.hears("errand", name="Zyzzyva")
    assert "Zyzzyva" not in said["trouble"]


def test_what_comes_next_is_handed_over_for_a_calendar(window: Window) -> None:
    written(window)
    (said,) = window.hears("errand", name="dates")
    assert (said["file"]["name"], said["file"]["type"]) == ("what-comes-next.ics", "text/calendar")
    told = base64.b64decode(said["file"]["data"]).decode()
    assert "DTSTART;VALUE=DATE:20261220" in told
    assert "Garden" not in told


def test_there_is_no_calendar_before_anything_comes_round(window: Window) -> None:
    window.opens()
    (said,) = window.hears("errand", name="dates")
    assert said["trouble"].startswith("There is no day to put into a calendar yet.")


@pytest.mark.parametrize(
    ("name", "file", "kind", "start"),
    [
        ("keepsake", f"keepsake-{TODAY}.pdf", "application/pdf", b"%PDF-"),
        ("keepsake_page", f"keepsake-{TODAY}.html", "text/html", b"<!doctype html>"),
    ],
)
def test_the_keepsake_is_handed_over(window: Window, name, file, kind, start) -> None:
    written(window)
    (said,) = window.hears("errand", name=name, paper="letter")
    assert (said["file"]["name"], said["file"]["type"]) == (file, kind)
    assert base64.b64decode(said["file"]["data"]).startswith(start)


@pytest.mark.parametrize("name", ["keepsake", "keepsake_page"])
def test_there_is_no_keepsake_before_anything_is_written(window: Window, name: str) -> None:
    window.opens()
    (said,) = window.hears("errand", name=name)
    assert (said["kind"], said["trouble"][:26]) == ("errand", "There is nothing to keep y")
