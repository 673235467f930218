"""The commands do what they say, and refuse in sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from quadrantlib.cli import main

TASKS = [
    {"id": "a", "name": "Planning", "if_gone": -1, "autonomy": 1.0, "difficulty": 9.0, "hours": 60},
    {"id": "b", "name": "Garden", "if_gone": 1, "autonomy": 9.0, "difficulty": 8.0, "hours": 12},
]
CANARY = "Zyzzyva-Kanarienvogel-734251"


def written(path: Path, answers: dict, **head) -> Path:
    one = {"id": "r1", "started": "2026-11-03", "updated": "2026-11-03T18:04:11Z"}
    value = {"format": "quadrant-journal", "version": 1, "id": "x" * 22, "revision": 1}
    rounds = {"ten-tasks": [{**one, "answers": answers}]}
    path.write_text(json.dumps({**value, "rounds": rounds, **head}), encoding="utf-8")
    return path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return written(tmp_path / "journal.json", {"tasks": TASKS})


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_read_says_back_what_the_newest_round_holds(journal: Path) -> None:
    done = run("read", journal, "--on", "2026-11-22")
    assert done.exit_code == 0
    assert done.stdout.startswith("Ten tasks, 3 November\n\n")
    assert "About 83 % of the 72 hours you have listed were hard and assigned." in done.stdout


def test_read_on_a_day_leaves_out_what_was_begun_later(journal: Path) -> None:
    assert (
        run("read", journal, "--on", "2026-11-02").stdout == "Nothing has been written here yet.\n"
    )


def test_read_gives_json_to_programs(journal: Path) -> None:
    told = json.loads(run("read", journal, "--format", "json", "--on", "2026-11-22").stdout)
    assert told["ten-tasks"]["figures"]["hours"]["hard_assigned"] == 60
    assert told["ten-tasks"]["started"] == "2026-11-03"
    assert {"says", "needs", "wonders"} <= set(told["ten-tasks"])


def test_read_keeps_to_the_exercise_it_was_asked_for(journal: Path) -> None:
    assert run("read", journal, "--exercise", "ten-tasks").stdout.startswith("Ten tasks")
    refused = run("read", journal, "--exercise", "eleven-tasks")
    assert refused.exit_code == 1
    assert "Choose one of: ten-tasks" in refused.stderr


def test_read_says_when_nothing_is_written_yet(tmp_path: Path) -> None:
    empty = written(tmp_path / "journal.json", {}, rounds={})
    assert run("read", empty).stdout == "Nothing has been written here yet.\n"


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01"])
def test_a_day_that_is_none_is_wrong_usage(journal: Path, day: str) -> None:
    assert run("read", journal, "--on", day).exit_code == 2


def missing(folder: Path) -> Path:
    return folder / "nowhere.json"


def a_folder(folder: Path) -> Path:
    return folder


def not_json(folder: Path) -> Path:
    (folder / "notes.txt").write_text(f"Dear {CANARY}", encoding="utf-8")
    return folder / "notes.txt"


def not_utf8(folder: Path) -> Path:
    (folder / "image.json").write_bytes(b"\xff\xfe\x00")
    return folder / "image.json"


def of_another_kind(folder: Path) -> Path:
    (folder / "other.json").write_text(f'{{"format": "{CANARY}"}}', encoding="utf-8")
    return folder / "other.json"


def newer(folder: Path) -> Path:
    return written(folder / "journal.json", {"tasks": CANARY}, version=99)


BAD = [
    (missing, "is not there."),
    (a_folder, "is a folder, and a journal is a file."),
    (not_json, "could not be read as a journal."),
    (not_utf8, "could not be read as a journal."),
    (of_another_kind, "could not be read as a journal."),
    (newer, "later version"),
]


@pytest.mark.parametrize(("bad", "sentence"), BAD)
def test_a_file_that_cannot_be_read_is_named_in_a_sentence_and_left_alone(
    tmp_path: Path, bad, sentence: str
) -> None:
    path = bad(tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    refused = run("read", path)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert sentence in refused.stderr
    assert str(path) in refused.stderr
    assert "Nothing was changed." in refused.stderr
    assert CANARY not in refused.stderr
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(("bad", "_sentence"), BAD)
def test_check_names_a_bad_file_and_goes_on(tmp_path: Path, journal: Path, bad, _sentence) -> None:
    path = bad(tmp_path / "bad") if (tmp_path / "bad").mkdir() is None else journal
    done = run("check", path, journal)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{path}: ")
    assert done.stdout == f"{journal}: nothing is wrong.\n"
    assert CANARY not in done.output


def test_check_names_the_place_and_the_fault_of_each_and_quotes_nothing(tmp_path: Path) -> None:
    tasks = [{"id": "a", "hours": -1}, {"id": "b", "if_gone": CANARY}]
    path = written(tmp_path / "journal.json", {"tasks": tasks, "guess": 11})
    done = run("check", path)
    assert done.exit_code == 1
    place = f"{path}: rounds.ten-tasks[0].answers"
    assert f"{place}.tasks[0].hours should be a number from 0 to 2000" in done.stderr
    assert f"{place}.tasks[1].if_gone should be one of -1, 0, 1" in done.stderr
    assert f"{place}.guess should be a number from 0 to 10" in done.stderr
    assert CANARY not in done.output


def test_check_wants_a_file() -> None:
    assert run("check").exit_code == 2


def test_schema_prints_a_schema_that_the_journal_meets(journal: Path) -> None:
    done = run("schema", "journal")
    assert done.exit_code == 0
    jsonschema.validate(json.loads(journal.read_text()), json.loads(done.stdout))


@pytest.mark.parametrize("command", ["open", "lab"])
def test_a_journal_that_is_a_folder_is_refused_before_anything_starts(
    tmp_path: Path, command: str
) -> None:
    refused = run(command, "--journal", tmp_path, "--no-browser")
    assert refused.exit_code == 1
    assert "is a folder, and a journal is a file." in refused.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_folder_without_write_permission_is_refused_in_words(tmp_path: Path) -> None:
    refused = run("open", "--journal", "/proc/journal.json", "--no-browser")
    assert refused.exit_code == 1
    assert "could not be kept beside /proc/journal.json" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("command", ["open", "lab"])
def test_a_linked_folder_of_belongings_is_refused_before_anything_starts(
    tmp_path: Path, command: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".quadrant").symlink_to(tmp_path / "elsewhere")
    refused = run(command, "--journal", tmp_path / "journal.json", "--no-browser")
    assert refused.exit_code == 1
    assert "is a link. Your journal is untouched. Remove the link" in refused.stderr
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    refused = run("open", "--journal", tmp_path / "nowhere" / "journal.json", "--no-browser")
    assert refused.exit_code == 1
    assert "the folder is not there" in refused.stderr


def test_a_host_that_is_not_this_machine_is_refused_in_words(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    refused = run("open", "--journal", journal, "--no-browser", "--host", "192.0.2.1")
    assert refused.exit_code == 1
    assert "192.0.2.1 is no address of this machine" in refused.stderr


def test_the_module_is_the_same_command(journal: Path) -> None:
    command = [sys.executable, "-m", "quadrantlib", "read", str(journal), "--on", "2026-11-22"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == run("read", journal, "--on", "2026-11-22").stdout


def test_no_code_in_the_start_folder_runs_as_ours(tmp_path: Path, journal: Path) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit(7)", encoding="utf-8")
    command = [sys.executable, "-m", "quadrantlib", "read", str(journal)]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_diff_says_what_changed_since_the_round_before(tmp_path: Path) -> None:
    rounds = [
        {"id": "a", "started": "2026-09-01", "updated": "2026-09-01T10:00:00Z", "answers": {}},
        {"id": "b", "started": "2026-10-01", "updated": "2026-10-01T10:00:00Z"},
    ]
    rounds[1]["answers"] = {"guess": 4}
    head = {"format": "quadrant-journal", "version": 1, "id": "x", "revision": 2}
    file = tmp_path / "journal.json"
    file.write_text(json.dumps({**head, "rounds": {"ten-tasks": rounds}}), encoding="utf-8")
    said = run("diff", file)
    assert (said.exit_code, "Now 4." in said.stdout) == (0, True)


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF-"), ("b.HTML", b"<!doctype html>")])
def test_keepsake_puts_all_of_it_into_one_file_for_its_owner(
    journal: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    done = run("keepsake", journal, "-o", tmp_path / name, "--on", "2026-11-22")
    assert (done.exit_code, done.stdout.split(" holds ")[0]) == (0, str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(start)
    assert os.name == "nt" or (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} - before == {name}


def test_keepsake_takes_the_paper_and_the_day(journal: Path, tmp_path: Path) -> None:
    page = tmp_path / "keepsake.html"
    assert run("keepsake", journal, "-o", page, "--on", "2027-01-31").exit_code == 0
    assert "Gathered on 31 January 2027." in page.read_text(encoding="utf-8")
    sheet = tmp_path / "keepsake.pdf"
    assert run("keepsake", journal, "-o", sheet, "--paper", "letter").exit_code == 0
    assert run("keepsake", journal, "-o", sheet, "--paper", "a5").exit_code == 2


def test_keepsake_takes_no_other_ending(journal: Path, tmp_path: Path) -> None:
    refused = run("keepsake", journal, "-o", tmp_path / "keepsake.txt")
    assert refused.exit_code == 2
    assert "should end in .pdf or .html" in refused.stderr


def test_there_is_no_keepsake_of_nothing(tmp_path: Path) -> None:
    empty = written(tmp_path / "journal.json", {}, rounds={})
    refused = run("keepsake", empty, "-o", tmp_path / "keepsake.html")
    assert refused.exit_code == 1
    assert refused.stderr == "There is nothing to keep yet. Nothing was written.\n"
    assert not (tmp_path / "keepsake.html").exists()


def test_a_keepsake_that_cannot_be_written_is_told_and_what_was_there_stays(
    journal: Path, tmp_path: Path
) -> None:
    nowhere = run("keepsake", journal, "-o", tmp_path / "nowhere" / "keepsake.html")
    assert nowhere.exit_code == 1
    assert "could not be written: the folder is not there. What was there before" in nowhere.stderr
    folder = tmp_path / "keepsake.html"
    folder.mkdir()
    taken = run("keepsake", journal, "-o", folder)
    assert (taken.exit_code, "it is a folder" in taken.stderr) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.json", "keepsake.html"]
