"""Whichever way in: nothing in the start folder, beside the copies or in the home has a say.

And nothing of ours is left there, or in the temporary folder, however a server ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
import pytest
from jupyter_client.blocking import BlockingKernelClient

from quadrantlib.shipped import shipped
from tests.hostile import MODULES, THEME, Marks, contents
from tests.houses import PATIENCE, Answer, House, Visitor, house

QUADRANT = (sys.executable, "-P", "-m", "quadrantlib")
"""`-P`, as the script `quadrant` has it: without, a `quadrantlib.py` lying there comes first."""
NOWHERE = Path("/proc/nowhere/at-all")
"""A home that nobody can write, not even root."""
ASKS = "&#34;keeper&#34;"
"""What a cell of a page gives once its kernel has run it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody starts, and what may not take part."""

    start: Path
    home: Path
    temporary: Path

    @property
    def env(self) -> dict[str, str]:
        """The environment there: a long path, and whatever leads to the strangers."""
        return {
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.start / "state"),
            "TMPDIR": str(self.temporary),
            "PYTHONSTARTUP": str(self.home / ".pythonrc.py"),
            "JUPYTER_CONFIG_PATH": str(self.home / ".jupyter"),
            "JUPYTER_PATH": str(self.home / ".local/share/jupyter"),
        }


@pytest.fixture(params=["a home full of settings", "a home that cannot be written"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Somewhere to start. Afterwards nothing of it has run, and it is all as it was."""
    marks = Marks(tmp_path / "marks")
    start, temporary = tmp_path / "start", tmp_path / ("t" * 48)
    for folder in (marks.folder, temporary):
        folder.mkdir()
    for folder in (start, start / "workbooks"):
        marks.start_folder(folder)
    home = marks.home(tmp_path / "home") if "full" in request.param else NOWHERE
    lying, living = contents(start), contents(home)
    yield Place(start, home, temporary)
    assert marks.found() == []
    assert contents(home) == living
    assert contents(start).items() >= lying.items()
    assert list(temporary.iterdir()) == []


# ---- the doors ----------------------------------------------------------------------------------


# Taken out, one by one: what `kernels.settings` says for Voila (another Python's kernel runs),
# `IPYTHONDIR`, `PYTHONSTARTUP` and `enabled=False` in `kernels`, each line and the `chdir` of
# `workspace`, `Workbook.setup_template_dirs`, `when_told_to_end` in `Workbook.listen`.
def test_open(place: Place) -> None:
    with house(place.start, *QUADRANT, "open", "--no-browser", **place.env) as running:
        page = running.owner().ask("/ten-tasks")
        assert page.status == 200
        assert 'class="q-failed"' not in page.text
        assert ASKS in page.text
        hung_up(running)


# Taken out: what they say for JupyterLab, `PYTHONSAFEPATH`, each name in `NOT_NEEDED`.
def test_lab(place: Place) -> None:
    with house(place.start, *QUADRANT, "lab", "--no-browser", **place.env) as running:
        running.wait_until_ready()
        visitor = running.stranger()
        visitor.ask(running.address.removeprefix(f"http://{running.host}"))
        assert visitor.ask("/lab").status == 200
        assert visitor.ask("/voila").status == 404
        asked = {"path": "ten-tasks.ipynb", "type": "notebook", "name": "", "kernel": {"name": ""}}
        assert told(visitor, "POST", "/api/sessions", asked).status == 201
        original = shipped("workbooks/ten-tasks.ipynb")
        notebook = nbformat.read(original, as_version=4)
        with client(running) as kernel:
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    assert done(kernel, cell.source) == "ok"
            assert done(kernel, "import numpy; numpy.zeros(1)") == "ok"
        saved = {"type": "notebook", "content": notebook}
        assert told(visitor, "PUT", "/api/contents/ten-tasks.ipynb", saved).status == 200
        themes = "/lab/api/settings/@jupyterlab/apputils-extension:themes"
        own = json.loads(visitor.ask(themes).text)["raw"]
        assert (own == THEME) == (place.home != NOWHERE)
        hung_up(running)


# Taken out: `kernels.settings` in `report._ran`, `workspace` there, `MPLCONFIGDIR`.
def test_report(place: Place) -> None:
    sample = shipped("data/sample-cohort")
    asked = ("report", sample, "-o", "survey.html", "--codes", sample / "codes.txt")
    done = subprocess.run(
        [*QUADRANT, *asked],
        cwd=place.start,
        env={**os.environ, **place.env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "<figure" in (place.start / "survey.html").read_text(encoding="utf-8")


# Taken out: the line about `sys.path` in `__main__`; an import above it, or in `__init__`.
def test_python_m_quadrantlib(tmp_path: Path) -> None:
    """Against a `quadrantlib.py` there, and names that Python itself needs, nothing can be done."""
    marks = Marks(tmp_path / "marks")
    marks.folder.mkdir()
    others = [name for name in MODULES if name != "quadrantlib"]
    for name in (*others, "pathlib", "json", "__future__"):
        marks.module(tmp_path, name)
    done = subprocess.run(
        [sys.executable, "-m", "quadrantlib", "read", shipped("data/sample-journal.json")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ":"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert marks.found() == []


def hung_up(running: House) -> None:
    """Close the terminal: the server ends, its kernel too, and nothing of either is left.

    Nor was what a notebook ran written down meanwhile.
    """
    room, kernels = Path(psutil.Process(running.process.pid).cwd()), running.kernels()
    assert room.name.startswith("quadrant-")
    assert stat.S_IMODE(room.stat().st_mode) == 0o700
    assert not list(room.rglob("history.sqlite"))
    assert [kernel.cmdline()[0] for kernel in kernels] == [sys.executable]
    running.process.send_signal(signal.SIGHUP)
    assert running.process.wait(timeout=PATIENCE) == 0
    assert not psutil.wait_procs(kernels, timeout=PATIENCE)[1]
    assert not room.exists()
    assert "Traceback" not in "".join(running.heard)


def told(visitor: Visitor, method: str, path: str, what: dict) -> Answer:
    """Tell JupyterLab's server something, as its pages do."""
    page = {"Origin": f"http://{visitor.host}", "X_XSRFToken": visitor.cookies["_xsrf"]}
    return visitor.ask(path, method, json.dumps(what), Content_Type="application/json", **page)


@contextlib.contextmanager
def client(running: House) -> Iterator[BlockingKernelClient]:
    """Speak to the one kernel there is."""
    (kernel,) = running.kernels()
    command = kernel.cmdline()
    found = BlockingKernelClient(connection_file=command[command.index("-f") + 1])
    found.load_connection_file()
    found.start_channels()
    try:
        found.wait_for_ready(timeout=PATIENCE)
        yield found
    finally:
        found.stop_channels()


def done(kernel: BlockingKernelClient, code: str) -> str:
    return kernel.execute_interactive(code, output_hook=lambda _: None)["content"]["status"]
