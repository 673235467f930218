from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.quadrant import (
    MIDDLE,
    NAMES,
    NUDGED,
    ON_THE_LINE,
    PLACES,
    REGIONS,
    Cut,
    Mark,
    correlation,
    hours_by_place,
    mean,
    place,
    region,
    sensitivity,
    shares,
)
from tests.generated import IDS

WORKED = [
    (60, 9, 1),
    (80, 8, 2),
    (40, 3, 1),
    (24, 4, 3),
    (16, 4, 6),
    (12, 8, 9),
    (10, 3, 10),
    (8, 2, 9),
    (20, 6, 3),
    (6, 7, 10),
]
MARKS = [Mark(f"t{i}", f"Task {i}", d, a, h) for i, (h, d, a) in enumerate(WORKED)]

levels = st.integers(0, 100).map(lambda step: step / 10)
marks = st.builds(
    Mark,
    id=st.uuids().map(str),
    name=st.text(max_size=5),
    difficulty=levels,
    autonomy=levels,
    hours=st.integers(0, 2000).map(lambda quarter: quarter / 4),
)
boards = st.lists(marks, max_size=15)


def hours_of(axis_cut: tuple[str, float]) -> dict[str, float]:
    found = {(each["axis"], each["cut"]): each["hours"] for each in sensitivity(MARKS)}
    return found[axis_cut]


def test_the_worked_hours_lie_where_the_method_says():
    assert list(hours_by_place(MARKS).values()) == [160, 64, 34, 18, 0]
    assert sum(hours_by_place(MARKS).values()) == 276


def test_the_worked_means_and_correlation_are_those_of_the_method():
    assert mean(MARKS, "difficulty") == pytest.approx(6.3913, abs=5e-5)
    assert mean(MARKS, "autonomy") == pytest.approx(3.0)
    assert correlation(MARKS) == pytest.approx(-0.3199, abs=5e-5)


def test_with_the_difficulty_cut_at_six_twenty_worked_hours_lie_on_the_line():
    assert list(hours_of(("difficulty", 6)).values()) == [140, 64, 34, 18, 20]


def test_every_cut_but_the_middle_is_tried_on_either_axis():
    found = [(each["axis"], each["cut"]) for each in sensitivity(MARKS)]
    assert found == [("difficulty", 4), ("difficulty", 6), ("autonomy", 4), ("autonomy", 6)]
    assert list(hours_of(("difficulty", 4)).values()) == [160, 40, 18, 18, 40]
    assert list(hours_of(("autonomy", 6)).values()) == [160, 64, 18, 18, 16]


def test_the_tasks_that_move_are_named_with_where_from_and_where_to():
    moves = next(each["moves"] for each in sensitivity(MARKS) if each["cut"] == 6)
    assert moves == [
        {"id": "t8", "name": "Task 8", "from": "hard_assigned", "to": "on_the_line"},
    ]


@pytest.mark.parametrize(
    ("difficulty", "autonomy", "expected"),
    [
        (5.1, 4.9, "hard_assigned"),
        (4.9, 4.9, "easy_assigned"),
        (4.9, 5.1, "easy_chosen"),
        (5.1, 5.1, "hard_chosen"),
        (5, 9, "on_the_line"),
        (9, 5.0, "on_the_line"),
        (5, 5, "on_the_line"),
        (0, 0, "easy_assigned"),
        (10, 10, "hard_chosen"),
    ],
)
def test_high_is_strictly_above_the_cut_and_the_cut_itself_is_the_line(
    difficulty, autonomy, expected
):
    assert region(difficulty, autonomy) == expected


def test_the_line_follows_the_cut():
    assert region(6, 2, Cut(difficulty=6)) == ON_THE_LINE
    assert region(5, 2, Cut(difficulty=6)) == "easy_assigned"
    assert region(5, 2, Cut(difficulty=4)) == "hard_assigned"


def test_every_place_has_a_name_in_words():
    assert set(NAMES) == set(PLACES) == {*REGIONS, ON_THE_LINE}


@given(levels, levels, st.sampled_from([MIDDLE, *NUDGED]))
def test_mirroring_both_axes_at_the_cut_lands_in_the_opposite_corner(up, across, cut):
    opposite = {
        "hard_assigned": "easy_chosen",
        "easy_chosen": "hard_assigned",
        "easy_assigned": "hard_chosen",
        "hard_chosen": "easy_assigned",
        ON_THE_LINE: ON_THE_LINE,
    }
    mirrored = region(2 * cut.difficulty - up, 2 * cut.autonomy - across, cut)
    assert mirrored == opposite[region(up, across, cut)]


@given(boards)
def test_shares_add_up_to_one_or_are_not_said(board):
    found = shares(hours_by_place(board))
    assert bool(found) == (sum(mark.hours for mark in board) > 0)
    assert not found or sum(found.values()) == pytest.approx(1)


@given(boards, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(board, random):
    mixed = random.sample(board, len(board))
    assert hours_by_place(mixed) == hours_by_place(board)
    assert mean(mixed, "difficulty") == mean(board, "difficulty")
    assert correlation(mixed) == correlation(board)


@given(boards, st.sampled_from([0.25, 0.5, 3, 7, 100]))
def test_scaling_all_hours_changes_no_share_no_mean_and_no_correlation(board, factor):
    scaled = [Mark(m.id, m.name, m.difficulty, m.autonomy, m.hours * factor) for m in board]
    assert shares(hours_by_place(scaled)) == pytest.approx(shares(hours_by_place(board)))
    assert mean(scaled, "autonomy") == pytest.approx(mean(board, "autonomy"))
    assert correlation(scaled) == pytest.approx(correlation(board), abs=1e-9)


@given(boards)
def test_shares_agree_with_pandas(board):
    frame = pd.DataFrame(
        [(place(mark), mark.hours) for mark in board], columns=["place", "hours"]
    ).astype({"hours": float})
    by_place = frame.groupby("place")["hours"].sum()
    for name, share in shares(hours_by_place(board)).items():
        assert share == pytest.approx(by_place.get(name, 0.0) / frame["hours"].sum())


@given(boards)
def test_the_correlation_agrees_with_repeating_every_mark_once_per_quarter_hour(board):
    """A second way without weights: the plain correlation of a long list of quarter hours."""
    times = [round(mark.hours * 4) for mark in board]
    up = np.repeat([mark.difficulty for mark in board], times)
    across = np.repeat([mark.autonomy for mark in board], times)
    found = correlation(board)
    if len(set(up)) < 2 or len(set(across)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(np.corrcoef(up, across)[0, 1], abs=1e-7)


@given(boards)
def test_every_mark_that_moves_lies_elsewhere_and_no_other(board):
    for each, cut in zip(sensitivity(board), NUDGED, strict=True):
        moved = Counter(move["id"] for move in each["moves"])
        assert moved == Counter(mark.id for mark in board if place(mark) != place(mark, cut))


def test_what_cannot_be_said_is_absent():
    assert shares(hours_by_place([])) == {}
    assert mean([], "autonomy") is None
    assert correlation([]) is None
    assert correlation([Mark("a", "", 9, 1, 0), Mark("b", "", 1, 9, 0)]) is None


def test_ten_marks_on_one_level_have_no_correlation_however_the_rounding_falls():
    level = [Mark(str(i), "", 0.1, i, 1 + i / 7) for i in range(10)]
    assert correlation(level) is None


@given(st.lists(st.builds(Mark, IDS, st.just(""), levels, levels, st.floats(0, 2000))))
def test_a_correlation_is_never_beyond_one_however_small_the_hours(board):
    found = correlation(board)
    assert found is None or -1 <= found <= 1


def test_a_share_may_be_taken_of_another_whole():
    assert shares({"hard_assigned": 112}, of=448) == {"hard_assigned": 0.25}
    assert shares({"hard_assigned": 112}, of=0) == {}
