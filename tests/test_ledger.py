"""The ledger remembers what was said and of whom, and holds no answer and no name."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib import ledger
from quadrantlib.errors import Unreadable
from quadrantlib.ledger import Ledger, Past, Report, Said
from tests.generated import JUNK
from tests.handed import KEY, TEAMS, after, cohorts, handed, level, published
from tests.submissions import COHORT, mark

SAID = Said("motion", "motion", 2, 1, 3, 40)
REPORT = Report("2026-11", 1, {7: (3, 0b101), 9: (4, 0b10)}, (SAID,))
ONE = published(level(range(12)))
LATER = '{"format": "quadrant-ledger", "version": 2, "check": "", "reports": []}'


def test_what_is_written_is_read_back() -> None:
    found = Ledger().with_report("A", KEY, REPORT).with_report("B", KEY, ONE.report)
    assert ledger.parse(ledger.dumps(found)) == found


@settings(max_examples=10, deadline=None)
@given(cohorts(20, 24))
def test_any_report_is_read_back(files) -> None:
    found = Ledger().with_report("A", KEY, published(files, by=TEAMS).report)
    assert ledger.parse(ledger.dumps(found)) == found


def test_each_cohort_has_its_own_past_however_its_name_is_written() -> None:
    found = Ledger().with_report("Platform", KEY, REPORT).with_report("Other", KEY, ONE.report)
    assert found.of("PLATFORM", KEY).reports == (REPORT,)
    assert found.of("nobody", KEY).reports == ()


def test_sets_of_several_reports_are_numbered_through() -> None:
    past = Past(KEY, (REPORT, REPORT))
    assert [(each.plus, each.minus) for each in past.said("motion")] == [(2, 1), (5, 4)]
    assert past.sets(7) == 0b101101
    assert past.said("relief") == []


def test_it_holds_no_participant_no_digest_and_no_answer() -> None:
    files = [handed(each, motion=13, relief=35) for each in range(12)]
    text = ledger.dumps(Ledger().with_report(COHORT, KEY, published(files).report))
    for file in files:
        for secret in (file.participant, file.digest):
            assert secret[:12] not in text
    assert KEY.decode() not in text
    assert "belongs" not in text


def test_another_key_knows_nobody() -> None:
    (file, *_) = level(range(1))
    assert Past(KEY).who(file) == Past(KEY).who(handed(0, "2027-01", motion=1))
    assert Past(KEY).who(file) != Past(b"another").who(file)
    assert Past(KEY).what(file) != Past(KEY).who(file)
    assert f"{Past(KEY).who(file):016x}" not in mark(0)


def test_only_the_key_that_it_was_written_with_fits() -> None:
    found = Ledger().with_report(COHORT, KEY, REPORT)
    assert found.fits(KEY)
    assert not found.fits(b"another")
    assert Ledger().fits(b"any")


def test_only_what_was_published_is_remembered() -> None:
    """One set for everybody, and the figure that was shown; nothing of what was withheld."""
    assert {each.share for each in ONE.report.said} == {"motion"}
    uneven = [handed(each, relief=45 if each < 2 else 0) for each in range(8)]
    assert published(uneven).report.said == ()
    assert len(list(published(uneven).report.members())) == 8


def test_a_report_lists_the_files_behind_each_of_its_sets() -> None:
    quiet = [handed(each, relief=50) for each in range(12, 20)]
    past = after(published([*level(range(12)), *quiet]))
    (motion,) = past.said("motion")
    behind = [what for what in past.files() if past.sets(what) >> motion.plus & 1]
    assert sorted(behind) == sorted(past.what(each) for each in level(range(12)))


@pytest.mark.parametrize("text", ["", "{}", "[]", LATER])
def test_what_is_no_ledger_is_refused(text) -> None:
    with pytest.raises(Unreadable):
        ledger.parse(text)


@given(JUNK, st.sampled_from(["reports", "check", "version"]))
def test_junk_in_a_ledger_never_crashes(junk, field) -> None:
    text = json.loads(ledger.dumps(Ledger().with_report("A", KEY, REPORT)))
    text[field] = junk
    try:
        ledger.parse(json.dumps(text))
    except Unreadable as refused:
        assert refused.what  # noqa: PT017
