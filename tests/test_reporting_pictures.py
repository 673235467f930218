"""A report's pictures: what is drawn is as large as what was published, and no more certain."""

from __future__ import annotations

import re
from math import pi

import pytest

from quadrantlib.pictures.picture import LOW, SPAN, Area, Dot, Picture, Text
from quadrantlib.pictures.style import DARK, LIGHT
from quadrantlib.pictures.values_words import NOWHERE
from quadrantlib.pictures.values_words import REGIONS as CIRCLE
from quadrantlib.quadrant import REGIONS
from quadrantlib.reporting import circle, tracks
from quadrantlib.reporting.desk import CHAPTER
from quadrantlib.reporting.drawing import darkened, drawn
from quadrantlib.reporting.tracks import Row
from tests.reports import found, withheld


def areas(picture: Picture, color: str, fill: str) -> list[Area]:
    marks = (mark for mark in picture.marks if isinstance(mark, Area))
    return [mark for mark in marks if (mark.color, mark.fill) == (color, fill)]


def size(area: Area) -> float:
    return (area.right - area.left) * (area.top - area.bottom)


def the_map(**more) -> Picture:
    return CHAPTER["map"](found(40, **more)).pictures[0]


@pytest.mark.parametrize(("region", "share"), [("hard_assigned", 0.45), ("easy_assigned", 0.2)])
def test_a_corner_of_the_map_is_filled_by_its_share(region: str, share: float) -> None:
    (quarter,), (square,) = (areas(the_map(), region, fill) for fill in ("tint", "solid"))
    assert size(square) / size(quarter) == pytest.approx(share)
    assert (square.right, square.bottom) == (5, 5) or (square.right, square.top) == (5, 5)


def test_a_share_that_is_only_known_to_be_small_is_open() -> None:
    picture = CHAPTER["map"](found(12)).pictures[0]
    assert areas(picture, "hard_chosen", "solid") == []
    (ghost,), (quarter,) = (areas(picture, "hard_chosen", fill) for fill in ("ghost", "tint"))
    assert size(ghost) / size(quarter) == pytest.approx(0.125)


def test_a_corner_that_is_withheld_is_named_and_empty() -> None:
    picture = the_map(extra=(withheld("regions", "easy_chosen", kind="mean"),))
    assert len(areas(picture, "easy_chosen", "tint")) == 1
    assert not areas(picture, "easy_chosen", "solid") + areas(picture, "easy_chosen", "ghost")
    assert "not shown" in [mark.text for mark in picture.marks if isinstance(mark, Text)]


def test_the_map_is_recognisably_the_board() -> None:
    words = [mark.text for mark in the_map().marks if isinstance(mark, Text)]
    assert {"Hard and assigned", "Easy and assigned", "Easy and chosen", "Hard and chosen"} <= {
        *words
    }
    assert {mark.color for mark in the_map().marks if isinstance(mark, Area)} >= set(REGIONS)


def test_a_bar_is_full_as_far_as_is_sure_and_open_as_far_as_it_may_reach() -> None:
    picture = tracks.layout("T", "S.", [Row("A", "about half", 0.3, 0.7)], ("", ""))
    (full,), (open_,) = (areas(picture, "accent", fill) for fill in ("solid", "ghost"))
    assert (full.right - LOW) / SPAN == pytest.approx(0.3)
    assert (open_.right - LOW) / SPAN == pytest.approx(0.7)
    assert open_.left == full.right


def test_the_bar_under_the_map_is_read_like_any_other() -> None:
    (full,), (open_,) = (areas(the_map(), "ink", fill) for fill in ("solid", "ghost"))
    (relief,) = found(40).seen("relief")
    assert (full.right - LOW) / SPAN == pytest.approx(relief.low)
    assert (open_.left, (open_.right - LOW) / SPAN) == (full.right, pytest.approx(relief.high))


@pytest.mark.parametrize(
    ("shown", "low", "high", "place"),
    [("lower", -1, -0.05, 0), ("about the same", -0.15, 0.15, 1), ("higher", 0.05, 1, 2)],
)
def test_a_change_is_one_of_three_places(shown, low, high, place) -> None:
    picture = tracks.changed("T", "S.", [Row("A", shown, low, high)], ("", ""))
    dots = [mark for mark in picture.marks if isinstance(mark, Dot)]
    assert [dot.shape for dot in dots].index("disc") == place
    assert [dot.shape for dot in dots].count("disc") == 1
    assert picture.table.rows == (("A", shown),)


def test_the_circle_has_a_disc_for_each_region_as_large_as_its_people() -> None:
    seen = {each.item.id: each for each in found(40).seen("circle")}
    picture = circle.layout("T", "S.", seen)
    rings = [mark.area for mark in picture.marks if isinstance(mark, Dot) and mark.shape == "ring"]
    assert rings == [pytest.approx(pi * 0.8**2 * seen[each].high) for each in (*CIRCLE, NOWHERE)]


def test_drawings_are_the_same_each_time_and_name_no_program_or_day() -> None:
    once, again = drawn(the_map()), drawn(the_map())
    assert once == again
    assert set(once) == {"wide", "narrow"}
    assert not re.search("metadata|[Mm]atplotlib v|20\\d\\d-", once["wide"])


STRANGE = {
    "text.usetex": True,
    "path.sketch": (1, 100, 2),
    "lines.linewidth": 9.0,
    "font.size": 40.0,
    "savefig.dpi": 4000,
    "axes.facecolor": "black",
    "savefig.bbox": "tight",
}
"""Settings that somebody may have in their matplotlibrc."""


def test_a_persons_own_settings_change_no_drawing_and_stay_theirs() -> None:
    """Without `own_settings` the first asks for TeX, and the second makes megabytes of waves."""
    from matplotlib import rc_context, rcParams

    before = drawn(the_map())
    with rc_context(STRANGE):
        assert drawn(the_map()) == before
        assert {name: rcParams[name] for name in STRANGE} == STRANGE


def test_a_dark_page_has_the_same_drawing_in_its_own_colors() -> None:
    light = drawn(the_map())["wide"]
    dark = darkened(light)
    used = set(re.findall("#[0-9a-f]{6}", dark))
    assert used <= {color.lower() for color in DARK.values()}
    assert set(re.findall("#[0-9a-f]{6}", light)) <= {color.lower() for color in LIGHT.values()}
    assert re.sub("#[0-9a-f]{6}", "", light) == re.sub("#[0-9a-f]{6}", "", dark)
