"""A figure is told as coarsely as its people need, and nothing narrower follows from it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib import bands
from quadrantlib.shares import Item

DRAWS = (0.0, 0.25, 0.5, 0.75, 0.999999)
SINGLE, MOMENTS, MOTION, PERCENT = (Item("an", "item", most) for most in (1, 5, 20, 100))
ITEMS = st.sampled_from([SINGLE, MOMENTS, MOTION, PERCENT])
PEOPLE = st.integers(8, 120)


def every(item: Item, people: int, total: int) -> set[str]:
    """All that may be shown of a sum, whatever is drawn."""
    return {bands.band(item, people, total, draw).shown for draw in DRAWS}


@pytest.mark.parametrize(
    ("item", "people", "total", "shown"),
    [
        # how many of fewer than twenty
        (SINGLE, 10, 0, {"few"}),
        (SINGLE, 10, 2, {"few"}),
        (SINGLE, 10, 3, {"few", "about half"}),
        (SINGLE, 10, 4, {"few", "about half"}),
        (SINGLE, 10, 5, {"about half"}),
        (SINGLE, 10, 6, {"about half", "most"}),
        (SINGLE, 10, 7, {"about half", "most"}),
        (SINGLE, 10, 8, {"most"}),
        (SINGLE, 19, 19, {"most"}),
        # from twenty on
        (SINGLE, 20, 0, {"under 20 %"}),
        (SINGLE, 20, 3, {"under 20 %"}),
        (SINGLE, 20, 4, {"20 %"}),
        (SINGLE, 40, 7, {"under 20 %", "20 %"}),  # 17.5 %
        (SINGLE, 30, 13, {"45 %"}),  # 43.3 %
        (SINGLE, 20, 16, {"80 %"}),
        (SINGLE, 20, 17, {"over 80 %"}),
        (SINGLE, 49, 49, {"over 80 %"}),
        # from fifty on
        (SINGLE, 50, 0, {"about 10 % or less"}),
        (SINGLE, 50, 6, {"about 10 % or less"}),
        (SINGLE, 50, 7, {"15 %"}),
        (SINGLE, 50, 43, {"85 %"}),
        (SINGLE, 50, 44, {"about 90 % or more"}),
        # means to one decimal
        (MOTION, 12, 101, {"8.4"}),
        (MOTION, 10, 25, {"under 3"}),
        (MOTION, 10, 30, {"3.0"}),
        (MOTION, 10, 170, {"17.0"}),
        (MOTION, 10, 171, {"over 17"}),
        (MOTION, 20, 19, {"under 1", "1.0"}),  # 0.95
        (MOTION, 20, 381, {"19.0", "over 19"}),
        (MOMENTS, 10, 9, {"under 1"}),
        (MOMENTS, 10, 10, {"1.0"}),
        (MOMENTS, 10, 41, {"over 4"}),
        (MOMENTS, 20, 10, {"0.5"}),
        (MOMENTS, 20, 8, {"under 0.5"}),
        (MOMENTS, 20, 92, {"over 4.5"}),
        # percent to 5 %
        (PERCENT, 8, 80, {"under 15 %"}),
        (PERCENT, 8, 120, {"15 %"}),
        (PERCENT, 8, 300, {"35 %", "40 %"}),  # 37.5 %
        (PERCENT, 8, 700, {"over 85 %", "85 %"}),  # 87.5 %
        (PERCENT, 20, 40, {"under 5 %"}),
        (PERCENT, 20, 100, {"5 %"}),
        (PERCENT, 20, 1960, {"over 95 %"}),
    ],
)
def test_a_figure_is_told_by_how_many_people_there_are(item, people, total, shown) -> None:
    assert every(item, people, total) == shown


@pytest.mark.parametrize(
    ("moved", "shown"),
    [
        (-20, {"lower"}),
        (-3.2, {"lower"}),  # −.16 of the scale
        (-3, {"lower", "about the same"}),
        (-1, {"lower", "about the same"}),
        (-0.8, {"about the same"}),
        (0, {"about the same"}),
        (1, {"about the same", "higher"}),
        (3, {"about the same", "higher"}),
        (3.2, {"higher"}),
        (20, {"higher"}),
    ],
)
def test_a_change_is_told_in_words(moved, shown) -> None:
    total = round(moved * 10)
    assert {bands.change(MOTION, 10, total, draw).shown for draw in DRAWS} == shown


@given(ITEMS, PEOPLE, st.data(), st.sampled_from(DRAWS))
def test_what_is_declared_holds_the_mean(item, people, data, draw) -> None:
    total = data.draw(st.integers(0, people * item.most))
    found = bands.band(item, people, total, draw)
    assert 0 <= found.low <= Fraction(total, people) <= found.high <= item.most


@given(ITEMS, PEOPLE, st.data())
def test_every_sum_that_is_declared_possible_could_have_been_shown_so(item, people, data) -> None:
    found = bands.band(item, people, data.draw(st.integers(0, people * item.most)), 0)
    low, high = found.low * people, found.high * people
    other = data.draw(st.integers(-(-low.numerator // low.denominator), int(high)))
    assert found.shown in every(item, people, other)


@given(ITEMS, PEOPLE, st.data(), st.sampled_from(DRAWS))
def test_the_same_holds_for_changes(item, people, data, draw) -> None:
    most = people * item.most
    moved = data.draw(st.integers(-most, most))
    found = bands.change(item, people, moved, draw)
    assert -item.most <= found.low <= Fraction(moved, people) <= found.high <= item.most


@given(ITEMS, PEOPLE, st.data(), st.sampled_from(DRAWS))
def test_a_scale_read_from_its_other_end_is_told_as_its_mirror_image(
    item, people, data, draw
) -> None:
    total = data.draw(st.integers(0, people * item.most))
    mirrored = {
        (item.most - each.high, item.most - each.low)
        for each in (bands.band(item, people, people * item.most - total, d) for d in DRAWS)
    }
    found = bands.band(item, people, total, draw)
    assert (found.low, found.high) in mirrored


@pytest.mark.parametrize("people", range(8, 20))
def test_below_twenty_no_count_of_people_follows_from_what_is_shown(people) -> None:
    counts: dict[str, set[int]] = {}
    for total in range(people + 1):
        for shown in every(SINGLE, people, total):
            counts.setdefault(shown, set()).add(total)
    assert all(len(fitting) >= 3 for fitting in counts.values())
