"""Five years from now: the letter, its signs, and what came and went."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.answers import carried
from quadrantlib.exercises import by_slug
from quadrantlib.exercises.five_years import EXERCISE, QUESTIONS, SIGNS, read
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
LETTER = {"letter": "A Tuesday in the same room.", "letter_on": "2026-11-22"}
NAMES = {"a": "Knows one machine", "b": "Calendar first", "c": "No view of their own"}


def sign(key, present=None, opposite=None):
    more = {"present": present, "opposite": opposite}
    return {"id": key, "what": NAMES[key]} | {n: v for n, v in more.items() if v is not None}


def signs(**present):
    return [sign(key, present.get(key)) for key in NAMES]


def reading(found=None, earlier=(), today=TODAY, **answers):
    return read(
        written({"signs": signs() if found is None else found, **answers}, today), earlier, today
    )


def before(started=date(2026, 8, 20), **present):
    return written({"signs": signs(**present)}, started, started.isoformat())


def names(rows):
    return [row["name"] for row in rows]


class TestTonightAndTomorrow:
    def test_on_the_evening_it_may_rest(self):
        found = read(written(LETTER, TODAY), (), TODAY)
        assert found.figures["rests"] is True
        assert "Let it rest until tomorrow, if you can." in found.says[0]
        assert found.needs == ()

    def test_the_next_day_it_asks_for_marks(self):
        found = read(written(LETTER, TODAY + timedelta(days=1)), (), TODAY + timedelta(days=1))
        assert "rests" not in found.figures
        assert found.says == ()
        assert len(found.needs) == 1
        assert found.needs[0].startswith("Mark a few phrases")

    def test_now_is_the_persons_own_once_something_is_marked_it_does_not_rest(self):
        found = reading(**LETTER)
        assert "rests" not in found.figures
        assert found.says[0].startswith("Three signs: ")

    def test_without_a_letter_it_asks_for_one(self):
        assert read(written({}, TODAY), (), TODAY).needs[0].startswith("Write for a while")
        assert (
            read(written({"letter": "  "}, TODAY), (), TODAY).needs
            == read(written({}, TODAY), (), TODAY).needs
        )

    @pytest.mark.parametrize(("days", "asks"), [(365, False), (366, True)])
    def test_after_a_year_it_asks_whether_it_would_be_written_the_same_way(self, days, asks):
        stamp = (TODAY - timedelta(days=days)).isoformat()
        says = reading(letter="x", letter_on=stamp).says
        assert any("the same way today?" in each for each in says) is asks


class TestTheSigns:
    def test_others_may_borrow_them_with_id_and_name(self):
        rows = reading().figures["signs"]
        assert [(row["id"], row["name"]) for row in rows] == list(NAMES.items())

    def test_an_empty_row_is_no_sign_and_no_more_than_five_are(self):
        rows = [{"id": "x", "what": " "}, *({"id": str(i), "what": "w"} for i in range(7))]
        assert [
            row["id"] for row in read(written({"signs": rows}, TODAY), (), TODAY).figures["signs"]
        ] == [*"01234"]

    def test_those_there_are_counted_among_those_that_were_answered(self):
        found = reading(signs(a="yes", b="no")).figures
        assert (found["signs_present"], found["signs_asked"]) == (1, 2)

    def test_unanswered_is_not_the_same_as_none(self):
        assert "signs_present" not in reading().figures
        assert reading(signs(a="no")).figures["signs_present"] == 0

    @pytest.mark.parametrize(
        ("present", "words"),
        [
            ({"a": "no", "b": "no", "c": "no"}, "None of your three signs is there."),
            ({"a": "yes", "b": "no", "c": "no"}, "Of your three signs, one is there: “Knows one"),
            ({"a": "yes", "b": "yes", "c": "yes"}, "All three signs are there"),
        ],
    )
    def test_which_are_there_is_said_by_name(self, present, words):
        assert reading(signs(**present)).says[0].startswith(words)

    @pytest.mark.parametrize(
        ("present", "words"),
        [
            ({"a": "yes", "b": "yes"}, "Both signs are there"),
            ({"a": "no", "b": "no"}, "Neither of your two signs is there."),
            ({"b": "yes"}, "Your one sign is there: “Calendar first”."),
            ({"b": "no"}, "Your one sign is not there."),
        ],
    )
    def test_one_and_two_have_words_of_their_own(self, present, words):
        rows = [sign(key, found) for key, found in present.items()]
        assert reading(rows).says[0].startswith(words)

    @pytest.mark.parametrize(
        ("present", "words"),
        [
            (
                {"a": "yes", "b": "yes"},
                "two are there: “Knows one machine” and “Calendar first”. One you left open.",
            ),
            ({"b": "yes"}, "one is there: “Calendar first”. Two you left open."),
            ({"b": "no"}, "none is there. Two you left open."),
        ],
    )
    def test_what_is_left_open_is_counted_and_not_asked_for(self, present, words):
        found = reading(signs(**present))
        assert found.says[0] == f"Of your three signs, {words}"
        assert found.needs == ()

    def test_what_is_there_stands_beside_its_opposite(self):
        rows = [sign("a", "yes", "Asks what else there is"), sign("b", "no", "Walks at noon")]
        says = reading(rows).says
        assert "Instead of “Knows one machine”, somebody could see “Asks what else there is”." in (
            says
        )
        assert not any("Walks at noon" in each for each in says)

    def test_opposites_are_offered_as_the_action_first_of_what_is_there(self):
        rows = [sign("a", "no", "One"), sign("b", "yes", "Two"), sign("c")]
        assert names(reading(rows).figures["opposites"]) == ["Two", "One"]
        action = EXERCISE.question("action")
        assert action.parts[0].suggests == "opposites"

    def test_what_is_missing_is_said(self):
        assert reading([sign("a")]).needs == (
            "You have marked one sign; three to five make it easier to see.",
            "Is it there today?",
        )
        assert reading(signs()).needs == ("Which of them are there today?",)
        assert reading(signs(a="no", b="no", c="yes")).needs == ()


class TestOverTime:
    def test_what_came_and_went_is_told_since_the_last_look(self):
        found = reading(signs(a="no", b="yes", c="no"), [before(a="yes", b="no", c="no")])
        change = found.figures["change"]
        assert change["since"] == "2026-08-20"
        assert (names(change["gone"]), names(change["come"])) == (
            ["Knows one machine"],
            ["Calendar first"],
        )
        assert "Since 20 August, “Knows one machine” has gone. What made room?" in found.says

    def test_what_was_not_answered_both_times_has_not_changed(self):
        found = reading(signs(a="yes"), [before(a="yes", b="yes")])
        assert found.figures["change"] == {"since": "2026-08-20", "gone": [], "come": []}
        assert any("none of them has come or gone" in each for each in found.says)

    def test_a_round_in_which_nobody_looked_is_passed_over(self):
        rounds = [before(date(2026, 5, 1), a="yes"), before(date(2026, 8, 20))]
        found = reading(signs(a="no"), rounds).figures
        assert found["change"]["since"] == "2026-05-01"
        assert [each["day"] for each in found["over_time"]] == ["2026-05-01", None]

    def test_a_first_round_has_no_change(self):
        assert "change" not in reading(signs(a="yes")).figures


class TestTheEnd:
    def test_it_ends_with_the_action_and_its_day(self):
        action = {"what": "A course in bookbinding", "when": "2026-12-05"}
        last = reading(signs(a="yes"), action=action).says[-1]
        assert last == "This month: “A course in bookbinding”, 5 December."

    def test_without_one_it_ends_with_a_question_toward_somebody(self):
        assert reading(signs(a="yes")).says[-1] == (
            "What is one small thing this month, toward somebody you would like to meet?"
        )

    def test_what_is_ones_own_is_said_even_without_signs(self):
        says = read(
            written({"anyway": "Teaching", "success": "A full table"}, TODAY), (), TODAY
        ).says
        assert says[0] == "What you would go on doing, whoever sets the priorities: “Teaching”."
        assert says[1].startswith("What would count: “A full table”.")


class TestTheExercise:
    def test_it_is_in_the_catalog_in_two_sittings(self):
        assert by_slug("five-years") is EXERCISE
        assert (EXERCISE.minutes, EXERCISE.sittings, EXERCISE.rhythm_days) == (15, 2, 91)

    def test_nothing_of_it_may_ever_leave(self):
        assert not [q.name for q in walk(QUESTIONS) if q.leaves]

    def test_a_new_round_keeps_letter_signs_and_success_and_asks_the_rest_anew(self):
        answers = {
            "letter": "A Tuesday.",
            "letter_on": "2026-11-22",
            "signs": [sign("a", "yes", "Asks")],
            "anyway": "Teaching",
            "success": "A full table",
            "action": {"what": "A walk"},
        }
        assert carried(QUESTIONS, answers) == {
            "letter": "A Tuesday.",
            "letter_on": "2026-11-22",
            "signs": [sign("a", opposite="Asks")],
            "success": "A full table",
        }

    def test_the_signs_are_marked_in_the_letter(self):
        marking = SIGNS.steps[0]
        assert (marking.view, marking.marks, SIGNS.at_most) == ("mark", "letter", 5)


class TestLaws:
    @given(answers_to(QUESTIONS), st.lists(answers_to(QUESTIONS), max_size=2))
    def test_any_answers_that_fit_are_read(self, answers, past):
        assert not list(faults(QUESTIONS, answers))
        self.holds(answers, past)

    @given(
        answers_to(QUESTIONS, JUNK),
        st.lists(JUNK.filter(lambda each: isinstance(each, dict)), max_size=2),
    )
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers, past):
        self.holds(answers, past)

    @given(st.lists(answers_to(SIGNS.columns, JUNK) | JUNK, max_size=6))
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, rows):
        self.holds({"signs": rows}, [])

    def holds(self, answers, past):
        earlier = [written(each, date(2020 + i, 1, 1), str(i)) for i, each in enumerate(past)]
        found = read(written(answers, TODAY), earlier, TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        assert all(sentence[-1] in ".?" for sentence in (*found.says, *found.needs))
        rows = found.figures.get("signs", ())
        assert all(row["name"].strip() for row in rows)
        if "signs_present" in found.figures:
            seen = found.figures["over_time"][-1]["seen"]
            assert found.figures["signs_present"] == list(seen.values()).count(True)

    @given(st.dictionaries(st.sampled_from([*NAMES]), st.sampled_from(["yes", "no"])))
    def test_what_came_one_way_goes_the_other_way_round(self, present):
        other = {key: "yes" if value == "no" else "no" for key, value in present.items()}
        there = reading(signs(**other), [before(**present)]).figures.get("change")
        back = reading(signs(**present), [before(**other)]).figures.get("change")
        if not present:
            assert there is back is None
        else:
            assert (there["gone"], there["come"]) == (back["come"], back["gone"])
