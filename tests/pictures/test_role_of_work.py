"""Beads by area and needs by place, asked of their marks, their sentence and their table."""

from __future__ import annotations

import pytest

from quadrantlib.pictures.picture import LOW, Dot, Picture, Text
from quadrantlib.pictures.role_of_work import layout, needs
from quadrantlib.pictures.svg import paint


def area(name: str, now: int | None, wanted: int | None) -> dict:
    return {"id": name.lower(), "name": name, "now": now, "wanted": wanted}


AREAS = {"areas": [area("Work", 12, 8), area("Rest", 8, 11), area("Garden", 0, 1)]}
NEEDS = {
    "needs": [
        {"id": "people", "name": "People", "at_work": 3, "elsewhere": 1},
        {"id": "meaning", "name": "Meaning", "at_work": 0, "elsewhere": None},
        {"id": "money", "name": "Money", "at_work": None, "elsewhere": None},
    ]
}


def dots(picture: Picture, shape: str) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot) and mark.shape == shape]


def words(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Text)]


def test_every_bead_is_there_full_as_it_lies_and_open_as_it_is_wanted() -> None:
    picture = layout(AREAS)
    assert (len(dots(picture, "disc")), len(dots(picture, "ring"))) == (20, 20)
    assert {"12 now", "8 wanted", "none now", "1 wanted"} <= set(words(picture))


def test_before_anything_is_wanted_there_is_one_row_an_area() -> None:
    picture = layout({"areas": [area("Work", 12, None)]})
    assert not dots(picture, "ring")
    assert picture.title == "12 of 20 beads on work"


def test_what_moves_stands_first_and_what_stays_has_one_row_for_both() -> None:
    picture = layout({"areas": [area("Rest", 4, 4), area("Work", 12, 10), area("Garden", 1, 3)]})
    assert [name for name in words(picture) if name[0].isupper()] == ["Work", "Garden", "Rest"]
    assert [row for row in words(picture) if row.startswith("4")] == ["4 now and wanted"]


def test_the_title_says_what_is_seen() -> None:
    assert layout(AREAS).title == "12 of 20 beads on work now, 8 wanted"
    assert layout({"areas": [area("Rest", 20, 20)]}).title == "Your days in twenty beads"


def test_sentence_and_table_hold_all_of_it() -> None:
    picture = layout(AREAS)
    assert "Garden: none now and 1 wanted" in picture.sentence
    assert picture.table.rows == (("Work", "12", "8"), ("Rest", "8", "11"), ("Garden", "0", "1"))


def test_a_need_shows_how_far_it_is_met_of_four_in_each_place_that_was_asked() -> None:
    picture = needs(NEEDS)
    assert picture.title == "Where two needs are met"
    assert (len(dots(picture, "disc")), len(dots(picture, "unset"))) == (4, 8)
    assert {"mostly at work", "a little elsewhere", "not at all at work"} <= set(words(picture))
    assert picture.table.rows == (("People", "mostly", "a little"), ("Meaning", "not at all", ""))


def test_with_nothing_to_draw_there_is_no_picture() -> None:
    assert layout({}) is None
    assert needs({}) is None
    assert needs({"needs": NEEDS["needs"][2:]}) is None


@pytest.mark.parametrize("picture", [layout(AREAS), needs(NEEDS)], ids=["beads", "needs"])
def test_nothing_hangs_below_the_sheet_and_the_shapes_explain_themselves(picture) -> None:
    assert all(mark.y >= LOW - picture.below for mark in picture.marks)
    assert not picture.shapes
    assert paint(picture, 340).startswith("<svg")
