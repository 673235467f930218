import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.role_of_work import EXERCISE, QUESTIONS, read
from quadrantlib.exercises.role_of_work.questions import GIVEN, INTENTION, NEEDS
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
NOW = {"work": 12, "people": 3, "health": 1, "rest": 4}
WANTED = {"work": 8, "people": 6, "health": 2, "rest": 3, "garden": 1}
GARDEN = [{"id": "garden", "name": "The garden"}]
LAID = {"areas": GARDEN, "now": NOW, "wanted": WANTED}
beads = st.dictionaries(st.sampled_from([area.id for area in GIVEN]), st.integers(0, 3))


def reading(earlier=(), today=TODAY, **answers):
    return read(written(answers, today), earlier, today)


def figures(earlier=(), today=TODAY, **answers):
    return reading(earlier, today, **answers).figures


def said(**answers):
    return " ".join(reading(**answers).says)


def need(name, at_work=None, elsewhere=None):
    told = {"at_work": at_work, "elsewhere": elsewhere}
    return {"id": name} | {place: met for place, met in told.items() if met is not None}


def ids(rows):
    return [row["id"] for row in rows]


class TestBeads:
    def test_a_gap_is_wanted_minus_now_for_every_area(self):
        gaps = {"work": -4, "people": 3, "health": 1, "making": 0, "community": 0, "rest": -1}
        assert figures(**LAID)["gaps"] == {**gaps, "garden": 1}

    def test_before_both_are_laid_there_is_no_gap_but_the_heaviest_area_is_named(self):
        assert "gaps" not in figures(now=NOW)
        assert "Work has 12 of your 20 beads." in said(now=NOW)

    def test_what_one_area_gets_others_give(self):
        words = said(**LAID)
        assert "more to people close to you (from 3 to 6), “The garden” (from 0 to 1)" in words
        assert "it would come from work (from 12 to 8) and rest (from 4 to 3)" in words

    def test_beads_on_an_area_that_was_taken_away_count_for_nothing(self):
        found = figures(now=NOW, wanted=WANTED)
        assert "garden" not in found["gaps"]
        assert found["in_the_tray"] == {"wanted": 1}

    def test_an_own_area_cannot_pass_for_one_of_the_given(self):
        found = figures(areas=[{"id": "work", "name": "Anything"}], now=NOW)
        assert found["areas"][0]["name"] == "Work"

    def test_where_the_beads_do_not_add_up_it_asks_for_the_others_and_moves_none(self):
        fewer = {**NOW, "work": 10}
        found = reading(now=fewer, wanted={**NOW, "work": 8, "people": 7})
        assert " ".join(found.says) == (
            "Your days now have 18 beads, the season you want has 20. "
            "Where do the other two go now?"
        )
        assert not any("beads" in words for words in found.needs)

    def test_one_bead_too_few_that_is_wanted_is_asked_for_too(self):
        words = said(now=NOW, wanted={**NOW, "work": 11})
        assert words.endswith("the season you want has 19. Where would the other one go?")

    def test_as_many_left_out_of_both_are_compared_and_named_as_not_laid(self):
        found = reading(now={"work": 10, "rest": 8}, wanted={"work": 8, "rest": 10})
        assert found.says[0].startswith("You would give more to rest (from 8 to 10)")
        assert found.needs[0] == "Two of your twenty beads are not laid yet."

    def test_leaving_all_where_it_is_gets_a_question(self):
        assert "Is this the season you want, then?" in said(now=NOW, wanted=NOW)

    @given(beads, beads)
    def test_gaps_add_up_to_the_beads_that_came_or_went(self, now, wanted):
        gaps = figures(now=now, wanted=wanted).get("gaps")
        if gaps is not None:
            assert sum(gaps.values()) == sum(wanted.values()) - sum(now.values())

    @given(beads, beads)
    def test_to_want_what_is_turns_every_gap_round(self, now, wanted):
        there = figures(now=now, wanted=wanted).get("gaps", {})
        back = figures(now=wanted, wanted=now).get("gaps", {})
        assert there == {area: -gap for area, gap in back.items()}


class TestTheSeason:
    def test_its_end_is_told_as_a_day_and_not_counted_down(self):
        assert figures(until="2027-06-01")["days_left"] == 191
        assert said(until="2027-06-01") == "This season holds until 1 June 2027."

    def test_its_last_day_is_still_in_it_and_after_that_it_is_asked_again(self):
        assert figures(until="2026-11-22")["days_left"] == 0
        over = figures(until="2026-11-21")
        assert over["asks_again"] is True
        assert "days_left" not in over

    @given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    def test_a_season_is_either_over_or_has_days_left(self, until):
        found = figures(until=until.isoformat())
        assert ("asks_again" in found) is not ("days_left" in found)
        if "days_left" in found:
            assert TODAY + timedelta(days=found["days_left"]) == until

    def test_what_is_over_is_said_first(self):
        assert reading(**LAID, until="2026-10-01").says[0].startswith("The season you spoke of ran")

    def test_more_than_a_year_is_wondered_at(self):
        assert reading(until="2028-01-01").wonders
        assert not reading(until="2027-11-01").wonders

    def test_a_supporting_part_with_half_of_the_beads_gets_a_question(self):
        half = {"work": 10, "rest": 10}
        assert "Is that the support you mean?" in said(now=NOW, wanted=half, role="supporting")
        assert "Is that the support you mean?" not in said(**LAID, role="supporting")

    def test_a_leading_part_without_a_bead_gets_a_question(self):
        assert "How would it?" in said(now=NOW, wanted={"rest": 20}, role="leading")

    def test_the_intention_comes_back_whole(self):
        words = "Until my strength is back, I want work to end at five, so that I can run again."
        assert words.rstrip(".") in said(intention=words)

    def test_four_beginnings_begin_differently(self):
        assert len({start.split()[0] for start in INTENTION.starters}) == 4


class TestMoney:
    def test_until_when_is_asked_only_of_those_who_do_it_on_purpose(self):
        assert figures(for_money="yes")["on_purpose"] is True
        assert "on_purpose" not in figures(for_money="drifted")
        assert "on_purpose" not in figures(for_money="no")

    def test_a_day_that_has_passed_is_asked_about(self):
        assert "Is it over?" in said(for_money="yes", money_until="2026-11-01")
        assert "until 1 May 2027" in said(for_money="yes", money_until="2027-05-01")

    def test_a_day_is_forgotten_where_it_is_not_on_purpose(self):
        assert "money_until" not in figures(for_money="no", money_until="2027-05-01")


class TestNeeds:
    @pytest.mark.parametrize(
        ("at_work", "elsewhere", "kind"),
        [
            (0, 1, "unmet"),
            (1, 1, "unmet"),
            (2, 1, "leaning"),
            (4, 0, "leaning"),
            (1, 2, "met_elsewhere"),
            (2, 2, None),
        ],
    )
    def test_two_of_four_is_where_met_begins(self, at_work, elsewhere, kind):
        found = figures(needs=[need("people", at_work, elsewhere)])
        held = {name: ids(found[name]) for name in ("unmet", "leaning", "met_elsewhere")}
        assert held == {name: ["people"] if name == kind else [] for name in held}

    @pytest.mark.parametrize(
        ("at_work", "elsewhere", "words"),
        [
            (0, 0, "is met neither at work nor elsewhere. Where could a little of it come from?"),
            (1, 0, "is met only a little. Where could more of it come from?"),
            (0, 2, "is half met, all of it from elsewhere. Is that enough for this season?"),
            (1, 2, "is half met elsewhere, and a little at work. Is that enough for this season?"),
            (0, 3, "you have from elsewhere. Is it good that way?"),
            (2, 0, "hangs on work alone. What if work had a bad year?"),
            (3, 1, "hangs mostly on work. What if work had a bad year?"),
        ],
    )
    def test_no_more_is_said_than_was_answered(self, at_work, elsewhere, words):
        assert said(needs=[need("money", at_work, elsewhere)]) == f"“Money” {words}"

    def test_needs_that_are_told_alike_are_told_together(self):
        rows = [need("money", 0, 3), need("people", 1, 4)]
        assert (
            said(needs=rows) == "“Money” and “People” you have from elsewhere. Is it good that way?"
        )

    def test_a_need_asked_of_one_place_only_is_not_judged(self):
        found = figures(needs=[need("people", 0)])
        assert found["needs"][0]["elsewhere"] is None
        assert "unmet" not in found

    def test_only_needs_of_the_list_count_and_three_of_them(self):
        rows = [need("fame", 0, 0), *(need(offer.id, 0, 0) for offer in NEEDS.offers)]
        assert ids(figures(needs=rows)["needs"]) == [offer.id for offer in NEEDS.offers[:3]]


class TestChange:
    BEFORE = written(
        {"now": {"work": 14, "rest": 6}, "wanted": {"work": 12}}, date(2026, 3, 1), "r"
    )

    def test_it_says_which_beads_moved_and_whether_that_was_wanted(self):
        words = said(earlier=[self.BEFORE], now={"work": 12, "rest": 6, "health": 2})
        assert "Beads since 1 March" in words
        assert "work from 14 to 12 (as you wanted)" in words

    def test_another_part_is_told_and_the_same_is_not(self):
        before = written({"now": NOW, "role": "leading"}, date(2026, 3, 1), "r")
        assert figures([before], now=NOW, role="sharing")["change"]["role"] == [
            "leading",
            "sharing",
        ]
        assert "role" not in figures([before], now=NOW, role="leading")["change"]

    def test_a_round_without_beads_is_passed_over(self):
        left = written({"role": "leading"}, date(2026, 5, 1), "r2")
        assert figures([self.BEFORE, left], now=NOW)["change"]["since"] == "2026-03-01"

    def test_a_first_round_has_none(self):
        assert "change" not in figures(now=NOW)


def test_what_one_would_tell_a_friend_comes_back_as_a_question():
    words = said(let_go=[{"id": "guilt", "friend": "You carried enough."}])
    assert "When “guilt” visits a friend, you would say “You carried enough”." in words


def test_without_answers_it_says_what_it_needs():
    found = reading()
    assert found.says == ()
    assert len(found.needs) == 1


def test_only_the_role_and_the_names_of_needs_may_leave():
    leaving = {question.name for question in walk(QUESTIONS) if question.leaves}
    assert leaving == {"role", "at_work", "elsewhere"}


@given(answers_to(QUESTIONS))
def test_answers_that_fit_have_no_fault_and_read_as_json(answers):
    assert not list(faults(QUESTIONS, answers))
    json.dumps(dict(EXERCISE.read(written(answers, TODAY), (), TODAY).figures), allow_nan=False)


@given(answers_to(QUESTIONS, strange=JUNK), answers_to(QUESTIONS, strange=JUNK))
def test_whatever_is_left_out_or_does_not_fit_it_never_fails(answers, before):
    found = read(written(answers, TODAY), [written(before, date(2026, 1, 5), "r")], TODAY)
    told = (*found.says, *found.needs, *found.wonders)
    assert told
    assert all(isinstance(words, str) and words for words in told)
