"""A report on paper: set in memory on A4, with tags, and every word is text.

Seen to fail with its guard taken out: markup, with `said` evaluating what it prints.
"""

from __future__ import annotations

import re
import sys

import pytest

from quadrantlib.errors import Refused
from quadrantlib.reporting.manuscript import Manuscript
from quadrantlib.reporting.paper import pdf, typeset
from quadrantlib.shipped import shipped
from tests.reports import found, grouped
from tests.test_reporting_page import made

pytest.importorskip("typst")

MARKUP = '#panic("x") $x^$ <label> *b* _i_ @missing // \\ ` = h #import "x.typ" /* {'
ANSWERS = (MARKUP, "ישיבות שאין בהן שאלה", "会議", "x" * 500, *"abcdef")


@pytest.fixture(scope="module")
def report() -> Manuscript:
    return made(found(12, cohort=MARKUP, question=MARKUP, answered=10, answers=ANSWERS))


def test_it_can_be_read_by_whoever_hears_it(report: Manuscript) -> None:
    # PDF/UA-1 is refused where a picture has no words, or a letter no sign in any font.
    assert pdf(report, standards=["ua-1"]).startswith(b"%PDF-")


def test_it_is_set_on_a4_with_a_title_and_tags(report: Manuscript) -> None:
    paper = typeset(report, format="pdf", pretty=True)
    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", paper))
    assert {(f"{float(x):.2f}", f"{float(y):.2f}") for x, y in boxes} == {("595.28", "841.89")}
    for part in (b"/Lang", b"/StructTreeRoot", b"/H1", b"/Table", b"Cohort report"):
        assert part in paper


def test_groups_are_set_too() -> None:
    assert pdf(made(grouped(), ["map", "way"]), standards=["ua-1"]).startswith(b"%PDF-")


def test_nothing_is_imported_or_read_by_the_template() -> None:
    template = shipped("template/report.typ").read_text(encoding="utf-8")
    assert not re.findall(r"#import|#include|@preview|\bread\(|\beval\(|json\((?!bytes)", template)


def test_where_typst_is_missing_the_page_is_offered(report: Manuscript, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Refused, match=r"could not be set as a PDF.*Take it as a page instead"):
        pdf(report)
