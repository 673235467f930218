"""Every page from end to end: by keys alone and by touch, on a full journal and on none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from quadrantlib.exercises import CATALOG
from quadrantlib.shipped import shipped
from tests.browser.by_keys import REMEMBER, STOP, Keys
from tests.browser.desk import Desk, desk, ready, until
from tests.browser.everyone import nameless, overflow, serious, small, unfold
from tests.browser.journals import PHONE, today

pytestmark = pytest.mark.browser
SLUGS = [exercise.slug for exercise in CATALOG]
WRITTEN_UNTIL = date(2026, 11, 22)
"""The day to which the sample journal was written."""
A_YEAR = 366
# What a tap answers, whatever the page asks. In the line of a log all else waits for words.
OPTION = ".q-option:not(:has(:checked))"
TAPPED = f"""
:is({OPTION}, .q-pick-one, .q-onebyone .q-big, .q-pile, .q-size, .q-phrase, .q-taking .q-chip)
:not(.q-log-line *)""".replace("\n", "")


def sample(days_ago: int) -> str:
    """Return the sample journal as if it had been written until so many days ago."""
    later = today() - timedelta(days=days_ago) - WRITTEN_UNTIL
    text = shipped("data/sample-journal.json").read_text(encoding="utf-8")
    return re.sub(
        r"\b20\d\d-\d\d-\d\d",
        lambda day: (date.fromisoformat(day[0]) + later).isoformat(),
        text,
    )


@contextmanager
def seat(browser, workbook, journal: str | None, **kind: Any) -> Iterator[Desk]:
    """Sit down to the workbook on such a journal, or on none."""
    with desk(browser, workbook, **kind) as found:
        if journal is not None:
            found.journal.write_text(journal, encoding="utf-8")
        found.context.add_init_script(REMEMBER)
        yield found


@pytest.fixture(params=["a full journal", "no journal"])
def keyboard(request, browser, workbook) -> Iterator[Desk]:
    journal = sample(0) if request.param == "a full journal" else None
    size = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
    with seat(browser, workbook, journal, **size) as found:
        yield found


@pytest.fixture(params=["a journal of last year", "no journal"])
def phone(request, browser, workbook) -> Iterator[Desk]:
    journal = sample(A_YEAR) if request.param == "a journal of last year" else None
    kind = {**PHONE, "color_scheme": "dark"}
    with seat(browser, workbook, journal, **kind) as found:
        yield found


def leaves(value: Any, place: tuple = ()) -> dict[tuple, Any]:
    """Return every answer that is no list and no object, by its place; a row's is its id."""
    if isinstance(value, Mapping):
        inside = [(key, each) for key, each in value.items() if key != "updated"]
    elif isinstance(value, list):
        inside = [(_id(each, i), each) for i, each in enumerate(value)]
    else:
        return {place: value}
    return {at: leaf for key, each in inside for at, leaf in leaves(each, (*place, key)).items()}


def _id(value: Any, place: int) -> Any:
    return value.get("id", place) if isinstance(value, Mapping) else place


def changes(before: dict, after: dict) -> int:
    """Return how many answers are other than before."""
    return sum(before.get(at) != after.get(at) for at in before.keys() | after.keys())


def at_rest(page: Page) -> None:
    """Wait until nothing is on its way to the journal."""
    page.wait_for_timeout(20)
    page.wait_for_selector("[data-q-status]:is([data-state=saved], [data-state=new])")


def place(page: Page) -> str:
    return page.url.rpartition("#")[2]


def sound(found: Desk) -> None:
    """Hold that no page broke, and none asked another host."""
    assert found.crashes == []
    assert {urlsplit(url).netloc for url in found.requests} == {urlsplit(found.home).netloc}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_goes_from_the_path_and_back_to_it_by_keys_alone(keyboard, slug) -> None:
    page = keyboard.enter()
    keys = Keys(page, next(one for one in CATALOG if one.slug == slug))
    keys.to(f".q-path a[href*='/{slug}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/*{slug}*")
    ready(page)
    while True:
        before = leaves(keyboard.rounds(slug))
        answered = keys.answer_here()
        at_rest(page)
        after = leaves(keyboard.rounds(slug))
        assert changes(before, after) >= answered, place(page)
        assert keys.missing(after.values()) == [], place(page)
        assert keys.unmet() == [], place(page)
        unfold(page)
        assert nameless(page) == [], place(page)
        assert serious(page) == [], place(page)
        last = page.locator("a[data-q-home]").is_visible()
        page.keyboard.press("Enter")
        if last:
            break
    assert keys.tried == keys.answered != set()
    page.wait_for_selector(".q-path")
    assert page.locator(f".q-path a[href*='/{slug}']").get_attribute("data-state") != "new"
    page.close()
    sound(keyboard)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_goes_by_touch_at_390_pixels_never_sideways(phone, slug) -> None:
    page = phone.enter()
    page.locator(f".q-path a[href*='/{slug}']").tap()
    page.wait_for_url(f"**/*{slug}*")
    ready(page)
    if page.locator("[data-q-do=correct_round]").is_visible():
        page.locator("[data-q-do=correct_round]").tap()
        page.locator("[data-q-do]").first.wait_for(state="hidden")
    before, tapped = leaves(phone.rounds(slug)), 0
    while True:
        stop = page.locator(STOP)
        answer = stop.locator(TAPPED).locator("visible=true")
        if answer.count():
            answer.first.tap()
            tapped += 1
        unfold(page)
        assert overflow(page) <= 0, place(page)
        assert small(page) == [], place(page)
        assert serious(page) == [], place(page)
        if not page.locator("[data-q-on]").is_visible():
            break
        page.locator("[data-q-on]").tap()
    at_rest(page)
    until(page, lambda: changes(before, leaves(phone.rounds(slug))) >= min(1, tapped))
    page.locator("a[data-q-home]").tap()
    page.wait_for_selector(".q-path")
    page.close()
    sound(phone)
