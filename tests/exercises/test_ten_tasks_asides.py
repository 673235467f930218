from hypothesis import given

from quadrantlib.exercises.ten_tasks import QUESTIONS, read
from quadrantlib.exercises.ten_tasks.asides import aside
from tests.exercises.test_ten_tasks import TODAY, reading, row
from tests.generated import JUNK, answers_to
from tests.rounds import written


def test_the_worked_values_stand_in_the_further_figures():
    said = " ".join(reading().aside)
    assert "6.4 of 10 for how hard" in said
    assert "3.0 of 10 for how far" in said
    assert "the less you had chosen it." in said
    assert "correlation" not in said


def test_other_lines_give_a_range_and_name_what_lies_near():
    said = reading().aside
    assert any("from 51 % to 58 %" in words for words in said)
    assert any("“The board report”" in words and "change sides" in words for words in said)


def test_lines_that_change_nothing_are_not_spoken_of():
    assert not any("either line" in words for words in reading([row("A", 30, 9, 1)]).aside)


def test_where_things_came_from_is_said_in_the_words_of_the_buttons():
    tasks = [{"id": "a", "name": "A", "hours": 30, "origin": "filed"}]
    assert reading(tasks).aside == ("Who put it there: “It came with the pile”, 30 hours.",)


def test_without_figures_nothing_is_said():
    assert aside({}) == ()


@given(answers_to(QUESTIONS, strange=JUNK))
def test_whatever_is_left_out_it_never_fails(answers):
    assert all(isinstance(words, str) for words in read(written(answers, TODAY), (), TODAY).aside)
