"""What a field would not take is seen before one walks on, and holds nobody up."""

from __future__ import annotations

import pytest

from tests.browser.desk import desk, here

pytestmark = pytest.mark.browser


@pytest.fixture
def seat(browser, workbook):
    with desk(browser, workbook, locale="en-GB") as found:
        yield found


def test_what_is_no_amount_is_shown_once_more_and_a_second_press_goes_on(seat) -> None:
    page = seat.open("your-number")
    page.locator("[data-q-on]").click()
    field = here(page, "[data-q-field=enough_pay]").locator("input")
    field.fill("a lot")
    page.locator("[data-q-on]").click()
    assert field.evaluate("node => node === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    page.locator("[data-q-on]").click()
    assert not field.is_visible()
