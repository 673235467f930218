"""My page gathers what the others hold, asks only the blanks, and says what comes next."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercise import Reading
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal
from quadrantlib.retelling import read_newest, retold
from tests.generated import answers_to

TODAY = date(2026, 11, 22)


def woven(rounds: dict[str, dict], started: str = "2026-11-01") -> Reading:
    listed = {
        slug: [{"id": "a", "started": started, "updated": "", "answers": answers}]
        for slug, answers in rounds.items()
    }
    journal = Journal({**Journal.new("me").value, "revision": 1, "rounds": listed})
    return read_newest(by_slug("my-page"), retold(CATALOG, journal, TODAY), TODAY)


def lines(reading: Reading, title: str) -> list[str]:
    return [line.words for part in reading.parts if part.title == title for line in part.lines]


def test_an_empty_journal_leaves_all_seven_questions_open() -> None:
    reading = woven({})
    assert len(lines(reading, "Seven questions")) == 7
    assert all(words == "Still open." for words in lines(reading, "Seven questions"))
    assert reading.needs
    assert reading.says == ()
    slugs = {line.slug for each in reading.parts if each.title == "Seven questions"
             for line in each.lines}  # fmt: skip
    assert slugs == {"values", "skeptics", "role-of-work", "sparks", "five-years"}


def test_where_no_two_answers_pull_apart_it_says_so() -> None:
    says = woven({"role-of-work": {"role": "supporting"}}).says
    assert says == ("No two of your answers seem to pull apart at present.",)


def test_what_was_meant_is_named_on_ones_own_page_and_not_in_what_leaves_it() -> None:
    reading = woven({"skeptics": {"asking": {"who": "Jonas", "when": "2026-11-28"}}})
    assert "Ask Jonas" in lines(reading, "What comes next")
    assert reading.figures["due"][0]["title"] == "What you meant to do (Skeptics)"


def test_what_an_exercise_has_asked_is_gathered_and_not_asked_again() -> None:
    reading = woven({"role-of-work": {"role": "supporting"}, "skeptics": {"edge": "grow"}})
    seven = lines(reading, "Seven questions")
    assert any("supports the rest" in words for words in seven)
    assert not reading.figures["blank_role"]
    assert not reading.figures["blank_edge"]
    assert reading.figures["blank_values"]


def test_what_was_answered_here_stays_open_to_change() -> None:
    reading = woven({"my-page": {"success": "Three people who grew."}})
    assert any("Three people who grew." in words for words in lines(reading, "Seven questions"))
    assert reading.figures["blank_success"]


def test_each_gathered_answer_leads_to_its_exercise() -> None:
    reading = woven({"five-years": {"success": "A house by the sea"}})
    (line,) = [
        line
        for part in reading.parts
        if part.title == "Seven questions"
        for line in part.lines
        if "A house by the sea" in line.words
    ]
    assert line.slug == "five-years"


def test_a_round_comes_again_after_its_rhythm_and_one_that_is_due_stands_at_today() -> None:
    ahead = woven({"ten-tasks": {"guess": 3}}).figures["due"]
    assert ahead == [{"date": "2026-11-29", "slug": "ten-tasks", "title": "Ten tasks"}]
    late = woven({"ten-tasks": {"guess": 3}}, started="2026-01-05").figures["due"]
    assert late[0]["date"] == "2026-11-22"


def test_what_somebody_meant_to_do_is_due_on_its_day_and_not_named() -> None:
    claim = {"what": "Zyzzyva", "when": "2026-11-28"}
    ahead = woven({"ten-tasks": {"claim": claim}}).figures["due"]
    assert ahead[0]["date"] == "2026-11-28"
    assert all("Zyzzyva" not in row["title"] for row in ahead)


def test_links_are_asked_only_where_both_sides_are_known() -> None:
    task = {"id": "t", "name": "Planning", "difficulty": 8, "autonomy": 2, "if_gone": -1}
    values = {"piles": {"integrity": "very"}, "finalists": ["integrity"], "top": ["integrity"]}
    alone = woven({"ten-tasks": {"tasks": [task]}}).figures
    assert (alone["reliefs"], alone["both_known"], alone["on_the_table"]) == ([], False, False)
    both = woven({"ten-tasks": {"tasks": [task]}, "values": {**values, "core": ["integrity"]}})
    assert both.figures["both_known"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_it_says_something_of_any_answers_at_all(data) -> None:
    slugs = data.draw(st.lists(st.sampled_from([each.slug for each in CATALOG]), unique=True))
    reading = woven({slug: data.draw(answers_to(by_slug(slug).questions)) for slug in slugs})
    assert len(lines(reading, "Seven questions")) == 7
