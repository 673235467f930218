"""The jobs' lines and their map, asked of their marks, sentences and tables."""

from __future__ import annotations

from datetime import date

import pytest

from quadrantlib.exercises.the_arc import read
from quadrantlib.pictures.picture import HIGH, LOW, Area, Dot, Picture, Text, Trace
from quadrantlib.pictures.svg import paint
from quadrantlib.pictures.the_arc import COLORS, lines, marks
from quadrantlib.quadrant import NAMES, REGIONS
from tests.rounds import written

TODAY = date(2026, 11, 22)
SHOP = {"id": "s", "name": "Shop", "from": 2002, "to": 2004}
SHOP |= {"alive": {"2002": 8, "2003": 6, "2004": 3}, "difficulty": 7, "autonomy": 3}
LEAD = {"id": "l", "name": "Lead", "from": 2018, "alive": {"2018": 9, "2022": 4}}
TWINS = {"id": "t", "name": "Twins", "from": 2007, "to": 2008, "alive": {"2007": 6, "2008": 8}}
TWINS |= {"difficulty": 9, "autonomy": 8}


def figures(*jobs):
    return read(written({"jobs": list(jobs)}, TODAY), (), TODAY).figures


def traces(picture: Picture) -> list[Trace]:
    return [mark for mark in picture.marks if isinstance(mark, Trace)]


def named(picture: Picture) -> dict[str, Dot]:
    return {m.label: m for m in picture.marks if isinstance(m, Dot) and m.label}


class TestTheLines:
    def test_all_begin_at_day_one_and_the_longest_fills_the_width(self) -> None:
        shop, twins, lead = traces(lines(figures(LEAD, SHOP, TWINS)))
        assert [trace.points[0][0] for trace in (shop, twins, lead)] == [0, 0, 0]
        assert lead.points == ((0, 9), (10, 4))
        assert shop.points == ((0, 8), (2.5, 6), (5, 3))

    def test_each_ends_in_its_name(self) -> None:
        found = named(lines(figures(SHOP, TWINS)))
        assert (found["Shop"].x, found["Shop"].y) == (10, 3)
        assert (found["Twins"].x, found["Twins"].y) == (5, 8)

    @pytest.mark.parametrize(
        ("jobs", "title"),
        [
            ((SHOP, LEAD), "Both end lower than they began"),
            ((SHOP, LEAD, TWINS), "Two of three end lower than they began"),
            ((SHOP, TWINS), "Two lines, from day one"),
            ((SHOP,), "One line, from day one"),
        ],
    )
    def test_the_title_says_what_is_seen(self, jobs, title) -> None:
        assert lines(figures(*jobs)).title == title

    def test_sentence_and_table_tell_every_line(self) -> None:
        picture = lines(figures(SHOP, LEAD), "The arc, today")
        assert "“Shop”, 2002 to 2004, begins at 8 of 10 and ends at 3." in picture.sentence
        assert "“Lead”, 2018 to now, begins at 9 of 10 and ends at 4." in picture.sentence
        assert picture.table.rows == (
            ("Shop", "2002", "2004", "8, 6, 3"),
            ("Lead", "2018", "", "9, 4"),
        )
        assert picture.source == "The arc, today"

    def test_the_ends_of_both_axes_are_in_words(self) -> None:
        words = {m.text for m in lines(figures(LEAD)).marks if isinstance(m, Text)}
        assert words == {"Wide awake", "Numb", "Year 1", "Year 5"}

    def test_many_jobs_take_up_the_colors_again(self) -> None:
        jobs = [{**SHOP, "id": f"s{i}", "name": f"Shop {i}"} for i in range(len(COLORS) + 1)]
        found = [trace.color for trace in traces(lines(figures(*jobs)))]
        assert found == [*COLORS, COLORS[0]]

    def test_a_single_point_is_no_line(self) -> None:
        assert lines(figures({**SHOP, "alive": {"2002": 8}})) is None
        assert lines({}) is None


class TestTheMap:
    def test_every_job_with_a_place_is_marked_where_its_days_lived(self) -> None:
        found = named(marks(figures(SHOP, LEAD, TWINS)))
        assert set(found) == {"Shop", "Twins"}
        assert (found["Shop"].x, found["Shop"].y, found["Shop"].color) == (3, 7, "hard_assigned")

    def test_on_the_line_it_has_no_region_s_color(self) -> None:
        found = named(marks(figures({**SHOP, "autonomy": 5})))
        assert found["Shop"].color == "edge"

    def test_the_regions_are_tinted_and_named(self) -> None:
        picture = marks(figures(SHOP))
        areas = {mark.color for mark in picture.marks if isinstance(mark, Area)}
        words = {mark.text.lower() for mark in picture.marks if isinstance(mark, Text)}
        assert areas == set(REGIONS)
        assert words == {NAMES[name] for name in REGIONS}

    def test_title_sentence_and_table_tell_it_without_looking(self) -> None:
        picture = marks(figures(SHOP, TWINS))
        assert picture.title == "Two stretches on one map"
        assert picture.sentence == (
            "Two stretches on one map: “Shop”, hard and assigned; “Twins”, hard and chosen."
        )
        assert picture.table.rows[0] == ("Shop", "7", "3", "hard and assigned")

    def test_its_shapes_say_nothing_about_loss(self) -> None:
        assert not marks(figures(SHOP)).shapes

    def test_without_a_place_there_is_no_map(self) -> None:
        assert marks(figures(LEAD)) is None
        assert marks({}) is None


def test_all_marks_lie_on_the_board_and_are_painted() -> None:
    found = figures(SHOP, LEAD, TWINS)
    for picture in (lines(found), marks(found)):
        points = [(mark.x, mark.y) for mark in picture.marks if isinstance(mark, Dot)]
        assert all(LOW <= value <= HIGH for point in points for value in point)
        assert all("<title id" in paint(picture, width) for width in (340, 640))
