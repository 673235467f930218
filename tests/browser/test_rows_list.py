"""A list, a line a row: nothing is lost by keys, and what is taken away comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from quadrantlib.questions import Amount, Rows, Step, Words
from tests.browser.desk import desk, saved, until
from tests.browser.journals import begin, kept, opened
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser

THINGS = Rows(
    name="things",
    ask="What do you do?",
    columns=(Words(name="what", ask="What?", longest=30), Amount(name="hours", ask="Hours")),
    steps=(Step(name="list", view="list", columns=("what",), title="A line each"),),
    at_most=12,
    stay=10,
    noun="thing",
)
NAMES = ("The boat", "Cooking", "Bedtime and baths", "Running")
ROWS = [{"id": f"t{i}", "what": name, "hours": i + 1} for i, name in enumerate(NAMES)]


@pytest.fixture
def listed(browser) -> Iterator[Page]:
    with mounted(browser, THINGS, state={"answers": {"things": ROWS}}) as page:
        yield page


def lines(page: Page) -> list[str]:
    """Return what is written in the lines, without those that are empty."""
    each = page.locator(".q-line").all()
    return [text for text in (line.input_value() for line in each) if text]


def test_who_types_on_after_tab_writes_the_next_line_and_loses_none(listed: Page):
    listed.locator(".q-line").nth(4).click()
    for name in ("Bread for two", "Mum, on Sundays"):
        listed.keyboard.type(name)
        listed.keyboard.press("Tab")
    assert lines(listed) == [*NAMES, "Bread for two", "Mum, on Sundays"]


def test_by_keys_an_arrow_past_the_end_leads_to_the_cross_and_back(listed: Page):
    listed.locator(".q-line").nth(1).click()
    listed.keyboard.press("End")
    listed.keyboard.press("ArrowRight")
    assert listed.evaluate("document.activeElement.ariaLabel") == "Remove Cooking"
    listed.keyboard.press("ArrowLeft")
    assert listed.evaluate("document.activeElement.value") == "Cooking"
    listed.keyboard.press("ArrowRight")
    listed.keyboard.press("Enter")
    assert [row["id"] for row in answers(listed)["things"]] == ["t0", "t2", "t3"]


def test_delete_in_an_emptied_line_takes_it_off_the_list(listed: Page):
    listed.locator(".q-line").nth(1).fill("")
    assert len(answers(listed)["things"]) == 4
    listed.keyboard.press("Delete")
    assert [row["id"] for row in answers(listed)["things"]] == ["t0", "t2", "t3"]
    assert "is off the list" in listed.locator(".q-undo").inner_text()


def test_a_line_that_is_emptied_and_has_nothing_else_just_goes(browser):
    with mounted(
        browser, THINGS, state={"answers": {"things": [{"id": "t", "what": "A"}]}}
    ) as page:
        page.locator(".q-line").first.fill("")
        page.keyboard.press("Backspace")
        assert answers(page) == {}
        assert page.locator(".q-undo").inner_text() == ""


def test_what_is_brought_back_stands_where_it_stood(listed: Page):
    listed.locator(".q-icon").nth(1).click()
    assert lines(listed) == [NAMES[0], *NAMES[2:]]
    listed.locator(".q-undo button").click()
    assert lines(listed) == list(NAMES)
    assert answers(listed)["things"] == ROWS


def test_page_and_file_agree_on_the_place_of_what_was_brought_back(browser, workbook):
    rows = [{"id": f"t{i}", "name": name} for i, name in enumerate(NAMES)]
    with desk(browser, workbook) as found:
        begin(found, ten_tasks={"tasks": rows})
        page = opened(found, "ten-tasks", "2-names")
        page.locator(".q-icon").nth(1).click()
        saved(page)
        until(page, lambda: len(kept(found, "ten-tasks", "tasks")) == 3)
        page.locator(".q-undo button").click()
        until(page, lambda: kept(found, "ten-tasks", "tasks") == rows)
        assert lines(page) == list(NAMES)
        assert found.crashes == []


def test_undo_after_typing_the_name_again_leaves_one_row_with_all_it_had(listed: Page):
    listed.locator(".q-icon").nth(2).click()
    listed.locator(".q-line").nth(3).click()
    listed.keyboard.type(NAMES[2])
    assert [row["what"] for row in answers(listed)["things"]].count(NAMES[2]) == 1
    listed.locator(".q-undo button").click()
    assert answers(listed)["things"] == ROWS
    assert lines(listed) == list(NAMES)


def test_where_no_more_fits_it_says_so(listed: Page):
    line = listed.locator(".q-line").nth(4)
    line.click()
    listed.keyboard.type("A name that is just too long for this")
    assert len(line.input_value()) == 30
    assert listed.get_by_text("That is as much as fits here.").is_visible()
    listed.keyboard.press("Backspace")
    assert listed.get_by_text("That is as much as fits here.").is_hidden()
