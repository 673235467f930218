"""What may be said of a cohort: enough to talk about, and nothing of a few."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib import disclosure, published
from quadrantlib.cohort.candidates import drawn
from quadrantlib.errors import Refused
from quadrantlib.rules import TOO_CLOSE
from quadrantlib.submitted import read
from tests import handed as cohort
from tests.handed import ASKED, SHARES, TEAMS, cohorts, handed, level, reasons, shown, told
from tests.submissions import document

TWELVE = level(range(12))
UNEVEN = [handed(each, relief=45 if each < 2 else 0) for each in range(8)]


def teams(**sizes: int) -> list:
    """So many people in each team, with motion and direction."""
    found, number = [], 0
    for team, size in sizes.items():
        for _ in range(size):
            number += 1
            walks = ("walking", "drifting")[number % 2]
            found.append(handed(number, team=team, motion=number % 21, direction=walks))
    return found


def test_twelve_people_are_told_their_mean() -> None:
    edition = cohort.published(TWELVE)
    (figure,) = edition.published.of("motion")
    mean = (sum(range(5, 15)) + 5 + 6) / 12
    assert (figure.shown, figure.people, figure.kind) == (f"{mean:.1f}", 12, "mean")
    assert figure.low <= mean / 20 <= figure.high


@pytest.mark.parametrize("people", [0, 1, 7])
def test_fewer_than_eight_get_no_report(people) -> None:
    """Without the check in `wave_of` there is one, empty but for the number of people."""
    with pytest.raises(Refused) as refused:
        cohort.published(level(range(people)))
    assert str(refused.value) == (
        f"There are too few submissions: {people}, and a report needs 8. Nothing was written. "
        "Ask more people, and make the report once there are 8."
    )


def test_in_a_cohort_of_eight_one_may_leave_a_field_out() -> None:
    files = [*level(range(7)), handed(7, direction="drifting")]
    assert cohort.published(files).published.of("motion")[0].shown


def test_what_fewer_than_seven_handed_over_is_withheld() -> None:
    """Without the size in `candidates`, a mean of six is shown."""
    files = [*level(range(6)), *(handed(each, direction="drifting") for each in range(6, 15))]
    edition = cohort.published(files)
    (motion,) = edition.published.of("motion")
    assert (motion.shown, motion.people) == ("", 0)
    assert motion.withheld == "Fewer than 7 people handed this over."
    assert (motion.low, motion.high) == (0, 1)


def test_what_the_audit_finds_is_withheld() -> None:
    """Two of eight have 45 % each: together they would know that the others have next to none.

    The audit is the guard: switched off, the figure is shown.
    """
    assert told(cohort.published(UNEVEN), "relief") == {"relief": ""}
    assert reasons(cohort.published(UNEVEN)) >= {TOO_CLOSE}
    assert told(cohort.published(UNEVEN, audit=False), "relief") == {"relief": "under 15 %"}


def test_what_is_withheld_declares_nothing() -> None:
    edition = cohort.published(UNEVEN)
    empty = [each for each in edition.published.figures if each.withheld == TOO_CLOSE]
    assert empty
    assert {(each.shown, each.low, each.high) for each in empty} == {("", 0.0, 1.0)}


@settings(max_examples=15, deadline=None)
@given(cohorts(), st.booleans())
def test_what_is_declared_holds_for_every_figure(files, breakdown) -> None:
    edition = cohort.published(files, by=TEAMS if breakdown else None)
    options = {
        each.id: _options(each.id, edition.published.groups) for each in edition.published.groups
    }
    for each in shown(edition):
        group = options.get(each.group)
        values = [
            file.shares[each.share]
            for file in files
            if each.share in file.shares
            and (group is None or file.belongs.get("team", "") in group)
        ]
        share = SHARES[each.share]
        most = next(item.most for item in share.items if item.id == each.item)
        mean = sum(share.contributions(value)[each.item] for value in values) / len(values)
        assert each.low - 1e-9 <= mean / most <= each.high + 1e-9
        assert each.people in {None, len(values)}


def _options(group: str, groups) -> set[str]:
    if group != "others":
        return {group}
    named = {each.id for each in groups}
    return {"", *(str(each.id) for each in TEAMS.options)} - named


@settings(max_examples=10, deadline=None)
@given(cohorts().flatmap(lambda files: st.tuples(st.just(files), st.permutations(files))))
def test_the_same_files_give_the_same_report_in_any_order(both) -> None:
    files, shuffled = both
    assert cohort.published(files, by=TEAMS) == cohort.published(shuffled, by=TEAMS)


def test_which_of_two_bands_is_shown_hangs_on_every_file() -> None:
    """With the file's secret taken out of the draw, both reports are the same."""
    walks = [handed(each, direction="walking" if each < 6 else "drifting") for each in range(15)]
    seen = set()
    for code in range(20):
        other = read(document(99, code=f"code-{code}", shares={"direction": "changed"}))
        seen.add(told(cohort.published([*walks, other], audit=False), "direction")["walking"])
    assert seen == {"few", "about half"}


@given(st.integers(0, 2**256 - 1), st.text(max_size=20))
def test_a_draw_lies_between_nought_and_one(secret, name) -> None:
    assert 0 <= drawn(secret)(name) < 1
    assert drawn(secret)(name) == drawn(secret)(name)


def test_a_breakdown_tells_each_group_beside_everybody() -> None:
    edition = cohort.published(teams(search=20, pay=12, night=9), by=TEAMS)
    assert [(each.id, each.people) for each in edition.published.groups] == [
        ("search", 20),
        ("pay", 12),
        ("night", 9),
    ]
    assert edition.published.ask == TEAMS.ask
    assert all(told(edition, "motion", group)["motion"] for group in ("", "search", "pay", "night"))


def test_without_being_asked_for_there_is_no_breakdown() -> None:
    edition = cohort.published(teams(search=20, pay=12))
    assert edition.published.groups == ()
    assert {each.group for each in edition.published.figures} == {""}


def test_a_group_of_whom_too_few_handed_a_share_over_shows_nothing_of_it() -> None:
    silent = [handed(100 + each, team="pay", direction="walking") for each in range(5)]
    edition = cohort.published([*teams(search=20, pay=6), *silent], by=TEAMS)
    (motion,) = edition.published.of("motion", "pay")
    assert motion.withheld == "Fewer than 7 people of this group handed this over."


def test_what_is_left_without_a_group_is_no_smaller_group() -> None:
    """24 of 30 in search and a remainder of six who told: a mean to one decimal would give them.

    The audit is the guard: switched off, both figures are shown.
    """
    silent = [handed(100 + each, team="pay", direction="walking") for each in range(8)]
    files = [*teams(search=24, pay=4), *silent]
    both = ("", "search")
    without = cohort.published(files, by=TEAMS, audit=False)
    assert all(told(without, "motion", group)["motion"] for group in both)
    audited = cohort.published(files, by=TEAMS)
    assert [told(audited, "motion", group)["motion"] for group in both].count("") == 1


def test_a_number_that_tells_who_did_not_answer_is_left_out() -> None:
    """Of twelve people eleven handed it over; of sixteen, nine did."""
    assert shown(cohort.published([*level(range(11)), handed(11, relief=5)]))[0].people is None
    others = [handed(each, relief=5) for each in range(9, 16)]
    (motion,) = cohort.published([*level(range(9)), *others]).published.of("motion")
    assert motion.people == 9


def test_everybodys_number_is_left_out_where_it_would_tell_a_groups() -> None:
    """Ten did not: eight of search's eighteen, so the rest, two, are of pay's ten."""
    silent = [handed(100 + each, team="pay", direction="walking") for each in range(2)]
    more = [handed(200 + each, team="search", direction="walking") for each in range(8)]
    edition = cohort.published([*teams(search=10, pay=8), *silent, *more], by=TEAMS, audit=False)
    numbers = {g: edition.published.of("motion", g)[0].people for g in ("", "search", "pay")}
    assert numbers == {"": None, "search": 10, "pay": None}


def test_single_cards_wait_for_twenty_people_and_are_told_of_everybody_only() -> None:
    cards = (SHARES["cards"],)
    some = [str(each.id) for each in SHARES["cards"].options[:2]]
    people = [
        handed(each, team=("search", "pay")[each % 2], cards=sorted(some)) for each in range(20)
    ]
    few = cohort.published(people[:19], shares=cards)
    assert few.published.figures == ()
    assert "Which single cards people kept is told from 20 people on." in few.published.notes
    enough = cohort.published(people, shares=cards, by=TEAMS, audit=False)
    assert {each.group for each in enough.published.figures} == {""}
    assert len(enough.published.figures) == len(SHARES["cards"].items)


@pytest.mark.parametrize(
    ("files", "note"),
    [
        (TWELVE, "There are no groups, because they begin with 20 people."),
        (level(range(24)), "There are no groups, because no two of them would have 7 people each."),
    ],
)
def test_a_report_says_why_there_are_no_groups(files, note) -> None:
    assert note in cohort.published(files, by=TEAMS).published.notes


def answering(people: int) -> list:
    words = [f"words {each}" if each < people else "" for each in range(12)]
    return [
        read(document(each, shares={"motion": 5}, **({"answer": said} if said else {})))
        for each, said in enumerate(words)
    ]


def test_answers_are_shown_if_eight_people_wrote_something() -> None:
    enough = cohort.published(answering(8)).published
    assert (enough.question, enough.answered, len(enough.answers)) == (ASKED.question, 8, 8)
    few = cohort.published(answering(7)).published
    assert (few.answered, few.answers) == (0, ())


def test_the_rules_are_those_that_were_applied() -> None:
    few = " ".join(cohort.published(TWELVE, checked=["count"]).published.rules)
    assert "no groups" in few
    assert "number of files" in few
    assert "earlier reports" not in few
    many = " ".join(cohort.published(teams(search=20, pay=12), by=TEAMS).published.rules)
    assert "A group that is shown" in many


def test_statements_are_about_whole_sums(monkeypatch) -> None:
    """The audit is asked about sums, which are whole numbers: nothing narrower can follow."""
    cases = []
    withhold = disclosure.withhold
    monkeypatch.setattr(disclosure, "withhold", lambda case: cases.append(case) or withhold(case))
    cohort.published(teams(search=20, pay=12), by=TEAMS)
    statements = [each for case in cases for each in case.statements]
    assert statements
    assert all(each.low == int(each.low) and each.high == int(each.high) for each in statements)


@settings(max_examples=10, deadline=None)
@given(cohorts())
def test_a_report_survives_as_json(files) -> None:
    found = cohort.published(files, by=TEAMS).published
    assert published.loads(published.dumps(found)) == found


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody says how much was held")
def test_a_cohort_takes_no_more_memory_than_a_third_of_it(python: str, tmp_path: Path) -> None:
    """Three reports of two waves, with their ledger.

    Where what is remembered of everybody is held in memory it takes 0.8 kB a person: tried.
    """
    held = []
    for people in (4_000, 12_000):
        command = [python, "-m", "tests.cohort.growing", str(people), tmp_path / f"{people}.json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        found, most = map(int, done.stdout.split())
        assert found == people
        held.append(most)
    assert held[1] - held[0] < 400 * (12_000 - 4_000)


def test_what_cannot_be_checked_to_the_end_is_not_shown(monkeypatch) -> None:
    """Taken for something that nobody can know, it would be shown."""

    def gives_up(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(disclosure, "withhold", gives_up)
    with pytest.raises(Refused, match="could not be checked to the end, so none of them is shown"):
        cohort.published(level(range(12)))
