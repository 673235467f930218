"""The map of ten tasks, asked of its marks, its sentence and its table."""

from __future__ import annotations

from datetime import date
from math import pi

import pytest

from quadrantlib.exercises.ten_tasks import EXERCISE
from quadrantlib.pictures.picture import HIGH, LOW, Area, Dot, Line, Picture, Text
from quadrantlib.pictures.ten_tasks import layout
from quadrantlib.quadrant import NAMES, REGIONS
from tests.pictures.maps import FULL, TASKS, figures, row
from tests.rounds import written


def dots(picture: Picture, *, faint: bool = False) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot) and mark.faint is faint]


def dot(picture: Picture, name: str) -> Dot:
    return next(mark for mark in dots(picture) if mark.label == name)


def words(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Text)]


def areas(picture: Picture, fill: str) -> list[Area]:
    return [mark for mark in picture.marks if isinstance(mark, Area) and mark.fill == fill]


def test_the_title_says_where_most_of_the_hours_lie() -> None:
    assert layout(FULL).title == "58 % of the hours you listed were hard and assigned"
    alone = figures([row(0, 4, 2, 9)])
    assert layout(alone).title == "All the hours you listed were easy and chosen"
    on_the_line = figures([row(0, 9, 5, 5), row(1, 1, 2, 9)])
    assert layout(on_the_line).title == "90 % of the hours you listed lie on the line"


def test_every_task_stands_where_it_was_put() -> None:
    picture = layout(FULL)
    assert {(d.label, d.x, d.y, d.color) for d in dots(picture)} == {
        (t["name"], t["autonomy"], t["difficulty"], t["region"]) for t in TASKS
    }


def test_shape_says_what_losing_it_would_be() -> None:
    picture = layout(FULL)
    assert dot(picture, "Sprint planning").shape == "ring"
    assert dot(picture, "School run").shape == "disc"
    assert dot(picture, "Status reports").shape == "square"
    assert dot(picture, "On call").shape == "unset"


@pytest.mark.parametrize("hours", [(300, 1), (20, 80), (1200, 12), (5, 5)])
def test_area_is_proportional_to_hours(hours) -> None:
    one, other = hours
    picture = layout(figures([row(0, one, 9, 1), row(1, other, 1, 9)]))
    ratio = dot(picture, "Sprint planning").area / dot(picture, TASKS[1]["name"]).area
    assert ratio == pytest.approx(one / other)


def test_no_hours_and_next_to_none_can_still_be_seen() -> None:
    picture = layout(figures([row(0, None, 9, 1), row(1, 0, 1, 9), row(2, 2000, 5, 5)]))
    assert all(mark.area >= pi * 0.07**2 for mark in dots(picture))
    assert max(mark.area for mark in dots(picture)) <= pi * 1.3**2 + 1e-9


def test_a_small_mark_is_painted_over_a_large_one() -> None:
    sizes = [mark.area for mark in dots(layout(FULL))]
    assert sizes == sorted(sizes, reverse=True)


def test_the_four_regions_are_named_with_their_share() -> None:
    said = words(layout(FULL))
    assert {NAMES[name].capitalize() for name in REGIONS} <= set(said)
    assert {"58 %", "23 %", "12 %", "7 %"} <= set(said)
    assert {area.color for area in areas(layout(FULL), "tint")} == set(REGIONS)


def test_hours_on_the_line_are_named_too_and_only_then() -> None:
    assert "On the line" not in words(layout(FULL))
    assert "On the line" in words(layout(figures([row(0, 9, 5, 8), row(1, 1, 2, 9)])))


def test_the_guess_is_a_ghost_on_the_scale_of_what_was_counted() -> None:
    picture = layout(FULL)
    (ghost,) = areas(picture, "ghost")
    counted = next(a for a in areas(picture, "solid") if a.color == "hard_assigned")
    assert ghost.left == counted.left == LOW
    assert (ghost.right - LOW) / (HIGH - LOW) == pytest.approx(0.3)
    assert (counted.right - LOW) / (HIGH - LOW) == pytest.approx(160 / 448)
    assert {"Your guess: 30 %", "Hard and assigned: 36 % of your waking hours"} <= set(
        words(picture)
    )


def test_without_a_guess_there_is_no_ghost() -> None:
    assert not areas(layout(figures(TASKS)), "ghost")


def test_more_hours_than_the_month_has_still_fit_the_bar() -> None:
    picture = layout(figures([row(0, 900, 9, 1), row(1, 300, 2, 9)], guess=10))
    assert max(area.right for area in (*areas(picture, "solid"), *areas(picture, "ghost"))) <= HIGH
    (ghost,) = areas(picture, "ghost")
    assert (ghost.right - LOW) / (HIGH - LOW) == pytest.approx(448 / 1200)


def test_last_round_stands_faint_with_a_line_to_today() -> None:
    before = [row(0, 60, 2, 2, -1) | {"id": "old", "match": "t0"}]
    picture = layout(FULL | {"earlier_placed": before})
    (faint,) = dots(picture, faint=True)
    assert (faint.x, faint.y, faint.shape, faint.label) == (2, 2, "ring", "")
    (trail,) = [mark for mark in picture.marks if isinstance(mark, Line)]
    assert (trail.x1, trail.y1, trail.x2, trail.y2) == (2, 2, 1, 9)
    assert faint.area == dot(picture, "Sprint planning").area
    assert "Last time, “Sprint planning” was easy and assigned." in picture.sentence


def test_what_did_not_move_has_no_line() -> None:
    before = [row(0, 60, 9, 1) | {"id": "old", "match": "t0"}]
    picture = layout(FULL | {"earlier_placed": before})
    assert not [mark for mark in picture.marks if isinstance(mark, Line)]
    assert "One thing lay in the same region last time." in picture.sentence


def test_the_sentence_says_all_that_the_picture_says() -> None:
    sentence = layout(FULL).sentence
    assert all(f"“{task['name']}”" in sentence for task in TASKS)
    for part in (
        "58 % of the hours you listed were hard and assigned.",
        "Hard and chosen, 7 % of the hours: “Reading aloud”, 12 hours, a loss if gone;",
        "Of your waking hours, 36 % were hard and assigned; you guessed 30 %.",
        "What is on the map holds 62 % of them.",
    ):
        assert part in sentence


def test_the_sentence_names_the_empty_regions() -> None:
    said = layout(figures([row(0, 4, 9, 1), row(1, 4, 2, 1)])).sentence
    assert "Nothing is easy and chosen or hard and chosen." in said


def test_the_table_has_a_row_for_each_task_and_whole_names() -> None:
    name = "A name of forty characters, no more, ok?" * 2
    table = layout(figures([row(0, 2, 9, 1, -1, name=name), row(1, 7.5, 1.5, 9)])).table
    assert len(table.header) == 6
    assert table.rows == (
        (TASKS[1]["name"], "1.5", "9", "7.5", "", "easy and chosen"),
        (name, "9", "1", "2", "a relief", "hard and assigned"),
    )


def test_an_empty_map_says_so_and_still_names_its_regions() -> None:
    picture = layout({})
    assert picture.title == "Your map is still empty"
    assert not dots(picture)
    assert len([w for w in words(picture) if w.casefold() in NAMES.values()]) == 4


def test_a_map_without_hours_shows_no_shares_and_no_bar() -> None:
    picture = layout(figures([row(0, None, 9, 1), row(1, None, 2, 9)], guess=4))
    assert picture.title == "Two things on your map, without hours so far"
    assert not any("%" in text for text in words(picture))
    assert not areas(picture, "solid")


def test_the_source_is_handed_on() -> None:
    assert layout(FULL, "Ten tasks · 22 November 2026").source == "Ten tasks · 22 November 2026"


def test_it_reads_what_the_exercise_says() -> None:
    answers = {
        "guess": 3,
        "tasks": [{k: v for k, v in t.items() if k != "region" and v is not None} for t in TASKS],
    }
    earlier = [written(answers, date(2026, 10, 20), "r")]
    picture = layout(
        EXERCISE.read(written(answers, date(2026, 11, 22)), earlier, date(2026, 11, 22)).figures
    )
    assert picture.title == layout(FULL).title
    assert len(dots(picture)) == len(dots(picture, faint=True)) == 10
