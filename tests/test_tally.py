"""Sums combine: whoever counted which part of a cohort, they come out the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.submitted import read
from quadrantlib.tally import ANSWERS, Atom, Placed, Sums, Tally, tallied
from tests.handed import QUICK, cohorts, handed
from tests.submissions import document


def tally(files) -> Tally:
    return tallied([Placed(each) for each in files], QUICK)


@given(cohorts(1, 20), st.data())
def test_a_cohort_split_at_random_adds_up_to_the_same(files, data) -> None:
    cut = data.draw(st.lists(st.integers(0, 2), min_size=len(files), max_size=len(files)))
    parts = [[f for f, part in zip(files, cut, strict=True) if part == k] for k in range(3)]
    assert sum(map(tally, parts), Tally()) == tally(files)


@given(cohorts(1, 20).flatmap(lambda files: st.tuples(st.just(files), st.permutations(files))))
def test_the_order_in_which_people_hand_in_does_not_matter(both) -> None:
    files, shuffled = both
    assert tally(files) == tally(shuffled)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=9))
def test_sums_and_ends_are_those_of_the_contributions(motions) -> None:
    found = tally([handed(each, motion=size) for each, size in enumerate(motions)])
    sums = found.sums["motion", Atom()]
    assert sums.people == len(motions)
    assert sums.total("motion") == sum(motions)
    ordered = sorted(motions)
    assert sums.ends("motion") == tuple(
        ordered if len(ordered) <= 4 else ordered[:2] + ordered[-2:]
    )


def test_whoever_contributed_nothing_is_among_the_smallest() -> None:
    assert Sums(3, {(("a", 1),): 2}).ends("a") == (0, 1, 1)
    assert Sums(9, {(("a", 1),): 2}).ends("b") == (0, 0, 0, 0)


def test_of_a_whole_it_is_kept_who_gave_what_together_up_to_twice() -> None:
    split = (("drifting", 1),), (("walking", 1),)
    found = tally([handed(n, direction="drifting") for n in range(3)])
    sums = found.sums["direction", Atom()] + Sums(1, {split[1]: 1})
    assert sums.counts == {split[0]: 3, split[1]: 1}
    assert sums.rows(["walking", "drifting"]) == ((0, 1), (0, 1), (1, 0))


def test_what_somebody_unticked_counts_nowhere() -> None:
    found = tally([handed(1, relief=40), handed(2, motion=3)])
    assert found.people == {"": 2}
    assert {share: sums.people for (share, _), sums in found.sums.items()} == {
        "relief": 1,
        "motion": 1,
    }


def test_files_of_the_wave_before_count_only_where_they_are_compared() -> None:
    then = Placed(handed(1, "2026-05", motion=3, relief=10), then=True, both=frozenset({"motion"}))
    found = tallied([then], QUICK)
    assert set(found.sums) == {("motion", Atom(then=True, both=True))}
    assert (found.people, found.month, found.secret) == ({}, "", 0)


def test_files_of_the_wave_before_count_where_an_earlier_figure_was_about_them() -> None:
    """So that the audit knows what their people know, though nothing is told of them today."""
    then = Placed(handed(1, "2026-05", motion=3, relief=10), then=True, earlier={"relief": 2})
    found = tallied([then], QUICK)
    assert set(found.sums) == {("relief", Atom(then=True, earlier=2))}
    assert (found.people, found.month) == ({}, "")


def test_the_latest_month_is_the_cohorts_and_a_missing_one_is_none() -> None:
    files = [handed(1, "2026-10", motion=1), handed(2, "2026-11", motion=1)]
    files.append(read({k: v for k, v in document(3).items() if k != "month"}))
    assert tally(files).month == "2026-11"


def answering(number: int) -> list:
    return [read(document(each, answer=f"answer {each}")) for each in range(number)]


def test_answers_stand_in_an_order_that_says_nothing_of_whose_they_are() -> None:
    files = answering(30)
    assert tally(files).answers == tally(files[::-1]).answers
    assert sorted(tally(files).answers) == sorted(each.answer for each in files)
    assert list(tally(files).answers) != [each.answer for each in files]


def test_a_large_cohorts_answers_are_counted_and_only_some_are_kept() -> None:
    files = answering(3 * ANSWERS)
    found = tally(files[:450]) + tally(files[450:])
    assert found.answered == 3 * ANSWERS
    assert found.answers == tally(files).answers
    assert len(found.answers) == ANSWERS
