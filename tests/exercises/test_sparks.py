import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises import by_slug
from quadrantlib.exercises.sparks import EXERCISE, QUESTIONS, SPARKS, read
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
CELLOS = {"id": "c", "what": "Repairing cellos", "pull": 9, "kind": "craft", "date": "2026-11-20"}
SHOP = {"id": "s", "what": "A farm shop", "pull": 4, "kind": "place", "date": "2026-11-01"}
WEEKS = {"id": "w", "what": "Three-day weeks", "pull": 8.5, "date": "2026-10-10"}


def reading(*rows, **answers):
    return read(written({"sparks": list(rows), **answers}, TODAY), (), TODAY)


def figures(*rows, **answers):
    return reading(*rows, **answers).figures


def ids(rows):
    return [row["id"] for row in rows]


def ten():
    return [{"id": f"n{i}", "what": f"Spark {i}", "pull": i + 1} for i in range(10)]


class TestWhatPulls:
    def test_the_strongest_pull_comes_first(self):
        assert ids(figures(SHOP, WEEKS, CELLOS)["strongest"]) == ["c", "w", "s"]

    def test_what_was_tried_is_not_offered_again(self):
        tried = {**CELLOS, "tried": "yes"}
        assert ids(figures(SHOP, WEEKS, tried)["strongest"]) == ["w", "s"]
        assert ids(figures(SHOP, WEEKS, {**CELLOS, "tried": "no"})["strongest"]) == ["c", "w", "s"]

    def test_what_has_no_pull_yet_comes_last_and_the_newest_of_it_first(self):
        old, new = (
            {"id": "o", "what": "Old", "date": "2026-01-01"},
            {"id": "n", "what": "New", "date": "2026-11-21"},
        )
        assert ids(figures(old, new, SHOP)["strongest"]) == ["s", "n", "o"]

    def test_at_most_five_are_offered_elsewhere(self):
        assert ids(figures(*ten())["strongest"]) == ["n9", "n8", "n7", "n6", "n5"]

    def test_a_row_has_the_id_and_the_name_that_others_borrow(self):
        first = figures(CELLOS)["strongest"][0]
        assert (first["id"], first["name"]) == ("c", "Repairing cellos")


class TestPickingOne:
    def test_it_waits_for_ten(self):
        assert figures(*ten()[:9])["to_pick"] == []
        assert ids(figures(*ten())["to_pick"]) == ["n9", "n8", "n7", "n6", "n5"]

    def test_the_picked_one_stays_in_view_and_comes_first(self):
        found = figures(*ten(), picked=["n0"])
        assert ids(found["picked"]) == ["n0"]
        assert ids(found["to_pick"]) == ["n0", "n9", "n8", "n7", "n6", "n5"]

    def test_it_can_be_put_back_after_it_was_tried(self):
        rows = ten()
        rows[9]["tried"] = "yes"
        found = figures(*rows, picked=["n9"])
        assert ids(found["to_pick"])[0] == "n9"
        assert "n9" not in ids(found["strongest"])

    def test_it_asks_for_a_time(self):
        says = reading(*ten(), picked=["n3"]).says
        assert says[-1] == "“Spark 3” gets thirty minutes. When?"

    def test_a_spark_that_was_removed_is_picked_no_longer(self):
        assert figures(*ten(), picked=["gone"])["picked"] == []


class TestWindows:
    def test_four_weeks_end_today(self):
        edge = {"id": "e", "what": "Edge", "date": "2026-10-26"}
        before = {"id": "b", "what": "Before", "date": "2026-10-25"}
        found = figures(CELLOS, edge, before)
        assert (found["lately"], found["before"]) == (2, 1)

    def test_what_is_dated_tomorrow_is_not_lately(self):
        assert figures({"id": "t", "what": "T", "date": "2026-11-23"})["lately"] == 0

    def test_a_spark_without_a_day_counts_all_the_same(self):
        assert figures({"id": "t", "what": "T"})["count"] == 1


class TestWords:
    def test_nothing_yet_needs_one_line(self):
        found = read(written({}, TODAY), (), TODAY)
        assert found.says == ()
        assert found.needs == ("Write down one thing that made you look twice.",)

    def test_picking_one_is_told_without_a_number_to_reach(self):
        needs = reading(CELLOS, SHOP).needs
        assert needs == ("Later you can pick one for thirty minutes.",)
        assert reading(*ten()).needs == ()

    def test_of_one_day_the_last_of_the_list_is_the_newest(self):
        rows = [{"id": each, "what": each, "date": "2026-11-22"} for each in ("Z", "B", "A")]
        assert ids(figures(*rows)["sparks"]) == ["A", "B", "Z"]
        assert ids(figures(*reversed(rows))["sparks"]) == ["Z", "B", "A"]
        assert reading(*rows).says[-1] == "The newest is “A”."

    def test_what_repeats_is_a_question(self):
        rows = [{**CELLOS, "id": f"c{i}"} for i in range(3)]
        assert "What you noted most often is a craft. What is it that draws you there?" in (
            reading(*rows).says
        )

    def test_the_strongest_two_are_named(self):
        assert (
            "Pulling most, and not tried yet: “Repairing cellos” and “Three-day weeks”. "
            "Which part of each?"
        ) in reading(CELLOS, SHOP, WEEKS).says

    def test_both_windows_are_told_aside(self):
        assert (
            "In the last four weeks you noted two; in the four weeks before, one."
            in reading(CELLOS, SHOP, WEEKS).aside
        )


class TestLaws:
    ROWS = st.lists(
        answers_to(SPARKS.columns).flatmap(
            lambda cells: st.integers(0, 10**6).map(lambda n: {"id": str(n), **cells})
        ),
        max_size=15,
        unique_by=(lambda row: row["id"], lambda row: row.get("date")),
    )

    @given(answers_to(QUESTIONS))
    def test_any_answers_that_fit_are_read(self, answers):
        self.holds(answers)

    @given(answers_to(QUESTIONS, JUNK))
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers):
        self.holds(answers)

    @given(st.lists(answers_to(SPARKS.columns, JUNK) | JUNK, max_size=8))
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, rows):
        self.holds({"sparks": rows})

    def holds(self, answers):
        found = read(
            written(answers, TODAY),
            [written(answers, date(2026, 1, 1), "r")],
            TODAY,
        )
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        assert all(sentence[-1] in ".?" for sentence in (*found.says, *found.needs, *found.aside))
        assert (found.says == ()) == (not found.figures)

    @given(ROWS, st.randoms(use_true_random=False))
    def test_the_order_of_rows_of_different_days_does_not_matter(self, rows, random):
        assert reading(*random.sample(rows, len(rows))) == reading(*rows)


class TestTheExercise:
    def test_it_is_one_lasting_log_beside_the_path(self):
        assert by_slug("sparks") is EXERCISE
        assert EXERCISE.log
        assert EXERCISE.place == "alongside"

    def test_nothing_of_it_ever_leaves(self):
        assert not [question.name for question in walk(QUESTIONS) if question.leaves]

    def test_a_pull_is_from_one_to_ten(self):
        assert list(faults(QUESTIONS, {"sparks": [CELLOS]})) == []
        assert list(faults(QUESTIONS, {"sparks": [{**CELLOS, "pull": 0.5}]}))

    def test_one_line_is_enough_and_the_rest_waits(self):
        (step,) = SPARKS.steps
        assert step.view == "log"
        asked = [column.name for column in SPARKS.columns if not column.more]
        assert asked == ["what", "date"]
        assert set(step.columns) == {column.name for column in SPARKS.columns}

    def test_its_reason_is_told_in_two_sentences(self):
        assert EXERCISE.why.count(". ") + EXERCISE.why.endswith(".") == 2
