"""The circle of values, asked of its marks, its sentence and its table."""

from __future__ import annotations

from datetime import date
from math import hypot, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.values import read
from quadrantlib.exercises.values.circle import REGIONS as ASSIGNED
from quadrantlib.exercises.values.circle import region
from quadrantlib.exercises.values.deck import NAMES
from quadrantlib.pictures.frame import Frame
from quadrantlib.pictures.lettering import text_width
from quadrantlib.pictures.picture import LOW, Dot, Picture, Text
from quadrantlib.pictures.shown import WIDTHS
from quadrantlib.pictures.svg import letters, paint
from quadrantlib.pictures.values import LARGE, RIM, SMALL_DOTS, layout
from quadrantlib.pictures.values_words import OURS, REGIONS
from tests.rounds import written

TEN = (
    *("honesty", "autonomy", "friendship", "risk", "safety"),
    *("order", "leadership", "legacy", "hope", "creativity"),
)
FIVE = ("honesty", "autonomy", "safety", "legacy", "leadership")


def figures(ten=TEN, top=FIVE, core=("honesty",), **more):
    piles = dict.fromkeys(ten, "very")
    chosen = {"finalists": list(ten), "top": list(top), "core": list(core)}
    return read(
        written({"piles": piles, **chosen, **more}, date(2026, 11, 22)), (), date(2026, 11, 22)
    ).figures


def drawn(*args, **more) -> Picture:
    picture = layout(figures(*args, **more), "Your answers")
    assert picture
    return picture


def dots(picture: Picture) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot)]


def words(picture: Picture) -> list[Text]:
    return [mark for mark in picture.marks if isinstance(mark, Text)]


def test_the_title_says_where_most_of_them_lie() -> None:
    assert drawn().title == "What matters to you lies in five regions of the circle"
    kind = ("caring", "honesty", "loving", "fun")
    assert drawn(kind, ()).title == "Three of your four lie in one region: kindness"
    assert drawn(kind[:3], ()).title == "All your three lie in one region: kindness"


def test_the_regions_are_those_of_the_exercise_in_the_same_order() -> None:
    assert [*REGIONS] == [*ASSIGNED]


def test_every_finalist_is_a_dot_and_the_five_carry_their_number() -> None:
    picture = drawn()
    assert len(dots(picture)) == len(TEN)
    assert sorted(mark.text for mark in words(picture) if mark.text.isdigit()) == [*"12345"]
    assert sum(dot.area == LARGE for dot in dots(picture)) == len(FIVE)


def test_what_lies_under_all_the_rest_is_filled() -> None:
    assert [dot.shape for dot in dots(drawn()) if dot.area == LARGE].count("disc") == 1
    assert all(dot.shape == "ring" for dot in dots(drawn(core=())) if dot.area == LARGE)


def test_a_number_stands_where_its_card_lies() -> None:
    picture = drawn()
    number = next(mark for mark in words(picture) if mark.text == "4")
    assert (number.x, number.y) == pytest.approx((5, 5), abs=0.5)
    first = next(mark for mark in words(picture) if mark.text == "1")
    assert first.x < 3


def test_the_five_are_named_below_in_their_order() -> None:
    named = [mark.text for mark in words(drawn()) if "\u2002" in mark.text]
    assert named == [
        "1\u2002Honesty · under all the rest",
        *("2\u2002Autonomy", "3\u2002Safety", "4\u2002Legacy", "5\u2002Leadership"),
    ]


def test_whose_the_regions_are_and_what_a_small_dot_is_stand_under_the_circle() -> None:
    notes = [mark.text for mark in words(drawn()) if mark.y < LOW and "\u2002" not in mark.text]
    assert notes == [SMALL_DOTS, OURS]
    assert OURS in drawn().sentence
    five = [mark.text for mark in words(drawn(FIVE))]
    assert OURS in five
    assert SMALL_DOTS not in five


@pytest.mark.parametrize("width", WIDTHS)
def test_what_stands_under_the_circle_has_room(width) -> None:
    under = [mark for mark in words(drawn()) if mark.y < LOW]
    assert all(text_width(mark.text, letters(width)) <= width for mark in under)
    assert LOW - drawn().below < min(mark.y for mark in under)


def test_the_sentence_tells_every_card_and_the_table_holds_it() -> None:
    picture = drawn()
    assert all(f"“{NAMES[card]}”" in picture.sentence for card in TEN)
    assert picture.sentence.endswith(
        "In your order: “Honesty”, “Autonomy”, “Safety”, “Legacy” and “Leadership”."
    )
    assert "In no region: “Legacy” and “Hope”." in picture.sentence
    assert picture.table.rows[0] == ("Honesty", "1", "Kindness")
    assert picture.table.rows[3] == ("Legacy", "4", "In no region")
    assert len(picture.table.rows) == len(TEN)
    assert {row[1] for row in picture.table.rows[5:]} == {""}


def test_nothing_is_drawn_before_a_card_lies_in_a_region() -> None:
    assert layout({}) is None
    assert layout(figures(("hope",), ())) is None


@given(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=10, unique=True))
def test_every_card_lies_whole_inside_the_circle(ten) -> None:
    picture = layout(figures(ten, ten[:5], ten[:1]))
    if picture is None:
        assert all(region(card) == "unassigned" for card in ten)
        return
    assert len(dots(picture)) == len(ten)
    for dot in dots(picture):
        away = hypot(dot.x - 5, (dot.y - 5) * picture.tall)
        assert away + sqrt(dot.area / pi) <= RIM


@pytest.mark.parametrize("crowd", sorted(ASSIGNED))
def test_no_two_cards_of_a_region_hide_one_another(crowd) -> None:
    ten = sorted(ASSIGNED[crowd])[:10]
    picture = drawn(ten, ten[:5], ten[:2])
    spots = [(d.x, (d.y - 5) * picture.tall, sqrt(d.area / pi)) for d in dots(picture)]
    for i, (x, y, radius) in enumerate(spots):
        for other_x, other_y, other in spots[:i]:
            assert hypot(x - other_x, y - other_y) >= 0.95 * (radius + other)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_names_at_the_rim_stay_on_the_sheet(width) -> None:
    frame = Frame(width, drawn().tall)
    for mark in words(drawn()):
        if mark.text in REGIONS.values():
            wide = text_width(mark.text, letters(width))
            left = frame.across(mark.x) - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
            assert left >= 0
            assert left + wide <= width
            assert 0 <= frame.down(mark.y) <= frame.height


def test_a_long_word_of_ones_own_is_cut_below_and_whole_in_the_table() -> None:
    own = [{"id": "x1", "name": "What my grandmother used to call a decent afternoon"}]
    picture = drawn((*TEN[:9], "x1"), ("x1",), (), own_cards=own)
    assert any(mark.text.endswith("…") for mark in words(picture))
    assert picture.table.rows[0][0] == own[0]["name"]


def test_it_is_painted_at_both_widths() -> None:
    assert all("Leadership" in paint(drawn(), width) for width in WIDTHS)
