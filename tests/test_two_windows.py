"""Two windows on one journal: no edit is lost, and a disagreement waits for the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.pages import DAY, SLUG
from tests.people import Person

LATER = DAY + timedelta(days=28)
GARDEN = {"id": "a", "name": "Garden", "autonomy": 9}


@pytest.fixture
def sits(tmp_path: Path) -> Callable[[str], Person]:
    return lambda name: Person(tmp_path / "journal.json", name)


def test_a_page_learns_that_another_window_wrote_meanwhile(sits: Callable[[str], Person]) -> None:
    one, other = sits("one"), sits("other")
    assert not one.writes((("guess",), None, 4))
    assert not one.writes((("guess",), 4, 5))
    assert other.writes((("sleep_hours",), None, 7))
    assert not other.writes((("sleep_hours",), 7, 8))
    assert one.sitting.look()
    assert not one.sitting.look()


def test_two_windows_that_begin_at_once_share_a_round_and_lose_nothing(
    sits: Callable[[str], Person],
) -> None:
    one, other = sits("one"), sits("other")
    one.writes((("guess",), None, 4))
    other.writes((("tasks", "a"), None, GARDEN))
    one.sitting.look()
    assert one.sitting.round_id == other.sitting.round_id
    assert one.answers() == other.answers() == {"guess": 4, "tasks": [GARDEN]}
    assert "conflicts" not in one.sitting.round()


@pytest.mark.parametrize(("keep", "stands"), [("mine", 6), ("other", 4)])
def test_an_answer_that_two_windows_changed_is_kept_twice_until_it_is_settled(
    sits: Callable[[str], Person], keep: str, stands: int
) -> None:
    one, other = sits("one"), sits("other")
    one.writes((("guess",), None, 4))
    other.writes((("guess",), None, 6))
    (conflict,) = other.sitting.round()["conflicts"]
    assert (other.answers()["guess"], conflict["other"]) == (6, 4)
    other.sitting.settle(conflict["id"], keep)
    assert other.answers() == {"guess": stands}
    assert "conflicts" not in other.sitting.round()


def test_what_is_settled_already_can_be_settled_again(sits: Callable[[str], Person]) -> None:
    one, other = sits("one"), sits("other")
    one.writes((("guess",), None, 4))
    other.writes((("guess",), None, 6))
    one.sitting.look()
    (conflict,) = one.sitting.round()["conflicts"]
    for each in (one, other):
        each.sitting.settle(conflict["id"], "other")
        assert each.answers() == {"guess": 4}


def test_two_windows_that_start_a_new_round_at_once_share_it(sits: Callable[[str], Person]) -> None:
    one, other = sits("one"), sits("other")
    one.writes((("tasks", "a"), None, GARDEN))
    other.sitting.look()
    for each in (one, other):
        each.sitting.start_round(LATER)
    assert len(other.sitting.journal.rounds(SLUG)) == 2
    assert one.sitting.round_id == other.sitting.round_id
    other.writes((("guess",), None, 3), day=LATER)
    assert other.answers()["guess"] == 3
