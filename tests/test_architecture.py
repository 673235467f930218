"""The house stands as ARCHITECTURE.md says."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from quadrantlib.pictures.style import css_variables
from tests.imports import PACKAGE, imports, modules, row_of, standard, table

MODULES = modules()
ROWS = table()

PURE = (
    *(
        "errors",
        "questions",
        "kinds",
        "exercise",
        "quadrant",
        "phrases",
        "exercises",
        "exercises/**",
    ),
    *("strictjson", "shape", "envelope", "merging", "journal", "schema", "calendars", "agenda"),
    *("contentlines", "entries", "series", "recurrence", "zones"),
    *("visible", "papers", "invitation", "submitted", "submission", "shares", "rounding"),
    *(
        "rules",
        "bands",
        "tally",
        "ledger",
        "ledgertext",
        "cohort",
        "cohort/*",
        "disclosure",
        "disclosure/*",
    ),
    *("rehearsal", "madeup", "dice"),
    *("snapshots", "mishaps", "pictures", "pictures/*", "keepsake", "keepsake/*"),
)
NOT_PURE = {"pictures/paper", *(f"keepsake/{name}" for name in ("page", "paper", "fonts"))}
"""They write the file they are told to, or read a template or fonts that are shipped."""
CLOCK_AND_DICE = {"random", "secrets", "time", "uuid", "shutil", "tempfile", "io", "glob"}
TOUCHES_THE_WORLD = re.compile(
    r"\b(?:open|input|print|eval|exec)\(|\.(?:today|now|utcnow|open|unlink|mkdir|iterdir|glob)\("
    r"|\.(?:exists|is_file|is_dir|stat)\(|\.(?:read|write)_(?:text|bytes)\(|\bos\.(?!strerror)"
)
LINES_IN_A_FILE = 250
LINES_IN_A_FUNCTION = 25
LONGER = {
    "questions": "the kinds of question are read side by side, and share one vocabulary",
    "serving/server:settings": "one table of settings, a line for each thing that is closed",
}
"""`module` or `module:function` → the reason why it may be longer."""


@pytest.mark.parametrize("module", MODULES)
def test_every_module_stands_in_the_table(module: str) -> None:
    assert row_of(module, ROWS), f"{module} is missing from ARCHITECTURE.md"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.module)
def test_every_row_of_the_table_has_a_module(row) -> None:
    assert any(row_of(module, ROWS) == row for module in MODULES), f"no module for {row.module}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_the_table_lists(module: str) -> None:
    row = row_of(module, ROWS)
    assert row, f"{module} is missing from ARCHITECTURE.md"
    against = [
        f"{module}:{found.line} imports {found.name}" + ("" if found.later else " at its start")
        for found in imports(MODULES[module])
        if not row.allows(found)
    ]
    assert not against


def test_exercises_never_import_one_another() -> None:
    for module, path in MODULES.items():
        if module.startswith("exercises/"):
            own = "/".join(module.split("/")[:2])
            names = {found.name for found in imports(path) if found.name.startswith("exercises")}
            assert all(name == own or name.startswith(f"{own}/") for name in names), module


def test_the_document_stays_short() -> None:
    lines = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if not line.startswith("|")]) <= 36
    assert len(lines) <= 120


@pytest.mark.parametrize(
    "module", [m for m in MODULES if any(fnmatchcase(m, p) for p in PURE) and m not in NOT_PURE]
)
def test_a_pure_module_opens_nothing_and_asks_no_clock_or_dice(module: str) -> None:
    path = MODULES[module]
    assert not standard(path) & CLOCK_AND_DICE
    assert not TOUCHES_THE_WORLD.findall(ast.unparse(_without_words(path)))


def _without_words(path: Path) -> ast.Module:
    """The code of a module, its texts emptied: a page may say "open" as often as it likes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return tree


@pytest.mark.parametrize("module", MODULES)
def test_a_file_and_its_functions_stay_short(module: str) -> None:
    source = MODULES[module].read_text(encoding="utf-8")
    lengths = {module: source.count("\n")} | {
        f"{module}:{node.name}": _lines_of_code(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines > (LINES_IN_A_FUNCTION if ":" in name else LINES_IN_A_FILE) and name not in LONGER
    }
    assert not too_long


def _lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A function's lines, its docstring left out."""
    first, end = node.body[0], node.end_lineno
    words = ast.get_docstring(node, clean=False) is not None
    docstring = first.end_lineno - first.lineno + 1 if words else 0
    return end - node.lineno + 1 - docstring


def test_colors_come_from_one_place() -> None:
    color = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\brgba?\(|\bhsla?\(")
    front_end = [p for kind in ("js", "css", "j2", "html") for p in PACKAGE.rglob(f"*.{kind}")]
    for path in [*MODULES.values(), *front_end]:
        text = path.read_text(encoding="utf-8").replace(css_variables(), "")
        assert path == MODULES["pictures/style"] or not color.findall(text), path.name


# Loaded by Python or by the kernel before our first line; what counts is what we add.
LOADED = """
import json, sys
{before}
there = set(sys.modules)
{ours}
print(json.dumps(sorted(set(sys.modules) - there)))
"""
HEAVY = {
    *("numpy", "pandas", "matplotlib", "PIL", "pydantic", "sqlite3", "voila", "jupyter_server"),
    *("nbconvert", "papermill", "icalendar", "recurring_ical_events", "requests", "jsonschema"),
    *("typst", "jinja2"),
}
NOT_IN_A_BROWSER = {"threading", "multiprocessing", "subprocess", "socket", "ssl", "sqlite3"}
ONLY_ON_A_MACHINE = ("serve", "serving/", "cli", "commands/", "scratch", "workspace")

# Stands in for a browser's Python: what it lacks cannot be imported once our own code begins.
BROWSER = """
import IPython, ipywidgets, anywidget, sys

class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {lacking}:
            raise ImportError(name)

sys.meta_path.insert(0, Lacking())
sys.platform = "emscripten"
"""


def loaded(python: str, ours: str, before: str = "", **env: str) -> set[str]:
    """Return the modules that `ours` adds to those that `before` has loaded."""
    script = LOADED.format(before=before, ours=ours)
    done = subprocess.run(
        [python, "-c", script], capture_output=True, text=True, check=True, timeout=60, env=env
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_library_loads_nothing_but_itself(python: str) -> None:
    added = loaded(python, "import quadrantlib")
    assert not {name.split(".")[0] for name in added} - {"quadrantlib", *sys.stdlib_module_names}
    assert not {name for name in added if name.startswith("quadrantlib.")}


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith(ONLY_ON_A_MACHINE)])
def test_a_page_asks_for_no_threads_sockets_or_processes(module: str) -> None:
    assert not standard(MODULES[module]) & NOT_IN_A_BROWSER


OPEN = "from quadrantlib import open_page; open_page('ten-tasks').show()"
needs_page = pytest.mark.skipif("page" not in MODULES, reason="the page is not written yet")


@needs_page
def test_opening_a_page_loads_nothing_heavy(python: str, tmp_path: Path) -> None:
    added = loaded(python, OPEN, QUADRANT_JOURNAL=str(tmp_path / "journal.json"))
    assert not {name.split(".")[0] for name in added} & HEAVY


@needs_page
def test_a_page_opens_in_a_browsers_python(python: str, tmp_path: Path) -> None:
    lacking = HEAVY | NOT_IN_A_BROWSER | {"filelock", "tornado", "zmq", "fcntl"}
    before = BROWSER.format(lacking=lacking)
    added = loaded(python, OPEN, before, QUADRANT_JOURNAL=str(tmp_path / "journal.json"))
    assert "quadrantlib.page" in added
