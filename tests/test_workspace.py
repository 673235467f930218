"""A workspace is short enough for sockets, and nothing of it is left however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

from quadrantlib import kernels
from quadrantlib.workspace import LONGEST_NAME, LONGEST_SOCKET, sockets_fit, workspace
from tests.hostile import Marks

LONGEST_TEMPORARY = LONGEST_SOCKET - LONGEST_NAME - len("/quadrant-abcdefgh/runtime")


@pytest.fixture
def temporary(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder whose path has so many characters."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="") as name:
        folder = Path(name, "t" * (request.param - len(name) - 1))
        folder.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        yield folder


def ran(code: str, folder: Path) -> None:
    """Run a notebook of one cell in `folder`, as the report's is run."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    settings, resources = Config(kernels.settings()), {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, config=settings, resources=resources, kernel_name="python3").execute()


# Taken out: `_short`.
@pytest.mark.parametrize(
    "temporary", [LONGEST_TEMPORARY, LONGEST_TEMPORARY + 1, 48, 90], indirect=True
)
def test_sockets_fit_into_a_workspace_whatever_the_temporary_folder(temporary: Path) -> None:
    with workspace() as place:
        name = f"/kernel-{'0' * 8}-{'0' * 4}-{'0' * 4}-{'0' * 4}-{'0' * 12}-ipc-10"
        assert len(f"{place.runtime}{name}") <= 103
        assert sockets_fit(place.runtime)
        inside = place.folder.is_relative_to(temporary)
        assert inside == (len(str(temporary)) <= LONGEST_TEMPORARY)
    assert not place.folder.exists()


# Taken out: `sockets_fit` in `kernels.settings`.
def test_where_sockets_do_not_fit_kernels_speak_through_ports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path / ("r" * 90)
    runtime.mkdir()
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(runtime))
    assert kernels.settings()["KernelManager"] == {"transport": "tcp"}
    ran("1 + 1", tmp_path)


# Taken out: a line of `kernels.environment`.
def test_what_a_kernel_keeps_for_later_lies_in_the_workspace(tmp_path: Path) -> None:
    code = "import os; assert os.environ[{!r}].startswith({!r})"
    with workspace() as place:
        for name in ("IPYTHONDIR", "MPLCONFIGDIR", "XDG_CACHE_HOME", "JUPYTER_RUNTIME_DIR"):
            ran(code.format(name, f"{place.folder}/"), tmp_path)


# Taken out: the filter in `kernels.environment`; `ignore_cwd` beside an IPython before 9.7.
def test_a_kernel_finds_no_module_where_it_stands_whatever_python_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(tmp_path / "marks")
    marks.folder.mkdir()
    hostile = marks.start_folder(tmp_path / "copies")
    for paths in (":", f".:{tmp_path}", "copies"):
        monkeypatch.setenv("PYTHONPATH", paths)
        with workspace():
            ran("import numpy, quadrantlib; quadrantlib.open_page", hostile)
    assert marks.found() == []


def test_where_one_stood_and_what_was_set_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_TOKEN", "mine")
    before, here = dict(os.environ), Path.cwd()
    with workspace() as place:
        assert Path.cwd() == place.folder.resolve()
        assert "JUPYTER_TOKEN" not in os.environ
    assert (dict(os.environ), Path.cwd()) == (before, here)


# ---- ends ---------------------------------------------------------------------------------------

WAITING = """
import time
from quadrantlib.workspace import workspace
with workspace() as place:
    print(place.folder, flush=True)
    time.sleep(60)
"""


def waiting(**how) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WAITING]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how
    )


# Taken out: `orderly_end`.
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_whatever_ends_it_nothing_is_left(name: str) -> None:
    with waiting() as process:
        folder = Path(process.stdout.readline().strip())
        assert folder.is_dir()
        process.send_signal(getattr(signal, name))
        assert process.wait(timeout=20) != 0
    assert not folder.exists()


# Taken out: the look for `SIG_DFL`.
def test_what_is_to_survive_its_terminal_does() -> None:
    with waiting(preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as process:
        folder = Path(process.stdout.readline().strip())
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        assert folder.is_dir()
        process.terminate()
    assert not folder.exists()
