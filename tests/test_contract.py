"""What people and programs rely on is there, and the documents tell the truth."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import quadrantlib

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGETS = dict(re.findall(r"^([a-z-]+):.*?## (.+)$", MAKEFILE, re.MULTILINE))

COMMANDS = {
    "open": {"--journal", "--port", "--no-browser", "--host", "--sample"},
    "lab": {"--journal", "--port", "--no-browser", "--host"},
    "read": {"--exercise", "--on", "--format"},
    "check": set(),
    "diff": {"--since"},
    "keepsake": {"--output", "--paper", "--on"},
    "submit": {
        *("--output", "--cohort", "--invitation", "--belongs", "--answer", "--code"),
        *("--without", "--yes"),
    },
    "schema": set(),
    "rehearse": {"--seed", "--wave"},
    "codes": {"--output"},
    "report": {"--output", "--people", "--codes", "--ledger", "--by", "--explain"},
}
TOP_LEVEL = {
    *("README.md", "pyproject.toml", "workbooks", "quadrantlib", "data", "tests", "binder"),
    *("Makefile", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci"),
    *("requirements.txt", ".gitignore", ".gitattributes", ".editorconfig"),
}


def quadrant(*words: str, **options) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "quadrantlib", *words]
    return subprocess.run(run, capture_output=True, text=True, timeout=60, check=False, **options)


def blocks(text: str) -> list[str]:
    """The command lines in the README's fenced blocks, their comments left out."""
    fenced = "\n".join(re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL))
    return [line.split("  #")[0].strip() for line in fenced.splitlines() if line.strip()]


def tracked() -> list[str]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return [name for name in done.stdout.splitlines() if (CHECKOUT / name).is_file()]


in_a_checkout = pytest.mark.skipif(not tracked(), reason="only where git knows the files")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_the_promised_options(command: str) -> None:
    told = quadrant(command, "--help")
    assert told.returncode == 0
    assert set(re.findall(r"--[a-z-]+", told.stdout)) >= COMMANDS[command]


def test_there_is_no_command_that_nothing_promises() -> None:
    told = quadrant("--help").stdout
    listed = re.findall(r"^  ([a-z]+)  ", told.split("Commands:")[1], re.MULTILINE)
    assert set(listed) == set(COMMANDS)


@pytest.mark.parametrize("words", [["nonsense"], ["open", "--nonsense"], ["read"], ["schema", "x"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    done = quadrant(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_refusal_exits_with_1_and_a_sentence(tmp_path: Path) -> None:
    done = quadrant("check", "missing.json", cwd=tmp_path)
    assert done.returncode == 1
    assert "missing.json" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_the_command_and_the_module_are_the_same() -> None:
    assert PROJECT["scripts"] == {"quadrant": "quadrantlib.__main__:main"}
    script = shutil.which("quadrant", path=str(Path(sys.executable).parent))
    done = subprocess.run([script, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout == quadrant("--help").stdout


def test_the_readme_names_only_commands_that_are_there() -> None:
    for line in blocks(README):
        first, *words = line.removeprefix(".venv\\Scripts\\").split()
        if first == "make":
            assert words[0] in TARGETS, line
        if first == "quadrant":
            assert words[0] in COMMANDS, line
        for extra in re.findall(r"-e \.\[(\w+)\]", line):
            assert extra in PROJECT["optional-dependencies"], line
    for command in re.findall(r"`quadrant ([a-z]+)", README):
        assert command in COMMANDS


def test_the_readme_leads_only_to_what_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (CHECKOUT / target).exists(), target


def test_ci_runs_the_readmes_test_command() -> None:
    run = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "make test" in blocks(README)
    assert [line for line in run if line.startswith("make ")] == [
        "make test",
        "make check",
        "make test-slow",
    ]


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_alone_tells_every_target_with_a_sentence() -> None:
    told = subprocess.run(["make"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony.group(1).split()) == set(TARGETS)
    for target, sentence in TARGETS.items():
        assert re.search(rf"^  {target} +{re.escape(sentence)}$", told, re.MULTILINE)
        assert sentence.endswith(".")


def test_make_runs_only_modules_that_are_there() -> None:
    for module in re.findall(r"-m (tests\.[\w.]+)", MAKEFILE):
        place = CHECKOUT / module.replace(".", "/")
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), module


def test_the_changelog_knows_the_version() -> None:
    assert quadrantlib.__version__ == PROJECT["version"]
    assert f"## {PROJECT['version']}" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


@in_a_checkout
def test_the_top_level_holds_only_what_is_agreed() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


@in_a_checkout
@pytest.mark.parametrize(
    "name", ["journal.json", "journal.corrupt-1.json", ".quadrant/token", "screenshots/a.png"]
)
def test_what_people_write_never_goes_into_a_commit(name: str) -> None:
    ignored = ["git", "check-ignore", "-q", name]
    assert subprocess.run(ignored, cwd=CHECKOUT, check=False).returncode == 0


@in_a_checkout
def test_no_file_names_a_machine_or_a_registry() -> None:
    # Written so that this file does not name them either.
    named = re.compile(r"/(?:wor[k]|roo[t])/|pyp[i]\.org|pythonhoste[d]|npmj[s]\.(?:org|com)")
    for name in tracked():
        text = (CHECKOUT / name).read_bytes().decode("utf-8", errors="ignore")
        assert not named.search(text), name
