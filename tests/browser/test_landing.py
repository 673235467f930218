"""The pages without a notebook, in a real browser: the way in, the path, what is not there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.journals import PHONE
from tests.browser.workbook import Workbook
from tests.conftest import CHECKOUT
from tests.houses import House

pytestmark = pytest.mark.browser
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390)
SAMPLE = CHECKOUT / "data" / "sample-journal.json"


@pytest.fixture
def served(workbook: Workbook) -> Iterator[House]:
    with workbook.alone() as running:
        yield running


@pytest.fixture
def full(served: House, workbook: Workbook) -> House:
    """A workbook that has been used for a year."""
    shutil.copy(SAMPLE, workbook.journal)
    return served


@pytest.fixture(params=[(scheme, width) for scheme in SCHEMES for width in WIDTHS], ids=str)
def visitor(browser: Browser, request) -> Iterator[BrowserContext]:
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=True
    )
    yield context
    context.close()


def open_(context: BrowserContext, served: House, path: str) -> Page:
    page = context.new_page()
    if path != "/login":
        page.goto(served.address)
    page.goto(f"http://{served.host}{path}")
    return page


@pytest.mark.parametrize("path", ["/", "/login", "/nowhere", "/journal", "/journal/forget"])
def test_a_page_is_sound_in_every_scheme_and_width(
    visitor: BrowserContext, served: House, path: str
) -> None:
    assert_sound(visitor, served, path)


@pytest.mark.parametrize("path", ["/", "/journal"])
def test_a_page_on_a_full_journal_is_sound_too(
    visitor: BrowserContext, full: House, path: str
) -> None:
    assert_sound(visitor, full, path)


def assert_sound(visitor: BrowserContext, served: House, path: str) -> None:
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    page = open_(visitor, served, path)
    found = Axe().run(page).response["violations"]
    assert not [each["id"] for each in found if each["impact"] in {"serious", "critical"}]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    here = f"http://{served.host}/"
    assert not [url for url in asked if not url.startswith((here, "data:"))]


def test_the_way_in_is_found_by_keyboard_and_the_key_leaves_the_address(
    browser: Browser, served: House
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://{served.host}/")
        assert page.get_by_role("heading", level=1).inner_text() == "This workbook has a key"
        page.get_by_label("Paste the whole address").fill("nonsense")
        page.keyboard.press("Enter")
        assert page.get_by_role("alert").inner_text().startswith("That key does not fit.")
        page.get_by_label("Paste the whole address").fill(served.address)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Begin").wait_for()
        assert page.url == f"http://{served.host}/"
        page.goto(served.address)
        assert page.url == f"http://{served.host}/"


def test_a_finger_finds_every_way_on_a_phone(browser: Browser, full: House) -> None:
    with browser.new_context(**PHONE) as context:
        page = open_(context, full, "/")
        low = page.locator("a.q-button, a.q-home, .q-path a").evaluate_all(
            "(found) => found.filter((each) => each.offsetHeight < 44).map((each) => each.text)"
        )
        assert low == []
        page.get_by_role("link", name="Your journal").first.tap()
        page.get_by_role("link", name="Forget everything").tap()
        page.get_by_role("link", name="Keep it").tap()
        page.get_by_role("heading", name="Keep a copy").wait_for()


def test_a_year_of_use_leaves_one_next_thing_and_the_sentence_of_direction(
    browser: Browser, full: House
) -> None:
    with browser.new_context() as context:
        page = open_(context, full, "/")
        assert page.locator(".q-next .q-button").count() == 1
        assert page.locator(".q-toward").inner_text().startswith("Building toward")
        assert page.locator(".q-path a").count() == 13
        headings = page.get_by_role("heading", level=2).all_inner_texts()
        assert headings[-5:] == [
            *("The path", "A little alongside", "When there is occasion", "All together"),
            "Yours alone",
        ]


def test_a_journal_is_kept_forgotten_and_brought_back_by_keyboard(
    browser: Browser, workbook: Workbook, full: House, tmp_path: Path
) -> None:
    place, copy = workbook.journal, tmp_path / "mine"
    with browser.new_context() as context:
        page = open_(context, full, "/journal")
        with page.expect_download() as kept:
            page.get_by_role("link", name="Download my journal").press("Enter")
        kept.value.save_as(copy)
        page.evaluate("localStorage.setItem('quadrant:ten-tasks', '2-hours')")
        page.get_by_role("link", name="Forget everything").press("Enter")
        page.get_by_role("button", name="Forget everything now").press("Enter")
        page.get_by_text("gone from this machine").wait_for()
        assert not place.exists()
        assert page.evaluate("localStorage.length") == 0
        page.get_by_role("link", name="Your journal").first.press("Enter")
        page.get_by_label("Which file?").set_input_files(copy)
        page.get_by_role("button", name="Bring it back").press("Enter")
        page.get_by_text("Your journal is back.").wait_for()
    assert json.loads(place.read_text())["rounds"] == json.loads(SAMPLE.read_text())["rounds"]


def test_the_landing_page_needs_no_script(browser: Browser, served: House) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = open_(context, served, "/")
        assert page.get_by_role("link", name="Ten tasks").is_visible()
        assert "stays in one file on this machine" in page.inner_text("main")


def test_a_journal_that_is_broken_is_told_kindly_and_a_copy_brought_back(
    browser: Browser, workbook: Workbook, served: House
) -> None:
    from datetime import UTC, datetime
    from itertools import count

    from quadrantlib.journal import Edit, apply
    from quadrantlib.storage import Storage

    now, ids = datetime(2026, 11, 20, 18, 4, tzinfo=UTC), count()
    place = workbook.journal
    storage = Storage(place, now=lambda: now, new_id=lambda: f"id{next(ids)}")
    for value in (3, 4):
        edit = Edit("ten-tasks", "r1", ("guess",), None, value)
        storage.change(lambda journal, edit=edit: apply(journal, [edit], now))
    place.write_text("{ torn", encoding="utf-8")
    with browser.new_context() as context:
        page = open_(context, served, "/")
        page.get_by_role("alert").wait_for()
        page.get_by_role("button", name="Go on from the copy of").click()
        page.get_by_role("link", name="Go on where you were").wait_for()
        assert page.url == f"http://{served.host}/"
    assert json.loads(place.read_text())["rounds"]["ten-tasks"]
    assert [p.read_text() for p in place.parent.glob("journal.corrupt-*")] == ["{ torn"]
