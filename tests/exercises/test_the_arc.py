import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises import by_slug
from quadrantlib.exercises.the_arc import EXERCISE, JOBS, QUESTIONS, read
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)


def job(name, first, *alive, difficulty=None, autonomy=None, ends=True):
    """A job from its first year on, a point a year; None is a year without one."""
    drawn = {str(first + i): value for i, value in enumerate(alive) if value is not None}
    row = {"id": name.lower(), "name": name, "from": first, "alive": drawn}
    row |= {"to": first + len(alive) - 1} if ends else {}
    row |= {} if difficulty is None else {"difficulty": difficulty, "autonomy": autonomy}
    return row


SHOP = job("Shop", 2002, 8, 8.5, 6, 4, 4, 3, difficulty=7, autonomy=3)
TWINS = job("Twins", 2007, 6, 7, 8, 8, difficulty=9, autonomy=8)
PLATFORM = job("Platform", 2010, 9, 9, 6, 5, 5, 4, difficulty=8, autonomy=2)
LEAD = job("Lead", 2018, 8, 8, 5, 5, 4, difficulty=8.5, autonomy=3, ends=False)
FOUR = (SHOP, TWINS, PLATFORM, LEAD)


def reading(*jobs, earlier=(), today=TODAY, **answers):
    return read(written({"jobs": list(jobs), **answers}, today), earlier, today)


def figures(*jobs, **more):
    return reading(*jobs, **more).figures


class TestALine:
    def test_it_is_told_in_years_since_its_first(self):
        (row,) = figures(job("Shop", 2002, 8, None, 6))["jobs"]
        assert row["line"] == [[0, 8], [2, 6]]

    def test_what_was_drawn_outside_its_years_stays_out(self):
        row = {**SHOP, "from": 2003, "to": 2004}
        assert figures(row)["jobs"][0]["line"] == [[0, 8.5], [1, 6]]

    def test_an_open_end_is_this_year(self):
        row = job("Lead", 2025, 8, 7, 6, ends=False)
        assert figures(row)["jobs"][0]["line"] == [[0, 8], [1, 7]]
        assert len(figures(row, today=date(2027, 1, 1))["jobs"][0]["line"]) == 3

    @pytest.mark.parametrize(
        ("alive", "year"),
        [((8, 8.5, 6), 3), ((8, 7, 6.1), None), ((5, 9, 8, 7), 4), ((3, 5, 7), None), ((9, 7), 2)],
    )
    def test_it_goes_down_in_the_first_year_two_below_its_highest_so_far(self, alive, year):
        assert figures(job("A", 2000, *alive))["jobs"][0]["sank"] == year

    def test_without_a_first_year_there_is_none(self):
        row = {name: value for name, value in SHOP.items() if name != "from"}
        assert figures(row)["jobs"][0]["line"] == []


class TestWhatRepeats:
    def test_the_year_around_which_most_go_down_is_asked_about(self):
        found = reading(*FOUR)
        assert found.figures["sank"] == [3, 3, 3]
        assert found.says[0] == (
            "In three of four, the line goes down around year three. What happens then?"
        )

    def test_falls_at_different_times_are_told_as_such(self):
        early, late = job("A", 2000, 9, 9, 5), job("B", 2010, 9, 9, 9, 9, 9, 9, 4)
        assert reading(early, late, TWINS, job("C", 1990, 5, 5)).says[0] == (
            "In two of four, the line goes down, not always in the same year. "
            "What came just before?"
        )

    def test_a_steady_fall_is_told_from_the_first_year_on_and_names_no_year(self):
        steady = job("A", 2000, 9, 8, 7, 6, 5), job("B", 2010, 8, 7, 6, 5)
        found = reading(*steady, TWINS)
        assert found.figures["bent"] == []
        assert found.says[0] == (
            "In two of three, the line falls from the first year on. What begins it?"
        )
        assert not any("around year" in words for words in found.says)

    @pytest.mark.parametrize(
        ("alive", "steady"),
        [
            ((9, 8, 7), True),
            ((9, 5), True),
            ((9, 8.6, 8.2, 7.8, 7.4, 7), True),
            ((9, None, 8, 7), True),
            ((9, 9, 7), False),
            ((9, 8.9, 8.8, 6), False),
            ((9, 8, 8, 6), False),
            ((5, 9, 8, 7), False),
            ((9, 8, 8), False),
        ],
    )
    def test_a_line_bends_where_a_year_before_the_fall_was_level_or_rose(self, alive, steady):
        found = figures(job("A", 2000, *alive))
        assert found["from_first"] == (["A"] if steady else [])
        assert not (steady and found["bent"])

    @given(st.floats(0.1, 5), st.integers(2, 30))
    def test_a_straight_line_down_never_bends(self, fall, years):
        alive = [10 - fall * year for year in range(years) if fall * year <= 10]
        assert figures(job("A", 2000, *alive))["bent"] == []

    def test_two_bends_in_the_same_year_are_told_though_they_are_not_most(self):
        level = [job(f"L{i}", 1990 + i, 5, 5) for i in range(3)]
        assert reading(SHOP, PLATFORM, *level).says[0] == (
            "In two of five, the line goes down around year three. What happens then?"
        )

    def test_what_was_written_comes_back_as_a_question(self):
        assert reading(SHOP, TWINS, repeats="I stop asking.").says[-1] == (
            "What repeats, in your words: “I stop asking”. Where is that now?"
        )

    def test_an_end_before_the_beginning_is_asked_about(self):
        row = {**SHOP, "from": 2012, "to": 2009}
        assert reading(row).wonders == ("“Shop” goes from 2012 until 2009. Are the years swapped?",)
        assert not reading(*FOUR).wonders

    def test_how_they_end_is_told_with_the_one_that_differs(self):
        says = reading(*FOUR).says
        assert says[1:3] == (
            "Three of four end lower than they began.",
            "“Twins” ends higher. What was different there?",
        )

    def test_lines_that_rise_are_asked_about_too(self):
        says = reading(TWINS, job("A", 2000, 3, 6)).says
        assert says[0] == "Both end higher than they began. What carried them?"

    def test_the_place_where_most_lived_is_a_question(self):
        assert "Three of four were hard and assigned. What leads you there?" in (
            reading(*FOUR).says
        )

    def test_means_from_day_one_are_over_the_jobs_that_had_such_a_year(self):
        by_year = figures(*FOUR)["by_year"]
        assert by_year[0] == {"year": 1, "alive": (8 + 6 + 9 + 8) / 4, "jobs": 4}
        assert by_year[5] == {"year": 6, "alive": 3.5, "jobs": 2}

    def test_one_job_alone_is_asked_when_it_turned(self):
        found = reading(SHOP)
        assert found.says[0] == (
            "“Shop” begins at 8 and is at 3 in its last year. When did it turn?"
        )
        assert "A second stretch, however short, would show what repeats." in found.needs

    def test_a_new_job_is_laid_beside_the_last_round(self):
        last = written({"jobs": [SHOP, TWINS]}, date(2025, 11, 1), "r")
        found = reading(SHOP, TWINS, LEAD, earlier=[last])
        assert found.figures["change"] == ["Lead"]
        assert found.says[-1] == "New since the last time: “Lead”. Is it the same line again?"
        assert "change" not in figures(SHOP)


class TestWords:
    def test_nothing_yet_needs_two_jobs(self):
        found = read(written({}, TODAY), (), TODAY)
        assert (found.figures, found.says) == ({}, ())
        assert found.needs == (
            "Write down two stretches, paid or not, and what repeats can begin to show.",
        )

    def test_what_is_missing_is_counted(self):
        assert reading({"id": "a", "name": "A"}, {"id": "b", "name": "B"}, SHOP).needs == (
            "Two stretches have no line yet.",
            "Two stretches have no place on the map yet.",
        )

    def test_many_jobs_still_make_sentences(self):
        rows = [job(f"J{i}", 1990 + i, 9, 9, 5, difficulty=9, autonomy=1) for i in range(12)]
        assert reading(*rows).says[0].startswith("In all 12, the line goes down around year")


class TestLaws:
    @given(answers_to(QUESTIONS), st.lists(answers_to(QUESTIONS), max_size=2))
    def test_any_answers_that_fit_are_read(self, answers, past):
        self.holds(answers, past)

    @given(answers_to(QUESTIONS, JUNK))
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers):
        self.holds(answers, [answers])

    @given(st.lists(answers_to(JOBS.columns, JUNK) | JUNK, max_size=8))
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, rows):
        self.holds({"jobs": rows}, [])

    def holds(self, answers, past):
        earlier = [written(each, date(2020 + i, 1, 1), str(i)) for i, each in enumerate(past)]
        found = read(written(answers, TODAY), earlier, TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        assert all(sentence[-1] in ".?" for sentence in (*found.says, *found.needs, *found.aside))

    @given(
        st.lists(st.sampled_from(FOUR), unique_by=lambda row: row["id"]),
        st.randoms(use_true_random=False),
    )
    def test_the_order_of_rows_does_not_matter(self, rows, random):
        assert reading(*random.sample(rows, len(rows))) == reading(*rows)

    @given(st.integers(-60, 60))
    def test_the_calendar_does_not_matter_only_the_years_since_day_one(self, shift):
        moved = [
            job(row["name"], int(row["from"]) + shift, *row["alive"].values())
            for row in (SHOP, TWINS, PLATFORM)
        ]
        for name in ("sank", "by_year", "lines"):
            assert figures(*moved)[name] == figures(SHOP, TWINS, PLATFORM)[name]


class TestTheExercise:
    def test_it_is_yearly_and_for_an_occasion(self):
        assert by_slug("the-arc") is EXERCISE
        assert (EXERCISE.rhythm_days, EXERCISE.place, EXERCISE.minutes) == (365, "occasion", 6)
        assert not EXERCISE.log

    def test_nothing_of_it_ever_leaves(self):
        assert not [question.name for question in walk(QUESTIONS) if question.leaves]

    def test_a_new_round_starts_with_the_jobs_and_their_lines(self):
        carried = {question.name for question in walk(QUESTIONS) if question.carries}
        assert carried == {"jobs", *(column.name for column in JOBS.columns)}

    def test_every_column_is_asked(self):
        asked = {name for step in JOBS.steps for name in step.columns}
        assert asked == {column.name for column in JOBS.columns}

    def test_the_answers_of_these_tests_fit_their_questions(self):
        assert list(faults(QUESTIONS, {"jobs": list(FOUR)})) == []

    def test_its_reason_is_told_in_two_sentences(self):
        assert EXERCISE.why.count(". ") + EXERCISE.why.endswith(".") == 2
