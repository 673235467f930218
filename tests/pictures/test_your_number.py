"""The pictures of your number, asked of their marks, their sentences and their tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercises.your_number import QUESTIONS, read
from quadrantlib.pictures.picture import HIGH, LOW, Area, Band, Dot, Picture, Text, Trace
from quadrantlib.pictures.shown import shown
from quadrantlib.pictures.svg import paint
from quadrantlib.pictures.your_number import layout
from quadrantlib.pictures.your_number_sums import growth, rates
from tests.generated import answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
WORKED = {"currency": "EUR", "enough": 35_000, "wealth": 100_000, "saving": 30_000}
GREW = {"pay_then": 60_000, "pay_now": 90_000}


def figures(**answers):
    return read(written({**WORKED, **answers}, TODAY), (), TODAY).figures


def things(*names):
    return [{"id": name, "name": name} for name in names]


def marks(picture: Picture | None, kind: type) -> list:
    assert picture
    return [mark for mark in picture.marks if isinstance(mark, kind)]


def words(picture: Picture | None) -> list[str]:
    return [mark.text for mark in marks(picture, Text)]


class TestTheFan:
    def test_the_title_says_when_half_of_the_ways_are_there(self):
        picture = layout(figures())
        assert picture
        assert picture.title == "In half of the futures we tried, you are there within 17 years"

    def test_the_band_holds_the_line_and_begins_with_what_is_there(self):
        picture = layout(figures())
        (band,) = marks(picture, Band)
        line = next(trace for trace in marks(picture, Trace) if not trace.dashed)
        assert band.upper[0] == band.lower[0] == line.points[0]
        for (_, low), (_, middle), (_, high) in zip(
            band.lower, line.points, band.upper, strict=False
        ):
            assert low <= middle <= high

    def test_the_number_is_a_level_line_and_the_years_lie_on_it(self):
        picture = layout(figures())
        dashed = next(trace for trace in marks(picture, Trace) if trace.dashed)
        (left, y), (right, other) = dashed.points
        assert (left, right, y) == (LOW, HIGH, other)
        assert [dot.y for dot in marks(picture, Dot)] == [y] * 3
        assert {"13", "17", "23"} <= set(words(picture))
        assert "Dashed: your number, about EUR 1,000,000" in words(picture)

    def test_it_goes_as_far_as_the_person_looks(self):
        near = layout(figures(horizon=15))
        assert near
        assert near.table.rows[-1][0] == "15"
        assert "23" not in words(near)

    def test_everything_lies_in_the_frame_however_wild_the_years(self):
        picture = layout(figures(horizon=60, volatility=0.6))
        (band,) = marks(picture, Band)
        points = [*band.upper, *band.lower, *(p for t in marks(picture, Trace) for p in t.points)]
        assert all(LOW <= x <= HIGH and LOW <= y <= HIGH for x, y in points)

    def test_debts_lie_below_the_line_of_nothing(self):
        picture = layout(figures(wealth=-60_000))
        assert picture
        zero = next(mark for mark in picture.marks if type(mark).__name__ == "Line")
        assert marks(picture, Band)[0].upper[0][1] < zero.y1

    def test_the_sentence_and_the_table_tell_the_same(self):
        found = figures()
        picture = layout(found)
        assert picture
        assert "One in ten is there by year 13, nine by year 23." in picture.sentence
        assert [row[0] for row in picture.table.rows] == ["0", "5", "10", "15", "20", "25"]
        assert picture.table.rows[0][1:] == ("EUR 100,000",) * 3
        assert all(len(row) == len(picture.table.header) for row in picture.table.rows)

    @pytest.mark.parametrize(
        "answers",
        [{"wealth": None}, {"wealth": 2_000_000}, {"saving": 0, "r": 0}, {"enough": None}],
    )
    def test_without_a_way_to_go_there_is_no_fan(self, answers):
        assert layout(figures(**answers)) is None

    def test_a_number_most_ways_do_not_reach_is_told_as_such(self):
        picture = layout(figures(saving=2_000, wealth=0))
        assert picture
        assert picture.title.startswith("In fewer than half of the futures we tried")


class TestTheRates:
    def test_the_number_stands_at_four_rates(self):
        picture = rates(figures())
        assert picture
        assert picture.table.rows == (
            ("3 %", "EUR 1,170,000"),
            ("3.5 %", "EUR 1,000,000"),
            ("4 %", "EUR 875,000"),
            ("5 %", "EUR 700,000"),
        )

    def test_each_bar_is_as_long_as_its_number_and_filled_as_far_as_what_is_there(self):
        areas = marks(rates(figures()), Area)
        whole = [each.right - LOW for each in areas if each.fill == "tint"]
        filled = [each.right - LOW for each in areas if each.fill == "solid"]
        assert [each / whole[0] for each in whole] == pytest.approx([1, 6 / 7, 3 / 4, 3 / 5])
        assert filled == pytest.approx([0.1 * whole[1]] * 4)

    def test_what_is_more_than_enough_fills_its_bar_and_no_more(self):
        areas = marks(rates(figures(wealth=800_000)), Area)
        assert max(each.right for each in areas) <= HIGH + 1e-9
        last = [each.right for each in areas][-2:]
        assert last[0] == pytest.approx(last[1])

    def test_the_rate_in_use_stands_out(self):
        inked = [text.text for text in marks(rates(figures(w=0.04)), Text) if text.color == "ink"]
        assert inked == ["At 4 %: EUR 875,000"]

    def test_debts_fill_nothing_and_are_told(self):
        picture = rates(figures(wealth=-5_000))
        assert picture
        assert all(area.fill == "tint" for area in marks(picture, Area))
        assert "What is there: EUR −5,000." in picture.sentence

    def test_where_nothing_is_left_to_reach_there_is_no_picture(self):
        assert rates(figures(other_income=40_000)) is None
        assert rates({}) is None


class TestGrowth:
    def test_both_kinds_of_growth_stand_side_by_side(self):
        picture = growth(figures(**GREW, grown=things("Rest", "Weld")))
        assert picture
        assert picture.title == "In five years: pay up 50 %, two things newly yours to do"
        then, now = marks(picture, Area)
        assert (now.right - LOW) / (then.right - LOW) == pytest.approx(1.5)
        assert min(dot.x for dot in marks(picture, Dot)) > now.right
        assert {"Rest", "Weld"} <= set(words(picture))

    def test_a_long_list_is_cut_in_the_picture_and_whole_in_the_table(self):
        names = [f"Thing {number}" for number in range(9)]
        picture = growth(figures(**GREW, grown=things(*names)))
        assert picture
        assert "and four more things" in words(picture)
        assert [row[0] for row in picture.table.rows[1:]] == names

    @pytest.mark.parametrize(
        ("now", "said"), [(90_000, "up 50 %"), (30_000, "down 50 %"), (60_000, "as before")]
    )
    def test_less_pay_is_told_as_plainly_as_more(self, now, said):
        picture = growth(figures(pay_then=60_000, pay_now=now, grown=things("Rest")))
        assert said in words(picture)

    def test_one_kind_of_growth_alone_has_no_picture(self):
        assert growth(figures(**GREW)) is None
        assert growth(figures(grown=things("Rest"))) is None


@settings(max_examples=25)
@given(answers_to(QUESTIONS), st.sampled_from([340, 640]))
def test_whatever_was_answered_can_be_drawn(answers, width):
    found = read(written(answers, TODAY), (), TODAY).figures
    for picture in filter(None, (layout(found), rates(found), growth(found))):
        assert paint(picture, width).startswith("<svg")
        for mark in marks(picture, Area):
            assert mark.left <= mark.right + 1e-9


def test_a_page_shows_all_three():
    reading = read(written({**WORKED, **GREW, "grown": things("Rest")}, TODAY), (), TODAY)
    titles = [each["title"] for each in shown(reading, "your-number")["pictures"]]
    assert [title.split()[0] for title in titles] == ["In", "If", "In"]
