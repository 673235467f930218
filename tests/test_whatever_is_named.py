"""Whatever file somebody names, every command answers at once and in a sentence.

Seen to fail with the look at the kind of file taken out of `durable.opened`: a pipe is waited for;
and with the look at what has content and no size: `report` reads for ever.
"""

from __future__ import annotations

import ast
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from quadrantlib.cli import main
from quadrantlib.shipped import PACKAGE, shipped
from tests.submissions import INVITED, document, put

SAMPLE = str(shipped("data/sample-journal.json"))


def pipe(place: Path) -> Path:
    os.mkfifo(place / "pipe.json")
    return place / "pipe.json"


def link_to_a_device(place: Path) -> Path:
    (place / "zero.json").symlink_to("/dev/zero")
    return place / "zero.json"


def own_socket(place: Path) -> Path:
    before = Path.cwd()
    os.chdir(place)  # a socket's path is short
    try:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind("s.json")
        listening.close()
    finally:
        os.chdir(before)
    return place / "s.json"


def huge(place: Path) -> Path:
    with (place / "huge.json").open("wb") as file:
        file.truncate(2 * 10**9)
    return place / "huge.json"


def folder(place: Path) -> Path:
    (place / "folder.json").mkdir()
    return place / "folder.json"


def long_name(place: Path) -> Path:
    return place / f"{300 * 'n'}.json"


def link_to_what_never_ends(place: Path) -> Path:
    """A regular file of no bytes, says the system, and it can be read for days."""
    endless = Path("/proc/self/pagemap")
    if not os.access(endless, os.R_OK):
        pytest.skip("there is none on this system")
    (place / "made-up.json").symlink_to(endless)
    return place / "made-up.json"


def missing(place: Path) -> Path:
    return place / "no" / "where.json"


def loop(place: Path) -> Path:
    (place / "loop.json").symlink_to("loop.json")
    return place / "loop.json"


FILES = (
    pipe,
    link_to_a_device,
    link_to_what_never_ends,
    own_socket,
    huge,
    folder,
    long_name,
    missing,
    loop,
)
OUT = "out.json"
COMMANDS: dict[str, Callable[[str], list[str]]] = {
    "check": lambda named: ["check", named],
    "read": lambda named: ["read", named],
    "diff": lambda named: ["diff", named],
    "keepsake": lambda named: ["keepsake", named, "-o", "out.html"],
    "submit": lambda named: ["submit", named, "-o", OUT, "--cohort", "C", "--yes"],
    "submit --invitation": lambda named: [
        *("submit", SAMPLE, "-o", OUT, "--invitation", named, "--yes"),
    ],
    "submit -o": lambda named: ["submit", SAMPLE, "-o", named, "--cohort", "C", "--yes"],
    "keepsake -o": lambda named: ["keepsake", SAMPLE, "-o", named.replace(".json", ".html")],
    "report": lambda named: ["report", named, "-o", "out.html"],
    "report --codes": lambda named: ["report", "in", "-o", "out.html", "--codes", named],
    "report --ledger": lambda named: ["report", "in", "-o", "out.html", "--ledger", named],
    "open --journal": lambda named: ["open", "--no-browser", "--journal", named],
    "lab --journal": lambda named: ["lab", "--no-browser", "--journal", named],
    "rehearse": lambda named: ["rehearse", named],
}
"""Every command that opens a file that somebody names → how it is called."""
FINE = {
    *(("keepsake -o", kind) for kind in ("pipe", "own_socket", "link_to_a_device")),
    *(("keepsake -o", kind) for kind in ("huge", "folder", "loop")),
    ("keepsake -o", "link_to_what_never_ends"),
    *((f"{way} --journal", kind) for way in ("open", "lab") for kind in ("huge", "loop")),
    *((f"{way} --journal", "link_to_what_never_ends") for way in ("open", "lab")),
    ("rehearse", "folder"),
    ("rehearse", "missing"),
}
"""What may well go well: another ending makes another name of it, folders can be made, and what is
wrong with a journal is said on the page."""


@contextmanager
def at_once() -> Iterator[None]:
    """Fail, rather than wait for ever."""

    def late(*_: object) -> None:
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_answers_at_once_and_in_a_sentence(
    tmp_path: Path, monkeypatch, command: str, kind: Callable[[Path], Path]
) -> None:
    monkeypatch.delenv("QUADRANT_LOUD", raising=False)
    for serves in ("serve_pages", "serve_lab"):
        monkeypatch.setattr(f"quadrantlib.serve.{serves}", lambda _, door, *__: door.socket.close())
    named = kind(tmp_path)
    inside = tmp_path / "in"
    inside.mkdir()
    put(inside, invitation=INVITED, **{f"p{each}": document(each) for each in range(8)})
    monkeypatch.chdir(tmp_path)
    with at_once():
        done = CliRunner().invoke(main, COMMANDS[command](str(named)))
    if (command, kind.__name__) in FINE:
        assert done.exit_code in {0, 1}
        return
    assert done.exit_code in {1, 2}, done.output
    assert isinstance(done.exception, SystemExit)
    assert "unexpected" not in done.stderr
    assert done.stderr.strip().endswith((".", "?"))
    assert not (tmp_path / OUT).exists()


@pytest.mark.parametrize("name", ["ten-tasks.ipynb", ".copied.json"])
def test_a_pipe_among_the_copies_keeps_nobody_waiting(tmp_path: Path, name: str) -> None:
    from quadrantlib.errors import Trouble
    from quadrantlib.serving.copies import copy_workbooks

    folder = tmp_path / "workbooks"
    folder.mkdir()
    os.mkfifo(folder / name)
    with at_once():
        if name.startswith("."):
            assert copy_workbooks(folder).first
        else:
            with pytest.raises(Trouble, match="could not be copied"):
                copy_workbooks(folder)


# ---- one opener ------------------------------------------------------------------------------

OPENS = {
    "durable": "it is the opener, and the writer",
    "tokens": "opens no link and no pipe, in a folder of its own",
    "forms/bundle": "the front end, as it is shipped",
    "reporting/page": "a template, as it is shipped",
    "reporting/paper": "a template, as it is shipped",
    "keepsake/page": "a template, as it is shipped",
    "keepsake/paper": "a template, as it is shipped",
    "shipped": "finds what is shipped",
    "serving/room": "copies what is shipped",
    "serving/lab": "writes its own settings into its own folder",
    "serving/launcher": "writes its own page into its own folder",
    "report": "writes what may be published into its own folder",
    "commands/pages": "opens a browser",
    "commands/submit": "a card in words is no file",
    "serving/copies": "writes what is shipped, and through no link",
}
"""Module → why it opens a file by itself."""
OPENERS = {"open", "read_bytes", "read_text", "write_bytes", "write_text"}


def opens(path: Path) -> list[int]:
    """The lines in which a module opens a file without `durable`."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in OPENERS:
                found.append(node.lineno)
    return found


def test_whatever_is_named_is_opened_in_one_place() -> None:
    modules = {
        path.relative_to(PACKAGE).with_suffix("").as_posix(): opens(path)
        for path in PACKAGE.rglob("*.py")
    }
    alone = {name: lines for name, lines in modules.items() if lines and name not in OPENS}
    assert alone == {}
    assert modules["durable"]
