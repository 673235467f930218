"""Names beside marks: none collides, none sticks out, none is dropped."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.pictures.labels import Box, Label, extent, place

BOARDS = [(640, 15), (340, 13)]
NAMES = st.text("aimW 四م\u0301👩\u200d🍝…", max_size=60)
LONG = "A name of forty characters, no more, ok?"


def dots(side, *, alike):
    middle = st.floats(0, side)
    dot = st.tuples(middle, middle, st.floats(2, side / 9), NAMES)
    if alike:
        return st.tuples(dot, st.integers(1, 10)).map(lambda pair: [pair[0]] * pair[1])
    return st.lists(dot, max_size=10)


def collisions(labels: tuple[Label, ...], size: float) -> list[tuple[str, str]]:
    boxes = [(label.text, extent(label, size)) for label in labels]
    return [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if meet(one, two)]


def meet(one: Box, two: Box, dust: float = 1e-5) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across > dust and down > dust


def is_on(box: Box, x: float, y: float, radius: float) -> bool:
    near = max(box.left, min(x, box.right)), max(box.top, min(y, box.bottom))
    return hypot(near[0] - x, near[1] - y) < radius - 1e-5


@pytest.mark.parametrize("alike", [False, True], ids=["anywhere", "at one place"])
@pytest.mark.parametrize(("side", "size"), BOARDS)
@given(data=st.data())
def test_ten_names_never_meet_nor_stick_out(side, size, alike, data) -> None:
    marks = data.draw(dots(side, alike=alike))
    labels = place(marks, side, side, size)
    assert len(labels) == len(marks)
    assert collisions(labels, size) == []
    for box in (extent(label, size) for label in labels):
        assert min(box.left, box.top) >= -1e-6
        assert max(box.right, box.bottom) <= side + 1e-6


@pytest.mark.parametrize("at", [(0, 0), (340, 340), (170, 170), (340, 0)])
def test_ten_long_names_at_one_place_are_all_told_apart(at) -> None:
    labels = place([(*at, 9, LONG)] * 10, 340, 340, 13)
    assert collisions(labels, 13) == []
    assert all(len(label.text) > 10 for label in labels)


def test_a_name_stands_to_the_right_of_its_mark() -> None:
    (label,) = place([(100, 200, 10, "Planning")], 640, 640, 15)
    assert (label.x, label.anchor, label.leader) == (114, "start", None)
    assert 200 < label.y < 215


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    (label,) = place([(630, 200, 10, "Planning")], 640, 640, 15)
    assert (label.x, label.anchor) == (616, "end")


def test_names_keep_off_marks_where_there_is_room() -> None:
    marks = [(100 + 40 * i, 300, 12, "Planning") for i in range(6)]
    for box in (extent(label, 15) for label in place(marks, 640, 640, 15)):
        assert not any(is_on(box, x, y, radius) for x, y, radius, _ in marks)


def test_names_keep_off_what_is_to_stay_clear() -> None:
    beside = Box(112, 180, 250, 220)
    (label,) = place([(100, 200, 10, "Planning")], 640, 640, 15, [beside])
    assert not meet(extent(label, 15), beside)


def test_where_no_place_is_clear_a_name_is_still_there() -> None:
    (label,) = place([(100, 100, 10, "Planning")], 200, 200, 15, [Box(0, 0, 200, 200)])
    assert label.text == "Planning"


def test_a_name_far_from_its_mark_is_led_to_it() -> None:
    wall = Box(0, 140, 640, 260)
    (label,) = place([(100, 200, 10, "Planning")], 640, 640, 15, [wall])
    assert label.leader is not None
    x1, y1, x2, y2 = label.leader
    assert hypot(x1 - 100, y1 - 200) == pytest.approx(10)
    box = extent(label, 15)
    assert box.left <= x2 <= box.right
    assert box.top <= y2 <= box.bottom


@given(
    st.lists(st.tuples(st.floats(150, 190), st.floats(150, 190), st.just(8.0), NAMES), max_size=10)
)
def test_no_leader_runs_through_another_name(marks) -> None:
    labels = place(marks, 340, 340, 13)
    for label in labels:
        for other in labels:
            if label.leader and other is not label:
                x1, y1, x2, y2 = label.leader
                steps = [i / 50 for i in range(51)]
                points = [(x1 + t * (x2 - x1), y1 + t * (y2 - y1)) for t in steps]
                assert not any(is_on(inner(extent(other, 13)), *point, 0.0001) for point in points)


def inner(box: Box) -> Box:
    return Box(box.left + 0.01, box.top + 0.01, box.right - 0.01, box.bottom - 0.01)


def test_an_empty_board_has_no_names() -> None:
    assert place([], 640, 640, 15) == ()
