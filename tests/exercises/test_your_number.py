import json
from datetime import date
from math import ceil, inf, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quadrantlib.exercise import Round
from quadrantlib.exercises import by_slug
from quadrantlib.exercises.your_number import EXERCISE, QUESTIONS, read
from quadrantlib.exercises.your_number.arithmetic import reached, target, years
from quadrantlib.kinds import Money
from quadrantlib.questions import walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
WORKED = {"currency": "EUR", "enough": 35_000, "wealth": 100_000, "saving": 30_000}

earlier_rounds = st.lists(
    st.builds(
        Round,
        st.text(max_size=3),
        st.dates(date(2015, 1, 1), TODAY),
        answers_to(QUESTIONS) | answers_to(QUESTIONS, JUNK),
    ),
    max_size=4,
)


def reading(earlier=(), today=TODAY, **answers):
    return read(written({**WORKED, **answers}, today), earlier, today)


def figures(**answers):
    return reading(**answers).figures


def said(**answers):
    return " ".join(reading(**answers).says)


class TestTheArithmetic:
    @pytest.mark.parametrize(
        ("wealth", "saving", "aim", "growth", "expected"),
        [
            (100_000, 30_000, 1_000_000, 0.05, 16.9435),
            (250_000, 0, 1_000_000, 0.05, 28.4134),
            (500_000, 40_000, 1_250_000, 0.03, 11.6021),
            (100_000, 30_000, 1_000_000, 0, 30),
        ],
    )
    def test_the_years_are_those_of_the_method(self, wealth, saving, aim, growth, expected):
        assert round(years(wealth, saving, aim, growth), 4) == expected

    def test_the_target_is_what_is_missing_a_year_over_the_rate_and_what_is_paid_once(self):
        assert target(48_000, 8_000, 0.04, 50_000) == 1_050_000

    def test_the_years_are_those_of_the_formula_as_it_is_written(self):
        w, c, t, r = 40_000, 12_000, 730_000, 0.034
        assert years(w, c, t, r) == pytest.approx(log((t * r + c) / (w * r + c)) / log(1 + r))

    @given(
        st.integers(-500_000, 900_000),
        st.integers(1, 100_000),
        st.integers(1_000, 3_000_000),
        st.floats(-0.1, 0.2),
    )
    def test_year_by_year_it_is_there_when_the_years_are_over_and_not_before(
        self, wealth, saving, aim, growth
    ):
        assume(wealth < aim)
        counted = years(wealth, saving, aim, growth)
        now, year = wealth, 0
        while now < aim and year < 300:
            now, year = now * (1 + growth) + saving, year + 1
        if year < 300:
            assert counted == pytest.approx(year, abs=1e-6) or ceil(counted) == year
        else:
            assert counted > 299

    @pytest.mark.parametrize(
        ("wealth", "saving", "growth"),
        [(0, 0, 0.05), (1000, 0, 0), (-1000, 0, 0.05), (100_000, -5_000, 0.05), (0, 100, -0.1)],
    )
    def test_what_does_not_rise_never_gets_there(self, wealth, saving, growth):
        assert years(wealth, saving, 1_000_000, growth) == inf

    def test_next_to_no_growth_is_like_none(self):
        close = [years(50_000, 20_000, 400_000, growth) for growth in (-1e-7, 0, 1e-7)]
        assert close == pytest.approx([17.5] * 3, rel=1e-5)

    def test_no_growth_at_all_and_a_denormal_one_agree(self):
        assert years(0, 10, 100, 5e-324) == 10

    def test_enough_is_reached_to_the_dust_of_rounding(self):
        assert reached(0.1 + 0.2, 0.3)
        assert reached(0.3, 0.1 + 0.2)
        assert not reached(999.99, 1000)
        assert reached(-5, 0)


class TestTheFigures:
    def test_target_coverage_and_years_are_those_of_the_worked_example(self):
        found = figures()
        assert found["target"] == pytest.approx(1_000_000)
        assert found["coverage"] == pytest.approx(0.1)
        assert round(found["years"], 4) == 16.9435
        assert found["reached"] is False

    def test_the_target_stands_at_four_rates(self):
        rows = [(row["w"], round(row["target"])) for row in figures()["targets"]]
        assert rows == [(0.03, 1_166_667), (0.035, 1_000_000), (0.04, 875_000), (0.05, 700_000)]

    def test_bare_enough_and_plenty_have_a_number_each(self):
        rows = figures(bare=17_500, plenty=70_000)["levels"]
        assert [(row["id"], round(row["target"])) for row in rows] == [
            ("bare", 500_000),
            ("enough", 1_000_000),
            ("plenty", 2_000_000),
        ]

    def test_other_income_and_what_is_paid_once_move_the_target(self):
        once = [{"id": "a", "name": "A roof", "amount": 20_000}, {"id": "b", "name": "A year"}]
        found = figures(other_income=7_000, one_offs=once)
        assert found["target"] == pytest.approx(820_000)

    def test_another_return_and_rate_are_used(self):
        found = figures(r=0.03, w=0.04, enough=50_000, wealth=500_000, saving=40_000)
        assert round(found["years"], 4) == 11.6021
        assert (found["r"], found["w"]) == (0.03, 0.04)

    def test_what_never_ends_is_told_as_a_word(self):
        found = figures(saving=0, r=0)
        assert found["years"] == "never"
        assert "fan" not in found

    def test_income_that_covers_enough_leaves_nothing_to_reach(self):
        found = figures(other_income=36_000, wealth=0, saving=0)
        assert found["target"] <= 0
        assert found["reached"] is True
        assert found["years"] == 0
        assert "coverage" not in found
        assert found["verdict"] == "reached"

    def test_growth_of_pay_stands_beside_what_was_learned(self):
        found = figures(pay_then=60_000, pay_now=90_000, grown=[{"id": "x", "name": " Rest "}])
        assert found["pay_growth"] == pytest.approx(0.5)
        assert found["grown"] == [{"id": "x", "name": "Rest"}]

    def test_from_no_pay_there_is_no_growth_to_tell(self):
        assert "pay_growth" not in figures(pay_then=0, pay_now=90_000)

    @given(answers_to(QUESTIONS), earlier_rounds)
    def test_figures_are_ready_for_json_whatever_fits(self, answers, earlier):
        found = read(written(answers, TODAY), earlier, TODAY).figures
        assert json.loads(json.dumps(found, allow_nan=False)) == found

    @given(answers_to(QUESTIONS, JUNK), earlier_rounds)
    def test_what_does_not_fit_counts_as_missing(self, answers, earlier):
        asked = {question.name: question for question in QUESTIONS if question.name in answers}
        kept = {n: v for n, v in answers.items() if not any(asked[n].faults(v))}
        rows = ("grown", "one_offs")
        if all(name not in answers or name in kept for name in rows):
            assert read(written(answers, TODAY), earlier, TODAY) == read(
                written(kept, TODAY), earlier, TODAY
            )
        else:
            assert read(written(answers, TODAY), earlier, TODAY).figures["r"] == kept.get("r", 0.05)


class TestTheWords:
    def test_the_worked_example_is_told_in_its_own_currency(self):
        words = said()
        assert "Your number is about EUR 1,000,000: enough for EUR 35,000 a year" in words
        assert "about 17 years away, around 2043" in words
        assert "if you live on 3.5 % of it each year" in words
        assert words.count("Our own sums on your figures, tested by nobody. Not advice.") == 1

    def test_passing_what_was_enough_is_told_as_recollection(self):
        words = said(then_pay=60_000, pay_now=90_000, enough_pay=120_000)
        assert (
            "enough was EUR 60,000 a year. You have that now, and the number moved on, "
            "to EUR 120,000 a year. What changed?"
        ) in words
        assert "memory, which is unreliable" in words

    @pytest.mark.parametrize(
        ("pay_now", "enough_pay", "expected"),
        [
            (90_000, 50_000, "You have that now, and the number stayed."),
            (90_000, None, "You have that now. What would be enough today?"),
            (50_000, 80_000, "It still lies ahead, and has moved, to EUR 80,000 a year."),
            (50_000, 60_000, "It still lies ahead."),
        ],
    )
    def test_then_and_now_has_a_sentence_for_each_way_it_went(self, pay_now, enough_pay, expected):
        assert expected in said(then_pay=60_000, pay_now=pay_now, enough_pay=enough_pay)

    def test_a_bank_account_can_be_passed_as_well(self):
        words = said(then_wealth=80_000, gut=500_000)
        assert "enough was EUR 80,000 in the bank. You have that now, and the number" in words

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"wealth": -20_000}, "first leads up to zero"),
            ({"saving": 0}, "only what is there can grow"),
            ({"saving": -9_000}, "each year takes some of it away"),
            ({"r": 0}, "no growth above inflation"),
            ({"r": -0.02}, "waiting works against you"),
            ({"saving": 0, "r": 0}, "the years do not come to it"),
            ({"other_income": 40_000}, "There is no sum left to reach."),
            ({"wealth": 2_000_000}, "All of it is there."),
            ({"horizon": 10}, "That is further than the 10 years you look ahead."),
        ],
    )
    def test_a_figure_out_of_the_common_run_has_its_sentence(self, answers, expected):
        assert expected in said(**answers)

    def test_a_guess_near_the_arithmetic_is_about_the_same(self):
        assert "comes to about the same" in said(gut=950_000)
        assert "The arithmetic asks for more." in said(gut=500_000)
        assert "The arithmetic asks for less." in said(gut=3_000_000)

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"is_enough": "yes"}, "What may stop, if that is true?"),
            ({"is_enough": "no", "wealth": 2_000_000}, "What is still missing?"),
            ({"is_enough": "unsure"}, "What would you see if it had?"),
        ],
    )
    def test_ones_own_word_on_enough_is_answered_with_a_question(self, answers, expected):
        assert expected in said(**answers)

    def test_an_empty_round_says_what_it_needs(self):
        found = read(written({}, TODAY), (), TODAY)
        assert found.says == ()
        assert "Say what a year with enough would cost, and your number can be told." in found.needs

    @pytest.mark.parametrize(("missing", "word"), [("wealth", "there"), ("saving", "aside")])
    def test_what_is_missing_is_asked_for(self, missing, word):
        answers = {name: value for name, value in WORKED.items() if name != missing}
        found = read(written(answers, TODAY), (), TODAY)
        assert any(word in need for need in found.needs)
        assert "Your number is about EUR 1,000,000" in found.says[0]

    def test_figures_that_changed_places_are_asked_about(self):
        wonders = reading(bare=40_000, plenty=30_000).wonders
        assert [each.split(". ")[0] for each in wonders] == [
            "A bare year costs more than a year with enough",
            "A year with enough costs more than a year with plenty",
        ]
        assert all(each.endswith("or is one of them for a month?") for each in wonders)

    def test_living_on_more_than_it_earns_is_asked_about(self):
        assert any("grow smaller" in each for each in reading(r=0.02).wonders)
        assert not reading().wonders

    def test_without_a_currency_amounts_stand_alone(self):
        assert (
            "about 1,000,000:"
            in read(written({**WORKED, "currency": None}, TODAY), (), TODAY).says[0]
        )

    @given(answers_to(QUESTIONS), earlier_rounds)
    def test_no_sentence_holds_a_number_no_person_would_write(self, answers, earlier):
        found = read(written(answers, TODAY), earlier, TODAY)
        for sentence in (*found.says, *found.needs, *found.wonders, *found.aside):
            assert sentence[-1] in ".?"
            if not answers.get("grown"):
                assert "inf" not in sentence.replace("inflation", "")
                assert "e+" not in sentence


class TestTheExercise:
    def test_it_is_in_the_catalog(self):
        assert by_slug("your-number") is EXERCISE

    def test_every_amount_of_money_is_asked_as_money_and_stays_here(self):
        assert all(not question.leaves for question in walk(QUESTIONS))
        assert {q.name for q in walk(QUESTIONS) if isinstance(q, Money)} == {
            *("enough_pay", "gut", "then_pay", "then_wealth", "pay_then", "pay_now", "bare"),
            *("enough", "plenty", "wealth", "saving", "other_income", "amount"),
        }

    def test_what_waits_behind_more_and_moves_the_number_is_carried_over(self):
        hidden = {"other_income", "one_offs", "r", "w", "volatility", "horizon"}
        assert all(EXERCISE.question(name).carries for name in (*hidden, "currency"))
        assert not any(EXERCISE.question(name).carries for name in ("enough", "wealth", "gut"))
