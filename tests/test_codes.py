"""Codes are drawn, read back whoever wrote the file, and a folder is checked whole."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quadrantlib.cli import main
from quadrantlib.papers import matches
from quadrantlib.shipped import shipped
from quadrantlib.strangers import codes_in, key_of
from quadrantlib.submitted import CODE
from tests.submissions import INVITED, document, put


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_as_many_codes_as_people_lie_in_a_file_for_its_owner(tmp_path: Path) -> None:
    out = tmp_path / "codes.txt"
    assert run("codes", "300", "-o", str(out)).exit_code == 0
    codes = out.read_text(encoding="ascii").splitlines()
    assert len(set(codes)) == 300
    assert all(matches(CODE, code) and not set(code) & set("01IOio") for code in codes)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    handed = codes_in(out)
    assert all(key_of(code) in handed for code in codes)


def test_codes_that_were_handed_out_are_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "codes.txt"
    out.write_text("AAAA-BBBB\n", encoding="ascii")
    done = run("codes", "3", "-o", str(out))
    assert done.exit_code == 1
    assert "It was left as it is." in done.stderr
    assert out.read_text(encoding="ascii") == "AAAA-BBBB\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_list_is_read_whichever_program_wrote_it(tmp_path: Path, encoding: str) -> None:
    """A Windows PowerShell writes UTF-16 with a mark where `>` is used."""
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    out = tmp_path / "codes.txt"
    out.write_bytes(f"{mark}K7PQ-93XM\r\nAAAA-BBBB\r\n".encode(encoding))
    handed = codes_in(out)
    assert "K7PQ93XM" in handed
    assert "AAAABBBB" in handed


def test_a_folder_is_checked_whole_and_a_journal_in_it_is_no_submission(tmp_path: Path) -> None:
    put(tmp_path, invitation=INVITED, a=document("a"))
    assert run("check", str(tmp_path)).exit_code == 0
    shutil.copyfile(shipped("data/sample-journal.json"), tmp_path / "mine.json")
    done = run("check", str(tmp_path))
    assert done.exit_code == 1
    assert "mine.json: This is a journal, and no submission." in done.stderr
    assert done.stdout.count("nothing is wrong") == 2


def test_a_journal_alone_is_what_it_is() -> None:
    assert run("check", str(shipped("data/sample-journal.json"))).exit_code == 0


def test_a_journal_named_alone_is_told_where_several_people_hand_in(tmp_path: Path) -> None:
    """Seen to fail with the look at the folder taken out, and with one person’s files enough."""
    journal = tmp_path / "mine.json"
    shutil.copyfile(shipped("data/sample-journal.json"), journal)
    put(tmp_path, invitation=INVITED, a=document("a"), later=document("a"))
    assert run("check", str(journal)).exit_code == 0, "one’s own, beside what one handed in"
    put(tmp_path, b=document("b"))
    done = run("check", str(journal))
    assert done.exit_code == 1
    assert "This is a journal, and no submission." in done.stderr


def test_a_folder_of_one_s_own_is_no_drop(tmp_path: Path) -> None:
    shutil.copyfile(shipped("data/sample-journal.json"), tmp_path / "journal.json")
    assert run("check", str(tmp_path)).exit_code == 0


def test_a_folder_is_checked_as_a_report_reads_it(tmp_path: Path) -> None:
    put(tmp_path, a=document("a"))
    (tmp_path / "a.json").rename(tmp_path / "A.JSON")
    put(tmp_path, **{".hidden": b"{"}, ledger=b"{}")
    done = run("check", str(tmp_path))
    assert done.exit_code == 0
    assert done.stdout.count("nothing is wrong") == 1


def test_a_folder_with_nothing_to_check_says_so(tmp_path: Path) -> None:
    done = run("check", str(tmp_path))
    assert done.exit_code == 1
    assert "There is no file in it" in done.stderr
