"""Fields on the pages that ask for them, a kernel behind: by keys, by touch, for everyone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk, desk, go, here, saved, until
from tests.browser.journals import ago
from tests.browser.test_touch import PHONE, overflow, touch_drag

pytestmark = pytest.mark.browser

JOBS = [{"id": "j1", "name": "The agency", "from": 2015, "to": 2019}]
CSV = "year,stocks_nominal,bonds_nominal,inflation\n"
RETURNS = CSV + "".join(f"{year},0.07,0.03,0.02\n" for year in range(1950, 1990))


def lay(found: Desk, **answers: Any) -> None:
    """Put a round of today into the journal for each exercise."""
    head = {"format": "quadrant-journal", "version": 1, "id": "a-journal", "revision": 3}
    rounds = {
        slug.replace("_", "-"): [
            {"id": "r0", "started": ago(0), "updated": f"{ago(0)}T09:00:00Z", "answers": given}
        ]
        for slug, given in answers.items()
    }
    found.journal.write_text(json.dumps({**head, "rounds": rounds}), encoding="utf-8")


def at(found: Desk, slug: str, stop: str) -> Page:
    """Open the exercise called `slug` and go on to the stop that holds `stop`."""
    page = found.open(slug)
    for _ in range(30):
        if here(page, stop).count():
            return page
        go(page)
    raise AssertionError(stop)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` names has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(selector)


def on(page: Page) -> None:
    tab_to(page, "[data-q-on]")
    page.keyboard.press("Enter")


def given(found: Desk, slug: str) -> dict[str, Any]:
    rounds = found.rounds(slug)
    return rounds[-1]["answers"] if rounds else {}


@pytest.fixture
def seat(browser, workbook):
    with desk(browser, workbook, locale="en-GB") as found:
        yield found
        assert found.crashes == []


@pytest.fixture
def phone(browser, workbook):
    with desk(browser, workbook, **PHONE, locale="en-GB") as found:
        yield found
        assert found.crashes == []


def test_a_currency_and_an_amount_with_two_readings_go_by_keys_alone(seat) -> None:
    page = seat.open("your-number")
    tab_to(page, "select")
    page.keyboard.type("CHF")
    on(page)
    tab_to(page, "[data-q-field=enough_pay] input")
    page.keyboard.type("90.000")
    tab_to(page, ".q-asked button")
    page.keyboard.press("Enter")
    saved(page)
    until(page, lambda: "enough_pay" in given(seat, "your-number"))
    answers = given(seat, "your-number")
    assert answers == {"currency": "CHF", "enough_pay": 90_000, "counted_on": ago(0)}
    on(page)
    tab_to(page, "[data-q-field=gut] input")
    page.keyboard.type("1.2m")
    on(page)
    until(page, lambda: given(seat, "your-number").get("gut") == 1_200_000)


def test_beads_are_laid_and_moved_by_keys_alone(seat) -> None:
    page = seat.open("role-of-work")
    on(page)
    tab_to(page, "[data-q-field=now] [role=spinbutton]")
    for _ in range(3):
        page.keyboard.press("PageUp")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    on(page)
    tab_to(page, "[data-q-field=wanted] [role=spinbutton]")
    page.keyboard.press("PageDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    saved(page)
    until(page, lambda: given(seat, "role-of-work").get("wanted", {}).get("people") == 6)
    assert given(seat, "role-of-work") == {
        "now": {"work": 15, "people": 5},
        "wanted": {"work": 10, "people": 6},
    }


def test_beads_go_by_touch_and_a_finger_that_scrolls_lays_none(phone) -> None:
    page = at(phone, "role-of-work", ".q-beads")
    box = here(page, "[role=spinbutton]").first.bounding_box()
    slot, y = box["width"] / 20, box["y"] + box["height"] / 2
    touch_drag(page, (box["x"] + slot, y), (box["x"] + slot * 5, y - 200))
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(200)
    laid_by_scrolling = given(phone, "role-of-work").get("now", {})
    page.touchscreen.tap(box["x"] + slot * 7.5, y)
    until(page, lambda: given(phone, "role-of-work").get("now") == {"work": 8})
    touch_drag(page, (box["x"] + slot * 7.5, y), (box["x"] + slot * 11.5, y))
    until(page, lambda: given(phone, "role-of-work").get("now") == {"work": 12})
    here(page, "button[aria-label='One more on Rest']").tap()
    until(page, lambda: given(phone, "role-of-work").get("now") == {"work": 12, "rest": 1})
    assert laid_by_scrolling in ({}, {"work": 0})
    assert overflow(page) <= 0


@pytest.mark.parametrize("selector", [".q-bead-step", ".q-bead-row", ".q-beads .q-bead-line"])
def test_what_a_finger_aims_at_is_large_enough(phone, selector: str) -> None:
    page = at(phone, "role-of-work", ".q-beads")
    boxes = [one.bounding_box() for one in here(page, selector).all()]
    assert boxes
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def test_a_line_is_drawn_with_a_finger_and_read_back(phone) -> None:
    lay(phone, the_arc={"jobs": JOBS})
    page = at(phone, "the-arc", ".q-curve")
    plot = here(page, ".q-curve-plot")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    year = box["width"] / 5
    start, end = (box["x"] + year / 2, box["y"]), (box["x"] + year * 4.5, box["y"] + box["height"])
    touch_drag(page, start, end)
    saved(page)
    until(page, lambda: "alive" in given(phone, "the-arc")["jobs"][0])
    drawn = given(phone, "the-arc")["jobs"][0]["alive"]
    assert list(drawn) == ["2015", "2016", "2017", "2018", "2019"]
    assert list(drawn.values()) == sorted(drawn.values(), reverse=True)
    assert drawn["2015"] > 8
    assert drawn["2019"] == 0
    assert overflow(page) <= 0


def test_a_letter_keeps_its_day_and_the_cursor_through_a_save(seat) -> None:
    page = at(seat, "five-years", "textarea")
    here(page, ".q-clock button").first.click()
    page.keyboard.type("They know one system by heart.", delay=20)
    until(page, lambda: given(seat, "five-years").get("letter_on") == ago(0))
    page.keyboard.type(" And nothing else.")
    saved(page)
    until(page, lambda: given(seat, "five-years")["letter"].endswith("else."))
    assert here(page, "[role=timer]").inner_text() == "About 15 minutes left"


def test_a_brought_file_is_answered_by_the_kernel_and_leaves_no_trace(seat) -> None:
    amounts = {"currency": "EUR", "enough": 40_000, "wealth": 900_000, "saving": 10_000}
    lay(seat, your_number=amounts)
    page = at(seat, "your-number", "[data-q-field=replay]")
    here(page, ".q-more > summary").last.click()
    before = seat.journal.read_bytes()
    file = {"name": "returns.csv", "mimeType": "text/csv", "buffer": RETURNS.encode()}
    here(page, "[data-q-field=replay] input").set_input_files([file])
    said = here(page, "[data-q-field=replay] .q-says")
    said.wait_for()
    assert "start" in said.inner_text()
    wrong = {**file, "buffer": b"when,what\n1,2\n"}
    here(page, "[data-q-field=replay] input").set_input_files([wrong])
    here(page, "[data-q-field=replay] .q-error").wait_for()
    assert said.count() == 0
    assert seat.journal.read_bytes() == before
