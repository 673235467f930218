"""A ledger is read back as it was written, part by part, and what is none is refused."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib import strictjson
from quadrantlib.errors import Unreadable
from quadrantlib.ledger import Ledger, Report, Said, Stood
from quadrantlib.ledgertext import parse, written
from tests.generated import JUNK
from tests.handed import KEY, TEAMS, cohorts, level, published

SAID = Said("motion", "motion", 2, 1, 3, 40)
DIGEST = "0123456789abcdef"
FILES = (Stood("7" * 16, "3" * 16, 0b101), Stood("9" * 16, "4" * 16, 0b10))
REPORT = Report("2026-11", 1, FILES, (SAID,))
ONE = published(level(range(12)))
LATER = '{"format": "quadrant-ledger", "version": 2, "check": "", "reports": []}'


def text_of(ledger: Ledger) -> str:
    return "".join(written(ledger))


def read(text: str) -> Ledger:
    return parse(lambda: BytesIO(text.encode()))


def all_of(ledger: Ledger) -> list[tuple[str, Report, list[Stood]]]:
    """What a ledger holds, its files gone through."""
    return [(cohort, report, list(report.files)) for cohort, report in ledger.reports]


def test_what_is_written_is_read_back() -> None:
    found = Ledger().with_report("A", KEY, REPORT).with_report("B", KEY, ONE.report)
    again = read(text_of(found))
    assert again.check == found.check
    assert all_of(again) == all_of(found)
    assert all_of(again)[0] == ("a", REPORT, list(FILES))


@settings(max_examples=10, deadline=None)
@given(cohorts(20, 24), cohorts(8, 9))
def test_any_report_is_read_back_and_written_again_to_the_letter(files, others) -> None:
    found = Ledger().with_report("A", KEY, published(files, by=TEAMS).report)
    found = found.with_report("B", KEY, published(others).report)
    text = text_of(found)
    assert all_of(read(text)) == all_of(found)
    assert text_of(read(text)) == text


def test_it_is_json_as_strict_as_any() -> None:
    """It is put together by hand, a part at a time."""
    none = Report("", 1, (), ())
    for reports in ([], [REPORT], [ONE.report, none, REPORT]):
        ledger = Ledger()
        for each in reports:
            ledger = ledger.with_report("A", KEY, each)
        value = strictjson.loads(text_of(ledger))
        assert [each["month"] for each in value["reports"]] == [each.month for each in reports]
    assert value["reports"][2]["files"] == {
        f"{each.sets:x}": [each.what + each.who] for each in FILES
    }


@pytest.mark.parametrize(
    "text", ["", "{", "{}", "[]", "null", LATER, "\N{SNOWMAN}", text_of(Ledger()) + "{}"]
)
def test_what_is_no_ledger_is_refused(text) -> None:
    with pytest.raises(Unreadable, match="It is no ledger of this workbook"):
        read(text)


WRONG = {
    "no list": {"5": DIGEST * 2},
    "no sets": {"x": [DIGEST * 2]},
    "no number": {"-5": [DIGEST * 2]},
    "no digest": {"5": ["x" * 32]},
    "a short one": {"5": [DIGEST]},
    "a number": {"5": [7]},
    "a list in it": {"5": [[DIGEST * 2]]},
    "an object in it": {"5": [{"a": DIGEST * 2}]},
    "none": None,
}


@pytest.mark.parametrize("files", WRONG.values(), ids=WRONG)
def test_files_that_are_no_digests_are_refused_before_they_are_gone_through(files) -> None:
    value = json.loads(text_of(Ledger().with_report("A", KEY, REPORT)))
    value["reports"][0]["files"] = files
    with pytest.raises(Unreadable):
        read(json.dumps(value))


@given(JUNK, st.sampled_from(["reports", "check", "version", "said", "files", "wave"]))
def test_junk_in_a_ledger_never_crashes(junk, field) -> None:
    value = json.loads(text_of(Ledger().with_report("A", KEY, REPORT)))
    (value if field in value else value["reports"][0])[field] = junk
    try:
        all_of(read(json.dumps(value)))
    except Unreadable as refused:
        assert refused.what  # noqa: PT017


@dataclass(frozen=True)
class Crowd:
    """So many files, made anew each time."""

    people: int

    def __iter__(self) -> Iterator[Stood]:
        return (Stood(f"{n:016x}", f"{n:016x}", 3) for n in range(self.people))


def test_a_large_ledger_is_never_held(tmp_path: Path) -> None:
    """It fails where the text is joined before it is written, or the files are listed: tried."""
    path, people = tmp_path / "ledger.json", 60_000
    ledger = Ledger().with_report("A", KEY, Report("2026-11", 1, Crowd(people), (SAID,)))
    tracemalloc.start()
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(written(ledger))
        (_, report) = parse(lambda: path.open("rb")).reports[0]
        assert sum(1 for _ in report.files) == people
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 2_000_000
    assert most < 1_000_000
