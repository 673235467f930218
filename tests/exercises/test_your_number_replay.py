"""A small table is lived through by hand; everything else is held against a second way to count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.errors import Refused
from quadrantlib.exercise import Reading
from quadrantlib.exercises.your_number import EXERCISE, QUESTIONS, heard
from quadrantlib.exercises.your_number.history import Past, history
from quadrantlib.exercises.your_number.replay import bearable, replay, short_in
from tests.generated import JUNK, answers_to

HEAD = "year,stocks_nominal,bonds_nominal,inflation"
TABLE = f"""{HEAD}
2001,0.50,0.00,0.00
2002,-0.50,0.00,0.00
2003,0.25,0.10,0.10
2004,0.00,0.00,0.25
"""
timings = st.sampled_from(["start", "end"])
growths = st.lists(st.floats(0.4, 1.9), min_size=1, max_size=40)
pasts = st.lists(
    st.tuples(st.floats(-0.6, 0.9), st.floats(-0.3, 0.4), st.floats(-0.1, 0.5)), min_size=3
).map(lambda rows: [Past(1900 + place, *row) for place, row in enumerate(rows)])


def said(text=TABLE, **answers):
    return heard(text, {"stocks": 1, "replay_years": 2, **answers})


class TestLivingThroughIt:
    def test_a_small_table_is_lived_through_as_by_hand(self):
        # All in stocks, a half taken out at each start. Real growth: 1.5, 0.5, 25/22, 0.8.
        # 2001: 1 − 0.5 = 0.5, grows to 0.75; 0.75 − 0.5 is there.       1/(1 + 1/1.5) = 0.6
        # 2002: 1 − 0.5 = 0.5, grows to 0.25; 0.5 is not there in year 2. 1/(1 + 1/0.5) = 1/3
        # 2003: 0.5 grows to 0.568…; 0.5 is there.                        1/(1 + 22/25) = 25/47
        found = replay(history(TABLE), 0.5, 2, 1, "start")
        assert [each.year for each in found] == [2001, 2002, 2003]
        assert [each.short for each in found] == [None, 2, None]
        assert [each.bearable for each in found] == pytest.approx([0.6, 1 / 3, 25 / 47])

    def test_taken_out_at_the_end_of_the_year_the_same_table_ends_otherwise(self):
        # 2001: 1.5 − 0.5 = 1, halves to 0.5, and 0.5 is there.
        # 2002: 0.5 − 0.5 = 0, and nothing grows from nothing.
        # 2003: 1.136… − 0.5 = 0.636…, shrinks to 0.509…, and 0.5 is there.
        found = replay(history(TABLE), 0.5, 2, 1, "end")
        assert [each.short for each in found] == [None, 2, None]
        assert found[0].bearable == pytest.approx(1 / (1 / 1.5 + 1 / 0.75))

    def test_bonds_and_prices_have_their_part_in_growth(self):
        assert Past(2003, 0.25, 0.1, 0.1).growth(0.6) == pytest.approx(1.19 / 1.1)

    @given(growths, st.floats(0.001, 0.9), timings)
    def test_it_never_runs_short_exactly_where_the_rate_is_bearable(self, growth, rate, timing):
        most = bearable(growth, timing)
        if abs(rate - most) > 1e-9:
            assert (short_in(growth, rate, timing) is None) == (rate < most)

    @given(growths, timings)
    def test_the_bearable_rate_itself_lasts_and_a_little_more_does_not(self, growth, timing):
        most = bearable(growth, timing)
        assert short_in(growth, most * (1 - 1e-9), timing) is None
        assert short_in(growth, most * (1 + 1e-6) + 1e-9, timing) is not None

    @given(pasts, st.floats(0.01, 0.3), st.floats(0, 1), timings)
    def test_counted_in_the_money_of_each_year_it_comes_to_the_same(
        self, past, rate, stocks, timing
    ):
        years = len(past) // 2 + 1
        for start in replay(past, rate, years, stocks, timing):
            if abs(start.bearable - rate) > 1e-6:
                span = [each for each in past if 0 <= each.year - start.year < years]
                assert start.short == nominal(span, rate, stocks, timing)

    def test_a_century_of_ruin_can_still_be_counted(self):
        assert bearable([1e-5] * 100, "start") >= 0


def nominal(span, rate, stocks, timing):
    """Year by year in each year's own money, stocks and bonds held apart."""
    left, prices = 100.0, 1.0
    for number, each in enumerate(span, start=1):
        taken = 100 * rate * prices
        if timing == "start":
            if left < taken:
                return number
            left -= taken
        left = stocks * left * (1 + each.stocks) + (1 - stocks) * left * (1 + each.bonds)
        prices *= 1 + each.inflation
        if timing == "end":
            left -= 100 * rate * prices
            if left < 0:
                return number
    return None


class TestWhatIsHeard:
    def test_starts_are_counted_and_never_made_a_probability(self):
        reading = said(w=0.2, replay_years=3)
        assert reading.figures["starts"] == 2
        assert reading.figures["lasted"] == 2
        assert "from 2 of 2 starts, 2001 to 2002, it never ran short" in reading.says[0]
        assert not any("100 %" in each for each in reading.says)

    def test_the_hardest_starts_come_first(self):
        reading = said(w=0.2)
        assert [row["year"] for row in reading.figures["worst"]] == [2002, 2003, 2001]
        assert "The hardest: 2002" in reading.says[1]
        assert "33.33 % a year" in reading.says[1]

    def test_without_other_words_it_is_sixty_in_a_hundred_stocks_for_thirty_years(self):
        rows = "\n".join(f"{year},0.05,0.02,0.02" for year in range(1950, 1990))
        figures = heard(f"{HEAD}\n{rows}", {}).figures
        assert (figures["stocks"], figures["years"], figures["timing"]) == (0.6, 30, "start")
        assert (figures["w"], figures["starts"]) == (0.035, 11)

    def test_it_says_that_it_is_no_advice(self):
        assert "no advice" in said().says[-1]

    def test_the_exercise_hears_the_file_it_asks_for(self):
        assert EXERCISE.hears == {"replay": heard}
        assert EXERCISE.question("replay").kind == "brought"

    @given(answers_to(QUESTIONS) | answers_to(QUESTIONS, JUNK))
    def test_whatever_was_answered_the_file_is_read_or_refused(self, answers):
        try:
            found = heard(TABLE, answers)
        except Refused as fault:
            found = fault
        counted = isinstance(found, Reading) and found.figures["starts"] >= 1
        assert counted or "That file holds four years" in str(found)


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("", "its first line should name the column year once"),
            ("year,stocks_nominal,inflation\n", "should name the column bonds_nominal once"),
            (f"{HEAD},year\n", "should name the column year once"),
            (HEAD, "it holds no year"),
            (f"{HEAD}\n01,0.1,0.1,0.1", "line 2 has no year of four digits"),
            (f"{HEAD}\n2001,0.1,0.1,0.1\n2001,0,0,0", "line 3 does not hold the year after"),
            (f"{HEAD}\n2001,0.1,0.1,0.1\n\n2003,0,0,0", "line 4 does not hold the year after"),
            (f"{HEAD}\n2001,0.1,,0.1", "line 2 has no number under bonds_nominal"),
            (f"{HEAD}\n2001,0.1,0.1", "line 2 has no number under inflation"),
            (f"{HEAD}\n2001,much,0.1,0.1", "line 2 has no number under stocks_nominal"),
            (f"{HEAD}\n2001,-8.3,0.1,0.1", "five in a hundred is written 0.05"),
            (f"{HEAD}\n2001,nan,0.1,0.1", "under stocks_nominal that cannot be a fraction"),
            (f"{HEAD}\n2001,0.1,0.1,43.8", "line 2 has a number under inflation"),
            (TABLE, "That file holds four years, and 30 years are to be lived through."),
        ],
    )
    def test_a_file_is_refused_with_the_line_and_the_fault(self, text, fault):
        with pytest.raises(Refused) as refused:
            heard(text, {})
        assert fault in str(refused.value)
        assert "Nothing of it was kept, and your answers are as they were." in str(refused.value)
        assert "Bring a" in str(refused.value)

    def test_a_refusal_never_quotes_what_stands_in_the_file(self):
        with pytest.raises(Refused) as refused:
            heard(f"{HEAD}\n2001,zyzzyva,0.1,0.1", {})
        assert "zyzzyva" not in str(refused.value)

    @given(st.text(max_size=200) | st.text(alphabet=',;\n\t"0123456789.-e', max_size=60))
    def test_any_text_is_read_or_refused(self, text):
        for each in (text, f"{HEAD}\n{text}"):
            try:
                assert isinstance(heard(each, {"replay_years": 1}), Reading)
            except Refused:
                continue


class TestWhatIsRead:
    @pytest.mark.parametrize(
        "text",
        [
            "\ufeff" + TABLE,
            TABLE.replace("\n", "\r\n"),
            TABLE.replace(",", ";").replace(".", ","),
            TABLE.replace(",", "\t"),
            TABLE.replace("year", " Year ")
            .replace("\n", ",\n")
            .replace("inflation,", "inflation,x"),
            TABLE.replace("2002", '"2002"') + "\n\n,,,\n",
        ],
        ids=["bom", "crlf", "semicolons", "tabs", "more columns", "quotes and empty lines"],
    )
    def test_a_table_is_read_however_a_program_wrote_it(self, text):
        assert history(text) == history(TABLE)

    def test_columns_are_found_by_their_names(self):
        assert history("inflation,year,bonds_nominal,stocks_nominal\n0.3,2001,0.2,0.1") == (
            Past(2001, 0.1, 0.2, 0.3),
        )
