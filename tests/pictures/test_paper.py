"""The picture on paper, asked of the axes; never of pixels."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from math import pi

import pytest
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from quadrantlib.pictures.paper import SIDE, paint
from quadrantlib.pictures.picture import HIGH, LOW, SPAN, Dot
from quadrantlib.pictures.style import LIGHT
from quadrantlib.pictures.ten_tasks import layout
from tests.pictures.lines import OVER_TIME
from tests.pictures.maps import FULL, NAMES, TASKS, figures, row

TRACE = OVER_TIME.marks[1].points


@pytest.fixture
def board():
    return paint(layout(FULL, "Ten tasks, 22 November 2026"))


def mark(board, name):
    return next(drawn for drawn in board.collections if drawn.get_gid() == name)


def words(board) -> list[str]:
    return [text.get_text() for text in board.texts]


def test_every_task_stands_where_it_was_put(board) -> None:
    places = {drawn.get_gid(): tuple(drawn.get_offsets()[0]) for drawn in board.collections}
    for task in TASKS:
        assert places[task["name"]] == pytest.approx((task["autonomy"], task["difficulty"]))
    assert board.get_xlim() == board.get_ylim() == (LOW, HIGH)


def test_loss_is_filled_and_relief_is_open(board) -> None:
    assert len(mark(board, "Sprint planning").get_facecolor()) == 0
    filled = mark(board, "School run").get_facecolor()[0]
    assert tuple(filled) == to_rgba(LIGHT["easy_chosen"], 0.9)


def test_neither_is_a_square_and_what_is_unset_is_dashed(board) -> None:
    corners = {name: len(mark(board, name).get_paths()[0].vertices) for name in NAMES}
    assert corners["Status reports"] == 5
    assert corners["School run"] > 5
    assert mark(board, "On call").get_linestyle()[0][1] is not None
    assert mark(board, "Sprint planning").get_linestyle()[0][1] is None


def test_area_is_proportional_to_hours(board) -> None:
    disc, ring = mark(board, "School run"), mark(board, "The migration nobody wanted")
    assert ring.get_sizes()[0] / disc.get_sizes()[0] == pytest.approx(80 / 16)
    square = mark(board, "Status reports")
    assert square.get_sizes()[0] / disc.get_sizes()[0] == pytest.approx(40 / 16 * pi / 4)


def test_a_disc_covers_what_the_layout_says(board) -> None:
    (drawn,) = [dot for dot in layout(FULL).marks if getattr(dot, "label", "") == "School run"]
    diameter = mark(board, "School run").get_sizes()[0] ** 0.5 / SIDE * SPAN
    assert pi * (diameter / 2) ** 2 == pytest.approx(drawn.area)


def test_title_names_and_source_are_set(board) -> None:
    assert board.get_title("left") == "58 % of the hours you listed were hard and assigned"
    said = words(board)
    assert {"Hard and assigned", "58 %", "Your guess: 30 %", "Sprint planning"} <= set(said)
    assert "Ten tasks, 22 November 2026" in said


def test_regions_bar_and_ghost_are_patches(board) -> None:
    tints = [patch for patch in board.patches if patch.get_alpha() is not None]
    assert len(tints) == 4
    (ghost,) = [patch for patch in board.patches if not patch.get_fill()]
    assert ghost.get_width() / SPAN == pytest.approx(0.3)


def test_last_round_stands_faint() -> None:
    before = [row(4, 16, 2, 2, 1) | {"id": "old", "match": "t4"}]
    board = paint(layout(FULL | {"earlier_placed": before}))
    (faint,) = [drawn for drawn in board.collections if not drawn.get_gid()]
    assert tuple(faint.get_facecolor()[0]) == to_rgba(LIGHT["edge"], 0.25)
    assert [list(line.get_xdata()) for line in board.lines] == [[2, 6]]


def test_a_dollar_sign_begins_no_formula() -> None:
    board = paint(layout(figures([row(0, 4, 9, 1, name="$x_1$ and $")])))
    text = next(text for text in board.texts if text.get_text() == "$x_1$ and $")
    assert text.get_parse_math() is False


def test_it_paints_on_the_axes_it_is_given() -> None:
    given = Figure(figsize=(4, 5)).add_subplot()
    assert paint(layout(FULL), given) is given
    assert len(given.collections) == 10


def test_an_empty_map_can_be_painted() -> None:
    assert paint(layout({})).get_title("left") == "Your map is still empty"


def test_the_other_pictures_never_load_matplotlib(python) -> None:
    ours = "import sys; from quadrantlib.pictures import svg, ten_tasks; print(*sys.modules)"
    done = subprocess.run([python, "-c", ours], capture_output=True, text=True, check=True)
    assert "quadrantlib.pictures.svg" in done.stdout.split()
    assert "matplotlib" not in done.stdout.split()


def test_a_flat_frame_is_as_high_as_it_says() -> None:
    board = paint(OVER_TIME)
    board.figure.canvas.draw()
    box = board.get_window_extent()
    assert box.height / box.width == pytest.approx(OVER_TIME.tall)
    assert board.get_ylim() == (LOW, HIGH)


def test_traces_and_bands_run_through_their_points() -> None:
    board = paint(OVER_TIME)
    main, dashed = board.lines
    assert [*zip(*main.get_data(), strict=True)] == [pytest.approx(p) for p in TRACE]
    assert (main.get_linestyle(), dashed.get_linestyle()) == ("-", "--")
    assert dashed.get_linewidth() < main.get_linewidth()
    (band,) = board.patches
    corners = band.get_xy()[:4]
    assert [tuple(corner) for corner in corners] == [
        pytest.approx(point) for point in ((0, 4), (10, 10), (10, 6), (0, 0))
    ]


def test_a_dot_on_a_flat_frame_has_the_size_it_has_on_a_square_one() -> None:
    flat, square = paint(OVER_TIME), paint(replace(OVER_TIME, tall=1))
    assert mark(flat, "now").get_sizes() == pytest.approx(mark(square, "now").get_sizes())


def test_the_name_of_a_dot_stays_on_a_flat_frame() -> None:
    board = paint(OVER_TIME)
    (name,) = [text for text in board.texts if text.get_text() == "now"]
    assert LOW <= name.get_position()[1] <= HIGH


def test_a_dot_below_the_frame_keeps_its_distance_in_points() -> None:
    below = Dot(5, LOW - 30, 1, "disc", "line", "hangs")
    flat = replace(OVER_TIME, marks=(below,), tall=0.25)
    _x, y = mark(paint(flat), "hangs").get_offsets()[0]
    assert (LOW - y) / SPAN * SIDE * 0.25 == pytest.approx(30)
