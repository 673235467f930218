import json
from datetime import date, timedelta
from math import exp, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quadrantlib.exercises import by_slug
from quadrantlib.exercises.thirty_minutes import EXERCISE, LOG, QUESTIONS, read
from quadrantlib.exercises.thirty_minutes.pace import halving_sessions, ratio, theil_sen
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)  # a Sunday
WORKED = [120, 110, 95, 100, 70, 75, 60, 52, 45, 40, 34, 30]
MINUTES = st.lists(st.integers(1, 1440), min_size=8, max_size=25)


def session(ago, minutes=30, thing="Guitar", **more):
    day = (TODAY - timedelta(days=ago)).isoformat()
    return {"id": f"{thing}{ago}", "thing": thing, "minutes": minutes, "date": day, **more}


def songs(minutes, **more):
    last = len(minutes) - 1
    return [session(last - i, each, unit="a song", **more) for i, each in enumerate(minutes)]


def reading(*rows, today=TODAY, **answers):
    return read(written({"log": list(rows), **answers}, today), (), today)


def figures(*rows, today=TODAY, **answers):
    return reading(*rows, today=today, **answers).figures


class TestTheWorkedValues:
    def test_ratio_and_halving_are_those_of_the_method(self):
        (series,) = figures(*songs(WORKED))["series"]
        assert round(series["ratio"], 4) == 3.2353
        assert round(series["halving_sessions"], 3) == 5.366
        assert (series["first"], series["last"]) == (110, 34)

    def test_the_slope_agrees_with_all_pairs_by_hand(self):
        logs = [log(each) for each in WORKED]
        slopes = sorted(
            (logs[j] - logs[i]) / (j - i) for i in range(len(logs)) for j in range(i + 1, len(logs))
        )
        assert len(slopes) == 66
        assert theil_sen(logs) == pytest.approx((slopes[32] + slopes[33]) / 2)
        assert log(2) / -theil_sen(logs) == pytest.approx(halving_sessions(WORKED))

    def test_times_that_halve_every_five_sessions_are_found_to(self):
        times = [200 * exp(-log(2) / 5 * i) for i in range(12)]
        assert halving_sessions(times) == pytest.approx(5)

    def test_the_medians_are_the_middle_ones_and_never_the_best(self):
        assert ratio([60, 60, 2, 60, 30, 1]) == 60 / 30


class TestASeries:
    def test_it_begins_with_six_timed_rows_and_has_a_pace_from_eight(self):
        assert figures(*songs(WORKED[:5]))["series"] == []
        (six,) = figures(*songs(WORKED[:6]))["series"]
        assert six["ratio"] is not None
        assert six["halving_sessions"] is None
        (eight,) = figures(*songs(WORKED[:8]))["series"]
        assert eight["halving_sessions"] is not None

    def test_what_does_not_get_quicker_has_no_halving(self):
        assert halving_sessions([30] * 8) is None
        assert halving_sessions([30, 31, 33, 40, 41, 44, 50, 60]) is None

    def test_another_unit_begins_anew(self):
        rows = [*songs(WORKED[:6]), *[session(20 + i, 50, unit="a scale") for i in range(6)]]
        assert {each["unit"] for each in figures(*rows)["series"]} == {"a song", "a scale"}

    def test_half_hours_that_are_no_piece_make_no_series(self):
        assert figures(*[session(i, 60 - i) for i in range(12)])["series"] == []

    def test_names_are_compared_without_case_and_spaces(self):
        rows = songs(WORKED)
        rows[3] |= {"thing": " guitar", "unit": "A  Song "}
        (series,) = figures(*rows)["series"]
        assert series["minutes"] == WORKED

    def test_rows_without_minutes_are_no_part_of_it(self):
        rows = songs(WORKED)
        del rows[4]["minutes"]
        (series,) = figures(*rows)["series"]
        assert series["minutes"] == WORKED[:4] + WORKED[5:]

    def test_sessions_of_one_day_stay_in_the_order_of_the_log(self):
        rows = [session(0, each, unit="a song") | {"id": str(i)} for i, each in enumerate(WORKED)]
        assert figures(*rows)["series"][0]["minutes"] == WORKED

    def test_the_baseline_said_last_is_told_aside(self):
        rows = songs(WORKED)
        rows[0]["baseline"], rows[5]["baseline"] = 90, 150
        found = reading(*rows)
        assert found.figures["series"][0]["baseline"] == 150
        assert "“Guitar”, “a song” used to take 150 minutes." in found.aside

    @pytest.mark.parametrize("minutes", [0, -5, 0.5])
    def test_no_and_negative_minutes_are_refused(self, minutes):
        assert list(faults(QUESTIONS, {"log": [session(0, minutes)]}))


class TestWindows:
    def test_days_are_counted_once_in_the_28_that_end_today(self):
        rows = [session(0), session(0, 10) | {"id": "x"}, session(27), session(28)]
        found = figures(*rows)
        assert (found["days"], found["days_before"]) == (2, 1)

    def test_a_row_of_days_is_worth_no_more_than_days_apart(self):
        together, apart = [session(i) for i in range(5)], [session(i * 5) for i in range(5)]
        assert figures(*together)["days"] == figures(*apart)["days"] == 5
        assert not [name for name in figures(*together) if "streak" in name]

    def test_the_week_begins_on_monday(self):
        assert figures(session(6, 20), session(7, 50))["minutes_this_week"] == 20
        monday = TODAY + timedelta(days=1)
        assert figures(session(0, 20), today=monday)["minutes_this_week"] == 0

    def test_the_calendar_has_a_place_for_each_of_the_28_days(self):
        rows = session(0, 20), session(3, 40), session(3, 5) | {"id": "x"}, session(30)
        calendar = figures(*rows)["calendar"]
        assert len(calendar) == 28
        assert calendar[-1] == {"date": "2026-11-22", "minutes": 20}
        assert calendar[-4]["minutes"] == 45
        assert calendar[0] == {"date": "2026-10-26", "minutes": None}

    def test_what_is_dated_after_today_does_not_count_and_is_wondered_at(self):
        found = reading(session(-1), session(0))
        assert found.figures["days"] == 1
        assert found.wonders == ("One session is dated after today. Is that the day you meant?",)

    def test_a_session_without_a_day_is_one_all_the_same(self):
        found = figures({"id": "a", "thing": "Guitar", "minutes": 30})
        assert (found["sessions"], found["days"]) == (1, 0)


class TestThings:
    def test_the_latest_comes_first_with_its_sum(self):
        rows = [session(9, 30, "Welding"), session(5), session(2), session(1, 15, "welding")]
        found = figures(*rows)["things"]
        told = [(each["name"], each["sessions"], each["minutes"]) for each in found]
        assert told == [("welding", 2, 45), ("Guitar", 2, 60)]

    def test_the_spark_behind_it_is_the_one_that_was_said_else_its_own_name(self):
        rows = [session(3, spark="Playing for people"), session(2), session(1, 30, "Welding")]
        behind = {each["name"]: each["spark"] for each in figures(*rows)["things"]}
        assert behind == {"Guitar": "Playing for people", "Welding": "Welding"}

    def test_the_last_thing_shown_has_its_day(self):
        found = figures(session(5, shown="A verse"), session(2, shown="A chorus"), session(1))
        assert found["last_shown"] == {"what": "A chorus", "date": "2026-11-20"}

    def test_the_next_one_stands_until_its_day_is_over(self):
        ahead = {"what": "Welding", "when": "2026-11-22"}
        assert figures(next=ahead)["next"] == ahead
        assert "next" not in figures(next=ahead, today=date(2026, 11, 23))
        assert "next" not in figures(next={"when": "2026-11-25"})


class TestWords:
    def test_a_poor_first_result_is_spoken_of_once(self):
        poor = "The first result may be a poor one. That is how it begins."
        assert poor in reading(session(0)).says
        assert poor not in reading(session(0), session(1)).says

    @pytest.mark.parametrize(
        ("last", "words"),
        [(30, "As if two hours had become thirty minutes."), (60, "It begins to compound.")],
    )
    def test_two_times_and_four_times_as_quick_have_words(self, last, words):
        says = reading(*songs([120, 120, 120, last, last, last])).says
        assert (
            says[0] == f"“Guitar”, “a song”: 120 minutes at first, {last} minutes lately. {words}"
        )

    def test_slower_and_hardly_quicker_are_told_aside_and_without_a_word(self):
        found = reading(*songs([60, 60, 60, 70, 70, 70]))
        assert not any("Guitar" in each for each in found.says)
        assert "“Guitar”, “a song”: 60 minutes at first, 70 minutes lately." in found.aside

    def test_four_empty_weeks_cost_nothing(self):
        assert reading(session(40), session(41)).says == (
            "Nothing here in the last four weeks. A day left out costs nothing; it waits for you.",
        )

    def test_days_and_minutes_stand_in_one_sentence(self):
        assert reading(session(0), session(9)).says == (
            "Something of your own on two of ten days so far, with 30 minutes since Monday.",
        )
        assert reading(session(0), session(9), session(40, 5)).says == (
            "Something of your own on two of the last 28 days, with 30 minutes since Monday.",
        )

    def test_the_first_day_is_today_and_nothing_is_said_of_a_time_before_it(self):
        found = reading(session(0))
        assert "Something of your own today, with 30 minutes since Monday." in found.says
        assert not any("before" in words for words in found.aside)
        assert found.figures["calendar"] == [{"date": "2026-11-22", "minutes": 30}]

    def test_nothing_yet_needs_one_line(self):
        found = read(written({}, TODAY), (), TODAY)
        assert (found.figures, found.says) == ({}, ())
        assert len(found.needs) == 1

    def test_a_pace_says_how_many_times_it_still_needs(self):
        assert reading(*songs([60, 50])).needs == (
            "“Guitar”, “a song”: timed twice so far; six show a pace.",
        )
        assert reading(*songs(WORKED)).needs == ()

    def test_a_very_long_session_is_wondered_at_and_kept(self):
        found = reading(session(0, 600))
        assert found.wonders == ("“Guitar” has 600 minutes in one go. Is that how it was?",)
        assert found.figures["minutes_this_week"] == 600


class TestLaws:
    @given(MINUTES, st.sampled_from([0.5, 2, 3.7]))
    def test_scaling_all_minutes_changes_neither_ratio_nor_halving(self, minutes, factor):
        scaled = [each * factor for each in minutes]
        assert ratio(scaled) == pytest.approx(ratio(minutes))
        slope = theil_sen([log(each) for each in minutes])
        assert theil_sen([log(each) for each in scaled]) == pytest.approx(slope, abs=1e-9)
        assume(abs(slope) > 1e-6)
        assert halving_sessions(scaled) == pytest.approx(halving_sessions(minutes))

    @given(st.lists(st.integers(1, 720), min_size=6, max_size=12))
    def test_doubling_all_minutes_changes_no_ratio_in_the_reading(self, minutes):
        (once,) = figures(*songs(minutes))["series"]
        (twice,) = figures(*songs([2 * each for each in minutes]))["series"]
        assert twice["ratio"] == pytest.approx(once["ratio"])
        assert twice["first"] == pytest.approx(2 * once["first"])

    @given(MINUTES)
    def test_what_runs_backwards_has_the_ratio_turned_over(self, minutes):
        assert ratio(minutes[::-1]) == pytest.approx(1 / ratio(minutes))
        forth, back = (theil_sen([log(m) for m in each]) for each in (minutes, minutes[::-1]))
        assert back == pytest.approx(-forth)

    @given(MINUTES, st.randoms(use_true_random=False))
    def test_the_order_of_rows_does_not_matter(self, minutes, random):
        rows = [*songs(minutes), session(3, 20, "Welding", shown="A lamp", spark="Fire")]
        assert reading(*random.sample(rows, len(rows))) == reading(*rows)

    @given(answers_to(QUESTIONS))
    def test_any_answers_that_fit_are_read(self, answers):
        self.holds(answers)

    @given(answers_to(QUESTIONS, JUNK))
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers):
        self.holds(answers)

    @given(st.lists(answers_to(LOG.columns, JUNK) | JUNK, max_size=10))
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, rows):
        self.holds({"log": rows})

    def holds(self, answers):
        found = read(written(answers, TODAY), (), TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        told = (*found.says, *found.needs, *found.wonders, *found.aside)
        assert all(sentence[-1] in ".?" for sentence in told)
        assert 0 <= found.figures.get("days", 0) <= 28


class TestTheExercise:
    def test_it_is_one_lasting_log_beside_the_path(self):
        assert by_slug("thirty-minutes") is EXERCISE
        assert EXERCISE.log
        assert (EXERCISE.minutes, EXERCISE.place) == (1, "alongside")

    def test_only_the_number_of_days_may_leave(self):
        assert [q.name for q in walk(QUESTIONS) if q.leaves] == ["date"]

    def test_the_short_way_is_three_columns(self):
        assert [c.name for c in LOG.columns if not c.more] == ["thing", "minutes", "date"]
        assert set(LOG.steps[0].columns) == {column.name for column in LOG.columns}

    def test_a_log_of_ten_years_fits(self):
        rows = [session(i) for i in range(3650)]
        assert list(faults(QUESTIONS, {"log": rows})) == []

    def test_its_reason_is_told_in_two_sentences(self):
        assert EXERCISE.why.count(". ") + EXERCISE.why.endswith(".") == 2
