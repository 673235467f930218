"""For everyone, and for nobody else: accessible in both schemes, and no request to another host."""

from urllib.parse import quote, urlsplit

import pytest

from tests.browser.by_keys import REMEMBER, UNMET
from tests.browser.desk import desk
from tests.browser.everyone import nameless, overflow, serious, small
from tests.browser.journals import PHONE

pytestmark = pytest.mark.browser


BAD = """<meta name="viewport" content="width=device-width"><main style="width: 500px">
<button style="width: 20px; height: 44px"></button>
<button style="width: 44px; height: 44px" onkeydown="event.preventDefault()">Stay</button>
<button style="width: 44px; height: 44px">Never</button></main>"""


# Taken out: any line of `everyone.py` or `by_keys.py` that looks for it.
def test_a_page_that_owes_somebody_something_is_found_out(browser):
    with browser.new_context(**PHONE) as context:
        context.add_init_script(REMEMBER)
        page = context.new_page()
        page.goto(f"data:text/html,{quote(BAD)}")
        for _ in range(4):
            page.keyboard.press("Tab")
        assert [html.count("Never") for html in page.evaluate(UNMET)] == [1]
        assert [found.split(":")[0] for found in small(page)] == ["20 x 44"]
        assert "button-name" in {found.split(":")[0] for found in serious(page)}
        assert nameless(page) == ["  - button"]
        assert overflow(page) > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_pages_around(browser, workbook, scheme):
    with desk(browser, workbook, color_scheme=scheme) as found:
        stranger = found.context.new_page()
        stranger.goto(found.home)
        assert serious(stranger) == []
        page = found.enter()
        page.goto(f"{found.home}no/such/page")
        assert serious(page) == []


def test_nothing_ever_asks_another_host(browser, workbook):
    with desk(browser, workbook) as found:
        stranger = found.context.new_page()
        stranger.goto(found.home)
        page = found.enter()
        page.goto(f"{found.home}ten-tasks")
        page.locator("[data-q-field=guess] input[type=range]").press("End")
        page.goto(f"{found.home}no/such/page")
        page.goto(f"{found.home}voila/render/facilitator/cohort-report.ipynb")
        own = urlsplit(found.home).netloc
        assert {urlsplit(url).netloc for url in found.requests} == {own}
        assert len(found.requests) > 8
