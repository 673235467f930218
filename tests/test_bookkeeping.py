"""The ledger and its key lie beside the reports, and are never replaced by empty ones."""

from __future__ import annotations

import stat

import pytest

from quadrantlib import bookkeeping
from quadrantlib.errors import Refused, Unreadable
from quadrantlib.handover import hand_over_all
from tests.handed import level, published
from tests.submissions import COHORT


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.json"


def written_down(book, cohort, report):
    if files := book.files(cohort, report):
        hand_over_all(files)


def keep(path):
    """Make a report and write it down."""
    book = bookkeeping.opened(path)
    edition = published(level(range(12)), book.past(COHORT))
    written_down(book, COHORT, edition.report)
    return edition


def test_a_report_is_known_the_next_time(path) -> None:
    edition = keep(path)
    past = bookkeeping.opened(path).past(COHORT)
    (report,) = past.reports
    assert report.repeats(edition.report)
    with pytest.raises(Refused, match="came to this wave"):
        published(level(range(13)), past)


def test_both_files_are_for_their_owners_eyes(path) -> None:
    keep(path)
    for each in (path, path.with_suffix(".key")):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600
    assert sorted(each.name for each in path.parent.iterdir()) == ["ledger.json", "ledger.key"]


def test_nothing_is_written_before_there_is_a_report(path) -> None:
    bookkeeping.opened(path).past(COHORT)
    assert list(path.parent.iterdir()) == []


def test_a_repeated_report_is_written_down_once(path) -> None:
    keep(path)
    before = path.read_bytes()
    keep(path)
    assert path.read_bytes() == before


def test_the_key_stays_the_same(path) -> None:
    keep(path)
    key = path.with_suffix(".key").read_bytes()
    book = bookkeeping.opened(path)
    another = published(level(range(20, 32)), book.past("Another")).report
    written_down(book, "Another cohort", another)
    assert path.with_suffix(".key").read_bytes() == key
    assert len(bookkeeping.opened(path).ledger.reports) == 2


@pytest.mark.parametrize("key", [None, b"another"])
def test_a_ledger_without_its_key_refuses_a_report(path, key) -> None:
    """Without the check nobody would be known again, and two reports would give somebody away."""
    keep(path)
    path.with_suffix(".key").unlink()
    if key:
        path.with_suffix(".key").write_bytes(key)
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        bookkeeping.opened(path)
    assert str(refused.value) == (
        f"The key of {path} is missing or another one, so it cannot tell who was in a report. "
        "Nothing was written, and earlier reports stay as they are. Put the file ledger.key back "
        "that lay beside it."
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"\xff"])
def test_what_is_no_ledger_is_never_overwritten(path, content) -> None:
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="could not be read"):
        bookkeeping.opened(path)
    assert path.read_bytes() == content


def test_a_ledger_that_cannot_be_opened_is_refused(path) -> None:
    path.mkdir()
    with pytest.raises(Unreadable, match="it is a folder"):
        bookkeeping.opened(path)


def test_of_two_reports_at_once_the_second_is_refused(path) -> None:
    slow = bookkeeping.opened(path)
    keep(path)
    with pytest.raises(Refused, match="Another report was made in the meantime"):
        slow.files(COHORT, published(level(range(20, 40)), slow.past(COHORT)).report)


def test_nothing_of_a_book_shows_its_key(path) -> None:
    keep(path)
    key = path.with_suffix(".key").read_bytes().decode()
    book = bookkeeping.opened(path)
    assert key not in repr(book)
    assert key not in repr(book.past(COHORT))
