"""Rounds lie four years apart to the day, growth is nothing, and a year's saving is 10: then the
years left are (number − wealth)/10, and every verdict can be counted by hand."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercises.your_number import read
from quadrantlib.exercises.your_number.course import VERDICTS, course, theil_sen
from quadrantlib.exercises.your_number.stand import stands
from tests.rounds import written

DAYS = (date(2018, 11, 22), date(2022, 11, 22), date(2026, 11, 22))
TODAY = DAYS[-1]


def answers(aim, wealth, saving=10, **more):
    return {"enough": aim / 20, "wealth": wealth, "saving": saving, "r": 0, "w": 0.05, **more}


def rounds(*each, days=DAYS):
    given = [one if isinstance(one, dict) else answers(*one) for one in each]
    before = zip(days[-len(given) :], given[:-1], strict=False)
    return given[-1], [written(one, day, str(day)) for day, one in before]


def told(*each, days=DAYS):
    now, earlier = rounds(*each, days=days)
    return read(written(now, days[-1]), earlier, days[-1])


def found(*each, days=DAYS):
    return told(*each, days=days).figures


MOVING = [(500, 100), (500, 140), (500, 180)]
DEFERRING = [(500, 100), (560, 140), (620, 180)]
CASES = {
    "reached": [(500, 500)],
    "passed_and_moved": [(250, 100), (400, 200), (500, 300)],
    "never_at_this_rate": [(500, 100, 0)],
    "too_early": [(500, 100), (500, 180)],
    "treadmill": [(500, 100, 10), (1000, 200, 25), (2000, 400, 50)],
    "moving_toward": MOVING,
    "slipping": [(500, 100), (500, 110), (500, 120)],
    "deferring": DEFERRING,
    "off_plan": [(500, 100), (500, 60), (500, 20)],
}


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_its_worked_case(verdict):
    assert found(*CASES[verdict])["verdict"] == verdict


@pytest.mark.parametrize(
    ("verdict", "approach", "moved"),
    [
        ("treadmill", 1, None),  # 40, 32 and 32 years left: slopes of 2, 0 and 1
        ("moving_toward", 1, 0),
        ("slipping", 0.25, 0),
        ("deferring", -0.5, 1.5),  # 40, 42, 44 left; each step's number costs 60/10 = 6 in 4 years
        ("off_plan", -1, 0),
    ],
)
def test_approach_and_cost_are_those_counted_by_hand(verdict, approach, moved):
    figures = found(*CASES[verdict])
    assert figures["approach"] == pytest.approx(approach)
    assert moved is None or figures["moved"] == pytest.approx(moved)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_names_its_day(verdict):
    assert "As of 22 November 2026, " in " ".join(told(*CASES[verdict]).says)


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        ("reached", "what you have covers your number"),
        ("passed_and_moved", "covers the number you had on 22 November 2018"),
        ("never_at_this_rate", "adds too little to what is there"),
        ("too_early", "Since 22 November 2022, the way grew shorter by 8 years."),
        ("treadmill", "took one year off the way, and yet what you have covers no larger part"),
        ("moving_toward", "took one year off the way, and what you have covers a larger part"),
        ("slipping", "took 0.2 years off the way: time passes faster"),
        ("deferring", "added 0.5 years to the way. The number itself moved, and that alone cost"),
        ("off_plan", "It is not mainly the number that moved"),
    ],
)
def test_a_verdict_tells_its_reasons_in_words(verdict, reason):
    assert reason in " ".join(told(*CASES[verdict]).says)


def test_a_crash_is_no_deferral():
    crash = [(500, 300), (500, 340), (500, 170)]
    assert found(*crash)["verdict"] == "off_plan"
    assert found(*crash)["moved"] == 0


def test_a_change_that_was_chosen_is_left_out_of_what_the_number_cost():
    chosen = [one if place == 0 else answers(*one, chosen_change="yes")
              for place, one in enumerate(DEFERRING)]  # fmt: skip
    assert found(*chosen)["verdict"] == "off_plan"
    assert "moved" not in found(*chosen)
    one = [DEFERRING[0], answers(900, 140, chosen_change="yes"), (960, 180)]
    assert found(*one)["moved"] == pytest.approx(1.5)


def test_the_newest_number_that_was_passed_is_named():
    figures = found((250, 100), (290, 200), (500, 300))
    assert figures["passed_on"] == "2022-11-22"


def test_three_rounds_within_a_year_are_too_early():
    close = (date(2026, 1, 1), date(2026, 6, 1), date(2026, 12, 31))
    assert found(*MOVING, days=close)["verdict"] == "too_early"
    year = (date(2026, 1, 1), date(2026, 6, 1), date(2027, 1, 1))
    assert found(*MOVING, days=year)["verdict"] != "too_early"


def test_earlier_amounts_are_counted_in_todays_money():
    last = answers(600, 140, inflation=0.2)
    figures = found((500, 100), last)
    assert [row["target"] for row in figures["rounds"]] == pytest.approx([600, 600])
    assert figures["moved"] == pytest.approx(0)
    both = found((500, 100), answers(600, 140, inflation=0.2), answers(660, 180, inflation=0.1))
    assert [row["target"] for row in both["rounds"]] == pytest.approx([660, 660, 660])


def test_prices_that_nobody_gave_are_said_to_be_unchanged():
    words = "Prices are taken as unchanged"
    assert words in " ".join(told(*MOVING).says)
    assert words not in " ".join(told(*MOVING[:2], answers(500, 180, inflation=0)).says)


def test_another_rate_is_told_apart_and_passes_for_no_move_of_the_number():
    before = answers(500, 140, w=0.1)  # 250 at its own rate
    figures = found(MOVING[0], before, MOVING[2])
    assert figures["verdict"] == "moving_toward"
    assert figures["moved"] == 0
    assert figures["assumptions"]["w"] == [0.1, 0.05]
    assert figures["assumptions"]["years"] == pytest.approx([7, 32])
    assert "from 10 % to 5 %" in " ".join(told(MOVING[0], before, MOVING[2]).says)


def test_rounds_in_another_currency_are_left_out_and_that_is_said():
    now, earlier = rounds(*[answers(*one, currency="EUR") for one in MOVING])
    now = {**now, "currency": "SEK"}
    reading = read(written(now, TODAY), earlier, TODAY)
    assert "rounds" not in reading.figures
    assert "Rounds in another currency are left out." in reading.says


def test_figures_count_from_the_day_they_are_from():
    now, earlier = rounds(*MOVING)
    now = {**now, "counted_on": "2024-11-22"}
    assert read(written(now, TODAY), earlier, TODAY).figures["verdict_on"] == "2024-11-22"
    late = {**now, "counted_on": "2030-01-01"}
    assert read(written(late, TODAY), earlier, TODAY).figures["verdict_on"] == "2026-11-22"


def test_an_earlier_round_that_never_got_there_does_not_count():
    figures = found((500, 100, 0), *MOVING[1:])
    assert figures["verdict"] == "too_early"
    assert figures["course_rounds"] == 2


def test_a_grown_number_is_told_to_others():
    assert found(*DEFERRING)["target_grew"] is True
    assert found(*MOVING)["target_grew"] is False
    assert "target_grew" not in found((500, 100))


points = st.lists(
    st.tuples(st.integers(0, 20), st.integers(-1000, 1000)), min_size=2, max_size=9
).filter(lambda each: len({x for x, _ in each}) > 1)


@given(points)
def test_theil_sen_is_the_median_of_all_slopes(each):
    x, y = np.array(each, dtype=float).T
    first, second = np.array(list(combinations(range(len(each)), 2))).T
    apart = x[first] != x[second]
    slopes = (y[second] - y[first])[apart] / (x[second] - x[first])[apart]
    assert theil_sen(each) == pytest.approx(float(np.median(slopes)), abs=1e-8)


@given(st.integers(-50, 50), st.integers(-50, 50), points)
def test_theil_sen_finds_the_slope_of_a_line_whatever_one_point_does(slope, start, each):
    line = [(x, start + slope * x) for x in range(7)]
    assert theil_sen([*line[:3], (3, 10_000), *line[4:]]) == pytest.approx(slope)


def test_one_moment_has_no_slope():
    assert theil_sen([(1, 2), (1, 5)]) is None
    assert theil_sen([]) is None


amounts = st.tuples(st.integers(1, 200), st.integers(-500, 5000), st.integers(-20, 200))


@settings(max_examples=50)
@given(
    st.lists(amounts, min_size=1, max_size=4),
    st.integers(2, 5000),
    st.sampled_from([0, 0.03, 0.05]),
)
def test_another_unit_of_money_changes_no_verdict_no_years_and_no_cover(each, factor, growth):
    days = (date(2020, 1, 1), date(2021, 6, 1), date(2023, 5, 5), TODAY)

    def at(unit):
        scaled = [
            {"enough": e * unit, "wealth": w * unit, "saving": c * unit, "r": growth, "w": 0.04}
            for e, w, c in each
        ]
        now, earlier = rounds(*scaled, days=days)
        return read(written(now, TODAY), earlier, TODAY).figures

    one, other = at(1), at(factor)
    assert one.get("verdict") == other.get("verdict")
    for name in ("years", "coverage", "approach", "moved"):
        assert one.get(name) == other.get(name) or one[name] == pytest.approx(
            other[name], 1e-6, 1e-6
        )


@given(st.lists(amounts, min_size=1, max_size=4))
def test_what_is_said_does_not_depend_on_rounds_that_say_nothing(each):
    given = [{"enough": e, "wealth": w, "saving": c} for e, w, c in each]
    now, earlier = rounds(*given, days=(*[date(2020, 1, 1)] * 3, TODAY))
    empty = written({}, date(2019, 1, 1), "e")
    assert course(stands(written(now, TODAY), [empty, *earlier])) == course(
        stands(written(now, TODAY), earlier)
    )


def test_a_stand_in_dearer_money_takes_the_same_years():
    now, earlier = rounds(*MOVING)
    stand = stands(written(now, TODAY), earlier)[-1]
    assert stand.in_money_of(1.25).years == stand.years
    assert replace(stand, saving=0.0).years == inf
