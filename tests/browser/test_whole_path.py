"""The whole way on a full journal: each page's words, my page, a keepsake, and home."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from quadrantlib.exercises import CATALOG
from quadrantlib.journal import parse
from quadrantlib.retelling import read_newest, retold
from quadrantlib.shipped import shipped
from tests.browser.desk import desk, ready
from tests.browser.journals import today

pytestmark = pytest.mark.browser
READING = "[data-q-section]:not([data-q-away]) .q-reading:not([hidden])"


def to_the_reading(page: Page) -> None:
    """Go on to what is said back, or back to it where that lies behind."""
    while not page.locator(READING).is_visible() and page.locator("[data-q-on]").is_visible():
        page.locator("[data-q-on]").click()
    while not page.locator(READING).is_visible():
        page.get_by_role("button", name="Back").click()


def plain(words: str) -> str:
    """Return the words without what only arranges them."""
    return re.sub(r"\s+", " ", re.sub("[\u2066-\u2069]", "", words)).strip()


@pytest.fixture
def at_home(browser, workbook):
    with desk(browser, workbook, accept_downloads=True) as found:
        shutil.copy(shipped("data/sample-journal.json"), found.journal)
        yield found


def test_the_path_leads_through_every_reading_to_my_page_its_keepsake_and_home(at_home) -> None:
    journal = parse(at_home.journal.read_bytes())
    told = retold(CATALOG, journal, today())
    page = at_home.enter()
    for exercise in CATALOG:
        page.locator(f".q-path a[href*='/{exercise.slug}']").click()
        ready(page)
        to_the_reading(page)
        shown = plain(page.locator(READING).text_content())
        reading = read_newest(exercise, told, today())
        assert [words for words in reading.says if plain(words) not in shown] == [], exercise.slug
        assert reading.says or reading.parts, exercise.slug
        page.locator(".q-top a").first.click()
        page.wait_for_selector(".q-path")
    page.locator(".q-path a[href*='/my-page']").click()
    ready(page)
    to_the_reading(page)
    with page.expect_download() as download:
        page.locator("[data-q-errand=keepsake]").locator("visible=true").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    while page.locator("[data-q-on]").is_visible():
        page.locator("[data-q-on]").click()
    page.locator("a[data-q-home]").click()
    page.wait_for_selector(".q-path")
    assert parse(at_home.journal.read_bytes()).value == journal.value
    assert at_home.crashes == []
