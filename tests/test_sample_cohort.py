"""The made-up cohort that is shipped is whole, and the facilitator's guide tells the truth."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from quadrantlib import invitation, invitations, strangers
from quadrantlib.cli import main
from quadrantlib.exercises import CATALOG
from quadrantlib.rehearsal import Rehearsal
from quadrantlib.rules import DISTRIBUTIONS, EXTREMES, GROUP, REPORT, SMALLEST
from quadrantlib.shipped import shipped
from quadrantlib.strangers import Turned

SAMPLE = shipped("data/sample-cohort")
GUIDE = shipped("workbooks/facilitator")
CHECKOUT = Path(__file__).parent.parent
READ_BY_FACILITATORS = [CHECKOUT / "README.md", *sorted(GUIDE.glob("*.md"))]
SHARES = [share for exercise in CATALOG for share in exercise.shares]
SEED = 1644
NOT_THERE = {"verdict": 2, "cards": 60}
"""At most so many of their items nobody has."""

every_guide = pytest.mark.parametrize("path", READ_BY_FACILITATORS, ids=lambda path: path.name)


def received() -> list[strangers.Submission | Turned]:
    codes = strangers.codes_in(SAMPLE / "codes.txt")
    asked = invitations.invitation_for(SAMPLE)
    return list(strangers.received(SAMPLE, CATALOG, asked, codes))


def let_in() -> list[strangers.Submission]:
    return [each for each in received() if not isinstance(each, Turned)]


def commands(path: Path) -> list[list[str]]:
    """The `quadrant` lines in the fenced blocks of a document, in words."""
    fenced = "\n".join(re.findall(r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
    lines = (line.split("  #")[0].split() for line in fenced.splitlines())
    return [words[1:] for words in lines if words and words[0] == "quadrant"]


def test_twelve_are_let_in_and_the_one_who_came_twice_is_named() -> None:
    assert len(let_in()) == 12
    (turned,) = (each for each in received() if isinstance(each, Turned))
    assert any("same month" in fault for fault in turned.faults)


def test_it_is_what_the_rehearsal_writes_and_nothing_else() -> None:
    there = {path.name: path.read_bytes() for path in SAMPLE.iterdir()}
    assert there == dict(Rehearsal(12, SEED).files())


@pytest.mark.parametrize("share", SHARES, ids=lambda share: share.name)
def test_every_share_is_handed_in_often_enough_to_be_told(share) -> None:
    given = [each.shares[share.name] for each in let_in() if share.name in each.shares]
    found: Counter[str] = Counter()
    for value in given:
        found.update(share.contributions(value))
    assert len(given) >= 8
    assert sum(not found[item.id] for item in share.items) <= NOT_THERE.get(share.name, 0)


def test_enough_answer_the_question_to_be_quoted() -> None:
    assert sum(bool(each.answer) for each in let_in()) >= 8


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.iterdir()) < 32_000


def test_the_note_beside_it_says_how_it_was_made() -> None:
    said = (SAMPLE.parent / "README.md").read_text(encoding="utf-8")
    assert f"`quadrant rehearse data/sample-cohort --seed {SEED}`" in said


@every_guide
def test_a_guide_names_only_commands_and_options_that_are_there(path: Path) -> None:
    for name, *words in commands(path):
        told = CliRunner().invoke(main, [name, "--help"])
        assert told.exit_code == 0, name
        for option in (word for word in words if word.startswith("-")):
            assert re.search(rf"(?<![\w-]){option}\b", told.stdout), f"{name} {option}"


@every_guide
def test_a_guide_leads_only_to_what_is_there(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_a_facilitator_can_practise_as_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (CHECKOUT / "README.md", GUIDE / "README.md"):
        for words in commands(path):
            if words[0] == "rehearse":
                assert CliRunner().invoke(main, words).exit_code == 0
            if words[0] == "report":
                assert Path(words[1], "invitation.json").exists()
                assert Path(words[words.index("--codes") + 1]).exists()


def test_the_guide_s_invitation_is_one_with_and_without_its_groups() -> None:
    text = (GUIDE / "collecting.md").read_text(encoding="utf-8")
    whole, groups = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    without = invitation.parse(whole)
    both = invitation.parse(json.dumps(json.loads(whole) | json.loads(f"{{{groups}}}")))
    assert without.attribute is None
    assert both.attribute is not None
    assert without.question == both.question


@pytest.mark.parametrize("minutes", [60, 120])
def test_a_run_sheet_goes_forward_and_ends_in_time(minutes: int) -> None:
    text = (GUIDE / "README.md").read_text(encoding="utf-8")
    heading = {60: "In sixty minutes", 120: "In a hundred and twenty minutes"}[minutes]
    rows = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    starts = [int(each) for each in re.findall(r"^\| (\d+) \|", rows, re.MULTILINE)]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert minutes - 15 < starts[-1] < minutes


def test_what_the_numbers_mean_is_said_of_the_numbers_that_hold() -> None:
    text = (GUIDE / "promises.md").read_text(encoding="utf-8")
    rows = text.split("## What the numbers mean\n")[1].split("\n## ")[0]
    told = [int(each) for each in re.findall(r"^\| (\d+) \|", rows, re.MULTILINE)]
    assert told == [GROUP, SMALLEST, REPORT, DISTRIBUTIONS, EXTREMES]
