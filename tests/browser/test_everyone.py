"""For everyone, and for nobody else: accessible in both schemes, and no request to another host."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.desk import answered, desk, go, journal_of

pytestmark = pytest.mark.browser


def serious(page):
    """Return axe's serious and critical findings, as text."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_anywhere_on_the_way(browser, tmp_path, python, scheme, width):
    view = {"width": width, "height": 900}
    with desk(browser, tmp_path, python, color_scheme=scheme, viewport=view) as found:
        page = found.enter()
        assert serious(page) == []
        found.journal.write_text(journal_of((40, answered()), (2, answered())), encoding="utf-8")
        page = found.open()
        page.goto(f"{found.home}ten-tasks#1-guess")
        page.reload()
        page.locator("[data-q-field=guess] input[type=range]").wait_for()
        stops = 0
        while True:
            page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
            assert serious(page) == [], page.url
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url
            stops += 1
            if not page.locator("[data-q-on]").is_visible():
                break
            go(page)
        assert stops == 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_pages_around(browser, tmp_path, python, scheme):
    with desk(browser, tmp_path, python, color_scheme=scheme) as found:
        stranger = found.context.new_page()
        stranger.goto(found.home)
        assert serious(stranger) == []
        page = found.enter()
        page.goto(f"{found.home}no/such/page")
        assert serious(page) == []


def test_nothing_ever_asks_another_host(browser, tmp_path, python):
    with desk(browser, tmp_path, python) as found:
        stranger = found.context.new_page()
        stranger.goto(found.home)
        page = found.open()
        page.locator("[data-q-field=guess] input[type=range]").press("End")
        page.goto(f"{found.home}no/such/page")
        page.goto(f"{found.home}voila/render/facilitator/cohort-report.ipynb")
        own = urlsplit(found.home).netloc
        assert {urlsplit(url).netloc for url in found.requests} == {own}
        assert len(found.requests) > 8
