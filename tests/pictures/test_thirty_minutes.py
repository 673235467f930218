"""The dots of four weeks and the lines of pieces, asked of their marks, sentence and table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quadrantlib.exercises.thirty_minutes import read
from quadrantlib.pictures.picture import HIGH, LOW, Dot, Picture, Text, Trace
from quadrantlib.pictures.svg import paint
from quadrantlib.pictures.thirty_minutes import month, pace
from tests.rounds import written

TODAY = date(2026, 11, 22)
WORKED = [120, 110, 95, 100, 70, 75, 60, 52, 45, 40, 34, 30]


def figures(*rows, today=TODAY):
    log = [
        {
            "id": f"{i}",
            "thing": "Guitar",
            "minutes": minutes,
            "date": (today - timedelta(days=ago)).isoformat(),
            **more,
        }
        for i, (ago, minutes, more) in enumerate(rows)
    ]
    return read(written({"log": log}, today), (), today).figures


def dots(picture: Picture, color: str) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot) and mark.color == color]


def songs(minutes=WORKED, **more):
    return [(40 - i, each, {"unit": "a song", **more}) for i, each in enumerate(minutes)]


class TestFourWeeks:
    def test_there_is_a_dot_for_each_of_the_28_days(self) -> None:
        picture = month(figures((0, 30, {}), (3, 60, {}), (27, 15, {})))
        assert (len(dots(picture, "accent")), len(dots(picture, "edge"))) == (3, 25)

    @pytest.mark.parametrize("ahead", range(7))
    def test_a_week_is_a_row_from_monday_to_sunday_and_the_oldest_is_on_top(self, ahead) -> None:
        today = TODAY + timedelta(days=ahead)
        picture = month(figures((0, 30, {}), (27, 30, {}), today=today))
        first, last = dots(picture, "accent")
        assert last.x == pytest.approx(today.weekday() * 10 / 6)
        assert (first.y, last.y) == (10, 0)
        rows = {round(mark.y, 6) for mark in picture.marks if isinstance(mark, Dot)}
        assert len(rows) == (4 if ahead == 0 else 5)
        assert picture.tall == pytest.approx((len(rows) - 1) / 6)

    def test_area_is_minutes_within_bounds(self) -> None:
        found = dots(month(figures((0, 30, {}), (1, 60, {}), (2, 600, {}), (3, 2, {}))), "accent")
        tiny, endless, hour, half = (dot.area for dot in found)
        assert hour == pytest.approx(2 * half)
        assert endless == hour
        assert tiny == pytest.approx(half / 3)

    def test_no_day_counts_more_for_the_day_before_it(self) -> None:
        together = month(figures(*[(i, 30, {}) for i in range(5)]))
        assert together.title == "Something of your own on five of five days so far"
        assert len({dot.area for dot in dots(together, "accent")}) == 1

    def test_sentence_and_table_hold_every_day_and_its_minutes(self) -> None:
        picture = month(figures((0, 30, {}), (20, 45, {})))
        assert picture.sentence.endswith("2 November, 45 minutes; 22 November, 30 minutes.")
        assert picture.table.rows == (("2 November", "45"), ("22 November", "30"))

    def test_the_days_are_named_and_the_window_is_told(self) -> None:
        words = [
            m.text for m in month(figures((0, 30, {}), (27, 5, {}))).marks if isinstance(m, Text)
        ]
        assert words[:7] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert words[-1] == "26 October to 22 November"

    def test_it_begins_with_the_first_session(self) -> None:
        first = month(figures((0, 30, {})))
        assert first.title == "Something of your own today"
        assert (len(dots(first, "accent")), len(dots(first, "edge"))) == (1, 0)
        assert [m.text for m in first.marks if isinstance(m, Text)][-1] == "22 November"
        assert paint(first, 340).startswith("<svg")
        assert len(dots(month(figures((0, 30, {}), (9, 30, {}))), "edge")) == 8

    def test_without_a_session_in_four_weeks_there_is_no_picture(self) -> None:
        assert month(figures((40, 30, {}))) is None
        assert month({}) is None


class TestPace:
    def test_a_line_has_a_point_for_each_session_over_the_same_width(self) -> None:
        picture = pace(figures(*songs(), *songs([60] * 6, thing="Welding")))
        long, short = (mark for mark in picture.marks if isinstance(mark, Trace))
        assert [len(trace.points) for trace in (long, short)] == [12, 6]
        assert (long.points[0], long.points[-1][0]) == ((0, 10), 10)
        assert short.points[-1][0] == pytest.approx(5 * 10 / 11)
        assert short.points[0][1] == pytest.approx(10 * 60 / 120)

    def test_each_line_ends_in_its_name(self) -> None:
        picture = pace(figures(*songs(), *songs([60] * 6, thing="Welding")))
        named = [mark.label for mark in picture.marks if isinstance(mark, Dot) and mark.label]
        assert named == ["Guitar, a song", "Welding, a song"]

    def test_title_sentence_and_table_tell_it_without_looking(self) -> None:
        picture = pace(figures(*songs()), "Thirty minutes, today")
        assert picture.title == "“Guitar”, “a song”: 110 minutes at first, 34 lately"
        assert picture.title.split(":")[0] in picture.sentence
        assert picture.table.rows == (("Guitar, a song", ", ".join(map(str, WORKED))),)
        assert picture.source == "Thirty minutes, today"

    def test_more_than_four_series_are_not_drawn(self) -> None:
        rows = [row for i in range(6) for row in songs(thing=f"Thing {i}")]
        traces = [m for m in pace(figures(*rows)).marks if isinstance(m, Trace)]
        assert len(traces) == len({trace.color for trace in traces}) == 4

    def test_without_six_timed_sessions_there_is_no_picture(self) -> None:
        assert pace(figures(*songs(WORKED[:5]))) is None
        assert pace({}) is None


def test_all_marks_lie_on_the_board_and_are_painted() -> None:
    found = figures(*songs(), (0, 30, {}))
    for picture in (month(found), pace(found)):
        points = [(mark.x, mark.y) for mark in picture.marks if isinstance(mark, Dot)]
        assert all(LOW <= value <= HIGH for point in points for value in point)
        assert all("<title id" in paint(picture, width) for width in (340, 640))
