"""The ledger remembers what was said and of whom, and holds no answer and no name."""

from __future__ import annotations

from dataclasses import replace

from quadrantlib.ledger import IN_THE_REPORT, Ledger, Past, Report, Said, Stood
from quadrantlib.ledgertext import written
from tests.handed import KEY, handed, level, published
from tests.submissions import COHORT, mark

SAID = Said("motion", "motion", 2, 1, 3, 40)
REPORT = Report("2026-11", 1, (Stood("7", "3", 0b101), Stood("9", "4", 0b10)), (SAID,))
ONE = published(level(range(12)))


def test_each_cohort_has_its_own_past_however_its_name_is_written() -> None:
    found = Ledger().with_report("Platform", KEY, REPORT).with_report("Other", KEY, ONE.report)
    assert found.of("PLATFORM", KEY).reports == (REPORT,)
    assert found.of("nobody", KEY).reports == ()


def test_sets_of_several_reports_are_numbered_through() -> None:
    past = Past(KEY, (REPORT, REPORT))
    assert [(each.plus, each.minus) for each in past.said("motion")] == [(2, 1), (5, 4)]
    assert [first for first, _ in past.numbered()] == [0, 3]
    assert past.said("relief") == []


def test_it_holds_no_participant_no_digest_and_no_answer() -> None:
    files = [handed(each, motion=13, relief=35) for each in range(12)]
    text = "".join(written(Ledger().with_report(COHORT, KEY, published(files).report)))
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
    assert Past(KEY).who(file) not in mark(0)


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
    assert [each.sets for each in published(uneven).report.files] == [IN_THE_REPORT] * 8


def test_a_report_lists_the_files_behind_each_of_its_sets() -> None:
    quiet = [handed(each, relief=50) for each in range(12, 20)]
    report = published([*level(range(12)), *quiet]).report
    (motion,) = [each for each in report.said if each.share == "motion"]
    behind = {each.what for each in report.files if each.sets >> motion.plus & 1}
    assert behind == {Past(KEY).what(each) for each in level(range(12))}


def test_a_report_repeats_another_that_says_the_same_of_the_same_files() -> None:
    assert REPORT.repeats(replace(REPORT, files=list(REPORT.files)))
    assert not REPORT.repeats(replace(REPORT, month="2026-12"))
    assert not REPORT.repeats(replace(REPORT, said=()))
    assert not REPORT.repeats(replace(REPORT, files=(*REPORT.files, Stood("8", "5", 1))))
    assert not REPORT.repeats(replace(REPORT, files=REPORT.files[:1]))
