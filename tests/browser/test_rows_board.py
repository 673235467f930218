"""Rows of other exercises than the ten tasks: on the board, one by one, in lines, and borrowed."""

import pytest

from quadrantlib.exercises import by_slug
from quadrantlib.questions import Option, Rows, Scale, Step
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser
JOBS = by_slug("the-arc").question("jobs")
LEDGER = by_slug("skills-ledger").question("objectives")
BORROWED = by_slug("drift-check").question("signs")
TWO_JOBS = {"jobs": [{"id": "a", "name": "The bakery"}, {"id": "b", "name": "The bank"}]}
SIGNS = {
    "about": {"signs": [{"id": "x", "name": "I nod in meetings"}, {"id": "y", "name": "Late"}]}
}


def board(question, answers, **more):
    step = next(each for each in question.steps if each.view == "board")
    only = Rows(
        name=question.name,
        ask=question.ask,
        columns=question.columns,
        noun=question.noun,
        steps=(step,),
        **more,
    )
    return only, {"answers": answers}


def test_jobs_lie_on_the_board_without_hours_and_without_a_feeling(browser):
    only, state = board(JOBS, TWO_JOBS)
    with mounted(browser, only, state=state, viewport={"width": 900, "height": 900}) as page:
        page.locator("[data-q-chip=a]").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowUp")
        row = answers(page)["jobs"][0]
        assert (row["autonomy"], row["difficulty"]) == (5.5, 5.5)
        words = page.locator(".q-boardview").inner_text()
        assert "1 of 2 placed." in words
        assert "hours" not in words
        assert "relief" not in words
        assert not page.locator(".q-sharebox").is_visible()
        assert "hard and chosen" in page.locator("[data-q-dot=a]").get_attribute("aria-label")
        assert page.locator("[data-q-dot=a] .q-plain").count() == 1


def test_rows_are_called_by_their_option_or_by_what_they_are_about(browser):
    scales = [
        Scale(name=name, ask=name, low_end="little", high_end="much")
        for name in ("autonomy", "difficulty")
    ]
    step = Step(name="board", view="board", columns=("autonomy", "difficulty"), title="Where?")
    picked = Rows(
        name="needs",
        ask="?",
        columns=tuple(scales),
        offers=(Option("rest", "Rest"),),
        steps=(step,),
    )
    with mounted(browser, picked, state={"answers": {"needs": [{"id": "rest"}]}}) as page:
        assert page.locator("[data-q-chip=rest]").inner_text() == "Rest"
    borrowed = Rows(name="needs", ask="?", columns=tuple(scales), about="x.needs", steps=(step,))
    state = {"about": {"needs": [{"id": "n", "name": "A say of my own"}]}}
    with mounted(browser, borrowed, state=state) as page:
        chip = page.locator("[data-q-chip=n]")
        assert chip.inner_text() == "A say of my own"
        chip.press("Enter")
        expected = {"needs": [{"id": "n", "autonomy": 5, "difficulty": 5}]}
        assert answers(page) == expected


def test_borrowed_rows_are_asked_about_though_nothing_is_answered_yet(browser):
    with mounted(browser, BORROWED, state=SIGNS) as page:
        assert page.locator(".q-card-name").inner_text() == "I nod in meetings"
        page.locator(".q-big[data-option=yes]").press("Enter")
        assert page.locator(".q-card-name").inner_text() == "Late"
        assert answers(page) == {"signs": [{"id": "x", "present": "yes"}]}


def test_an_exercise_that_borrows_is_not_asked_while_there_is_nothing_to_borrow(browser):
    later = {"kind": "reading", "reading": None, "offered": [], "suggestions": {}, "back": None}
    with mounted(browser, BORROWED) as page:
        assert page.locator(".q-stop:not([hidden])").count() == 0
        page.evaluate("message => tellBrowser(message)", later | SIGNS)
        page.locator(".q-stop:not([hidden])").wait_for()
        assert page.locator(".q-card-name").inner_text() == "I nod in meetings"


def test_a_step_waits_for_its_figure(browser):
    question = by_slug("five-years").question("signs")
    state = {"answers": {"letter": "I nod.", "signs": [{"id": "s", "what": "I nod"}]}}
    with mounted(browser, question, state=state) as page:
        assert page.locator("[data-q-on]").is_hidden()
    with mounted(browser, question, state=state | {"offered": ["signs.present"]}) as page:
        assert page.locator(".q-card-name").inner_text() == "I nod"


def test_only_a_list_that_looks_back_on_days_asks_for_hours_in_two_ways(browser):
    state = {"answers": {"objectives": [{"id": "o", "objective": "The exam"}]}}
    with mounted(browser, LEDGER, state=state) as page:
        for _ in range(2):
            page.locator("[data-q-on]").click()
        assert page.locator(".q-each-row:visible").count() == 1
        assert page.locator(".q-inline:visible").count() == 0
        page.locator(".q-size:visible").nth(2).click()
        assert answers(page)["objectives"][0]["hours"] == 5
        assert page.locator(".q-total:visible").count() == 0


def test_a_list_is_named_after_its_first_column_and_can_be_undone(browser):
    with mounted(browser, LEDGER) as page:
        page.locator(".q-line").first.fill("The migration")
        page.locator(".q-line-row .q-icon").first.click()
        assert "“The migration” is off the list." in page.locator(".q-undo").inner_text()
        page.locator(".q-undo button").click()
        assert answers(page)["objectives"][0]["objective"] == "The migration"
