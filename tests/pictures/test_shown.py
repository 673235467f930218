"""What the page gets of a reading."""

from __future__ import annotations

import json

import pytest

from quadrantlib.exercise import Line, Part, Reading
from quadrantlib.pictures import shown as module
from quadrantlib.pictures.shown import shown
from tests.pictures.lines import OVER_TIME
from tests.pictures.maps import FULL

WORDS = {"says": ("One.",), "needs": ("Two.",), "wonders": ("Three.",), "aside": ("Four.",)}


@pytest.fixture
def two(monkeypatch):
    """An exercise with three layouts, the second of which has nothing to draw."""
    layouts = (lambda *_: OVER_TIME, lambda *_: None, lambda *_: OVER_TIME)
    monkeypatch.setitem(module.LAYOUTS, "two", layouts)
    return shown(Reading(), "two")


def test_the_words_are_handed_on() -> None:
    part = Part("Gathered", (Line("A line.", "ten-tasks", "Then"),))
    told = shown(Reading(**WORDS, parts=(part,)), "nothing-to-draw")
    line = {"words": "A line.", "slug": "ten-tasks", "lead": "Then"}
    gathered = {"title": "Gathered", "lines": [line], "behind": False}
    words = {name: list(sentences) for name, sentences in WORDS.items()}
    told["parts"][0]["lines"] = list(told["parts"][0]["lines"])
    assert told == words | {"pictures": [], "parts": [gathered]}


def test_a_layout_with_nothing_to_draw_leaves_no_gap(two) -> None:
    assert [picture["title"] for picture in two["pictures"]] == ["It went up", "It went up"]


def test_each_picture_comes_for_wide_and_for_narrow_with_words_and_table(two) -> None:
    wide, narrow = two["pictures"][0]["drawings"]
    assert "q-wide" in wide
    assert "q-narrow" in narrow
    assert two["pictures"][0]["table"]["rows"] == [["then", "2"], ["now", "8"]]
    assert json.loads(json.dumps(two)) == two


def test_shapes_are_explained_only_where_they_mean_a_feeling(two) -> None:
    (board,) = shown(Reading(FULL), "ten-tasks")["pictures"]
    (empty,) = shown(Reading(), "ten-tasks")["pictures"]
    assert board["shapes"]
    assert not empty["shapes"]
    assert not two["pictures"][0]["shapes"]
