"""Every fault is the person's, the machine's or ours, and its sentence says which."""

from __future__ import annotations

import errno

import pytest
from click.testing import CliRunner

from quadrantlib import checking, cli
from quadrantlib.culprit import trouble_of, trouble_of_cell
from quadrantlib.errors import Refused, Trouble

CANARY = "Zyzzyva"
MACHINE = "The machine would not do this: "


class DeadKernelError(RuntimeError):
    """As the program that runs notebooks calls it."""


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, CANARY), f"{MACHINE}the disk is full."),
        (OSError(errno.EDQUOT, CANARY), f"{MACHINE}the disk is full."),
        (PermissionError(errno.EACCES, CANARY), f"{MACHINE}this account may not do that there."),
        (OSError(errno.EROFS, CANARY), f"{MACHINE}this account may not do that there."),
        (OSError(errno.EMFILE, CANARY), f"{MACHINE}too much is open on this machine."),
        (OSError(errno.EIO, CANARY), f"{MACHINE}the disk failed (Input/output error)."),
        (OSError(errno.ENAMETOOLONG, CANARY), f"{MACHINE}its name is too long."),
        (MemoryError(CANARY), "The machine has no memory left for this."),
        (DeadKernelError(CANARY), "The program that does this was ended"),
        (ModuleNotFoundError(CANARY, name="highspy.core"), "is not installed here: highspy."),
        (ValueError(CANARY), "Something unexpected happened (ValueError in an unknown place)."),
        (KeyError(CANARY), "none of yours: please report the line above"),
        (OSError(CANARY), "This is a fault in the workbook"),
        (ModuleNotFoundError(CANARY, name="quadrantlib.gone"), "This is a fault in the workbook"),
    ],
)
def test_a_fault_says_whose_it_is_and_never_what_it_quotes(fault, words: str) -> None:
    told = trouble_of(fault, "Nothing was written.")
    assert words in str(told)
    assert told.safe == "Nothing was written."
    assert told.now
    assert CANARY not in str(told)


def test_a_trouble_says_it_already() -> None:
    trouble = Refused("No.", "Safe.", "Now.")
    assert trouble_of(trouble) is trouble


@pytest.mark.parametrize(
    ("kind", "message", "words"),
    [
        (
            "OSError",
            f"[Errno 28] No space left on device: '{CANARY}'",
            f"{MACHINE}the disk is full.",
        ),
        ("PermissionError", f"[Errno 13] Permission denied: '{CANARY}'", "may not do that"),
        ("MemoryError", CANARY, "The machine has no memory left"),
        ("ValueError", CANARY, "(ValueError in a cell of a notebook)"),
        ("<b>", CANARY, "(unknown in a cell of a notebook)"),
        ("OSError", CANARY, "(OSError in a cell of a notebook)"),
    ],
)
def test_what_stops_a_cell_says_it_too(kind: str, message: str, words: str) -> None:
    assert words in str(trouble_of_cell(kind, message))
    assert CANARY not in str(trouble_of_cell(kind, message))


def test_a_trouble_of_ours_in_a_cell_arrives_as_it_was_said() -> None:
    told = trouble_of_cell("Refused", "There are too few. Nothing was written.")
    assert isinstance(told, Refused)
    assert str(told) == "There are too few. Nothing was written."


@pytest.fixture
def broken(monkeypatch):
    def breaks(fault: BaseException):
        def faults_in(_path):
            raise fault

        monkeypatch.setattr(checking, "faults_in", faults_in)
        return CliRunner().invoke(cli.main, ["check", "journal.json"])

    return breaks


@pytest.mark.parametrize("fault", [ValueError(CANARY), OSError(errno.ENOSPC, CANARY)])
def test_no_traceback_reaches_a_person(broken, monkeypatch, fault) -> None:
    """Seen to fail without the last `except` of the command's group."""
    monkeypatch.delenv("QUADRANT_LOUD", raising=False)
    done = broken(fault)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert done.stderr.strip() == str(trouble_of(fault))


def test_in_tests_what_is_unexpected_crashes(broken, monkeypatch) -> None:
    monkeypatch.setenv("QUADRANT_LOUD", "1")
    assert isinstance(broken(ValueError(CANARY)).exception, ValueError)


def test_a_trouble_is_said_even_where_faults_crash(broken, monkeypatch) -> None:
    monkeypatch.setenv("QUADRANT_LOUD", "1")
    done = broken(Trouble("No.", "Safe.", "Now."))
    assert done.stderr.strip() == "No. Safe. Now."
