"""The drift check: a reason, motion beside moments, and medians of three."""

import json
from datetime import date
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.answers import carried
from quadrantlib.exercises import by_slug
from quadrantlib.exercises.drift_check import EXERCISE, QUESTIONS, read
from quadrantlib.exercises.drift_check.questions import MOMENTS, MOTION, SIGNS
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
WHEN = ("week", "month", "quarter", "longer", "unknown")
WHY = "To build something that stays"


def month(motion=(2, 2, 2, 2, 2), moments=WHEN, **more):
    names = [[part.name for part in group.parts] for group in (MOTION, MOMENTS)]
    return {
        "motion": dict(zip(names[0], motion, strict=False)),
        "moments": dict(zip(names[1], moments, strict=False)),
        **more,
    }


def past(*months):
    return [written(each, date(2026, 1 + i, 5), f"r{i}") for i, each in enumerate(months)]


def reading(answers=None, earlier=()):
    return read(written(month() if answers is None else answers, TODAY), earlier, TODAY)


def figures(answers=None, earlier=()):
    return reading(answers, earlier).figures


def told(answers, earlier=()):
    return " ".join(reading(answers, earlier).says)


HARD = month((4, 4, 3, 0, 0), ("month", *["longer"] * 4))
"""Motion 11 of 20, one recent moment: just over both lines."""


class TestMotionAndMoments:
    def test_motion_is_the_sum_of_five_and_moments_are_counted_within_a_month(self):
        found = figures(month((4, 3, 2, 1, 0)))
        assert (found["motion"], found["recent_moments"]) == (10, 2)

    @pytest.mark.parametrize(
        ("motion", "moments"), [((0,) * 5, ("unknown",) * 5), ((4,) * 5, ("week",) * 5)]
    )
    def test_they_reach_from_nothing_to_all(self, motion, moments):
        found = figures(month(motion, moments))
        assert (found["motion"], found["recent_moments"]) in {(0, 0), (20, 5)}

    def test_they_are_said_side_by_side_and_neither_is_taken_from_the_other(self):
        says = reading(month((4, 3, 2, 1, 0))).says
        assert says[:3] == (
            "The month held about half of the motion it could hold.",
            "Two of the five moments came within a month.",
            "They are two things. Neither makes up for the other.",
        )

    @pytest.mark.parametrize(
        ("number", "words"),
        [(0, "None of the five moments"), (1, "One of the five moments"), (5, "All five moments")],
    )
    def test_none_one_and_all_are_words(self, number, words):
        moments = (*["week"] * number, *["longer"] * (5 - number))
        assert f"{words} came within a month." in told(month(moments=moments))

    @pytest.mark.parametrize(
        ("motion", "words"),
        [
            ((0,) * 5, "none of the motion asked about"),
            ((1, 1, 0, 0, 0), "hardly any motion"),
            ((1,) * 5, "about a quarter of the motion it could hold"),
            ((3,) * 5, "about three quarters of the motion it could hold"),
            ((4, 4, 4, 4, 3), "nearly all the motion it could hold"),
            ((4,) * 5, "all the motion it could hold"),
        ],
    )
    def test_motion_is_said_in_words_and_never_as_a_score(self, motion, words):
        said = told(month(motion), past(month(motion), month(motion)))
        assert f"The month held {words}." in said
        assert " of 20" not in said

    def test_what_is_still_open_keeps_its_figure_back_and_is_asked_for(self):
        found = reading(month((4, 3), ("week", "month", "quarter", "longer")))
        assert not {"motion", "recent_moments"} & found.figures.keys()
        still = [f"“{part.ask}”" for part in (*MOTION.parts[2:], MOMENTS.parts[4])]
        first = f"{still[0]}, {still[1]} and {still[2]}"
        assert f"Three signs of motion are still open: {first}." in found.needs
        assert f"One moment is still open: {still[3]}." in found.needs

    def test_the_strongest_and_the_furthest_are_named_in_the_words_of_the_question(self):
        found = reading(month((1, 4, 3, 0, 0)))
        assert found.figures["much"] == ["more_people", "fast"]
        assert found.figures["far"] == ["the_thing", "made_room"]
        much, far = (each for each in found.says if "“" in each)
        assert all(MOTION.parts[place].ask in much for place in (1, 2))
        assert all(MOMENTS.parts[place].ask in far for place in (3, 4))
        assert far.endswith("Which would you want back first?")


class TestOverTime:
    def test_medians_begin_with_the_third_check(self):
        two = figures(month((3, 3, 3, 3, 3)), past(month()))
        assert "medians" not in two
        three = figures(month((4, 4, 4, 4, 4)), past(month((1,) * 5), month((2,) * 5)))
        assert three["medians"] == [{"day": None, "motion": 10, "recent_moments": 2}]

    def test_a_check_without_both_is_left_out_of_the_medians(self):
        half = {"motion": month()["motion"]}
        assert "medians" not in figures(month(), past(month(), half))
        found = figures(month(), past(month(), half, month()))
        assert [each["day"] for each in found["medians"]] == [None]
        assert len(found["over_time"]) == 4

    @given(
        st.lists(
            st.tuples(
                st.lists(st.integers(0, 4), min_size=5, max_size=5),
                st.lists(st.sampled_from(WHEN), min_size=5, max_size=5),
            ),
            min_size=1,
            max_size=8,
        )
    )
    def test_every_median_is_that_of_three_checks_in_a_row(self, months):
        rounds = [month(*each) for each in months]
        found = figures(rounds[-1], past(*rounds[:-1])).get("medians", [])
        motion = [sum(each) for each, _ in months]
        recent = [sum(when in {"week", "month"} for when in each) for _, each in months]
        assert [each["motion"] for each in found] == [
            median(motion[i : i + 3]) for i in range(len(motion) - 2)
        ]
        assert [each["recent_moments"] for each in found] == [
            median(recent[i : i + 3]) for i in range(len(recent) - 2)
        ]

    def test_one_wild_month_does_not_move_the_middle(self):
        calm = [month((2,) * 5)] * 2
        wild = figures(month((4,) * 5, ("unknown",) * 5), past(*calm))["medians"][-1]
        assert (wild["motion"], wild["recent_moments"]) == (10, 2)


class TestTheGentleQuestion:
    def test_it_comes_when_motion_was_high_and_moments_far_two_checks_running(self):
        assert "Two checks running" in told(HARD, past(HARD))

    @pytest.mark.parametrize(
        "other",
        [
            month((4, 4, 2, 0, 0), ("month", *["longer"] * 4)),
            month((4, 4, 3, 0, 0), ("month", "week", *["longer"] * 3)),
        ],
    )
    def test_on_the_line_or_with_two_moments_it_does_not(self, other):
        assert "far_from_it" not in figures(other, past(HARD))
        assert "far_from_it" not in figures(HARD, past(HARD, other))

    def test_a_single_month_is_not_enough(self):
        assert "far_from_it" not in figures(HARD)


class TestTheReason:
    def test_it_is_shown_every_time(self):
        answers = carried(QUESTIONS, {"why_yes": WHY, "give": "Four days"})
        assert answers == {"why_yes": WHY}
        assert reading(answers).says == (f"What takes your days, and why you said yes: “{WHY}”.",)

    def test_a_long_one_is_never_cut(self):
        why = "I said yes so that I could look after people, and not so that I could count them."
        assert why[:-1] in told({"why_yes": why})

    def test_nothing_is_asked_or_said_of_a_reason_that_is_not_there(self):
        assert {EXERCISE.question(name).when for name in ("holds", "direction")} == {"why_yes"}
        assert reading({"holds": "no", "direction": "drifting"}).says == ()

    @pytest.mark.parametrize("holds", ["yes", "partly", "no"])
    @pytest.mark.parametrize("direction", ["walking", "drifting", "changed"])
    def test_every_pair_of_answers_has_its_words(self, holds, direction):
        found = reading({"why_yes": WHY, "holds": holds, "direction": direction})
        assert (found.figures["holds"], found.figures["direction"]) == (holds, direction)
        together = (holds, direction) == ("yes", "drifting")
        assert len(found.says) == (2 if together else 3)

    def test_a_reason_that_holds_and_a_drift_are_put_as_one_question(self):
        assert "What carries you elsewhere?" in told(
            {"why_yes": WHY, "holds": "yes", "direction": "drifting"}
        )

    def test_it_is_the_first_thing_that_is_missed(self):
        assert reading({}).needs[0].startswith("Why did you say yes")
        assert not any("say yes" in each for each in reading({"why_yes": WHY}).needs)


class TestWhatElseIsSaid:
    def test_attention_is_named_and_asked_about(self):
        said = told({"attention": ["blank", "awake"]})
        assert said.startswith(
            "You read without taking it in and lay awake with a mind that would not switch off."
        )

    def test_signs_are_counted_and_held_against_the_last_look(self):
        seen = [{"id": "a", "present": "yes"}, {"id": "b", "present": "no"}]
        found = reading({"signs": seen}, past({"signs": [{"id": "a", "present": "yes"}]}))
        assert (found.figures["signs_present"], found.figures["signs_asked"]) == (1, 2)
        assert found.says == ("Of your two signs, one was there; on 5 January it was one of one.",)

    def test_no_sign_there_is_none(self):
        seen = [{"id": key, "present": "no"} for key in "ab"]
        assert told({"signs": seen}) == "Of your two signs, none was there."

    @pytest.mark.parametrize(
        ("present", "words"), [("yes", "Your one sign was there."), ("no", "was not there.")]
    )
    def test_one_sign_is_not_counted(self, present, words):
        assert words in told({"signs": [{"id": "a", "present": present}]})

    def test_what_is_given_and_kept_stand_together_and_the_end_is_the_way_back(self):
        back = {"what": "An hour at the bench", "when": "2026-11-28"}
        says = reading({"give": "Four days", "keep": "Fridays", "back": back}).says
        assert says == (
            "You give “Four days” and you keep “Fridays”.",
            "Back toward your reason: “An hour at the bench”, 28 November.",
        )

    def test_a_moment_and_a_green_figure_come_with_a_question(self):
        says = reading({"moment": "She solved it alone", "green": "Tickets closed"}).says
        assert [each[-1] for each in says] == ["?", "?"]


class TestTheExercise:
    def test_it_is_in_the_catalog_monthly_and_short(self):
        assert by_slug("drift-check") is EXERCISE
        assert (EXERCISE.minutes, EXERCISE.rhythm_days) == (8, 28)

    def test_the_signs_are_those_of_five_years(self):
        slug, figure = SIGNS.about.split(".")
        answers = {"signs": [{"id": "a", "what": "Calendar first"}]}
        rows = by_slug(slug).read(written(answers, TODAY), (), TODAY).figures[figure]
        assert [(row["id"], row["name"]) for row in rows] == [("a", "Calendar first")]

    def test_what_may_leave_is_figures_and_buttons_and_no_words(self):
        leaving = {q.name for q in walk(QUESTIONS) if q.leaves}
        parts = {part.name for group in (MOTION, MOMENTS) for part in group.parts}
        assert leaving == {"holds", "direction", "present", *parts}


class TestLaws:
    @given(answers_to(QUESTIONS), st.lists(answers_to(QUESTIONS), max_size=3))
    def test_any_answers_that_fit_are_read(self, answers, months):
        assert not list(faults(QUESTIONS, answers))
        self.holds(answers, months)

    @given(
        answers_to(QUESTIONS, JUNK),
        st.lists(JUNK.filter(lambda each: isinstance(each, dict)), max_size=3),
    )
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers, months):
        self.holds(answers, months)

    def holds(self, answers, months):
        found = read(written(answers, TODAY), past(*months), TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        assert all(sentence[-1] in ".?" for sentence in (*found.says, *found.needs))
        assert 0 <= found.figures.get("motion", 0) <= 20
        assert 0 <= found.figures.get("recent_moments", 0) <= 5
        assert found.figures.get("signs_present", 0) <= found.figures.get("signs_asked", 0)

    @given(st.permutations(range(5)), st.lists(st.integers(0, 4), min_size=5, max_size=5))
    def test_motion_and_moments_do_not_touch_each_other(self, order, motion):
        mixed = [motion[i] for i in order]
        one, other = figures(month(motion)), figures(month(mixed, ("week",) * 5))
        assert one["motion"] == other["motion"]
        assert one["recent_moments"] == 2
        assert other["recent_moments"] == 5
