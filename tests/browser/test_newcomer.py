"""A newcomer's whole way through the ten tasks, by keyboard alone."""

from datetime import date

import pytest

from tests.browser.desk import TASKS, answered, desk, journal_of, ready, saved, until

pytestmark = pytest.mark.browser

FOCUSED = "(selector) => document.activeElement?.matches(selector) ?? false"
MOST_TABS = 120


def tab_to(page, selector, *, back=False):
    """Press Tab until something that matches has the focus; fail if nothing ever does."""
    for _ in range(MOST_TABS):
        if page.evaluate(FOCUSED, selector):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def on(page):
    tab_to(page, "[data-q-on]")
    press(page, "Enter")


def answer_one_by_one(page, step, values):
    tab_to(page, f"[data-q-field={step}] .q-big")
    for value in values:
        tab_to(page, f"[data-q-field={step}] .q-big[data-option='{value}']", back=False)
        press(page, "Enter")


def place(page, hard, chosen):
    """Put the next waiting task in the middle of the board, and move it with the arrow keys."""
    tab_to(page, ".q-chip")
    press(page, "Enter")
    press(page, *["ArrowUp" if hard > 5 else "ArrowDown"] * round(abs(hard - 5) * 2))
    press(page, *["ArrowRight" if chosen > 5 else "ArrowLeft"] * round(abs(chosen - 5) * 2))


@pytest.fixture
def walked(browser, workbook):
    with desk(browser, workbook, viewport={"width": 1280, "height": 900}) as found:
        yield found


def test_the_whole_way_goes_by_keyboard_alone_and_all_of_it_is_kept(walked):
    page = walked.enter()
    tab_to(page, "a.q-button, a[href*='ten-tasks']")
    press(page, "Enter")
    page.wait_for_url("**/*ten-tasks*")
    ready(page)

    tab_to(page, "[data-q-field=guess] input[type=range]")
    press(page, "ArrowRight", "ArrowRight")
    on(page)
    tab_to(page, ".q-line")
    for name, *_ in TASKS:
        page.keyboard.type(name)
        press(page, "Enter")
    on(page)
    answer_one_by_one(page, "feeling", [gone for *_, gone, _ in TASKS])
    on(page)
    answer_one_by_one(page, "origin", [origin for *_, origin in TASKS])
    on(page)
    for _, _, hard, chosen, _, _ in TASKS:
        place(page, hard, chosen)
    on(page)
    for i, (_, hours, *_) in enumerate(TASKS):
        tab_to(page, f".q-each-row:nth-child({i + 1}) input.q-number")
        page.keyboard.type(str(hours))
    on(page)
    answer_one_by_one(page, "anyway", ["no", "unsure", "yes"])
    on(page)
    page.wait_for_selector(".q-picture-title:has-text('58 %')")
    assert "36 %" in page.locator(".q-says").inner_text()
    on(page)
    tab_to(page, "[data-q-field=what] input")
    page.keyboard.type("An hour with the boat")
    tab_to(page, "[data-q-field=when] .q-size")
    press(page, "Enter")
    saved(page)

    answers = walked.answers()
    tasks = answers["tasks"]
    assert answers["guess"] == 6
    assert [
        (t["name"], t["hours"], t["difficulty"], t["autonomy"], t["if_gone"], t["origin"])
        for t in tasks
    ] == [*TASKS]
    assert [t.get("anyway") for t in tasks if "anyway" in t] == ["no", "unsure", "yes"]
    assert answers["claim"]["what"] == "An hour with the boat"
    assert date.fromisoformat(answers["claim"]["when"]).weekday() in (5, 6)

    tab_to(page, "[data-q-home]")
    press(page, "Enter")
    page.wait_for_selector("text=The path")
    assert "not begun" not in page.inner_text("main")
    assert walked.crashes == []


def test_a_reload_goes_on_where_one_was(walked):
    page = walked.open()
    page.locator("[data-q-field=guess] input[type=range]").press("End")
    on(page)
    page.locator(".q-line").first.fill("The boat")
    on(page)
    saved(page)
    page.reload()
    ready(page)
    page.wait_for_selector("[data-q-field=feeling]:visible")
    assert page.locator(".q-card-name").first.inner_text() == "The boat"
    assert walked.answers()["guess"] == 10


def test_nothing_is_set_before_it_is_touched(walked):
    page = walked.open()
    assert page.locator("[data-q-field=guess] input[type=range].q-unset").count() == 1
    on(page)
    until(page, lambda: page.locator(".q-line").count() == 10)
    assert walked.rounds() == []


def test_an_eleventh_line_keeps_every_letter_and_ten_stay(walked):
    page = walked.open()
    on(page)
    tab_to(page, ".q-line")
    for name, *_ in TASKS:
        page.keyboard.type(name)
        press(page, "Enter")
    for name in ("Mum’s hospital visits", "The garden"):
        page.keyboard.type(name, delay=30)
        press(page, "Enter")
    saved(page)
    names = [row["name"] for row in walked.answers()["tasks"]]
    assert names[-2:] == ["Mum’s hospital visits", "The garden"]
    assert "2 more than 10" in page.locator(".q-list .q-nudge").inner_text()


def test_a_line_written_out_of_order_keeps_its_place_and_its_letters(walked):
    page = walked.open()
    on(page)
    page.locator(".q-line").nth(4).click()
    page.keyboard.type("The boat", delay=20)
    page.locator(".q-line").nth(1).click()
    page.keyboard.type("Cooking", delay=20)
    saved(page)
    assert page.locator(".q-line").nth(4).input_value() == "The boat"
    assert page.locator(".q-line").nth(1).input_value() == "Cooking"
    assert {row["name"] for row in walked.answers()["tasks"]} == {"The boat", "Cooking"}


def test_a_reload_on_the_last_step_waits_for_it_and_lands_nowhere_else(walked):
    walked.journal.write_text(journal_of((2, answered())), encoding="utf-8")
    page = walked.open()
    page.goto(f"{walked.home}ten-tasks#4-claim")
    for _ in range(3):
        page.reload()
        ready(page)
        page.wait_for_selector("[data-q-field=claim]:visible")
        assert page.url.endswith("#4-claim")
        assert page.locator("a[data-q-home]").is_visible()
