"""What a facilitator left out is asked about before anything final; seen to fail without `look`."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quadrantlib import report
from quadrantlib.cli import main
from quadrantlib.reporting.manuscript import Manuscript, Part
from tests.submissions import INVITED, document, put


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    """What is refused here is refused before the notebook runs."""
    front = {"title": "T", "line": "L", "lead": "L"}
    made = Manuscript(front, (Part("One", ("Two.",)),))
    monkeypatch.setattr(report, "run", lambda *_, **__: made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve people, four of whom answer the question, and the invitation that asks it."""
    place = tmp_path / "in"
    place.mkdir()
    people = {f"p{each}": document(each) for each in range(8)}
    telling = {f"q{each}": document(f"q{each}", answer="More time.") for each in range(4)}
    return put(place, invitation=INVITED, **people, **telling)


def make(folder: Path, *more: str) -> Result:
    out = folder.parent / "report.html"
    return CliRunner().invoke(main, ["report", str(folder), "-o", str(out), *more])


def refused(folder: Path, *more: str) -> str:
    """What is said; nothing is written, and no ledger has heard of it."""
    before = {path.name for path in folder.parent.iterdir()}
    result = make(folder, *more)
    assert result.exit_code == 1, result.output
    assert {path.name for path in folder.parent.iterdir()} == before
    return result.stderr


def test_with_its_invitation_the_report_is_of_all_twelve(folder: Path) -> None:
    assert "is the report of 12 people" in make(folder).output


@pytest.mark.parametrize(
    "name", ["invitation.json.txt", "Invitation.json", "invitation (1).json", "for-them.json"]
)
def test_an_invitation_is_known_under_any_name_and_believed_under_one(
    folder: Path, name: str
) -> None:
    (folder / "invitation.json").rename(folder / name)
    said = refused(folder)
    assert f"“{name}” seems to be it" in said
    assert "rename it to invitation.json" in said


def test_of_two_that_look_like_one_neither_is_chosen(folder: Path) -> None:
    (folder / "invitation.json").rename(folder / "a.json")
    put(folder, b=INVITED | {"cohort": "Ops"})
    assert "“a.json” and “b.json” all look like one" in refused(folder)


def test_without_any_invitation_files_that_answer_a_question_are_not_shut_out(folder: Path) -> None:
    (folder / "invitation.json").unlink()
    said = refused(folder)
    assert "4 of the 12 files answer a question, and no invitation here asks one." in said
    assert "nobody is shut out" in said


def test_one_stray_file_is_only_named(folder: Path) -> None:
    put(folder, stray=document("s", cohort="Ops"))
    result = make(folder)
    assert result.exit_code == 0
    assert "stray.json: is for another cohort" in result.stderr
    assert "is the report of 12 people" in result.output


def test_two_in_a_crowd_are_only_named(folder: Path) -> None:
    put(folder, **{f"more{each}": document(f"m{each}") for each in range(9)})
    put(folder, **{f"stray{each}": document(f"s{each}", cohort="Ops") for each in range(2)})
    assert make(folder).exit_code == 0


def test_another_invitation_beside_the_files_is_noticed(folder: Path) -> None:
    put(folder, invitation=INVITED | {"cohort": "Ops"})
    said = refused(folder)
    assert "12 of the 12 files are for another cohort than “Ops”." in said
    assert "Use the invitation that these people were given" in said


def test_codes_that_are_not_on_the_list_are_noticed(folder: Path) -> None:
    for number, path in enumerate(sorted(folder.glob("[pq]*.json"))):
        given = json.loads(path.read_text(encoding="utf-8")) | {"code": f"CODE-{number}"}
        path.write_text(json.dumps(given), encoding="utf-8")
    codes = folder.parent / "codes.txt"
    codes.write_text("\n".join(f"CODE-{each}" for each in range(10)), encoding="utf-8")
    said = refused(folder, "--codes", str(codes))
    assert "2 of the 12 files have codes that are not on your list." in said
    codes.write_text("\n".join(f"CODE-{each}" for each in range(11)), encoding="utf-8")
    assert make(folder, "--codes", str(codes)).exit_code == 0


def test_files_that_lie_one_folder_further_in_are_found(folder: Path) -> None:
    outer = folder.parent / "outer"
    outer.mkdir()
    folder.rename(outer / "in")
    assert "lie in the folder “in” inside it" in refused(outer)


def test_packed_files_are_to_be_unpacked(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    with zipfile.ZipFile(place / "all.zip", "w") as packed:
        packed.writestr("p.json", json.dumps(document("p")))
    assert "Unpack “all.zip” first" in refused(place)


def test_submissions_with_another_ending_are_named(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "p.txt").write_text(json.dumps(document("p")), encoding="utf-8")
    assert "“p.txt” seems to be one" in refused(place)


def test_an_ending_that_a_program_added_and_hid_shuts_nobody_out(folder: Path) -> None:
    (folder / "p0.json").rename(folder / "p0.json.txt")
    assert "is the report of 12 people" in make(folder).output


def test_a_second_wave_under_a_name_that_differs_by_a_comma_is_asked_about(folder: Path) -> None:
    assert make(folder).exit_code == 0
    for path in folder.glob("*.json"):
        text = path.read_text(encoding="utf-8").replace("Platform, autumn", "Platform autumn")
        path.write_text(text, encoding="utf-8")
    before = (folder.parent / "ledger.json").read_bytes()
    said = refused(folder)
    assert "Earlier reports here are of “platform, autumn”" in said
    assert (folder.parent / "ledger.json").read_bytes() == before
