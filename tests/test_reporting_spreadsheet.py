"""The figures for a spreadsheet: no cell is a formula, and every number is still one.

Seen to fail with its guard taken out: NFKC, `visible`, and the quote.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.published import COLUMNS, to_csv
from quadrantlib.reporting.spreadsheet import neutral, spreadsheet
from tests.reports import changed, published, withheld


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "＝1",
            "＋1+1",
            "－1+1",
            "＠x",
        ),
        *("\u200b=1", "\u202e=1", "\u2800=1", "\xa0=1", "=cmd|' /C calc'!A0", "|x", "%0a=1"),
    ],
)
def test_what_a_spreadsheet_would_work_out_is_text(cell: str) -> None:
    assert neutral(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-0.15", "0", "12", "1e-05", "+3.5", "few", "35 %", "nearly all"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.text(max_size=40))
def test_no_cell_begins_like_a_formula_unless_it_is_a_number(cell: str) -> None:
    found = neutral(cell)
    if found.startswith(("=", "+", "-", "@", "|", "%")):
        float(found)


def test_heads_and_cells_are_those_that_were_published() -> None:
    extra = (withheld("direction", "drifting"), changed("relief", "relief", "lower"))
    given_ = published(12, extra=extra)
    assert rows(spreadsheet(given_)) == rows(to_csv(given_))
    assert rows(spreadsheet(given_))[0] == list(COLUMNS)


def test_a_groups_name_is_no_formula_either() -> None:
    one = replace(published(12).figures[0], group="-1+cmd")
    assert "'-1+cmd" in rows(spreadsheet(published(12, means={}, extra=(one,))))[1]
