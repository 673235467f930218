"""One place prints, for all commands: nothing acts on a terminal, and any output can be written to.

Seen to fail with `printable` taken out of `shown`, and with the encoding taken out.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
from pathlib import Path

import pytest

from quadrantlib.cli import COMMANDS as COMMANDS_OF_OURS
from quadrantlib.shipped import PACKAGE, shipped

EVIL = "Ann\x1b]0;owned\x07\x1b[31m\x9b2J\u202e\u2066 „Ümläut“ 日本 \u200b"
SIGNS = ("\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b")
ENCODINGS = ("utf-8", "cp1252", "cp437", "latin-1", "ascii")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The made-up person's journal, with signs in the name of a task and in every sentence."""
    value = json.loads(shipped("data/sample-journal.json").read_bytes())

    def spoilt(found):
        if isinstance(found, dict):
            words = {"name", "what", "reason", "direction", "words"}
            return {
                key: EVIL + each if key in words and isinstance(each, str) else spoilt(each)
                for key, each in found.items()
            }
        return [spoilt(each) for each in found] if isinstance(found, list) else found

    value["rounds"] = spoilt(value["rounds"])
    path = tmp_path / "journal.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def said(python: str, folder: Path, encoding: str, *words: str | bytes):
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [python, "-m", "quadrantlib", *words]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, env=env)


COMMANDS = {
    "read": ("read", "journal.json"),
    "read as JSON": ("read", "journal.json", "--format", "json"),
    "diff": ("diff", "journal.json"),
    "check": ("check", "journal.json"),
    "submit": ("submit", "journal.json", "-o", "s.json", "--cohort", f"C{EVIL}", "--yes"),
    "schema": ("schema", "journal"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_any_output_can_be_written_to_and_nothing_acts_on_a_terminal(
    python: str, journal: Path, command: str, encoding: str
) -> None:
    done = said(python, journal.parent, encoding, *COMMANDS[command])
    words = (done.stdout + done.stderr).decode(encoding)
    assert b"Traceback" not in done.stderr
    assert done.stdout or done.stderr
    assert not [sign for sign in SIGNS if sign in words]


def test_what_is_cleaned_is_there(python: str, journal: Path) -> None:
    words = said(python, journal.parent, "utf-8", "read", "journal.json").stdout.decode()
    assert "Ann]0;owned[31m" in words
    assert "„Ümläut“ 日本" in words


@pytest.mark.parametrize("name", [b"caf\xe9.json", b"a\x1b]0;b\x07\n.json", b"\xff\xfe"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_name_that_is_no_text_is_named_all_the_same(
    python: str, tmp_path: Path, name: bytes, encoding: str
) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("{", encoding="utf-8")
    done = said(python, tmp_path, encoding, b"check", name)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize("words", [("read", "x", "--on", f"2{EVIL}"), (f"a{EVIL}",), ("check",)])
def test_wrong_usage_is_said_the_same_way(python: str, tmp_path: Path, words) -> None:
    done = said(python, tmp_path, "ascii", *words)
    assert done.returncode == 2
    assert b"Usage:" in done.stderr
    assert b"\x1b" not in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "cp1252", "ascii"])
def test_help_can_be_written_to_any_output(python: str, tmp_path: Path, encoding: str) -> None:
    """Seen to fail without `forgive`: click prints help by itself, past `say`."""
    ask = (
        "from contextlib import suppress\n"
        "from quadrantlib.cli import COMMANDS, main\n"
        "for name in COMMANDS:\n"
        "    with suppress(SystemExit):\n"
        "        main([name, '--help'])\n"
    )
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([python, "-c", ask], capture_output=True, check=False, env=env)
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.count(b"Usage:") == len(COMMANDS_OF_OURS)


def test_a_name_of_several_lines_says_nothing_of_its_own(python: str, tmp_path: Path) -> None:
    """Seen to fail with `line` taken out of `check`: the sentence itself names the file too."""
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a\nreport: nothing is wrong.\nb.json").mkdir()
    done = said(python, tmp_path, "utf-8", "check", "drop")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_who_reads_only_the_beginning_is_told_of_no_fault(python: str, journal: Path) -> None:
    command = f"{python} -m quadrantlib schema journal | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, cwd=journal.parent
    )
    assert b"machine" not in done.stderr
    assert b"Traceback" not in done.stderr


PRINT = {"echo", "secho", "print", "echo_via_pager", "progressbar", "prompt"}


def prints(path: Path) -> list[int]:
    """The lines in which a module prints, or writes to an output, by itself."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            to = ast.unparse(node.func)
            if name in PRINT or (to.startswith(("sys.std", "sys.__std")) and name.startswith("wr")):
                found.append(node.lineno)
            words = node.args[:1]
            if name == "confirm" and not all(
                ast.unparse(each).startswith("shown(") for each in words
            ):
                found.append(node.lineno)
    return found


def test_one_place_prints() -> None:
    modules = {path.relative_to(PACKAGE).as_posix(): prints(path) for path in PACKAGE.rglob("*.py")}
    assert [name for name, lines in modules.items() if lines] == ["commands/output.py"]
