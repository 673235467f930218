"""Signs over time, and motion beside moments: asked of marks, sentence and table."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises import drift_check as drift
from quadrantlib.exercises import five_years as five
from quadrantlib.pictures import drift_check, five_years, paper, svg
from quadrantlib.pictures.over_time import APART, MOST, across
from quadrantlib.pictures.picture import HIGH, LOW, Dot, Picture, Text, Trace
from tests.rounds import written

NAMES = {"a": "Knows one machine", "b": "Calendar first"}


def of(picture: Picture | None, kind: type) -> list:
    assert picture is not None
    return [mark for mark in picture.marks if isinstance(mark, kind)]


def day(month: int) -> str:
    return f"2026-{month:02}-05"


def looks(*seen: dict[str, bool]) -> dict:
    """Figures of five years: the last of `seen` is this round."""
    days = [*(day(1 + i) for i in range(len(seen) - 1)), None]
    return {
        "signs": [{"id": key, "name": name} for key, name in NAMES.items()],
        "over_time": [{"day": d, "seen": each} for d, each in zip(days, seen, strict=True)],
    }


def checks(*both: tuple[int | None, int | None], signs=(None, None)) -> dict:
    days = [*(day(1 + i) for i in range(len(both) - 1)), None]
    rounds = [
        {"day": d, "motion": m, "recent_moments": n}
        | {"signs_present": signs[0], "signs_asked": signs[1]}
        for d, (m, n) in zip(days, both, strict=True)
    ]
    return {"over_time": rounds}


@given(st.integers(1, MOST), st.floats(3, 11.5))
def test_rounds_stand_in_a_row_that_ends_at_the_right(of_them, width) -> None:
    places = [across(i, of_them, 0, width) for i in range(of_them)]
    assert places == sorted(places)
    assert places[-1] == width
    assert places[0] >= -1e-9
    gaps = [b - a for a, b in pairwise(places)]
    assert all(gap <= APART + 1e-9 for gap in gaps)


class TestSigns:
    def test_a_sign_is_filled_where_it_was_there_and_open_where_it_was_not(self) -> None:
        dots = of(five_years.layout(looks({"a": True, "b": False}, {"a": False})), Dot)
        shapes = {(dot.shape, dot.x == max(d.x for d in dots)) for dot in dots}
        assert len(dots) == 3
        assert shapes == {("disc", False), ("ring", False), ("ring", True)}

    def test_every_sign_has_its_line_and_its_name(self) -> None:
        picture = five_years.layout(looks({"a": True, "b": False}))
        texts, dots = of(picture, Text), of(picture, Dot)
        names = {text.text: text.y for text in texts if text.text in NAMES.values()}
        assert list(names) == list(NAMES.values())
        assert names["Knows one machine"] > dots[0].y > names["Calendar first"] > dots[1].y > LOW

    def test_title_sentence_and_table_say_the_same(self) -> None:
        picture = five_years.layout(looks({"a": False}, {"a": True, "b": False}), "Made up")
        assert picture is not None
        assert picture.title == "Signs there this time: one of two"
        assert "5 January 2026: not there “Knows one machine”." in picture.sentence
        assert "This time: there “Knows one machine”; not there “Calendar first”." in (
            picture.sentence
        )
        assert picture.table.header == ("Sign", "5 January 2026", "This time")
        assert picture.table.rows == (
            ("Knows one machine", "not there", "there"),
            ("Calendar first", "", "not there"),
        )
        assert picture.source == "Made up"

    def test_a_sign_that_is_no_longer_named_is_not_drawn(self) -> None:
        picture = five_years.layout(looks({"gone": True, "a": True}))
        assert len(of(picture, Dot)) == 1
        assert picture is not None
        assert picture.title == "Signs there this time: one of two, one left open"

    def test_a_long_name_goes_on_in_a_second_line_above_its_marks(self) -> None:
        long = "They open the calendar before they have had a single thought of their own"
        figures = looks({"a": True, "b": True})
        figures["signs"][0]["name"] = long
        picture = five_years.layout(figures)
        names = [text for text in of(picture, Text) if text.color == "ink"]
        assert f"{names[0].text} {names[1].text}" == long
        assert names[0].y > names[1].y > of(picture, Dot)[0].y > names[2].y

    def test_what_needs_a_third_line_is_cut_at_the_end_of_the_second(self) -> None:
        figures = looks({"a": True})
        figures["signs"][0]["name"] = "word " * 40
        names = [text.text for text in of(five_years.layout(figures), Text) if text.color == "ink"]
        assert [name.endswith("…") for name in names] == [False, True, False]

    @pytest.mark.parametrize("figures", [{}, looks({}), looks({"gone": True})])
    def test_before_anybody_looked_there_is_nothing_to_draw(self, figures) -> None:
        assert five_years.layout(figures) is None

    def test_columns_count_them_at_every_check(self) -> None:
        figures = checks((None, None), (None, None), signs=(1, 3))
        picture = drift_check.signs(figures)
        columns = {
            dot.x: [d.shape for d in of(picture, Dot) if d.x == dot.x] for dot in of(picture, Dot)
        }
        assert list(columns.values()) == [["disc", "ring", "ring"]] * 2
        assert picture is not None
        assert picture.title == "Signs there this time: one of three"
        assert "5 January 2026: one of three." in picture.sentence
        assert picture.table.rows[0] == ("5 January 2026", "1", "3")

    def test_a_single_check_needs_no_columns(self) -> None:
        assert drift_check.signs(checks((3, 3), signs=(1, 3))) is None
        assert drift_check.signs({}) is None


class TestMotionBesideMoments:
    def test_each_has_a_panel_of_its_own_and_its_own_measure(self) -> None:
        dots = of(drift_check.layout(checks((20, 0), (10, 5))), Dot)
        left = [(dot.y, dot.faint) for dot in dots if dot.x < 5]
        right = [(dot.y, dot.faint) for dot in dots if dot.x > 5]
        assert left == [(10, True), (5, False)]
        assert right == [(0, True), (10, False)]

    def test_the_figures_stand_over_them(self) -> None:
        picture = drift_check.layout(checks((9, 1), (13, 2)))
        words = {text.text for text in of(picture, Text) if text.y > HIGH}
        assert words == {"13 of 20", "Motion", "2 of 5", "Recent moments"}
        assert picture is not None
        assert picture.title == "Motion, and moments within a month, over two checks"
        assert picture.sentence.endswith("This time: motion 13 of 20, two of five moments.")

    def test_the_medians_are_the_line(self) -> None:
        rounds = checks((4, 1), (8, 2), (12, 3), (20, 5))
        middles = [
            {"day": day(3), "motion": 8, "recent_moments": 2},
            {"day": None, "motion": 12, "recent_moments": 3},
        ]
        picture = drift_check.layout(rounds | {"medians": middles})
        motion, moments = of(picture, Trace)
        assert [y for _, y in motion.points] == [4, 6]
        assert [y for _, y in moments.points] == [4, 6]
        dots = [dot.x for dot in of(picture, Dot) if dot.x < 5]
        assert [x for x, _ in motion.points] == dots[2:]
        assert picture is not None
        assert "motion 12 of 20, three of five moments." in picture.sentence
        assert picture.table.rows[-1] == ("This time", "20", "5", "12", "3")
        assert picture.table.rows[0] == ("5 January 2026", "4", "1", "", "")

    @pytest.mark.parametrize("figures", [{}, checks((3, 2)), checks((3, None), (4, 2))])
    def test_before_two_checks_have_both_there_is_nothing_to_draw(self, figures) -> None:
        assert drift_check.layout(figures) is None

    def test_a_year_and_a_month_are_drawn_and_no_more(self) -> None:
        long = {
            "over_time": [
                dict(checks((i % 20, 1))["over_time"][0], day=f"20{i}-01-01") for i in range(10, 40)
            ]
        }
        picture = drift_check.layout(long)
        assert len(of(picture, Dot)) == 2 * MOST


class TestFromReadings:
    """What the exercises say can be drawn by both painters."""

    def pictures(self) -> list[Picture]:
        month = {
            "motion": {part.name: 3 for part in drift.QUESTIONS[3].parts},
            "moments": {part.name: "week" for part in drift.QUESTIONS[4].parts},
            "signs": [{"id": "a", "present": "yes"}],
        }
        signs = {"signs": [{"id": "a", "what": "Calendar first", "present": "no"}]}
        one, other = (
            [written(answers, date(2026, 1 + i, 5), f"r{i}") for i in range(4)]
            for answers in (month, signs)
        )
        today = date(2026, 11, 22)
        found = drift.read(written(month, today), one, today).figures
        drawn = [drift_check.layout(found), drift_check.signs(found)]
        drawn += [five_years.layout(five.read(written(signs, today), other, today).figures)]
        return [picture for picture in drawn if picture]

    def test_they_are_whole_on_a_page_and_on_paper(self) -> None:
        assert len(self.pictures()) == 3
        for picture in self.pictures():
            root = ET.fromstring(svg.paint(picture, 340))
            assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) >= 5
            assert len(paper.paint(picture).collections) == len(of(picture, Dot))

    def test_no_mark_leaves_the_frame(self) -> None:
        for picture in self.pictures():
            for dot in of(picture, Dot):
                assert LOW <= dot.x <= HIGH
                assert LOW <= dot.y <= HIGH
