"""The journal's own page: it is kept, brought back and forgotten there, by its owner alone.

Seen to fail with the guard of `Page.prepare` taken out, and with `LARGEST` left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quadrantlib.serving.front import LARGEST
from tests import canaries
from tests.canaries import heard
from tests.houses import Answer, House, Visitor, house

PLACES = (
    *("/journal", "/journal.json", "/dates.ics", "/keepsake.pdf", "/keepsake.html"),
    *("/journal/back", "/journal/forget"),
)
EDGE = "quadrantedge"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("yours")


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[House]:
    with house(folder, "open", "--no-browser") as running:
        yield running


@pytest.fixture
def journal(folder: Path) -> Path:
    path = folder / "journal.json"
    path.write_text(json.dumps(canaries.journal(), ensure_ascii=False), encoding="utf-8")
    return path


def brings(visitor: Visitor, text: str | None, *, proof: bool = True) -> Answer:
    """Send a file as a browser would; None: the form without one."""
    visitor.ask("/journal")
    fields = [("_xsrf", "", visitor.cookies["_xsrf"])] if proof else []
    fields += [("file", '; filename="journal.json"', text)] if text is not None else []
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{content}\r\n'
        for name, more, content in fields
    ]
    body = "".join([*parts, f"--{EDGE}--\r\n"]).encode().decode("latin-1")
    kind = f"multipart/form-data; boundary={EDGE}"
    return visitor.ask("/journal/back", "POST", body, Content_Type=kind)


@pytest.mark.parametrize("path", PLACES)
def test_without_the_token_nothing_of_it_is_shown_or_done(
    served: House, journal: Path, path: str
) -> None:
    before, stranger = journal.read_bytes(), served.stranger()
    assert stranger.ask(path).leads_to.startswith("/login")
    stranger.ask("/login")
    proof = f"_xsrf={stranger.cookies['_xsrf']}"
    answer = stranger.ask(path, "POST", proof)
    assert answer.status in {302, 403, 405}
    assert not heard(answer.text)
    assert journal.read_bytes() == before


@pytest.mark.parametrize("path", ["/journal", "/journal/forget", "/journal/back"])
def test_its_pages_load_no_script_and_hold_no_answer(
    served: House, journal: Path, path: str
) -> None:
    answer = served.owner().ask(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "<script" not in answer.text
    assert not heard(answer.text)


def test_the_journal_is_handed_over_as_a_file_that_nobody_keeps_on_the_way(
    served: House, journal: Path
) -> None:
    answer = served.owner().ask("/journal.json")
    assert json.loads(answer.text) == json.loads(journal.read_text("utf-8"))
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="journal-20')
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_comes_next_is_handed_over_for_a_calendar(served: House, journal: Path) -> None:
    answer = served.owner().ask("/dates.ics")
    assert "SUMMARY:Ten tasks" in answer.text
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert not heard(answer.text)


@pytest.mark.parametrize(
    ("path", "begins"), [("/keepsake.pdf", "%PDF-"), ("/keepsake.html", "<!doctype html>")]
)
def test_everything_is_handed_over_to_print_or_to_read(
    served: House, path: str, begins: str
) -> None:
    answer = served.owner().ask(path)
    assert answer.text.lower().startswith(begins.lower())
    assert "attachment; filename=" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/journal.json", "/dates.ics", "/keepsake.pdf"])
def test_where_nothing_is_written_the_page_says_that_there_is_nothing(
    served: House, journal: Path, path: str
) -> None:
    journal.unlink()
    answer = served.owner().ask(path)
    assert "Content-Disposition" not in answer.headers
    assert 'role="alert"' in answer.text
    assert "yet." in answer.text


def test_a_journal_brought_back_replaces_the_other_which_is_kept(
    served: House, journal: Path
) -> None:
    before = journal.read_text("utf-8")
    wanted = json.loads(before)
    wanted["rounds"] = {"ten-tasks": wanted["rounds"]["ten-tasks"]}
    wanted["rounds"]["ten-tasks"][0]["answers"] = {"guess": 99}
    answer = brings(served.owner(), json.dumps(wanted, ensure_ascii=False))
    assert "Your journal is back." in answer.text
    assert "One answer in it did not fit" in answer.text
    assert json.loads(journal.read_text("utf-8"))["rounds"] == wanted["rounds"]
    copies = (journal.parent / ".quadrant").glob("*.json")
    assert before in [copy.read_text("utf-8") for copy in copies]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (canaries.WORD, "could not be brought back"),
        ('{"format": "Zyzzyva"}', "could not be brought back"),
        ("", "could not be brought back"),
        (None, "No file came with that."),
        (" " * (LARGEST + 1), "too large to be a journal"),
        (json.dumps(canaries.journal() | {"version": 9}), "a later version of the workbook"),
    ],
)
def test_what_is_no_journal_is_refused_in_three_parts_and_not_quoted(
    served: House, journal: Path, text: str | None, why: str
) -> None:
    before = journal.read_bytes()
    answer = brings(served.owner(), text)
    notice = answer.text.split('role="alert"')[1].split("</div>")[0]
    assert why in notice
    assert notice.count("<p>") == 3
    assert not heard(answer.text)
    assert journal.read_bytes() == before


def test_without_the_proof_of_the_form_nothing_happens(served: House, journal: Path) -> None:
    before, owner = journal.read_bytes(), served.owner()
    assert brings(owner, '{"format": "x"}', proof=False).status == 403
    assert owner.ask("/journal/forget", "POST").status == 403
    assert journal.read_bytes() == before


# Taken out: the question of `Forget.get`; the check whether there is a journal in `forgotten`.
def test_everything_is_forgotten_once_that_was_asked_and_the_path_says_so(
    served: House, journal: Path
) -> None:
    owner = served.owner()
    asked = owner.ask("/journal/forget")
    assert "nobody could bring it back" in asked.text
    assert journal.exists()
    done = owner.ask("/journal/forget", "POST", f"_xsrf={owner.cookies['_xsrf']}")
    assert [each.name for each in journal.parent.rglob("*") if each.is_file()] == []
    path = owner.ask(done.leads_to)
    assert "gone from this machine" in path.text
    assert "Start here" in path.text
    journal.write_text(json.dumps(canaries.journal()), encoding="utf-8")
    assert "gone from this machine" not in owner.ask(done.leads_to).text


def test_what_cannot_be_removed_is_said(served: House, journal: Path) -> None:
    journal.unlink()
    journal.mkdir()
    (journal / "x").touch()
    owner = served.owner()
    owner.ask("/journal/forget")
    answer = owner.ask("/journal/forget", "POST", f"_xsrf={owner.cookies['_xsrf']}")
    (journal / "x").unlink()
    journal.rmdir()
    assert "could be removed" in answer.text
    assert "Remove what is left by hand" in answer.text


def test_the_log_tells_nothing_of_all_that(served: House, journal: Path) -> None:
    for text in (canaries.WORD, journal.read_text("utf-8")):
        brings(served.owner(), text)
    assert not heard("".join(served.heard))
