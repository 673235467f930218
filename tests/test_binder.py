"""On Binder: built strictly, small, served below a hub's address, and to nobody without the key."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quadrantlib.exercises import CATALOG
from tests.borrowing import Lent, Machine, ask, lent
from tests.hostile import MODULES, Marks
from tests.test_packaging import Venv, clean_venv

SLUGS = [exercise.slug for exercise in CATALOG]
NOT_NEEDED = ("pandas", "numpy", "matplotlib", "papermill", "pytest", "playwright", "typst")
NOT_TO_BE_SEEN = "Building toward"
"""How the made-up person's sentence of direction begins."""


@pytest.fixture(scope="module")
def machine(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine that borrows the tests' packages, laid out by `postBuild`."""
    venv = clean_venv(tmp_path_factory.mktemp("image") / "venv")
    venv.install("--editable", str(checkout))
    found = Machine(tmp_path_factory.mktemp("jovyan"), venv)
    done = found.lay_out(checkout)
    assert done.returncode == 0, done.stderr
    return found


@pytest.fixture(scope="module")
def served(machine: Machine) -> Iterator[Lent]:
    with lent(machine) as found:
        yield found


# ---- how it is built ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dockerfile(checkout: Path) -> str:
    """What Binder would build, and nothing built."""
    program = Path(sys.executable).with_name("repo2docker")
    done = subprocess.run(
        [str(program), "--no-build", "--debug", "."],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout + done.stderr


def test_binder_takes_a_python_that_the_workbook_runs_on(dockerfile: str) -> None:
    version = re.search(r"conda environment for python=(\d+)\.(\d+)", dockerfile)
    assert version
    assert (int(version[1]), int(version[2])) >= (3, 12)


def test_binder_installs_from_our_file_and_then_runs_our_script(dockerfile: str) -> None:
    installs = dockerfile.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    assert dockerfile.index("COPY --chown=0:0 src/ ${REPO_DIR}/") < installs
    assert installs < dockerfile.index("RUN ./binder/postBuild")


def test_what_is_installed_is_held_to_the_versions_that_were_tested(checkout: Path) -> None:
    text = (checkout / "binder" / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == ["--constraint ../requirements.txt", "--editable .[pages]"]
    assert (checkout / "binder" / ".." / "requirements.txt").exists()


def test_whatever_goes_wrong_stops_the_build(
    machine: Machine, checkout: Path, tmp_path: Path
) -> None:
    repository = tmp_path / "repository"
    for name in ("binder", "workbooks", "data"):
        shutil.copytree(checkout / name, repository / name)
    elsewhere = Machine(tmp_path / "home", machine.venv)
    elsewhere.home.mkdir()
    (repository / "data" / "sample-journal.json").write_text("{}", encoding="utf-8")
    assert elsewhere.lay_out(repository).returncode != 0
    (repository / "data" / "sample-journal.json").unlink()
    assert elsewhere.lay_out(repository).returncode != 0


def test_it_opens_on_a_copy_of_the_made_up_journal(machine: Machine, checkout: Path) -> None:
    copy = json.loads((machine.home / "journal.json").read_text(encoding="utf-8"))
    assert copy["sample"] is True
    assert not (machine.home / "journal.json").is_symlink()
    assert list(copy["rounds"]) == list(
        json.loads((checkout / "data" / "sample-journal.json").read_text("utf-8"))["rounds"]
    )


# ---- what it serves -----------------------------------------------------------------------------


def test_the_path_is_the_landing_page_with_every_link_below_the_hubs_address(served: Lent) -> None:
    status, _, page = ask(served.page())
    assert status == 200
    assert "data-q-shell" in page
    assert "This machine is borrowed" in page
    links = re.findall(r'<li><a href="([^"]+)"', page)
    assert sorted(links) == sorted(f"{slug}.ipynb" for slug in SLUGS)
    addresses = re.findall(r'(?:href|src)="(/[^"]*)"', page)
    assert addresses
    assert all(address.startswith("/user/somebody/") for address in addresses)


def test_a_page_comes_in_our_template_and_names_no_other_host(served: Lent) -> None:
    status, _, page = ask(served.page("sparks"))
    assert status == 200
    assert 'data-q-shell="sparks"' in page
    assert 'data-q-home="/user/somebody/voila/render/welcome.ipynb"' in page
    assert "application/vnd.voila.cell-output+json" in page
    assert not re.findall(r"https?://(?!127\.0\.0\.1)[^\"' ]+", page.replace("www.w3.org", ""))


@pytest.mark.parametrize("token", ["", "wrong", "sesame"])
@pytest.mark.parametrize("slug", ["welcome", "my-page"])
def test_without_the_right_token_nothing_is_shown(served: Lent, slug: str, token: str) -> None:
    status, where, page = ask(served.page(slug, token=token))
    assert status == 403 or "/user/somebody/login" in where
    assert "data-q-shell" not in page
    assert NOT_TO_BE_SEEN not in page


@pytest.mark.parametrize("query", ["template=lab", "theme=dark"])
def test_an_address_cannot_choose_another_template(served: Lent, query: str) -> None:
    assert "data-q-shell" in ask(f"{served.page()}&{query}")[2]


def test_only_the_participants_notebooks_lie_under_the_root(served: Lent, checkout: Path) -> None:
    listing = json.loads(
        ask(served.page().replace("voila/render/welcome.ipynb", "api/contents"))[2]
    )
    assert sorted(each["name"] for each in listing["content"]) == sorted(
        path.name for path in (checkout / "workbooks").glob("*.ipynb")
    )
    for path in ("../journal", "../journal.json", "..%2Fjournal.json", "facilitator/cohort-report"):
        status, _, page = ask(served.page(path))
        assert status in {403, 404}
        assert NOT_TO_BE_SEEN not in page


@pytest.mark.parametrize("path", ["journal.json", "welcome.ipynb", "ten-tasks.png"])
def test_voila_hands_out_no_file(served: Lent, path: str) -> None:
    address = served.page().replace("render/welcome.ipynb", f"files/{path}")
    assert ask(address)[0] in {403, 404}


def test_jupyterlab_is_there_too(served: Lent) -> None:
    status, _, page = ask(served.page().replace("voila/render", "lab/tree"))
    assert status == 200
    assert "jupyter-config-data" in page


# Taken out: the lines about `kernels` in its configuration.
def test_what_is_laid_beside_the_notebooks_or_in_the_home_takes_no_part(
    served: Lent, tmp_path: Path
) -> None:
    marks, home = Marks(tmp_path / "marks"), served.machine.home
    marks.folder.mkdir()
    marks.home(home)
    laid = [home / "workbook" / f"{name}.py" for name in MODULES]
    try:
        for path in laid:
            marks.module(path.parent, path.stem)
        status, _, page = ask(served.page("sparks"))
    finally:
        for path in laid:
            path.unlink()
    assert status == 200
    assert 'class="q-failed"' not in page
    assert marks.found() == []
    assert [path.read_text() for path in home.rglob("nbsignatures.db*")] == ["{}"]


# ---- the whole of it, as a newcomer's machine does it -------------------------------------------


@pytest.mark.slow
def test_the_same_install_in_a_fresh_environment_serves_every_page(
    checkout: Path, tmp_path: Path
) -> None:
    """Asks a package registry, as Binder does; JupyterLab comes first, as in its image."""
    venv = Venv(tmp_path / "venv")
    subprocess.run([sys.executable, "-m", "venv", str(venv.folder)], check=True)
    pip = [venv.python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", "requirements.txt", "jupyterlab"], check=True, cwd=checkout)
    subprocess.run([*pip, "-r", "binder/requirements.txt"], check=True, cwd=checkout)
    there = "import importlib.util as u; print(*[n for n in {} if u.find_spec(n)])"
    assert venv.says(there.format(NOT_NEEDED)) == ""
    home = tmp_path / "jovyan"
    home.mkdir()
    machine = Machine(home, venv, lends=False)
    done = machine.lay_out(checkout)
    assert done.returncode == 0, done.stderr
    with lent(machine) as served:
        for slug in ("welcome", *SLUGS):
            status, _, page = ask(served.page(slug))
            assert status == 200
            assert f'data-q-shell="{slug}"' in page
            assert 'class="q-failed"' not in page
