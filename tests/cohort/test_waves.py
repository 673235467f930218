"""Within a wave a cohort is frozen; between waves only those are compared who are in both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.cohort.roll import Roll
from quadrantlib.cohort.tables import table
from quadrantlib.cohort.waves import away, gone, noted, placed, wave_of
from quadrantlib.errors import Refused
from quadrantlib.ledger import Past
from quadrantlib.tally import tallied
from tests.handed import (
    KEY,
    NOTHING,
    QUICK,
    SHARES,
    TEAMS,
    after,
    handed,
    level,
    published,
    shown,
    told,
)

SPRING, AUTUMN = "2026-05", "2026-11"
FIRST = level(range(12), SPRING)
ONE = published(FIRST)
PAST = after(ONE)


def again(people, raised: int = 0) -> list:
    """What `people` hand in a second time, their motion `raised`."""
    return [handed(each, AUTUMN, motion=min(5 + each % 10 + raised, 20)) for each in people]


def test_the_same_files_give_the_same_report_again() -> None:
    assert published(FIRST, PAST).published.figures == ONE.published.figures
    assert published(FIRST, PAST).report.repeats(ONE.report)


@pytest.mark.parametrize("come", [1, 2, 6])
def test_a_wave_is_not_reported_again_when_a_few_came(come) -> None:
    """Without the check in `wave_of` the second mean less the first is that of those who came."""
    with pytest.raises(Refused) as refused:
        published([*FIRST, *level(range(20, 20 + come), SPRING)], PAST)
    assert str(refused.value) == (
        "Fewer than 7 people came to this wave since its last report: both reports together would "
        "tell what they answered. Nothing was written, and earlier reports stay as they are. Put "
        "the files back as they were, or wait until at least 7 changed."
    )


@pytest.mark.parametrize("left", [1, 4])
def test_a_wave_is_not_reported_again_when_a_few_left(left) -> None:
    with pytest.raises(Refused, match="Fewer than 7 people left this wave"):
        published(FIRST[left:], PAST)


def test_a_wave_is_not_reported_again_when_a_few_left_and_many_came() -> None:
    with pytest.raises(Refused, match="left this wave"):
        published([*FIRST[1:], *level(range(20, 30), SPRING)], PAST)


def test_without_the_ledger_the_difference_of_two_reports_is_told() -> None:
    """What the ledger is for: deleted, n and n + 1 are both reported."""
    more = [*FIRST, handed(20, SPRING, motion=20)]
    assert told(published(more), "motion") != told(ONE, "motion")


@pytest.mark.parametrize("come", [7, 9])
def test_a_wave_grows_by_seven_or_more(come) -> None:
    edition = published([*FIRST, *level(range(20, 20 + come), SPRING)], PAST)
    assert (edition.published.wave, edition.published.people) == (1, 12 + come)
    assert edition.published.since == ""


def test_files_of_somebody_who_is_in_the_last_report_begin_a_new_wave() -> None:
    edition = published([*FIRST, *again(range(12))], PAST)
    assert (edition.published.wave, edition.published.people) == (2, 12)
    assert (edition.published.month, edition.published.since) == (AUTUMN, SPRING)


def test_a_new_wave_of_fewer_than_eight_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        published([*FIRST, *again(range(3))], PAST)
    assert str(refused.value) == (
        "Somebody who is in the last report handed in again, so a new wave has begun; it has too "
        "few submissions: 3, and a report needs 8. Nothing was written, and earlier reports stay "
        "as they are. Wait until 8 people handed in again, or take the new files out of the "
        "folder."
    )


@pytest.mark.parametrize(("raised", "word"), [(0, "about the same"), (6, "higher")])
def test_what_changed_is_told_of_those_who_are_in_both(raised, word) -> None:
    """Twelve then, three left, five joined: nine are compared."""
    edition = published([*FIRST, *again(range(3, 17), raised)], PAST)
    (figure,) = edition.published.of("motion", change=True)
    assert (figure.shown, figure.people) == (word, 9)
    assert figure.low <= raised / 20 <= figure.high


def test_a_change_counts_only_those_who_handed_the_share_over_twice() -> None:
    now = [*again(range(8)), *(handed(each, AUTUMN, relief=5) for each in range(8, 12))]
    then = [
        *(handed(each, SPRING, relief=5) for each in range(4)),
        *level(range(4, 12), SPRING),
    ]
    edition = published([*then, *now], after(published(then)))
    (figure,) = edition.published.of("motion", change=True)
    assert figure.withheld == "Fewer than 8 people handed this over both times."


@pytest.mark.parametrize("there", [FIRST[5:], []])
def test_with_too_few_in_both_a_report_says_why_nothing_is_said_of_changes(there) -> None:
    edition = published([*there, *again(range(12))], PAST)
    assert edition.published.since == ""
    assert edition.published.notes[-1] == (
        "Nothing is said of what changed, because fewer than 8 files of people who were there "
        "last time lie beside their new ones."
    )


def test_one_leaver_between_waves_is_not_worked_out_from_the_change() -> None:
    """Wave one less wave two less the change is the leaver: in words it is too wide to tell."""
    edition = published([*FIRST, *again(range(11))], PAST)
    (change,) = edition.published.of("motion", change=True)
    assert change.shown
    then, now = (each.published.of("motion")[0] for each in (ONE, edition))
    least = 20 * (12 * then.low - 11 * now.high + 11 * change.low)
    most = 20 * (12 * then.high - 11 * now.low + 11 * change.high)
    assert most - least > 20


def test_a_third_wave_is_compared_with_the_second() -> None:
    second = [*FIRST, *again(range(12))]
    two = published(second, PAST)
    third = [handed(each, "2027-05", motion=5 + each % 10) for each in range(12)]
    edition = published([*second, *third], after(ONE, two))
    assert (edition.published.wave, edition.published.since) == (3, AUTUMN)


def test_a_second_wave_may_grow_too() -> None:
    second = [*FIRST, *again(range(12))]
    edition = published([*second, *again(range(30, 37))], after(ONE, published(second, PAST)))
    assert (edition.published.wave, edition.published.people) == (2, 19)
    assert edition.published.since == SPRING


def test_of_two_files_of_one_person_the_later_counts_once() -> None:
    twice = [*level(range(12), SPRING), handed(0, AUTUMN, motion=20)]
    edition = published(twice)
    assert edition.published.people == 12
    assert published(twice, after(edition)).published.people == 12


def test_a_file_that_is_dropped_while_the_others_are_counted_waits_for_the_next_report() -> None:
    """Files are gone through twice, and people may still be handing in."""

    class Dropping:
        late: tuple = ()

        def __iter__(self):
            files = [*FIRST, *again(range(12)), *self.late]
            self.late = (handed("late", AUTUMN, motion=20),)
            return iter(files)

    edition = published(Dropping(), PAST)
    assert edition.published.people == 12
    assert edition.report.repeats(published([*FIRST, *again(range(12))], PAST).report)


def test_somebody_who_left_and_came_back_with_another_file_counts_once() -> None:
    """Their first file lies there again, and an earlier report of the same wave counted it."""
    stay, leave = level(range(14), SPRING), level(range(14, 21), SPRING)
    one = published([*stay, *leave])
    two = published(stay, after(one))
    back = [handed(each, AUTUMN, motion=8) for each in range(14, 21)]
    three = published([*stay, *leave, *back], after(one, two))
    assert (three.published.wave, three.published.people) == (1, 21)
    again = published([*stay, *leave, *back], after(one, two, three))
    assert again.report.repeats(three.report)


def test_a_breakdown_asked_for_later_is_audited_with_what_was_said() -> None:
    """Everybody was told first; then a group with six others beside it would give those away."""
    loud = [handed(each, team="search", motion=each % 21) for each in range(24)]
    some = [handed(50 + each, team="pay", motion=20) for each in range(4)]
    rest = [handed(70 + each, team="pay", relief=50) for each in range(8)]
    one = published([*loud, *some, *rest])
    assert told(one, "motion")["motion"]
    two = published([*loud, *some, *rest], after(one), by=TEAMS)
    assert told(two, "motion")["motion"] == told(one, "motion")["motion"]
    assert told(two, "motion", "search")["motion"] == ""
    forgotten = published([*loud, *some, *rest], NOTHING, by=TEAMS, audit=False)
    assert told(forgotten, "motion", "search")["motion"]


def test_a_ledger_that_was_changed_by_hand_is_refused() -> None:
    (said,) = ONE.report.said
    changed = replace(ONE.report, said=(replace(said, low=200, high=210),))
    with pytest.raises(Refused) as refused:
        published(FIRST, Past(KEY, (changed,)))
    assert str(refused.value) == (
        "The ledger and the files contradict each other, so one of them was changed. Nothing was "
        "written, and earlier reports stay as they are. Put the ledger back as it was."
    )


def rows_of(files, past, share: str):
    roll = Roll(past)
    assert list(noted(files, roll)) == files
    wave = wave_of(roll, past)
    tally = tallied(placed(files, roll, past), QUICK)
    return table(SHARES[share], tally, wave.number, gone(away(roll), past, share))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 11)), st.sets(st.integers(0, 25), min_size=8))
def test_every_file_of_an_earlier_figure_is_in_the_audit_once(missing, people) -> None:
    """Whether it is there, is compared, has left, or belongs to somebody who is new."""
    past = after(ONE)
    files = [*(f for each, f in enumerate(FIRST) if each not in missing), *again(people)]
    try:
        rows = rows_of(files, past, "motion")
    except Refused:
        return
    for each in past.said("motion"):
        weights = rows.before(each).weights
        assert sum(w * row.size for w, row in zip(weights, rows.rows, strict=True)) == 12


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 20), min_size=8), st.sets(st.integers(0, 20), min_size=8))
def test_what_an_earlier_report_said_is_true_of_the_atoms_that_are_still_there(then, now) -> None:
    first = [handed(each, SPRING, motion=each) for each in then]
    one = published(first)
    files = [*first, *(handed(each, AUTUMN, motion=20 - each) for each in now)]
    try:
        rows = rows_of(files, after(one), "motion")
    except Refused:
        return
    for each in after(one).said("motion"):
        weights = rows.before(each).weights
        if all(row.sums for w, row in zip(weights, rows.rows, strict=True) if w):
            total = sum(
                w * row.sums.total("motion")
                for w, row in zip(weights, rows.rows, strict=True)
                if row.sums
            )
            assert each.low <= total <= each.high


def test_a_later_wave_of_the_same_people_shows_as_much_as_the_first() -> None:
    edition = published([*FIRST, *again(range(12))], PAST)
    assert {each.item for each in shown(ONE)} <= {each.item for each in shown(edition)}


def test_what_was_said_of_an_item_that_is_no_more_stands_in_nobodys_way() -> None:
    (said,) = ONE.report.said
    other = replace(ONE.report, said=(said, replace(said, item="gone")))
    assert shown(published(FIRST, Past(KEY, (other,)))) == shown(ONE)
