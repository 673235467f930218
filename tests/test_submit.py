"""`quadrant submit` shows what would leave, asks, and writes exactly that; nothing private sings.

Seen to fail with the guards taken out: a share that takes what somebody wrote, `submit` that prints
the journal's id, a submission that holds it, a month with its day, a refusal that quotes the code,
no asking, no look at what lies there already (`_make_sure_of`), `write_bytes` for `hand_over`.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quadrantlib.cli import main
from quadrantlib.commands import days
from quadrantlib.exercises import CATALOG
from quadrantlib.submission import FIRST, offer
from quadrantlib.submitted import faults_in_submission, shares_of
from quadrantlib.telling import journal_in
from tests import canaries
from tests.canaries import WORD, heard
from tests.submissions import COHORT, INVITED, put

SAMPLE = Path(__file__).parent.parent / "data" / "sample-journal.json"
TODAY = date(2026, 11, 22)
ALL = ("--cohort", COHORT, "--yes")


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: TODAY)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "handed.json"


def submit(journal: Path, out: Path, *words: str, says: str | None = None) -> Result:
    return CliRunner().invoke(main, ["submit", str(journal), "-o", str(out), *words], input=says)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_begins_with_who_may_know(out: Path) -> None:
    assert flat(submit(SAMPLE, out, *ALL).stdout).startswith(FIRST)


def test_every_field_that_is_written_was_shown_in_words(out: Path) -> None:
    shown = submit(SAMPLE, out, *ALL).stdout
    value = json.loads(out.read_text())
    told = {each.name: each for each in offer(journal_in(SAMPLE), CATALOG, TODAY)}
    listed = re.findall(r"^  (\w+) ", shown, re.MULTILINE)
    assert listed == [*value["shares"], "month", "participant"] == [*told, "participant"]
    assert all(each.words in flat(shown) for each in told.values())
    assert "regions Where the hours went: hard and assigned about 55 %" in flat(shown)
    assert f"for “{COHORT}”" in shown


def test_what_is_written_fits_and_is_for_the_persons_eyes_alone(out: Path) -> None:
    done = submit(SAMPLE, out, *ALL)
    assert (done.exit_code, done.stderr) == (0, "")
    assert not faults_in_submission(json.loads(out.read_text()), CATALOG)
    assert os.name == "nt" or out.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in out.parent.iterdir()] == ["handed.json"]


@pytest.mark.parametrize(("says", "written"), [("y\n", True), ("n\n", False), ("", False)])
def test_it_asks_before_it_writes(out: Path, says: str, *, written: bool) -> None:
    done = submit(SAMPLE, out, "--cohort", COHORT, says=says)
    assert f"Write it to {out}? [y/N]" in flat(done.stdout)
    assert (done.exit_code, out.exists()) == (0 if written else 1, written)
    assert written or done.stderr == "Nothing was written.\n"


def test_a_field_that_is_left_out_is_neither_shown_nor_written(out: Path) -> None:
    done = submit(SAMPLE, out, *ALL, "--without", "relief", "--without", "month")
    value = json.loads(out.read_text())
    assert "relief" not in value["shares"]
    assert "month" not in value
    assert not re.search(r"^  (relief|month) ", done.stdout, re.MULTILINE)


def test_an_invitation_brings_the_cohort_and_what_it_asks(out: Path, tmp_path: Path) -> None:
    put(tmp_path, invitation=INVITED)
    added = ["--belongs", "pay", "--answer", "Less\u202e.", "--code", "K7PQ-93XM"]
    done = submit(SAMPLE, out, "--yes", "--invitation", str(tmp_path / "invitation.json"), *added)
    value = json.loads(out.read_text())
    assert (value["cohort"], value["belongs"]) == (COHORT, {"team": "pay"})
    assert (value["answer"], value["code"]) == ("Less.", "K7PQ-93XM")
    shown = flat(done.stdout)
    assert "belongs Which team are you in? Payments" in shown
    assert "answer What should we stop doing? “Less.”" in shown
    assert "code K7PQ-93XM" in shown


def test_what_the_invitation_asks_may_be_left_unsaid(out: Path, tmp_path: Path) -> None:
    put(tmp_path, invitation=INVITED)
    done = submit(SAMPLE, out, "--yes", "--invitation", str(tmp_path / "invitation.json"))
    assert {"belongs", "answer", "code"}.isdisjoint(json.loads(out.read_text()))
    assert "Which team are you in? Nothing yet." in flat(done.stdout)
    assert "one of search, pay" in flat(done.stdout)


REFUSED = [
    ((), 2, "Name the --cohort, or bring its --invitation"),
    (("--cohort", " \u200b"), 2, "Name the --cohort"),
    (("--cohort", "x" * 101), 2, "100 characters"),
    (("--cohort", "Ops", "--without", "salary"), 1, "There are: regions, relief, holds"),
    (("--cohort", "Ops", "--belongs", "pay"), 1, "does not ask which group"),
    (("--cohort", "Ops", "--answer", "Less"), 1, "asks no question"),
    (("--cohort", "Ops", "--code", WORD), 1, "letters, digits and hyphens"),
    (("--invitation", "nowhere.json"), 1, "nowhere.json could not be read"),
    (
        ("--cohort", "Ops", *(w for s in shares_of(CATALOG) for w in ("--without", s.name))),
        1,
        "There is nothing to hand over",
    ),
]


@pytest.mark.parametrize(("words", "code", "sentence"), REFUSED)
def test_it_refuses_in_a_sentence_and_writes_nothing(out: Path, words, code, sentence) -> None:
    done = submit(SAMPLE, out, "--yes", *words)
    assert (done.exit_code, out.exists()) == (code, False)
    assert sentence in done.stderr
    assert not heard(done.output)
    assert "Traceback" not in done.output


def test_an_invitation_to_another_cohort_than_the_one_named_is_refused(
    out: Path, tmp_path: Path
) -> None:
    path = str(put(tmp_path, invitation=INVITED) / "invitation.json")
    assert submit(SAMPLE, out, "--cohort", "Ops", "--invitation", path, "--yes").exit_code == 2
    assert (
        submit(SAMPLE, out, "--cohort", COHORT.upper(), "--invitation", path, "--yes").exit_code
        == 0
    )


def test_it_writes_over_a_submission_and_over_nothing_else(out: Path, tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    journal.write_bytes(SAMPLE.read_bytes())
    refused = submit(journal, journal, *ALL)
    assert (refused.exit_code, journal.read_bytes()) == (1, SAMPLE.read_bytes())
    assert "is there already, and it is no submission. It was left as it is." in refused.stderr
    assert submit(journal, tmp_path / "handed.txt", *ALL).exit_code == 2
    assert [submit(journal, out, *ALL).exit_code for _ in range(2)] == [0, 0]


# ---- nothing private sings -------------------------------------------------------------------


@pytest.fixture
def singing(tmp_path: Path) -> Path:
    """A journal in which every private field sings, and every other has an answer."""
    path = tmp_path / "journal.json"
    path.write_text(json.dumps(canaries.full_journal(), ensure_ascii=False), encoding="utf-8")
    assert heard(path.read_bytes())
    return path


def test_of_a_journal_that_sings_nothing_is_heard_in_what_is_handed_over(
    singing: Path, out: Path, tmp_path: Path
) -> None:
    done = submit(singing, out, *ALL)
    assert done.exit_code == 0
    assert {"regions", "relief", "holds", "motion", "role", "days"} <= set(
        json.loads(out.read_text())["shares"]
    ), "it hands over too little to say anything"
    assert not heard(done.output)
    assert not heard(out.read_bytes())
    assert not heard("\n".join(path.name for path in tmp_path.iterdir()))


@pytest.mark.parametrize("words", [words for words, code, _ in REFUSED if code == 1])
def test_nothing_is_heard_where_it_refuses(singing: Path, out: Path, words) -> None:
    done = submit(singing, out, "--yes", *words)
    assert (done.exit_code, out.exists()) == (1, False)
    assert not heard(done.output)


def test_one_word_that_is_answered_to_the_room_is_all_that_is_heard(
    singing: Path, out: Path, tmp_path: Path
) -> None:
    put(tmp_path, invitation=INVITED)
    path = str(tmp_path / "invitation.json")
    done = submit(singing, out, "--yes", "--invitation", path, "--answer", WORD)
    assert heard(out.read_bytes())
    assert not heard(flat(done.stdout).replace(WORD, "") + done.stderr)
    assert not heard(out.read_text(encoding="utf-8").replace(WORD, ""))
