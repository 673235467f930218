import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises import by_slug
from quadrantlib.exercises.arrivals import EXERCISE, LETTERS, PROMISES, QUESTIONS, read
from quadrantlib.exercises.arrivals.figures import monday_after
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 23)  # a Monday
FEEL = "Zyzzyva light"
LAUNCH = {"id": "a", "milestone": "The launch", "day": "2026-11-18", "feel": FEEL}
MOVE = {"id": "b", "milestone": "The move", "day": "2027-02-12", "sealed_on": "2026-11-01"}


def promise(number, kept=None, by="2026-10-01", **more):
    given = {} if kept is None else {"kept": kept}
    return {"id": f"p{number}", "promise": f"Calmer after {number}", "by": by, **given, **more}


def reading(letters=(), promises=(), today=TODAY, **answers):
    return read(
        written({"letters": list(letters), "promises": list(promises), **answers}, today), (), today
    )


def ids(rows):
    return [row["id"] for row in rows]


class TestLetters:
    @pytest.mark.parametrize(
        ("day", "monday"),
        [
            (date(2026, 11, 18), date(2026, 11, 23)),
            (date(2026, 11, 22), date(2026, 11, 23)),
            (date(2026, 11, 23), date(2026, 11, 30)),
        ],
    )
    def test_one_opens_on_the_monday_after_its_day(self, day, monday):
        assert monday_after(day) == monday

    @given(st.dates(max_value=date(9999, 12, 1)))
    def test_that_monday_is_the_first_one_later_than_the_day(self, day):
        week = [day + timedelta(days=ahead) for ahead in range(1, 8)]
        assert monday_after(day) == next(each for each in week if each.weekday() == 0)

    def test_it_waits_until_then_and_is_due_from_then_on(self):
        sunday = reading([LAUNCH], today=date(2026, 11, 22)).figures
        assert ids(sunday["waiting"]) == ["a"]
        assert "due" not in sunday
        assert ids(reading([LAUNCH]).figures["due"]) == ["a"]

    def test_once_answered_it_is_opened_with_both_sides(self):
        (opened,) = reading([{**LAUNCH, "how": "The same desk."}]).figures["opened"]
        assert (opened["feel"], opened["how"]) == (FEEL, "The same desk.")

    @given(st.dates(date(2026, 1, 1), date(2026, 11, 22)))
    def test_what_it_says_is_nowhere_in_the_reading_before(self, today):
        found = reading([LAUNCH], today=today)
        assert FEEL not in json.dumps(found.figures) + "".join((*found.says, *found.needs))

    def test_one_without_a_day_asks_for_it(self):
        found = reading([{"id": "a", "milestone": "The launch"}])
        assert found.needs == ("A letter without a day cannot open. When will it be there?",)

    def test_the_next_to_open_is_told(self):
        later = {"id": "c", "milestone": "The exam", "day": "2027-06-01"}
        assert reading([later, MOVE]).says == (
            "Two letters wait. The next opens on Monday, 15 February 2027: “The move”.",
        )

    def test_the_last_days_there_are_have_no_monday(self):
        assert reading([{**LAUNCH, "day": "9999-12-31"}]).figures["waiting"][0]["opens"] is None


class TestPromises:
    def test_one_is_due_once_its_day_has_passed(self):
        on_the_day = reading(promises=[promise(1, by="2026-11-23")]).figures
        assert "promises_due" not in on_the_day
        assert ids(reading(promises=[promise(1, by="2026-11-22")]).figures["promises_due"]) == [
            "p1"
        ]

    def test_once_asked_it_is_due_no_more(self):
        assert "promises_due" not in reading(promises=[promise(1, "partly")]).figures

    def test_who_made_it_is_said_with_it(self):
        says = reading(promises=[promise(1, who="my lead")]).says
        assert says == ("“Calmer after 1” (my lead): that day has passed. Did it calm down?",)

    def test_four_days_and_none_calmer_are_counted_and_asked_about(self):
        found = reading(promises=[promise(i, "no") for i in range(4)])
        assert found.figures["kept"] == {"yes": 0, "partly": 0, "no": 4}
        assert found.says == (
            "Four days have passed, and it was not calmer after any.",
            "If it is not calmer after the next one either, what would you arrange now?",
        )

    def test_what_was_kept_is_told_as_plainly(self):
        rows = [promise(1, "yes"), promise(2, "partly"), promise(3, "no"), promise(4)]
        found = reading(promises=rows)
        assert (
            "Three days have passed: after one it was calmer, after one it was calmer for a while "
            "and after one it was not calmer."
        ) in found.says
        assert reading(promises=rows[:1]).says == ("One day has passed, and it was calmer.",)

    def test_one_that_is_ahead_is_told_with_its_day(self):
        rows = [promise(1, "no"), promise(2, by="2027-03-31")]
        assert reading(promises=rows).says[0] == (
            "One day has passed, and it was not calmer. Another comes on 31 March 2027."
        )


class TestWords:
    def test_nothing_yet_needs_one_line(self):
        found = read(written({}, TODAY), (), TODAY)
        assert (found.figures, found.says) == ({}, ())
        assert len(found.needs) == 1

    def test_what_is_due_comes_first(self):
        says = reading([LAUNCH, MOVE], [promise(1)]).says
        assert (
            says[0] == "The Monday after “The launch” has come, and its letter is open. How is it?"
        )
        assert says[1].endswith("Did it calm down?")
        assert says[-1].startswith("One letter waits.")

    def test_only_the_newest_opened_letter_asks_what_was_there_instead(self):
        old = {"id": "o", "milestone": "The title", "day": "2026-03-03", "how": "Flat."}
        says = reading([old, {**LAUNCH, "how": "Flat."}]).says
        assert says == ("After “The launch”: what did you expect, and what was there instead?",)


class TestLaws:
    @given(answers_to(QUESTIONS))
    def test_any_answers_that_fit_are_read(self, answers):
        self.holds(answers)

    @given(answers_to(QUESTIONS, JUNK))
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers):
        self.holds(answers)

    @given(
        st.lists(answers_to(LETTERS.columns, JUNK) | JUNK, max_size=8),
        st.lists(answers_to(PROMISES.columns, JUNK) | JUNK, max_size=8),
    )
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, letters, promises):
        self.holds({"letters": letters, "promises": promises})

    def holds(self, answers):
        found = read(written(answers, TODAY), (), TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        assert all(sentence[-1] in ".?" for sentence in (*found.says, *found.needs))
        assert all(row["opens"] <= TODAY.isoformat() for row in found.figures.get("due", ()))

    @given(
        st.lists(answers_to(LETTERS.columns), max_size=8),
        st.lists(answers_to(PROMISES.columns), max_size=8),
        st.randoms(use_true_random=False),
    )
    def test_the_order_of_rows_does_not_matter(self, letters, promises, random):
        letters = [{"id": f"l{i}", **each} for i, each in enumerate(letters)]
        promises = [{"id": f"p{i}", **each} for i, each in enumerate(promises)]
        mixed = [random.sample(rows, len(rows)) for rows in (letters, promises)]
        assert reading(*mixed) == reading(letters, promises)


class TestTheExercise:
    def test_it_is_one_lasting_log_for_an_occasion(self):
        assert by_slug("arrivals") is EXERCISE
        assert EXERCISE.log
        assert (EXERCISE.minutes, EXERCISE.place) == (3, "occasion")

    def test_nothing_of_it_ever_leaves(self):
        assert not [question.name for question in walk(QUESTIONS) if question.leaves]

    def test_a_letter_is_sealed_and_asked_about_afterwards(self):
        columns = {column.name: column for column in LETTERS.columns}
        assert (columns["feel"].sealed, columns["feel"].opens) == ("sealed_on", "day")
        assert columns["how"].after == "day"
        assert next(c for c in PROMISES.columns if c.name == "kept").after == "by"

    @pytest.mark.parametrize("rows", [LETTERS, PROMISES], ids=lambda rows: rows.name)
    def test_every_column_is_asked_but_the_seal(self, rows):
        (step,) = rows.steps
        assert step.view == "forms"
        left_out = {column.name for column in rows.columns} - set(step.columns)
        assert left_out <= {"sealed_on"}

    def test_the_answers_of_these_tests_fit_their_questions(self):
        answers = {"letters": [LAUNCH, MOVE], "promises": [promise(1, "no", who="me")]}
        assert list(faults(QUESTIONS, answers)) == []

    def test_its_reason_is_told_in_two_sentences(self):
        assert EXERCISE.why.count(". ") + EXERCISE.why.endswith(".") == 2
