import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.exercises.ten_tasks import EXERCISE, QUESTIONS, TASKS, read
from quadrantlib.quadrant import PLACES
from quadrantlib.questions import faults, walk
from tests.generated import IDS, JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
CLAIM = {"what": "An evening with the boat", "when": "2026-11-21"}
WORKED = {
    "On-call": (60, 9, 1),
    "The migration": (80, 8, 2),
    "Stand-ups": (40, 3, 1),
    "Invoices": (24, 4, 3),
    "Cooking": (16, 4, 6),
    "The cello": (12, 8, 9),
    "Running": (10, 3, 10),
    "Reading": (8, 2, 9),
    "The board report": (20, 6, 3),
    "The boat": (6, 7, 10),
}


def row(name, hours, difficulty, autonomy, **more):
    where = {"difficulty": difficulty, "autonomy": autonomy, "hours": hours}
    return {"id": name.lower().replace(" ", "-"), "name": name, **where, **more}


def worked(**more):
    return [row(name, *values, **more.get(name, {})) for name, values in WORKED.items()]


def reading(tasks=None, earlier=(), today=TODAY, **answers):
    return read(
        written({"tasks": worked() if tasks is None else tasks, **answers}, today), earlier, today
    )


def figures(tasks=None, earlier=(), today=TODAY, **answers):
    return reading(tasks, earlier, today, **answers).figures


def before(tasks, started=date(2026, 10, 25), **answers):
    return written({"tasks": tasks, **answers}, started, "r1")


def ids(rows):
    return [each["id"] for each in rows]


class TestTheWorkedValues:
    def test_hours_and_shares_by_place_are_those_of_the_method(self):
        found = figures()
        assert found["hours"] == {
            "hard_assigned": 160,
            "easy_assigned": 64,
            "easy_chosen": 34,
            "hard_chosen": 18,
            "on_the_line": 0,
        }
        by_hand = [160 / 276, 64 / 276, 34 / 276, 18 / 276, 0]
        assert list(found["shares"].values()) == pytest.approx(by_hand)

    def test_means_correlation_and_the_cut_at_six_are_those_of_the_method(self):
        found = figures()
        assert round(found["mean_difficulty"], 4) == 6.3913
        assert found["mean_autonomy"] == pytest.approx(3.0)
        assert round(found["correlation"], 4) == -0.3199
        at_six = next(
            each
            for each in found["sensitivity"]
            if (each["axis"], each["cut"]) == ("difficulty", 6)
        )
        assert list(at_six["hours"].values()) == [140, 64, 34, 18, 20]

    def test_the_correlation_agrees_with_sums_by_hand(self):
        rows = list(WORKED.values())
        n = sum(h for h, _, _ in rows)
        x, y = sum(h * d for h, d, _ in rows), sum(h * a for h, _, a in rows)
        xy = sum(h * d * a for h, d, a in rows)
        xx, yy = sum(h * d * d for h, d, _ in rows), sum(h * a * a for h, _, a in rows)
        by_hand = (n * xy - x * y) / ((n * xx - x * x) * (n * yy - y * y)) ** 0.5
        assert figures()["correlation"] == pytest.approx(by_hand)

    def test_waking_shares_are_of_sixteen_hours_a_day_in_four_weeks(self):
        found = figures()
        assert found["waking_hours"] == 448
        assert found["waking_shares"]["hard_assigned"] == pytest.approx(160 / 448)

    def test_sleep_and_window_move_the_waking_shares_and_no_other(self):
        found = figures(sleep_hours=10, window_days=14)
        assert found["waking_hours"] == 196
        assert found["waking_shares"]["hard_assigned"] == pytest.approx(160 / 196)
        assert found["shares"] == figures()["shares"]


class TestWhatHolds:
    def test_what_would_be_a_relief_comes_first_then_the_longest(self):
        tasks = worked(**{"The board report": {"if_gone": -1}, "On-call": {"if_gone": 1}})
        assert ids(figures(tasks)["holding"]) == ["the-board-report", "the-migration", "on-call"]

    def test_relief_and_loss_hours_are_summed_over_all_places(self):
        tasks = worked(
            **{"On-call": {"if_gone": -1}, "Cooking": {"if_gone": -1}, "Reading": {"if_gone": 1}}
        )
        found = figures(tasks)
        assert (found["relief_hours"], found["loss_hours"]) == (76, 8)

    def test_origin_hours_are_by_who_put_it_there(self):
        tasks = worked(**{"On-call": {"origin": "escalated"}, "Cooking": {"origin": "chosen"}})
        assert figures(tasks)["origin_hours"] == {
            "chosen": 16,
            "assigned": 0,
            "inherited": 0,
            "escalated": 60,
            "filed": 0,
        }

    def test_anyway_counts_only_what_is_hard_and_assigned_now(self):
        tasks = worked(
            **{
                "On-call": {"anyway": "yes"},
                "The migration": {"anyway": "no"},
                "Cooking": {"anyway": "yes"},
            }
        )
        assert figures(tasks)["anyway_hours"] == {"yes": 60, "no": 80, "unsure": 0}

    def test_a_should_is_chosen_yet_a_relief_and_something_real_is_assigned_yet_a_loss(self):
        tasks = worked(
            **{
                "Cooking": {"if_gone": -1},
                "Invoices": {"if_gone": 1},
                "On-call": {"if_gone": -1},
                "Reading": {"if_gone": 1},
            }
        )
        found = [(each["id"], each["kind"]) for each in figures(tasks)["tensions"]]
        assert found == [("invoices", "real"), ("cooking", "should")]

    def test_on_the_line_of_choice_there_is_no_tension_and_no_suggestion(self):
        tasks = [row("A", 5, 9, 5, if_gone=-1), row("B", 5, 9, 5, if_gone=1)]
        assert figures(tasks)["tensions"] == []
        assert figures(tasks)["suggestions"] == []

    def test_suggestions_are_chosen_what_would_be_missed_and_has_least_time_first(self):
        tasks = worked(
            **{"The cello": {"if_gone": 1}, "Running": {"if_gone": 1}, "Cooking": {"if_gone": -1}}
        )
        found = ids(figures(tasks)["suggestions"])
        assert found == ["running", "the-cello", "the-boat", "reading"]


class TestTheGuess:
    def test_the_gap_is_counted_minus_guessed_in_points_of_waking_hours(self):
        assert figures(guess=3)["guess_gap"] == pytest.approx(100 * 160 / 448 - 30)

    def test_a_guess_of_nothing_is_a_guess(self):
        assert figures(guess=0)["guess_gap"] == pytest.approx(100 * 160 / 448)

    def test_without_hours_the_guess_stands_alone(self):
        found = figures([{"id": "a", "name": "A"}], guess=3)
        assert found["guess"] == 3
        assert "guess_gap" not in found

    @pytest.mark.parametrize(
        ("guess", "words"),
        [(3.5, "about the same"), (2, "overlook?"), (8, "feel like more?")],
    )
    def test_the_words_follow_the_gap(self, guess, words):
        assert any(words in each for each in reading(guess=guess).says)


class TestRounds:
    def test_change_is_now_minus_then(self):
        old = worked()
        old[0]["hours"] = 120
        change = figures(earlier=[before(old)])["change"]
        assert change["since"] == "2026-10-25"
        assert change["shares"]["hard_assigned"] == pytest.approx(160 / 276 - 220 / 336)
        assert sum(change["shares"].values()) == pytest.approx(0)

    def test_tasks_that_crossed_a_line_are_matched_by_name_not_by_id(self):
        old = [{**each, "id": f"old-{each['id']}"} for each in worked()]
        old[4]["name"], old[4]["difficulty"] = " cooking", 9
        found = figures(earlier=[before(old)])
        move = {"id": "cooking", "name": "Cooking", "from": "hard_chosen", "to": "easy_chosen"}
        assert found["change"]["moved"] == [move]
        assert {each["id"]: each["match"] for each in found["earlier_placed"]} == {
            f"old-{each['id']}": each["id"] for each in worked()
        }

    def test_a_task_that_is_gone_keeps_its_faint_mark_without_a_match(self):
        found = figures(worked()[1:], earlier=[before(worked())])
        gone = next(each for each in found["earlier_placed"] if each["name"] == "On-call")
        assert gone["match"] is None

    def test_a_round_that_was_left_at_once_is_passed_over(self):
        left = written({"tasks": [{"id": "a", "name": "A"}]}, date(2026, 11, 1), "r2")
        assert figures(earlier=[before(worked()), left])["change"]["since"] == "2026-10-25"

    def test_a_first_round_has_no_change(self):
        assert not {"change", "earlier_placed"} & figures().keys()

    def test_a_small_step_is_no_news(self):
        assert any("hardly moved" in each for each in reading(earlier=[before(worked())]).says)


class TestTheClaim:
    def test_it_is_asked_about_once_its_day_is_over(self):
        on_the_day = figures(claim=CLAIM, today=date(2026, 11, 21))
        assert "claim_due" not in on_the_day
        assert figures(claim=CLAIM)["claim_due"] == {"round": None, **CLAIM}

    def test_it_is_asked_about_in_the_next_round(self):
        last = before(worked(), claim={"what": "The cello"})
        due = figures(earlier=[last])["claim_due"]
        assert due == {"round": "r1", "what": "The cello", "when": None}

    @pytest.mark.parametrize("kept", ["yes", "changed", "no"])
    def test_once_answered_it_is_not_asked_again(self, kept):
        assert "claim_due" not in figures(claim=CLAIM, claim_kept=kept)
        last = before(worked(), claim=CLAIM, claim_kept=kept)
        assert "claim_due" not in figures(earlier=[last])

    def test_a_claim_of_nothing_is_none(self):
        assert "claim_due" not in figures(claim={"when": "2026-11-21"})


class TestTheEmptyCorner:
    def test_it_is_news_with_a_question(self):
        tasks = [each for each in worked() if each["id"] not in {"the-cello", "the-boat"}]
        assert any("What belongs there?" in each for each in reading(tasks).says)
        assert figures(tasks)["belongs_due"] is True

    def test_what_lives_there_is_named_instead(self):
        assert "Hard and your own choice: “The cello” (12 hours) and “The boat” (6 hours)." in (
            reading().says
        )
        assert "belongs_due" not in figures()

    def test_what_was_written_about_it_stays_in_view(self):
        assert figures(belongs="A song.")["belongs_due"] is True


class TestWords:
    def test_the_share_of_listed_and_of_waking_hours_are_both_said_and_told_apart(self):
        assert reading().says[:2] == (
            "About 58 % of the 276 hours you have listed were hard and assigned.",
            "That is 160 hours, or about 36 % of the hours you were awake.",
        )

    def test_all_and_none_are_words(self):
        assert reading([row("A", 10, 9, 1)]).says[0].startswith("All of the 10 hours")
        assert reading([row("A", 10, 1, 9)]).says[:2] == (
            "All of the 10 hours you have listed were easy and chosen.",
            "None of the 10 hours you have listed were hard and assigned.",
        )

    def test_nearly_all_is_not_called_a_hundred_percent(self):
        says = reading([row("A", 996, 9, 1), row("B", 4, 1, 9)], window_days=366).says
        assert says[0].startswith("Nearly all of the 1,000 hours")

    def test_less_than_an_hour_still_makes_a_sentence(self):
        says = reading([row("A", 0.4, 9, 1)]).says
        assert says[0].startswith("All of the minutes you have listed were")

    def test_hours_that_have_no_place_yet_are_not_counted_as_placed(self):
        tasks = [row("A", 10, 9, 1), {"id": "b", "name": "B", "hours": 30}]
        assert "the 10 hours you have placed so far" in reading(tasks).says[0]

    def test_hours_on_the_line_ask_which_side(self):
        says = reading([row("A", 30, 5, 1), row("B", 10, 9, 1)]).says
        assert "About 75 % lies exactly on the line. Which side, if you had to say?" in says

    def test_a_guess_is_not_held_against_a_list_of_few_of_the_hours(self):
        tasks = [row("A", 89, 9, 1), row("B", 97, 2, 9)]
        (words,) = [each for each in reading(tasks, guess=6).says if "you guessed 6" in each]
        assert "Of the hours you listed, it is 4.8 of every ten." in words
        assert "Most of your waking hours are not on this list. What is in them?" in words
        (over,) = [each for each in reading(tasks, guess=1).says if "you guessed 1" in each]
        assert over.endswith("Counted, it comes to about 2.0. What was easy to overlook?")

    def test_three_reliefs_are_named_and_the_others_counted(self):
        tasks = [row(name, 9, 9, 1, if_gone=-1) for name in "ABC"]
        assert any("“A” (9 hours), “B” (9 hours) and “C”" in each for each in reading(tasks).says)
        more = [*tasks, row("D", 1, 9, 1, if_gone=-1)]
        assert any("“C” (9 hours) and one more." in each for each in reading(more).says)

    def test_one_thing_left_open_among_others_is_let_be(self):
        tasks = [row(n, 9, 9, 1) | {"if_gone": 0, "origin": "filed"} for n in "ABC"]
        del tasks[0]["if_gone"], tasks[1]["origin"]
        assert reading(tasks, guess=3).needs == ()
        del tasks[1]["if_gone"]
        assert reading(tasks, guess=3).needs == ("Two tasks have no relief or loss yet.",)

    def test_a_tension_is_a_question(self):
        says = reading(worked(Cooking={"if_gone": -1}, Invoices={"if_gone": 1})).says
        assert next(each for each in says if "Cooking" in each).endswith("a should?")
        assert next(each for each in says if "Invoices" in each).endswith("is yours?")

    def test_a_task_without_a_name_can_be_spoken_of(self):
        says = reading([row(" ", 10, 9, 1)]).says
        assert any("omething without a name" in each for each in says)

    def test_nothing_is_said_before_there_are_hours_on_the_board(self):
        assert reading([{"id": "a", "name": "A", "hours": 5}]).says == ()

    def test_what_is_missing_is_counted_in_words(self):
        needs = reading([{"id": "a", "name": "A", "if_gone": 0}, {"id": "b", "name": "B"}]).needs
        assert needs == (
            "There is still time for a guess, before the counting.",
            "Two tasks have no place on the board yet.",
            "Two tasks have no hours yet.",
            "One task has no relief or loss yet.",
            "Two tasks have no word on who put them there yet.",
            "You have listed two things; a few more would show more.",
        )

    def test_no_answers_need_a_beginning(self):
        assert read(written({}, TODAY), (), TODAY).needs == (
            "Write down a few things that took your time, and the picture can begin.",
        )

    def test_rows_that_are_still_empty_are_no_tasks(self):
        assert reading([{"id": "a"}, {"id": "b", "name": ""}]) == read(
            written({}, TODAY), (), TODAY
        )

    def test_beyond_ten_it_asks_which_took_least(self):
        more = [*worked(), row("K", 1, 1, 1), row("L", 1, 1, 1)]
        assert any(each.startswith("You have listed 12; ten stay.") for each in reading(more).needs)


class TestWonders:
    def test_a_full_month_is_no_wonder(self):
        assert reading().wonders == ()

    def test_more_hours_than_were_awake_are_wondered_at_and_kept(self):
        found = reading([row("A", 230, 9, 1), row("B", 219, 1, 9)])
        assert len(found.wonders) == 1
        assert found.wonders[0] == (
            "Your tasks come to 449 hours, and you were awake for about 448 hours. "
            "Do some of them overlap?"
        )
        assert found.figures["listed_hours"] == 449

    def test_one_task_over_sixty_hours_a_week_is_wondered_at(self):
        assert reading([row("A", 241, 9, 1)]).wonders == (
            "“A” comes to about 60 hours a week. Is that how it was?",
        )
        assert reading([row("A", 240, 9, 1)]).wonders == ()
        assert reading([row("A", 61, 9, 1)], window_days=7).wonders

    def test_nothing_but_round_tens_is_wondered_at(self):
        tens = [row(name, hours, 9, 1) for name, hours in (("A", 10), ("B", 20), ("C", 40))]
        assert any("round tens" in each for each in reading(tens).wonders)
        assert reading([*tens, row("D", 5, 9, 1)]).wonders == ()


class TestLaws:
    ROWS = st.lists(
        st.fixed_dictionaries(
            {
                "id": IDS,
                "name": st.sampled_from(["Cooking", "cooking ", "On-call", "Reading"]),
                "difficulty": st.integers(0, 100).map(lambda step: step / 10),
                "autonomy": st.integers(0, 100).map(lambda step: step / 10),
                "hours": st.integers(1, 800).map(lambda quarter: quarter / 4),
                "if_gone": st.sampled_from([-1, 0, 1]),
            }
        ),
        min_size=1,
        max_size=15,
        unique_by=lambda each: each["id"],
    )

    @given(answers_to(QUESTIONS), st.lists(answers_to(QUESTIONS), max_size=2))
    def test_any_answers_that_fit_are_read(self, answers, past):
        self.holds(answers, past)

    @given(
        answers_to(QUESTIONS, JUNK),
        st.lists(JUNK.filter(lambda x: isinstance(x, dict)), max_size=3),
    )
    def test_answers_that_do_not_fit_are_read_as_missing(self, answers, past):
        self.holds(answers, past)

    @given(st.lists(answers_to(TASKS.columns, JUNK) | JUNK, max_size=15))
    def test_rows_that_do_not_fit_are_read_as_far_as_they_go(self, rows):
        self.holds({"tasks": rows}, [])

    def holds(self, answers, past):
        earlier = [written(each, date(2020 + i, 1, 1), str(i)) for i, each in enumerate(past)]
        found = read(written(answers, TODAY), earlier, TODAY)
        assert json.loads(json.dumps(found.figures, allow_nan=False)) == found.figures
        for sentence in (*found.says, *found.needs, *found.wonders):
            assert sentence[-1] in ".?"
        if "shares" in found.figures:
            assert tuple(found.figures["shares"]) == PLACES
            assert sum(found.figures["shares"].values()) == pytest.approx(1)
        assert (found.says != ()) == ("shares" in found.figures)

    @given(ROWS, st.randoms(use_true_random=False))
    def test_the_order_of_rows_does_not_matter(self, rows, random):
        mixed = random.sample(rows, len(rows))
        one, other = figures(rows), figures(mixed)
        for found in (one, other):
            found["placed"] = sorted(found["placed"], key=lambda each: each["id"])
            for each in found["sensitivity"]:
                each["moves"] = sorted(each["moves"], key=lambda move: move["id"])
        assert one == other
        assert reading(mixed).says == reading(rows).says

    @given(ROWS, st.sampled_from([0.25, 2, 10]))
    def test_scaling_all_hours_changes_no_share(self, rows, factor):
        scaled = [{**each, "hours": each["hours"] * factor} for each in rows]
        assert figures(scaled)["shares"] == pytest.approx(figures(rows)["shares"])

    @given(ROWS)
    def test_renaming_changes_nothing_but_names(self, rows):
        renamed = [{**each, "name": f"Other {each['id']}"} for each in rows]
        assert unnamed(figures(renamed)) == unnamed(figures(rows))

    @given(ROWS)
    def test_no_assigned_task_is_ever_suggested(self, rows):
        chosen = {each["id"] for each in rows if each["autonomy"] > 5}
        assert set(ids(figures(rows)["suggestions"])) <= chosen


def unnamed(value):
    if isinstance(value, dict):
        return {name: unnamed(each) for name, each in value.items() if name != "name"}
    return [unnamed(each) for each in value] if isinstance(value, list) else value


class TestTheExercise:
    def test_it_is_found_by_its_slug(self):
        assert by_slug("ten-tasks") is EXERCISE

    def test_an_unknown_slug_is_refused_with_a_way_out(self):
        with pytest.raises(Refused) as trouble:
            by_slug("nine-tasks")
        said = str(trouble.value)
        assert said.startswith("There is no exercise of that name. Nothing was changed.")
        assert "Choose one of: ten-tasks, drift-check," in said

    def test_slugs_are_unique(self):
        assert len({exercise.slug for exercise in CATALOG}) == len(CATALOG)

    def test_a_second_round_starts_with_names_and_what_stays_true(self):
        carried = {question.name for question in walk(QUESTIONS) if question.carries}
        assert carried == {"tasks", "name", "origin", "for_work", "window_days", "sleep_hours"}

    def test_names_and_free_text_never_leave(self):
        leaving = {question.name for question in walk(QUESTIONS) if question.leaves}
        assert leaving == {"if_gone", "autonomy", "difficulty", "hours"}

    def test_its_reason_is_told_in_two_sentences(self):
        assert EXERCISE.why.count(". ") + EXERCISE.why.endswith(".") == 2

    def test_the_worked_answers_fit_their_questions(self):
        assert list(faults(QUESTIONS, {"tasks": worked(), "guess": 3})) == []

    @pytest.mark.parametrize("step", TASKS.steps, ids=lambda step: step.name)
    def test_every_step_asks_columns_there_are(self, step):
        assert set(step.columns) <= {column.name for column in TASKS.columns}
