"""What quarters leave, asked of the bars, the sentence and the table."""

from __future__ import annotations

import pytest

from quadrantlib.pictures.picture import HIGH, LOW, SPAN, Area, Picture, Text
from quadrantlib.pictures.skills_ledger import MOST, layout
from quadrantlib.pictures.svg import paint
from quadrantlib.quadrant import shares


def quarter(deposited: int, local: int, execution: int, **more) -> dict:
    counts = {"deposited": deposited, "local": local, "execution": execution}
    return {"counts": counts, "shares": shares(counts), **more}


NOW = quarter(2, 1, 1)
THEN = quarter(1, 3, 0, since="2026-08-20")


def bars(picture: Picture) -> dict[float, list[Area]]:
    found: dict[float, list[Area]] = {}
    for mark in picture.marks:
        if isinstance(mark, Area) and mark.top - mark.bottom > 11:
            found.setdefault(mark.top, []).append(mark)
    return found


def test_a_bar_is_divided_by_share_and_as_long_as_the_frame() -> None:
    (pieces,) = bars(layout(NOW)).values()
    assert [(p.right - p.left) / SPAN for p in pieces] == pytest.approx([0.5, 0.25, 0.25])
    assert (pieces[0].left, pieces[-1].right) == (LOW, pytest.approx(HIGH))


def test_each_kind_looks_different_even_without_color() -> None:
    (pieces,) = bars(layout(NOW)).values()
    assert len({(p.color, p.fill) for p in pieces}) == 3


def test_earlier_quarters_hang_below_the_newest_first() -> None:
    older = quarter(0, 0, 2, since="2026-05-20")
    picture = layout({**NOW, "quarters": [older, THEN]})
    assert len(bars(picture)) == 3
    captions = [mark.text for mark in picture.marks if isinstance(mark, Text)][:3]
    assert [each.split(":")[0] for each in captions] == ["Now", "August 2026", "May 2026"]


def test_after_many_quarters_only_the_newest_are_drawn() -> None:
    many = [quarter(1, 0, 0, since=f"20{year}-01-05") for year in range(10, 26)]
    picture = layout({**NOW, "quarters": many})
    assert len(bars(picture)) == MOST + 1
    assert picture.table.rows[1][0] == "January 2025"


def test_title_sentence_and_table_say_all_of_it() -> None:
    picture = layout({**NOW, "quarters": [THEN]})
    assert picture.title == "Two of your four objectives leave you a skill"
    assert "August 2026, of four objectives: 25 % a skill I keep" in picture.sentence
    assert picture.table.rows == (("Now", "2", "1", "1"), ("August 2026", "1", "3", "0"))


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((1, 2, 1), "One of your four objectives leaves you a skill"),
        ((0, 1, 1), "None of your two objectives leaves you a skill"),
        ((1, 0, 0), "Your objective leaves you a skill"),
        ((0, 1, 0), "Your objective leaves you no skill"),
    ],
)
def test_the_title_counts_objectives(counts, title) -> None:
    assert layout(quarter(*counts)).title == title


def test_nothing_hangs_below_the_sheet() -> None:
    picture = layout({**NOW, "quarters": [THEN]})
    lowest = [m.bottom if isinstance(m, Area) else m.y for m in picture.marks]
    assert min(lowest) >= LOW - picture.below
    assert paint(picture, 340).startswith("<svg")


def test_before_anything_is_said_to_leave_something_there_is_no_picture() -> None:
    assert layout({}) is None
