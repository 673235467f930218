"""The cohort report, from a folder of submissions to the files: whole, or not there at all.

Seen to fail with its guard taken out: the head count (`_count` not called), the codes (not handed
to `strangers`), the temporary folder (not taken away), the transport (tcp), the attribute (not
compared with the invitation's), the files that are put back (`_put_back` not called).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from click.testing import CliRunner, Result

from quadrantlib import gathering, published, report
from quadrantlib.cli import main
from quadrantlib.errors import Trouble
from quadrantlib.reporting.manuscript import Manuscript, Part
from quadrantlib.shipped import shipped
from tests.submissions import INVITED, document, put

PEOPLE = 12
EVIL = "<script>alert(1)</script> =1+1 \u202e[x](javascript:y)"
CANARY = "Zyzzyva"


def cohort(folder: Path, people: int = PEOPLE, **other) -> Path:
    """A folder with an invitation and as many submissions."""
    folder.mkdir()
    moved = {f"p{each}": document(each, **other) for each in range(people)}
    return put(folder, invitation=INVITED, **moved)


def make(folder: Path, *more: str, out: str = "report.html") -> Result:
    """Run the command as a facilitator would, beside the folder."""
    return CliRunner().invoke(main, ["report", str(folder), "-o", str(folder.parent / out), *more])


@pytest.fixture
def quick(monkeypatch) -> None:
    """The notebook takes seconds: most of what a report refuses, it refuses before or after."""
    front = {"title": "T", "line": "L", "lead": "L"}
    made = Manuscript(front, (Part("One", ("Two.",)),))
    monkeypatch.setattr(report, "run", lambda *_, **__: made)


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> tuple[Path, Result]:
    """One report that was really run, of people who wrote what they liked."""
    place = tmp_path_factory.mktemp("report")
    folder = cohort(place / CANARY, answer=EVIL)
    (folder / f"{EVIL.replace('/', '')}.json").write_text("{", encoding="utf-8")
    scratch = place / "scratch"
    scratch.mkdir()
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(scratch)
    import tempfile

    tempfile.tempdir = None
    try:
        return place, make(folder)
    finally:
        os.environ.pop("TMPDIR")
        os.environ |= {"TMPDIR": before} if before else {}
        tempfile.tempdir = None


def test_a_report_and_its_figures_lie_there_and_the_ledger_beside_them(done) -> None:
    place, result = done
    assert result.exit_code == 0, result.output
    assert f"{place / 'report.html'} is the report of 12 people." in result.output
    page = (place / "report.html").read_text(encoding="utf-8")
    assert '<h1 dir="auto">Platform, autumn</h1>' in page
    assert "of the hours would be a relief to lose" in page
    assert (place / "report.csv").read_text(encoding="utf-8").startswith("share,item,group")
    for name in ("report.html", "report.csv", "ledger.json", "ledger.key"):
        assert stat.S_IMODE((place / name).stat().st_mode) == 0o600


def test_no_path_no_parameter_and_no_file_name_is_in_it(done) -> None:
    place, _ = done
    for name in ("report.html", "report.csv", "ledger.json"):
        text = (place / name).read_text(encoding="utf-8")
        assert not re.findall(rf"{CANARY}|scratch|papermill|published\.json|p3\.json|/tmp", text)


def test_nothing_of_the_run_is_kept(done) -> None:
    place, _ = done
    assert [each.name for each in (place / "scratch").rglob("*") if each.is_file()] == []
    assert {each.name for each in place.iterdir()} == {
        *("report.html", "report.csv", "ledger.json", "ledger.key", "scratch", CANARY),
    }


def test_a_file_that_is_turned_down_is_named_and_never_quoted(done) -> None:
    _, result = done
    assert "One file could not be taken in." in result.stderr
    assert "\u202e" not in result.output + result.stderr


def test_what_people_wrote_is_only_text(done) -> None:
    page = (done[0] / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =1+1 [x](javascript:y)" in page
    assert "\u202e" not in page


@pytest.mark.usefixtures("quick")
def test_the_same_files_give_the_same_figures_again(tmp_path: Path) -> None:
    folder = cohort(tmp_path / "in")
    kept = []
    for _ in range(2):
        assert make(folder).exit_code == 0
        kept.append([(tmp_path / name).read_bytes() for name in ("report.csv", "ledger.json")])
    assert kept[0] == kept[1]


@pytest.mark.parametrize("people", [1, 11, 13])
@pytest.mark.usefixtures("quick")
def test_a_head_count_that_differs_refuses_the_report(tmp_path: Path, people: int) -> None:
    result = make(cohort(tmp_path / "in"), "--people", str(people))
    assert result.exit_code == 1
    assert f"You counted {people} people, and there are files of 12." in result.stderr
    assert "Nothing was written." in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


@pytest.mark.usefixtures("quick")
def test_a_head_count_that_fits_is_told_among_the_rules(tmp_path: Path) -> None:
    result = make(cohort(tmp_path / "in"), "--people", "12", "--explain")
    assert result.exit_code == 0
    assert "The number of files was compared with the number of people" in result.output


@pytest.mark.usefixtures("quick")
def test_files_without_a_code_that_was_handed_out_are_not_counted(tmp_path: Path) -> None:
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join(f"CODE-{each}" for each in range(12)), encoding="utf-8")
    folder = cohort(tmp_path / "in", people=7)
    put(folder, **{f"real{n}": document(f"real{n}", code=f"CODE-{n}") for n in range(5)})
    result = make(folder, "--codes", str(codes))
    assert result.exit_code == 1
    assert "7 of the 12 files have no code." in result.stderr
    assert "p0.json: has no code" in result.stderr


@pytest.mark.usefixtures("quick")
def test_groups_are_told_apart_only_by_what_was_asked(tmp_path: Path) -> None:
    result = make(cohort(tmp_path / "in"), "--by", "salary")
    assert result.exit_code == 1
    assert "names nothing called “salary”" in result.stderr
    assert "it asks for “team”" in result.stderr


@pytest.mark.usefixtures("quick")
def test_explaining_says_rule_by_rule_what_is_held_back(tmp_path: Path) -> None:
    folder = cohort(tmp_path / "in", people=0)
    for each in range(12):
        shares = {"relief": 40} | ({"motion": each} if each < 6 else {})
        put(folder, **{f"p{each}": document(each, shares=shares)})
    result = make(folder, "--explain")
    assert result.exit_code == 0
    assert "Not shown. Fewer than 7 people handed this over.\n" in result.output
    assert "  How much was in motion\n" in result.output
    assert "The rules that were applied:\n  There is a report from 8 people on." in result.output


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "There is no submission in"),
        ({"a": document(1)}, "There are too few submissions: 1, and a report needs 8."),
        ({"a": b"\xff\x00", "b": b"[" * 9999}, "There is no submission in"),
    ],
)
@pytest.mark.usefixtures("quick")
def test_what_cannot_be_a_report_is_refused_in_a_sentence(tmp_path, files, sentence) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    result = make(put(folder, **files))
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.output + result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = make(tmp_path / "nowhere")
    assert result.exit_code == 1
    assert result.stderr.count(".") >= 2
    assert not isinstance(result.exception, OSError)


def test_a_report_is_a_page_or_a_pdf(tmp_path: Path) -> None:
    assert make(cohort(tmp_path / "in"), out="report.docx").exit_code == 2


def test_a_notebook_that_fails_leaves_everything_as_it_was(tmp_path: Path, monkeypatch) -> None:
    def fails(*_, **__) -> Manuscript:
        raise Trouble("It stopped.", "Nothing was written.", "")

    monkeypatch.setattr(report, "run", fails)
    (tmp_path / "report.html").write_text("the last one", encoding="utf-8")
    result = make(cohort(tmp_path / "in"))
    assert result.exit_code == 1
    assert "It stopped. Nothing was written." in result.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in", "report.html"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "the last one"


def test_a_cell_that_fails_is_a_trouble_and_quotes_nothing(tmp_path: Path, monkeypatch) -> None:
    broken = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(f"raise ValueError('{CANARY}')")],
        metadata={"kernelspec": {"name": "python3", "display_name": "", "language": "python"}},
    )
    nbformat.write(broken, tmp_path / "broken.ipynb")
    monkeypatch.setattr(report, "NOTEBOOK", str(tmp_path / "broken.ipynb"))
    monkeypatch.setattr(report, "shipped", Path)
    with pytest.raises(
        Trouble, match=r"unexpected happened \(ValueError in a cell of a notebook\)"
    ) as caught:
        report.run(published.Published(**EMPTY))
    assert CANARY not in str(caught.value)


NAMES = ("report.html", "report.csv", "ledger.key", "ledger.json")
"""In the order in which they appear."""


@pytest.mark.usefixtures("quick")
def test_all_files_appear_together_and_the_ledger_last(tmp_path: Path, monkeypatch) -> None:
    there, replace = [], os.replace

    def seen(source, target) -> None:
        there.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "replace", seen)
    assert make(cohort(tmp_path / "in")).exit_code == 0
    assert there == list(NAMES)


@pytest.mark.parametrize("fails", NAMES)
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.usefixtures("quick")
def test_where_one_cannot_be_written_all_are_as_they_were(
    tmp_path: Path, monkeypatch, fails: str, *, again: bool
) -> None:
    """Whichever it is: those that were replaced before it are put back."""
    folder = cohort(tmp_path / "in")
    if again:
        assert make(folder).exit_code == 0
        put(folder, **{f"q{each}": document(f"q{each}") for each in range(9)})
    before = {name: (tmp_path / name).read_bytes() for name in NAMES if again}
    replace = os.replace

    def full(source, target) -> None:
        if Path(target).name == fails and str(source).endswith(".part") and not done:
            done.append(target)
            raise OSError(28, "No space left on device", str(source))
        replace(source, target)

    done: list[str] = []
    monkeypatch.setattr(os, "replace", full)
    result = make(folder)
    assert result.exit_code == 1
    assert f"{tmp_path / fails} could not be written: the disk is full." in result.stderr
    assert "There is no new report, and earlier ones stay as they are." in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"in", *before}
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.usefixtures("quick")
def test_a_file_that_nobody_named_and_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    survey = tmp_path / "survey.csv"
    survey.write_text("name,salary\n", encoding="utf-8")
    result = make(cohort(tmp_path / "in"), out="survey.html")
    assert result.exit_code == 1
    assert f"{survey} is there already, and it holds no figures of a report." in result.stderr
    assert survey.read_text(encoding="utf-8") == "name,salary\n"
    assert {path.name for path in tmp_path.iterdir()} == {"in", "survey.csv"}


@pytest.mark.usefixtures("quick")
def test_one_newcomer_is_refused_with_the_ledger(tmp_path: Path) -> None:
    folder = cohort(tmp_path / "in")
    assert make(folder).exit_code == 0
    put(folder, late=document("late"))
    result = make(folder, out="again.html")
    assert result.exit_code == 1
    assert "Fewer than 7 people came to this wave since its last report" in result.stderr
    assert not (tmp_path / "again.html").exists()


@pytest.mark.parametrize("somebody", [True, False])
@pytest.mark.usefixtures("quick")
def test_whoever_watches_is_told_that_it_takes_a_while(tmp_path, monkeypatch, somebody) -> None:
    window = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: somebody))
    monkeypatch.setattr("quadrantlib.commands.report.sys", window)
    result = make(cohort(tmp_path / "in"))
    assert result.exit_code == 0
    assert ("checking that the report gives nobody away" in result.stderr) == somebody


@pytest.mark.usefixtures("quick")
def test_a_file_that_is_turned_down_is_named_once_however_often_files_are_gone_through(
    tmp_path: Path,
) -> None:
    """A second wave is counted only once all of its files were seen."""
    folder = put(cohort(tmp_path / "in"), broken=b"{")
    assert make(folder).exit_code == 0
    put(folder, **{f"q{each}": document(each, month="2027-02") for each in range(PEOPLE)})
    result = make(folder)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("broken.json: could not be read.") == 1
    assert result.stderr.count("One file could not be taken in.") == 1


def test_a_pdf_is_made_of_the_same(tmp_path: Path, monkeypatch) -> None:
    pytest.importorskip("typst")
    front = {"title": "T", "line": "L", "lead": "L"}
    monkeypatch.setattr(report, "run", lambda *_, **__: Manuscript(front, (Part("One"),)))
    assert make(cohort(tmp_path / "in"), out="report.pdf").exit_code == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_the_kernel_speaks_over_files_and_not_over_the_network(monkeypatch) -> None:
    asked = {}

    def execute(*given, **more):
        asked.update(more, given=given)
        return {"cells": []}

    monkeypatch.setattr("papermill.execute_notebook", execute)
    report.run(published.Published(**EMPTY))
    assert asked["config"].KernelManager.transport == ("ipc" if os.name == "posix" else "tcp")
    _, output, parameters = asked["given"]
    assert output is None
    assert list(parameters) == ["published"]
    assert not Path(parameters["published"]).exists()


def test_one_lines_file_gives_the_same_figures_as_a_folder(tmp_path: Path) -> None:
    folder = cohort(tmp_path / "in")
    lines = [json.dumps(document(each)) for each in range(PEOPLE)]
    alone = tmp_path / "lines"
    put(alone.parent, invitation=INVITED)
    alone.with_suffix(".jsonl").write_text("\n".join(lines), encoding="utf-8")
    one = gathering.gathered(gathering.Order(folder)).edition.published
    other = gathering.gathered(gathering.Order(alone.with_suffix(".jsonl"))).edition.published
    assert one == other


def test_papermill_says_what_the_parameters_are(python: str, tmp_path: Path) -> None:
    command = [python, "-m", "papermill", "--help-notebook", str(shipped(report.NOTEBOOK))]
    said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    for name in ("submissions", "people", "codes", "ledger", "by", "published"):
        assert re.search(rf"^\s+{name}: .+$", said.stdout, re.MULTILINE), said.stdout
    assert "a folder of submissions, or one JSON-lines file" in said.stdout


def test_papermill_by_hand_makes_it_too(python: str, tmp_path: Path) -> None:
    folder = cohort(tmp_path / "in")
    out = tmp_path / "OUT.ipynb"
    book = str(shipped(report.NOTEBOOK))
    command = [python, "-m", "papermill", book, str(out), "-p", "submissions", str(folder)]
    subprocess.run([*command, "--no-progress-bar"], capture_output=True, check=True, cwd=tmp_path)
    text = out.read_text(encoding="utf-8")
    assert "of the hours would be a relief to lose" in text
    assert (tmp_path / "ledger.json").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("import os; raise OSError(28, os.strerror(28), 'x')", "the disk is full"),
        ("raise MemoryError", "no memory left"),
        ("import os; os._exit(1)", "was ended, or did not start in time"),
    ],
)
def test_what_the_machine_does_to_the_notebook_is_not_told_as_ours(
    tmp_path: Path, monkeypatch, line: str, words: str
) -> None:
    cells = [nbformat.v4.new_code_cell(line)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), tmp_path / "b.ipynb")
    monkeypatch.setattr(report, "NOTEBOOK", str(tmp_path / "b.ipynb"))
    monkeypatch.setattr(report, "shipped", Path)
    with pytest.raises(Trouble) as caught:
        report.run(published.Published(**EMPTY))
    assert words in str(caught.value)
    assert "please report" not in str(caught.value)


def test_a_path_with_braces_is_a_path(tmp_path: Path, monkeypatch) -> None:
    """Papermill fills in what stands in braces in the notebook's path."""
    place = tmp_path / "a {name} {} {0}"
    place.mkdir()
    shutil.copyfile(shipped(report.NOTEBOOK), place / "report.ipynb")
    monkeypatch.setattr(report, "NOTEBOOK", str(place / "report.ipynb"))
    monkeypatch.setattr(report, "shipped", Path)
    assert report.run(published.Published(**EMPTY)).parts


def test_by_hand_a_folder_may_have_a_number_for_a_name(tmp_path: Path, monkeypatch) -> None:
    """Papermill hands `-p submissions 2026` over as a number."""
    cohort(tmp_path / "2026")
    monkeypatch.chdir(tmp_path)
    assert report.open_report(submissions=2026).found.published.people == 12


@pytest.mark.parametrize("name", report.NEEDED)
def test_without_what_makes_a_report_nothing_is_read(tmp_path: Path, monkeypatch, name) -> None:
    find = report.find_spec
    monkeypatch.setattr(report, "find_spec", lambda one: None if one == name else find(one))
    result = make(tmp_path / "nowhere")
    assert result.exit_code == 1
    assert result.stderr.strip() == (
        f"What makes a report is not installed here: {name}. Nothing was written. "
        "Install it with: pip install 'quadrantlib[report]'."
    )


def test_nothing_is_needed_for_a_report_that_is_not_asked_for() -> None:
    """Each is imported somewhere below, and not by a participant's page."""
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    named = " ".join((*extras["report"], *extras["keepsake"]))
    assert all(name in named for name in report.NEEDED)


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder for temporary files whose path is short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="q-") as name:
        yield Path(name)


SIGNALS = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.mark.parametrize("name", SIGNALS)
def test_a_run_that_is_hung_up_leaves_nothing_anywhere(
    python: str, tmp_path: Path, scratch: Path, name: str
) -> None:
    """Neither what may be published in a temporary folder, nor a half file, nor a kernel."""
    folder = cohort(tmp_path / "in")
    command = [python, "-m", "quadrantlib", "report", str(folder), "-o", str(tmp_path / "r.html")]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    env = {**os.environ, "TMPDIR": str(scratch)}
    with subprocess.Popen(command, env=env, **quiet) as running:
        children: list[psutil.Process] = []
        for _ in range(600):
            children = psutil.Process(running.pid).children(recursive=True)
            if any("ipykernel_launcher" in " ".join(each.cmdline()) for each in children):
                break
            time.sleep(0.05)
        assert list(scratch.rglob("published.json"))
        running.send_signal(getattr(signal, name))
        assert running.wait(30) != 0
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []
    assert list(scratch.iterdir()) == []
    assert [each.name for each in tmp_path.iterdir() if each.name != "in"] == []


EMPTY = {
    "cohort": "C",
    "month": "",
    "since": "",
    "wave": 1,
    "people": 12,
    "ask": "",
    "groups": (),
    "figures": (),
    "notes": (),
    "rules": (),
    "question": "",
    "answered": 0,
    "answers": (),
}
