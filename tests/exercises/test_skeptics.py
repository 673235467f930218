import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.exercises.skeptics import EXERCISE, QUESTIONS, read
from quadrantlib.questions import faults, walk
from tests.generated import JUNK, answers_to
from tests.rounds import written

TODAY = date(2026, 11, 22)
CV = {"id": "cv", "who": "My father"}
AGE = {"id": "own", "doubt": "At your age?", "who": "I do"}


def reading(earlier=(), today=TODAY, **answers):
    return read(written(answers, today), earlier, today)


def figures(earlier=(), today=TODAY, **answers):
    return reading(earlier, today, **answers).figures


def said(earlier=(), **answers):
    return " ".join(reading(earlier, **answers).says)


def person(name, last=None, **more):
    return {"id": name.lower(), "name": name, **({"last": last} if last else {}), **more}


def names(rows):
    return [row["name"] for row in rows]


class TestTheOneToAnswer:
    def test_of_several_the_strongest_is_answered_next(self):
        found = figures(believe=[CV, AGE], strongest=["own"])
        assert found["several"] is True
        assert found["answer_next"]["name"] == "At your age?"
        assert "“At your age?”, which you hear from yourself." in said(
            believe=[CV, AGE], strongest=["own"]
        )

    def test_the_step_is_named_with_the_one_to_answer(self):
        words = said(step="Four days a week.", believe=[{"id": "left"}])
        assert words == (
            "Before “Four days a week”, the one to answer next: "
            "“You left without something lined up?”."
        )

    def test_a_fear_of_ones_own_is_told_as_ones_own(self):
        answers = {"believe": [AGE], "reply": "Yes.", "their_fear": "Being late."}
        assert "What you may be afraid of: “Being late”. What would make it" in said(**answers)
        assert "What they may be" in said(**{**answers, "believe": [CV]})

    def test_a_single_doubt_is_the_strongest(self):
        found = figures(believe=[CV])
        assert "several" not in found
        assert found["answer_next"]["id"] == "cv"
        assert "which you hear from My father." in said(believe=[CV])

    def test_before_one_is_chosen_none_is_answered(self):
        assert "answering" not in figures(believe=[CV, AGE])
        assert any("Which of them" in words for words in reading(believe=[CV, AGE]).needs)

    def test_a_choice_that_was_taken_off_the_list_is_none(self):
        assert "answering" not in figures(believe=[CV, AGE], strongest=["scale"])

    def test_with_a_reply_nothing_is_left_to_answer_and_the_reply_stays_open(self):
        found = figures(believe=[CV], reply="It paid my rent.")
        assert "answer_next" not in found
        assert found["answering"]["id"] == "cv"
        assert "you say: “It paid my rent”." in said(believe=[CV], reply="It paid my rent.")

    @pytest.mark.parametrize("others", [1, 2])
    def test_the_others_may_stand(self, others):
        rows = [AGE, CV, {"id": "scale"}][: others + 1]
        words = said(believe=rows, strongest=["own"], reply="Yes.")
        assert ("The other one may stand." in words) is (others == 1)
        assert ("The others may stand." in words) is (others == 2)

    def test_a_doubt_without_words_is_none(self):
        assert "believed" not in figures(believe=[{"id": "own", "doubt": "  "}])


class TestPeople:
    def test_sixty_days_without_a_question_are_quiet(self):
        last = [TODAY - timedelta(days=days) for days in (59, 60, 75)]
        people = [person(f"P{i}", day.isoformat()) for i, day in enumerate(last)]
        assert names(figures(people=people)["not_asked"]) == ["P2", "P1"]

    def test_who_was_never_asked_comes_last(self):
        people = [person("Bo"), person("Ana", "2026-08-01", for_what="Courage.")]
        assert names(figures(people=people)["not_asked"]) == ["Ana", "Bo"]
        words = said(people=people)
        assert "You last asked “Ana” on 1 August, about “Courage”. What would you ask now?" in words
        assert "Not asked so far: “Bo”." in words

    def test_a_day_to_come_counts_as_asked(self):
        assert figures(people=[person("Ana", "2026-12-24")])["people"][0]["days"] == 0

    @given(st.lists(st.dates(date(2025, 1, 1), TODAY), max_size=8))
    def test_the_longest_silence_is_named_first(self, days):
        people = [person(f"P{i}", day.isoformat()) for i, day in enumerate(days)]
        quiet = figures(people=people).get("not_asked", [])
        assert [row["days"] for row in quiet] == sorted(
            (gap for day in days if (gap := (TODAY - day).days) >= 60), reverse=True
        )

    def test_people_go_along_into_the_next_round_and_doubts_do_not(self):
        assert {q.name for q in QUESTIONS if q.carries} == {"people"}


def test_what_instead_is_asked_only_where_money_is_not_the_aim():
    assert figures(aim="instead", instead="Time")["not_money"] is True
    assert "not_money" not in figures(aim="money")
    assert "instead" not in figures(aim="money", instead="Time")


def test_where_the_work_should_lie_is_said():
    assert "where you grow" in said(edge="grow")
    assert "where you are good already" in said(edge="lean")


def test_a_doubt_that_has_gone_is_told_and_one_that_stays_too():
    before = written({"believe": [CV, AGE]}, date(2026, 5, 1), "r")
    change = figures([before], believe=[CV])["change"]
    assert change["left"] == ["At your age?"]
    assert change["stayed"] == ["A step back? It will look odd on a CV."]
    assert "Since 1 May you have stopped believing “At your age?”." in said([before], believe=[CV])
    assert "what it was on 1 May" in said([before], believe=[AGE, CV])


def test_nothing_of_it_may_leave():
    assert not [question.name for question in walk(QUESTIONS) if question.leaves]


def test_it_waits_for_an_occasion():
    assert EXERCISE.place == "occasion"


@given(answers_to(QUESTIONS))
def test_answers_that_fit_read_as_json(answers):
    assert not [fault for fault in faults(QUESTIONS, answers) if "more than" not in fault[1]]
    json.dumps(dict(read(written(answers, TODAY), (), TODAY).figures), allow_nan=False)


@given(answers_to(QUESTIONS, strange=JUNK), answers_to(QUESTIONS, strange=JUNK))
def test_whatever_is_left_out_or_does_not_fit_it_never_fails(answers, earlier):
    found = read(written(answers, TODAY), [written(earlier, date(2026, 8, 5), "r")], TODAY)
    told = (*found.says, *found.needs)
    assert all(isinstance(words, str) and words for words in told)
