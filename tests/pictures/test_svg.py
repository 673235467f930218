"""The picture on a page."""

from __future__ import annotations

import re
from dataclasses import replace
from math import pi, sqrt
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.pictures.picture import SPAN
from quadrantlib.pictures.style import LIGHT, css_variables
from quadrantlib.pictures.svg import paint
from quadrantlib.pictures.ten_tasks import layout
from tests.pictures.lines import OVER_TIME
from tests.pictures.maps import FULL, figures, row

TRACE = OVER_TIME.marks[1].points
SVG = "{http://www.w3.org/2000/svg}"
ODD = '<script>alert("x")</script> & \x0b\x00\ud800'


def tree(figures, width=640, **how) -> ET.Element:
    return ET.fromstring(paint(layout(figures, "Ten tasks"), width, **how))


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_it_is_an_image_with_a_name_and_a_description() -> None:
    root = tree(FULL)
    name, description = root.attrib["aria-labelledby"].split()
    assert root.attrib["role"] == "img"
    assert root.find(f"{SVG}title[@id='{name}']").text == layout(FULL).title
    assert root.find(f"{SVG}desc[@id='{description}']").text == layout(FULL).sentence


def test_two_pictures_on_a_page_share_no_id() -> None:
    ids = [re.findall(r'\bid="([^"]+)"', paint(layout(FULL))) for _ in range(2)]
    assert len({*ids[0], *ids[1]}) == 4


# The guard is the tree itself: with text pasted into markup, this test finds a script element.
@given(st.text(max_size=30) | st.just(ODD))
def test_what_somebody_wrote_is_only_ever_text(name) -> None:
    root = tree(figures([row(0, 3, 9, 1, name=name)]), titled=True)
    allowed = {"svg", "g", "title", "desc", "rect", "circle", "line", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)


def test_markup_in_a_name_is_read_as_it_was_written() -> None:
    root = tree(figures([row(0, 3, 9, 1, name="<b>Bold</b> & “me”")]))
    assert "<b>Bold</b> & “me”" in texts(root)


def test_colors_are_the_pages_own() -> None:
    painted = paint(layout(FULL))
    used = set(re.findall(r"var\((--q-[\w-]+)\)", painted))
    assert used <= set(re.findall(r"(--q-[\w-]+):", css_variables()))
    assert "--q-hard-assigned" in used
    assert not any(color in painted for color in LIGHT.values())
    assert "style=" not in painted


def test_shapes_follow_the_feeling_and_areas_the_hours() -> None:
    root = tree(figures([row(0, 75, 9, 1, 1), row(1, 75, 9, 9, -1), row(2, 75, 1, 1, 0)]))
    disc, casing, ring = root.iter(f"{SVG}circle")
    radius = 0.65 / SPAN * 640
    assert float(disc.attrib["r"]) == pytest.approx(radius, abs=0.01)
    assert float(ring.attrib["r"]) == pytest.approx(radius - 1, abs=0.01)
    assert ring.attrib.keys() == casing.attrib.keys() - {
        "stroke",
        "stroke-width",
        "stroke-dasharray",
    }
    square = [r for r in root.iter(f"{SVG}rect") if "fill" not in r.attrib]
    assert float(square[0].attrib["width"]) == pytest.approx(radius * sqrt(pi), abs=0.01)


def test_a_thing_that_is_harder_stands_higher() -> None:
    root = tree(figures([row(0, 5, 9, 3, 1), row(1, 5, 1, 3, 1)]))
    heights = {circle.attrib["cy"] for circle in root.iter(f"{SVG}circle")}
    assert heights == {f"{round(640 - (y + 0.75) / SPAN * 640, 2):g}" for y in (9, 1)}


@pytest.mark.parametrize(("width", "letters"), [(640, "15"), (340, "13")])
def test_letters_keep_their_size_on_a_narrow_page(width, letters) -> None:
    root = tree(FULL, width)
    assert root.attrib["width"] == str(width)
    assert letters in {text.attrib["font-size"] for text in root.iter(f"{SVG}text")}


def test_title_and_source_are_drawn_when_it_stands_alone() -> None:
    assert layout(FULL).title not in texts(tree(FULL))
    assert {layout(FULL).title, "Ten tasks"} <= set(texts(tree(FULL, titled=True)))


def test_the_words_of_a_name_keep_their_own_direction() -> None:
    name = "مراجعة الشيفرة"
    root = tree(figures([row(0, 3, 9, 1, name=name)]))
    (label,) = [text for text in root.iter(f"{SVG}text") if text.text == name]
    assert label.attrib["unicode-bidi"] == "plaintext"
    assert root.attrib["direction"] == "ltr"


def test_a_flat_frame_is_as_high_as_it_says() -> None:
    root = ET.fromstring(paint(OVER_TIME, 600))
    assert float(root.attrib["height"]) == pytest.approx(240)
    assert ET.fromstring(paint(replace(OVER_TIME, below=30), 600)).attrib["height"] == "270"


def test_a_trace_leads_through_its_points_at_their_height() -> None:
    main, dashed = ET.fromstring(paint(OVER_TIME, 600)).iter(f"{SVG}polyline")
    points = [tuple(map(float, pair.split(","))) for pair in main.attrib["points"].split()]
    wanted = [((x + 0.75) / SPAN * 600, 240 - (y + 0.75) / SPAN * 240) for x, y in TRACE]
    assert points == [pytest.approx(pair, abs=0.01) for pair in wanted]
    assert float(dashed.attrib["stroke-width"]) < float(main.attrib["stroke-width"])
    assert "stroke-dasharray" in dashed.attrib.keys() - main.attrib.keys()


def test_a_band_goes_out_along_one_trace_and_back_along_the_other() -> None:
    (band,) = ET.fromstring(paint(OVER_TIME, 600)).iter(f"{SVG}polygon")
    xs = [float(pair.split(",")[0]) for pair in band.attrib["points"].split()]
    left, right = min(xs), max(xs)
    assert xs == [left, right, right, left]
    assert 0 < float(band.attrib["fill-opacity"]) < 1


def test_a_dot_on_a_flat_frame_is_round_and_named_on_it() -> None:
    root = ET.fromstring(paint(OVER_TIME, 600))
    (disc,) = root.iter(f"{SVG}circle")
    assert float(disc.attrib["r"]) == pytest.approx(sqrt(0.05 / pi) / SPAN * 600, abs=0.01)
    (name,) = [text for text in root.iter(f"{SVG}text") if text.text == "now"]
    assert 0 < float(name.attrib["y"]) < 240
