import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.skills_ledger import QUESTIONS, read
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to, fitting
from tests.rounds import written

TODAY = date(2026, 11, 22)
WORKED = (
    ("Migration", "local", "well_enough", 15),
    ("Hiring", "deposited", "drop", 6),
    ("Reports", "execution", "well_enough", 3),
    ("Launch", "execution", "invest", None),
    ("Talks", "deposited", "invest", 6),
)
CLAIM = {"what": "The cello", "when": "2026-11-21"}
LISTS = fitting(QUESTIONS[0])


def row(objective, leaves=None, stance=None, hours=None, **more):
    told = {"leaves": leaves, "stance": stance, "hours": hours, **more}
    kept = {name: value for name, value in told.items() if value is not None}
    return {"id": objective.lower(), "objective": objective, **kept}


def worked():
    return [row(*each) for each in WORKED]


def reading(objectives=None, earlier=(), today=TODAY, **answers):
    rows = worked() if objectives is None else objectives
    return read(written({"objectives": rows, **answers}, today), earlier, today)


def figures(objectives=None, earlier=(), today=TODAY, **answers):
    return reading(objectives, earlier, today, **answers).figures


def said(*words, **answers):
    return " ".join(reading(*words, **answers).says)


def before(objectives, started=date(2026, 8, 20), **answers):
    return written({"objectives": objectives, **answers}, started, "r1")


class TestShares:
    def test_shares_are_of_objectives_and_hour_shares_of_hours(self):
        found = figures()
        assert found["shares"] == pytest.approx({"deposited": 0.4, "local": 0.2, "execution": 0.4})
        assert found["hours"] == {"deposited": 12, "local": 15, "execution": 3}
        by_hours = {"deposited": 0.4, "local": 0.5, "execution": 0.1}
        assert found["hour_shares"] == pytest.approx(by_hours)

    def test_an_objective_without_a_word_on_what_it_leaves_is_in_no_share(self):
        found = figures([row("A", "deposited"), row("B")])
        assert found["counts"] == {"deposited": 1, "local": 0, "execution": 0}

    def test_without_hours_there_are_no_hour_shares(self):
        assert "hour_shares" not in figures([row("A", "deposited", hours=0)])

    @given(LISTS)
    def test_shares_agree_with_fractions_and_add_up_to_one(self, rows):
        found = figures(rows)
        if "shares" not in found:
            return
        whole = sum(found["counts"].values())
        assert sum(Fraction(n, whole) for n in found["counts"].values()) == 1
        assert found["shares"] == pytest.approx(
            {kind: float(Fraction(n, whole)) for kind, n in found["counts"].items()}
        )

    @given(LISTS, st.randoms())
    def test_the_order_of_rows_does_not_matter(self, rows, random):
        names = ("counts", "shares", "hours", "hour_shares", "freed_hours")
        shuffled = random.sample(rows, len(rows))
        one, other = figures(rows), figures(shuffled)
        assert [one.get(name) for name in names] == [other.get(name) for name in names]


class TestFreedHours:
    def test_well_enough_gives_back_a_third(self):
        assert figures()["freed_hours"] == pytest.approx((15 + 3) / 3)
        assert "that would be 6 hours a week" in said()

    def test_nothing_else_gives_anything_back(self):
        assert "freed_hours" not in figures([row("A", "local", "invest", 9)])
        assert "freed_hours" not in figures([row("A", "local", "well_enough")])

    def test_two_thirds_and_what_is_freed_are_the_whole(self):
        hours = [row("A", stance="well_enough", hours=7.5), row("B", stance="well_enough", hours=4)]
        freed = figures(hours)["freed_hours"]
        assert freed + sum(each["hours"] * 2 / 3 for each in hours) == pytest.approx(11.5)


class TestWords:
    def test_what_is_left_is_said_in_numbers_of_objectives(self):
        assert said().startswith(
            "Of five objectives, two leave a skill you keep, one leaves something only this place "
            "uses and two are for others."
        )

    def test_all_of_a_kind_is_said_so_and_asked_about(self):
        words = said([row("A", "execution"), row("B", "execution")])
        assert "Both objectives are for others." in words
        assert "What would it take for one of them" in words

    def test_investing_in_nothing_and_dropping_a_skill_are_asked_about(self):
        kinds = {each["name"]: each["kind"] for each in figures()["tensions"]}
        assert kinds == {"Hiring": "given_up", "Launch": "empty"}
        assert "You mean to invest in “Launch”" in said()
        assert "“Hiring” leaves you a skill" in said()

    def test_what_one_would_do_anyway_is_named(self):
        assert "go on with “A”" in said([row("A", "local", anyway="yes"), row("B", anyway="no")])

    def test_more_hours_than_a_week_has_are_wondered_at(self):
        assert reading([row("A", hours=100), row("B", hours=20)]).wonders
        assert not reading().wonders

    def test_what_is_missing_is_counted(self):
        assert reading([row("A"), row("B", "local")]).needs == (
            "One objective has no word yet on what it leaves you.",
            "Two objectives have no word yet on how much of you they get.",
        )
        assert len(reading([]).needs) == 1

    def test_one_left_open_among_others_is_let_be(self):
        rows = [row(name, "local", "invest") for name in "AB"]
        assert reading([*rows, row("C")]).needs == ()


class TestQuarters:
    OLD = (
        row("A", "deposited", skill="Rust"),
        row("B", "local"),
        row("C", "deposited", skill=" "),
    )

    def test_change_is_now_minus_then(self):
        change = figures(earlier=[before(list(self.OLD))])["change"]
        assert change["since"] == "2026-08-20"
        assert change["shares"]["deposited"] == pytest.approx(0.4 - 2 / 3)
        assert sum(change["shares"].values()) == pytest.approx(0)

    def test_skills_are_banked_once_over_the_quarters_by_name_or_by_objective(self):
        now = [row("D", "deposited", skill="RUST"), row("E", "deposited"), row("F", "local")]
        found = figures(now, earlier=[before(list(self.OLD))])["banked"]
        assert [(each["name"], each["since"]) for each in found] == [
            ("Rust", "2026-08-20"),
            ("C", "2026-08-20"),
            ("E", None),
        ]
        assert "gathered since 20 August: “Rust”, “C” and “E”." in said(
            now, earlier=[before(list(self.OLD))]
        )

    def test_an_empty_quarter_is_passed_over(self):
        rounds = [before(list(self.OLD)), before([], date(2026, 11, 1))]
        assert [each["since"] for each in figures(earlier=rounds)["quarters"]] == ["2026-08-20"]

    def test_a_first_quarter_has_no_change(self):
        assert not {"change", "quarters"} & figures().keys()


class TestTheClaim:
    def test_it_is_asked_about_once_its_day_is_over(self):
        assert figures(claim=CLAIM)["claim_due"] == {"round": None, **CLAIM}
        assert "claim_due" not in figures(claim=CLAIM, today=date(2026, 11, 21))

    def test_it_is_asked_about_in_the_next_quarter(self):
        due = figures(earlier=[before([], claim={"what": "The cello"})])["claim_due"]
        assert due == {"round": "r1", "what": "The cello", "when": None}

    def test_once_answered_it_is_not_asked_again(self):
        assert "claim_due" not in figures(claim=CLAIM, claim_kept="no")


def test_only_what_an_objective_leaves_may_leave():
    assert {question.name for question in walk(QUESTIONS) if question.leaves} == {"leaves"}


@given(answers_to(QUESTIONS))
def test_answers_that_fit_have_no_fault_and_read_as_json(answers):
    found = [fault for fault in faults(QUESTIONS, answers) if "more than" not in fault[1]]
    assert not found
    json.dumps(dict(read(written(answers, TODAY), (), TODAY).figures), allow_nan=False)


@given(answers_to(QUESTIONS, strange=JUNK), answers_to(QUESTIONS, strange=JUNK))
def test_whatever_is_left_out_or_does_not_fit_it_never_fails(answers, earlier):
    found = read(written(answers, TODAY), [written(earlier, date(2026, 8, 5), "r")], TODAY)
    told = (*found.says, *found.needs, *found.wonders)
    assert all(isinstance(words, str) and words for words in told)
