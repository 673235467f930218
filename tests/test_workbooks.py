"""Every notebook is prose and a few short cells, belongs to an exercise, and keeps no answer.

The canary test was seen to fail with its guards taken out: with an answer in a widget's trait, and
with a widget's `__repr__` that told the answers.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from quadrantlib.shipped import shipped

WORKBOOKS = Path(__file__).parent.parent / "workbooks"
NOTEBOOKS = sorted(WORKBOOKS.rglob("*.ipynb"))
PARTICIPANTS = [path for path in NOTEBOOKS if path.parent == WORKBOOKS]
WELCOME = WORKBOOKS / "welcome.ipynb"
EXERCISES = [path for path in PARTICIPANTS if path != WELCOME]
CANARY = "Zyzzyva-Kanarienvogel-734251"

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
every_participants = pytest.mark.parametrize("path", PARTICIPANTS, ids=lambda path: path.stem)
every_exercises = pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)


def notebook(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook(path).cells if cell.cell_type == "code"]


def test_there_are_notebooks() -> None:
    assert PARTICIPANTS


def thin(path: Path) -> list[nbformat.NotebookNode]:
    """The cells that do something: Papermill's parameters are names with a value each."""
    return [cell for cell in code(path) if "parameters" not in cell.metadata.get("tags", ())]


@every_notebook
def test_a_notebook_has_at_most_six_cells_of_three_lines(path: Path) -> None:
    assert len(code(path)) <= 6
    assert all(len(list(filter(None, cell.source.splitlines()))) <= 3 for cell in thin(path))


@every_notebook
def test_a_notebook_imports_only_the_library(path: Path) -> None:
    tree = ast.parse("\n".join(cell.source for cell in code(path)))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Import)
        if isinstance(node, ast.ImportFrom):
            assert node.module == "quadrantlib"


@every_notebook
def test_a_notebook_carries_no_outputs_and_no_widget_state(path: Path) -> None:
    assert "widgets" not in notebook(path).metadata
    for cell in code(path):
        assert cell.outputs == []
        assert cell.execution_count is None


@every_notebook
def test_a_notebook_is_valid_and_asks_for_no_particular_machine(path: Path) -> None:
    nbformat.validate(notebook(path))
    assert notebook(path).metadata.kernelspec.name == "python3"


@every_exercises
def test_a_notebook_opens_its_own_exercise_and_that_is_in_the_catalog(path: Path) -> None:
    from quadrantlib.exercises import CATALOG

    assert path.stem in {exercise.slug for exercise in CATALOG}
    assert f'open_page("{path.stem}")' in "\n".join(cell.source for cell in code(path))


def asked_by(path: Path) -> set[str]:
    """The names of the questions that a notebook asks for, whichever way it writes them."""

    class Asks:
        def __init__(self) -> None:
            self.names: set[str] = set()

        def ask(self, *names: str) -> None:
            self.names |= set(names)

        def show(self) -> None: ...

    page = Asks()
    lines = "\n".join(cell.source for cell in code(path))
    exec(lines.replace("from quadrantlib import open_page", ""), {"open_page": lambda _: page})
    return page.names


@every_exercises
def test_every_question_is_asked_by_its_notebook(path: Path) -> None:
    """One that no notebook names is never asked, and counts as open for ever.

    Seen to fail with a name taken out of a notebook.
    """
    from quadrantlib.exercises import by_slug

    questions, asked = by_slug(path.stem).questions, asked_by(path)
    assert asked <= {question.name for question in questions}
    for question in [each for each in questions if each.name in asked]:
        for part in (question, *getattr(question, "steps", ())):
            along = [getattr(part, name, "") for name in ("also", "stamps", "order")]
            asked |= {
                name for each in along for name in ([each] if isinstance(each, str) else each)
            }
    asked -= {""}
    assert {question.name for question in questions} == asked


def test_the_welcome_shows_the_path_and_the_readme_names_it() -> None:
    assert "open_path()" in "\n".join(cell.source for cell in code(WELCOME))
    assert "[`welcome.ipynb`](welcome.ipynb)" in (WORKBOOKS / "README.md").read_text("utf-8")


@every_exercises
def test_a_notebook_has_a_row_that_tells_its_minutes_and_rhythm(path: Path) -> None:
    from quadrantlib.exercises import CATALOG

    exercise = next(exercise for exercise in CATALOG if exercise.slug == path.stem)
    row = f"| {exercise.title} | [`{path.name}`]({path.name}) | {exercise.minutes} |"
    assert f"{row} {exercise.rhythm} |" in (WORKBOOKS / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_no_notebook_that_is_not_there() -> None:
    text = (WORKBOOKS / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([\w/-]+\.ipynb)\)", text))
    assert named == {path.relative_to(WORKBOOKS).as_posix() for path in NOTEBOOKS}


def journal_with_a_canary() -> dict:
    """A journal in which every text there can be is the canary, in every exercise."""
    from quadrantlib.exercises import CATALOG
    from quadrantlib.questions import Group, Rows, Words

    def answers(questions) -> dict:
        found = {q.name: CANARY for q in questions if isinstance(q, Words)}
        found |= {q.name: answers(q.parts) for q in questions if isinstance(q, Group)}
        rows = {
            q.name: [{"id": "a", **answers(q.columns)}] for q in questions if isinstance(q, Rows)
        }
        return found | rows

    one = {"id": "r1", "started": "2026-11-20", "updated": "2026-11-20T18:04:11Z"}
    rounds = {each.slug: [{**one, "answers": answers(each.questions)}] for each in CATALOG}
    head = {"format": "quadrant-journal", "version": 1, "id": "x" * 22, "revision": 1}
    return {**head, "rounds": rounds}


def ran(path: Path, folder: Path) -> nbformat.NotebookNode:
    """Run the notebook in `folder`, and store widget state: no answer may stand there either."""
    resources = {"metadata": {"path": folder}}
    return NotebookClient(notebook(path), timeout=60, resources=resources).execute()


def outputs(run: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in run.cells for output in cell.get("outputs", [])]


def written(value: object) -> set[str]:
    """Every text in `value` that is long enough to be told apart from the workbook's own."""
    if isinstance(value, str):
        return {value} if len(value) > 24 else set()
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for each in inside for text in written(each)}


@every_participants
def test_a_notebook_runs_on_the_made_up_journal_and_keeps_nothing_of_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal.json"
    shutil.copyfile(shipped("data/sample-journal.json"), journal)
    before = journal.read_bytes()
    monkeypatch.setenv("QUADRANT_JOURNAL", str(journal))
    run = ran(path, tmp_path)
    assert not [each for each in outputs(run) if each.output_type in {"stream", "error"}]
    assert not [text for text in written(json.loads(before)) if text in nbformat.writes(run)]
    assert journal.read_bytes() == before


@every_participants
def test_a_run_notebook_holds_no_answer(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal.json"
    journal.write_text(json.dumps(journal_with_a_canary()), encoding="utf-8")
    monkeypatch.setenv("QUADRANT_JOURNAL", str(journal))
    run = ran(path, tmp_path)
    assert CANARY in journal.read_text(encoding="utf-8")
    assert CANARY not in nbformat.writes(run)
    assert not [each for each in outputs(run) if each.output_type in {"stream", "error"}]
