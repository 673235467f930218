"""Picking: what applies is tapped, one's own is written, and there is an end to it."""

import pytest

from quadrantlib.exercises import by_slug
from tests.browser.everyone import overflow
from tests.browser.journals import PHONE
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser


def asked(slug, name):
    return by_slug(slug).question(name)


def pressed(page):
    return [one.inner_text() for one in page.locator(".q-pick-one[aria-pressed=true] > span").all()]


def test_what_is_tapped_is_a_row_by_the_id_of_its_option_and_tapping_again_takes_it_back(browser):
    with mounted(browser, asked("role-of-work", "needs")) as page:
        page.locator("[data-option=meaning]").click()
        page.locator("[data-option=money]").click()
        assert answers(page) == {"needs": [{"id": "meaning"}, {"id": "money"}]}
        page.locator("[data-option=meaning]").click()
        assert answers(page) == {"needs": [{"id": "money"}]}
        assert pressed(page) == ["Money"]


def test_a_fourth_of_three_is_not_taken_and_it_says_so(browser):
    with mounted(browser, asked("role-of-work", "needs")) as page:
        for option in ("meaning", "money", "people", "recovery"):
            page.locator(f"[data-option={option}]").click()
        assert [row["id"] for row in answers(page)["needs"]] == ["meaning", "money", "people"]
        assert "3 at most" in page.locator(".q-pick [role=status]").first.inner_text()
        page.locator("[data-option=money]").click()
        page.locator("[data-option=recovery]").click()
        assert [row["id"] for row in answers(page)["needs"]] == ["meaning", "people", "recovery"]


def test_picking_goes_by_keys_alone_and_the_focus_stays(browser):
    with mounted(browser, asked("skeptics", "believe")) as page:
        page.locator("[data-option=stay]").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert [row["id"] for row in answers(page)["believe"]] == ["stay", "cv"]
        assert page.evaluate("document.activeElement.dataset.option") == "cv"


def test_ones_own_is_written_beside_what_is_offered_and_can_be_taken_off_again(browser):
    with mounted(browser, asked("skeptics", "believe")) as page:
        page.locator(".q-own input").fill("At your age?")
        page.keyboard.press("Enter")
        (row,) = answers(page)["believe"]
        assert row["doubt"] == "At your age?"
        assert pressed(page) == ["At your age?"]
        assert page.locator(".q-own input").input_value() == ""
        page.locator(".q-pick-one:has-text('At your age?')").click()
        assert answers(page) == {}
        page.locator(".q-undo button").click()
        assert answers(page) == {"believe": [row]}


def test_what_was_picked_is_asked_about_by_its_own_name_and_nothing_where_nothing_was(browser):
    question = asked("role-of-work", "let_go")
    with mounted(browser, question) as page:
        assert page.locator("[data-q-on]").is_hidden()
        page.locator("[data-option=guilt]").click()
        page.locator("[data-q-on]").click()
        assert page.locator(".q-each-name").inner_text() == "Guilt"
        page.locator("textarea:visible").fill("Everybody rests.")
        assert answers(page) == {"let_go": [{"id": "guilt", "friend": "Everybody rests."}]}


def test_a_thumb_picks_and_nothing_moves_sideways(browser):
    with mounted(browser, asked("role-of-work", "needs"), **PHONE) as page:
        page.locator("[data-option=security]").tap()
        assert answers(page) == {"needs": [{"id": "security"}]}
        page.locator("[data-q-on]").tap()
        page.locator(".q-option:has-text('Half')").first.tap()
        assert answers(page) == {"needs": [{"id": "security", "at_work": 2}]}
        assert overflow(page) <= 0
