"""Copies are made at most every ten minutes, and kept as promised."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePath

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib import snapshots
from quadrantlib.snapshots import Snapshot
from tests.pages import NOW

MINUTES = st.integers(0, 60 * 24 * 50)


def copies(minutes_ago: list[int]) -> list[Snapshot]:
    ages = sorted(set(minutes_ago))
    return [Snapshot(NOW - timedelta(minutes=age), 1, str(age)) for age in ages]


@given(st.lists(MINUTES, max_size=60))
def test_the_last_ten_and_one_a_day_for_thirty_days_are_kept(minutes) -> None:
    made = copies(minutes)
    kept = [each for each in made if each not in snapshots.to_drop(made, NOW)]
    assert kept[:10] == made[:10]
    recent = [each for each in made if NOW - each.at < timedelta(days=30)]
    assert {each.at.date() for each in kept} >= {each.at.date() for each in recent}
    beyond = kept[10:]
    assert len({each.at.date() for each in beyond}) == len(beyond)
    assert all(NOW - each.at < timedelta(days=30) for each in beyond)


@given(st.lists(MINUTES, min_size=1))
def test_a_copy_is_due_when_the_newest_is_ten_minutes_away(minutes) -> None:
    made = copies(minutes)
    assert snapshots.due(made, NOW) is (NOW - made[0].at >= timedelta(minutes=10))


def test_a_clock_that_was_set_back_does_not_stop_the_copies() -> None:
    ahead = [Snapshot(NOW + timedelta(days=400), 1, "")]
    assert snapshots.due(ahead, NOW)
    assert snapshots.due([], NOW)


@given(st.integers(0, 10**9), st.sampled_from(["journal.json", "a.b.json", "mine", "j(1).json"]))
def test_a_name_says_when_and_of_which_journal(revision, journal) -> None:
    name = snapshots.name_for(PurePath(journal), NOW, revision)
    others = ["other.json", journal, f"x{name}", f"{name}x", "j.json", "a.json", "b.json"]
    assert snapshots.found_in([name, *others], PurePath(journal)) == (
        Snapshot(NOW, revision, name),
    )
    for other in others:
        if other != journal:
            assert not snapshots.found_in([name], PurePath(other))
