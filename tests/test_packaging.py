"""What is built from a checkout works elsewhere: from a wheel, and from an editable install."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.running import fetch, serving

WHAT_IS_BUILT = ("quadrantlib", "workbooks", "data", "pyproject.toml", "README.md", "LICENSE")


@dataclass(frozen=True, slots=True)
class Venv:
    """A virtual environment that is clean but for what the tests themselves run on."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin" / "python")

    def install(self, *what: str) -> None:
        """Install without the network; only `what` itself."""
        pip = [sys.executable, "-m", "pip", "--python", self.python, "install", "-q", "--no-deps"]
        quiet = ["--disable-pip-version-check", "--no-index", "--no-build-isolation"]
        subprocess.run([*pip, *quiet, *what], check=True)

    def says(self, script: str) -> str:
        run = [self.python, "-c", script]
        return subprocess.run(
            run, capture_output=True, text=True, check=True, cwd=self.folder
        ).stdout.strip()


def clean_venv(folder: Path) -> Venv:
    """Make a venv that sees the tests' packages by a .pth: quick, and without the network.

    Packages come after its own, and an editable install among them stays unseen, for a .pth is
    not read where another one leads.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    venv = Venv(folder)
    site = Path(venv.says("import sysconfig; print(sysconfig.get_path('purelib'))"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv


@pytest.fixture(scope="module")
def source(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is built, so that a test may change it."""
    copy = tmp_path_factory.mktemp("source") / "quadrant"
    copy.mkdir()
    for name in WHAT_IS_BUILT:
        if (checkout / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", ".quadrant")
            shutil.copytree(checkout / name, copy / name, ignore=ignore)
        else:
            shutil.copy(checkout / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", str(out)]
    subprocess.run([*build, str(source)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Venv:
    venv = clean_venv(tmp_path_factory.mktemp("wheel") / "venv")
    venv.install(str(wheel))
    return venv


@pytest.fixture(scope="module")
def editable(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Venv:
    venv = clean_venv(tmp_path_factory.mktemp("editable") / "venv")
    venv.install("--editable", str(source))
    return venv


def assert_opens(venv: Venv, folder: Path) -> None:
    """The landing page and the first exercise come from `quadrant open` in an empty folder."""
    quadrant = [str(venv.folder / "bin" / "quadrant"), "open", "--no-browser"]
    with serving(quadrant, folder, JUPYTER_PATH=f"{sys.prefix}/share/jupyter") as address:
        assert "Ten tasks" in fetch(address)
        site = urlsplit(address)
        page = f"{site.scheme}://{site.netloc}/voila/render/ten-tasks.ipynb?{site.query}"
        assert re.search(r'class="[^"]*\bq-why\b', fetch(page))


def test_the_wheel_is_for_every_machine_and_a_browser_too(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_wheel_holds_all_that_a_page_needs(wheel: Path, source: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = [p for p in (source / "quadrantlib").rglob("*") if p.is_file()]
    assert {p.relative_to(source).as_posix() for p in inside} <= names
    for folder in ("workbooks", "data"):
        files = [p for p in (source / folder).rglob("*") if p.is_file()]
        assert {f"quadrantlib/shipped/{p.relative_to(source).as_posix()}" for p in files} <= names
    assert any(name.endswith(".ipynb") for name in names)
    assert any(re.match(r"quadrantlib/template/.+\.j2$", name) for name in names)
    assert any(re.match(r"quadrantlib/forms/static/.+\.js$", name) for name in names)


def test_the_wheel_holds_nobodys_journal(source: Path, tmp_path: Path) -> None:
    (source / "workbooks" / "journal.json").write_text("{}", encoding="utf-8")
    shutil.copy(Path(__file__).parent.parent / ".gitignore", source)
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", str(tmp_path)]
    subprocess.run([*build, str(source)], check=True, capture_output=True)
    (source / "workbooks" / "journal.json").unlink()
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert not [name for name in names if name.endswith("/journal.json")]


def test_an_installed_wheel_opens_in_an_empty_folder(installed: Venv, tmp_path: Path) -> None:
    assert_opens(installed, tmp_path)


def test_an_installed_wheel_finds_its_own_workbooks(installed: Venv) -> None:
    found = installed.says("from quadrantlib.shipped import shipped; print(shipped('workbooks'))")
    assert Path(found).is_relative_to(installed.folder)


def test_an_editable_install_opens_in_an_empty_folder(editable: Venv, tmp_path: Path) -> None:
    assert_opens(editable, tmp_path)


def test_an_editable_install_leaves_no_stale_copy_behind(editable: Venv, source: Path) -> None:
    found = editable.says("from quadrantlib.shipped import shipped; print(shipped('workbooks'))")
    assert Path(found) == source / "workbooks"
    assert not list(editable.folder.rglob("*/quadrantlib/shipped"))


def test_what_is_needed_is_pinned_and_no_address_is_named(checkout: Path) -> None:
    lines = (checkout / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines]
    assert all(pin.url is None and str(pin.specifier).startswith("==") for pin in pins)
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    needed = [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]
    for need in needed:
        if canonicalize_name(need.name) != project["name"]:
            versions = [pin for pin in pins if same(pin, need)]
            assert versions, need.name
            assert all(need.specifier.contains(str(pin.specifier)[2:]) for pin in versions)


def same(one: Requirement, other: Requirement) -> bool:
    return canonicalize_name(one.name) == canonicalize_name(other.name)


@pytest.mark.slow
def test_a_wheel_installed_with_its_own_dependencies_opens(
    wheel: Path, checkout: Path, tmp_path: Path
) -> None:
    """The one test that asks a package registry, as a newcomer's machine does."""
    venv = Venv(tmp_path / "venv")
    subprocess.run([sys.executable, "-m", "venv", str(venv.folder)], check=True)
    pip = [venv.python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pinned = ["-c", str(checkout / "requirements.txt")]
    subprocess.run([*pip, *pinned, f"{wheel}[app]"], check=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert_opens(venv, empty)
