"""From journals in which every private field sings to a report: nothing of them is heard in it.

Everything is listened to that `submit`, `report` and `rehearse` write: pages, papers, tables, the
ledger and its key, what stands in a terminal, names of files, and what lay in temporary folders.
Seen to fail with the guards taken out: the digest of a person unkeyed (`Past._digest`), answers
told however few there are (`_published`), a file's fault that quotes its value (`Level.faults`), a
code among what the notebook gets (`run`).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import typst
from click.testing import CliRunner

from quadrantlib.cli import main
from quadrantlib.rules import REPORT
from tests import canaries
from tests.canaries import DAY, MONEY, WORD, heard
from tests.submissions import COHORT, INVITED, document, put

PEOPLE = 9
TOLD = "Zopilote & <Kondor>"
"""What too few answer to the facilitator's question for it to be shown."""


@pytest.fixture(scope="module")
def listening() -> Iterator[list[bytes]]:
    """What lay in any temporary folder when it was taken away, and what was set on paper."""
    found: list[bytes] = []
    cleanup, compiled = tempfile.TemporaryDirectory.cleanup, typst.compile

    def listen(folder: tempfile.TemporaryDirectory) -> None:
        found.extend(everything_in(Path(folder.name)))
        cleanup(folder)

    def set_on_paper(*given, sys_inputs: dict[str, str], **how):
        found.extend(each.encode() for each in sys_inputs.values())
        return compiled(*given, sys_inputs=sys_inputs, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typst, "compile", set_on_paper)
        patch.setattr(tempfile.TemporaryDirectory, "cleanup", listen)
        patch.setattr(tempfile.TemporaryDirectory, "__exit__", lambda folder, *_: listen(folder))
        yield found


@pytest.fixture(scope="module")
def drop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What nine people handed in, each a journal's worth; and three files that cannot be taken."""
    place, folder = tmp_path_factory.mktemp("people"), tmp_path_factory.mktemp("drop")
    put(folder, invitation=INVITED)
    for person in range(PEOPLE):
        journal = place / f"journal-{person}.json"
        journal.write_text(json.dumps(canaries.full_journal(f"{WORD} {person}")), encoding="utf-8")
        answer = ("--answer", TOLD) if person < REPORT - 1 else ()
        given = ("--invitation", str(folder / "invitation.json"), "--code", code(person), *answer)
        out = ("-o", str(folder / f"p{person}.json"), "--yes")
        done = CliRunner().invoke(main, ["submit", str(journal), *given, *out])
        assert done.exit_code == 0, done.output
    unfit = {"relief": WORD, "motion": MONEY, "regions": {"hard_chosen": WORD}, "unmet": [WORD]}
    return put(
        folder,
        journal=canaries.full_journal(),
        unfit=document(1, shares=unfit, month=DAY, code=[WORD], answer=MONEY),
        cut=json.dumps(document(2, answer=WORD))[:-9].encode(),
    )


@pytest.fixture(scope="module")
def told(drop: Path, listening: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page, the paper and all that came with them; the last is what was said."""
    place = tmp_path_factory.mktemp("report")
    codes = drop.parent / "codes.txt"
    codes.write_text("\n".join(map(code, range(PEOPLE))), encoding="utf-8")
    given = ("--codes", str(codes), "--people", str(PEOPLE), "--explain")
    for name in ("report.html", "report.pdf"):
        done = CliRunner().invoke(main, ["report", str(drop), "-o", str(place / name), *given])
        assert done.exit_code == 0, done.output
        assert done.stderr.count("could not be taken in") == 1
        (place / f"{name}.txt").write_text(done.output + done.stderr, encoding="utf-8")
    assert any(b"published.json" in each for each in listening), "no temporary folder was heard"
    assert any(b"relief to lose" in each for each in listening), "nothing was set on paper"
    return place


def code(person: int) -> str:
    return f"OBOE-{person}"


def everything_in(folder: Path) -> Iterator[bytes]:
    """Yield the names and the contents of all files in a folder."""
    for path in sorted(folder.rglob("*")):
        yield path.relative_to(folder).as_posix().encode()
        if path.is_file():
            yield path.read_bytes()


def test_nothing_private_is_heard_in_anything_a_report_writes(told: Path, listening) -> None:
    files = {path.name for path in told.iterdir()}
    assert files >= {"report.html", "report.pdf", "report.csv", "ledger.json", "ledger.key"}
    for blob in (*everything_in(told), *listening):
        assert not heard(blob)


def test_nothing_that_tells_whose_a_file_is_is_heard(told: Path, drop: Path, listening) -> None:
    handed = [json.loads((drop / f"p{person}.json").read_bytes()) for person in range(PEOPLE)]
    secret = {each["participant"][:12] for each in handed} | set(map(code, range(PEOPLE)))
    names = {f"p{person}.json" for person in range(PEOPLE)} | {str(drop), drop.name}
    for blob in (*everything_in(told), *listening):
        assert not [each for each in secret | names if each.encode() in blob]


def test_what_too_few_answered_is_in_none_of_it(told: Path, listening) -> None:
    for blob in (*everything_in(told), *listening):
        assert b"Zopilote" not in blob


def test_who_practises_beside_a_journal_hears_nothing_of_it(tmp_path: Path, monkeypatch) -> None:
    journal = put(tmp_path, journal=canaries.full_journal()) / "journal.json"
    before = journal.read_bytes()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["rehearse", "drop", "-n", "20"])
    assert done.exit_code == 0, done.output
    assert journal.read_bytes() == before
    assert len(list((tmp_path / "drop").iterdir())) > len(("invitation", "codes")) + 20
    for blob in (*everything_in(tmp_path / "drop"), done.output.encode(), done.stderr.encode()):
        assert not heard(blob)
        assert COHORT.encode() not in blob
