"""Pages opened on the made-up person's journal say so, and change nothing by being read."""

from __future__ import annotations

import shutil

import pytest

from quadrantlib.shipped import shipped
from tests.browser.desk import desk
from tests.browser.everyone import overflow

pytestmark = pytest.mark.browser
SAID = "This is a made-up person’s journal."


def test_pages_open_on_it_say_so_and_leave_it_as_it_is(browser, workbook):
    sample = shipped("data/sample-journal.json")
    with desk(browser, workbook, viewport={"width": 390, "height": 844}) as found:
        shutil.copyfile(sample, found.journal)
        assert found.enter().get_by_text(SAID).is_visible()
        for slug in ("ten-tasks", "my-page"):
            page = found.open(slug)
            assert page.locator(".q-sample").inner_text() == SAID
            assert overflow(page) <= 0
        assert found.crashes == []
        assert found.journal.read_bytes() == sample.read_bytes()


def test_a_journal_of_ones_own_says_nothing_of_the_kind(browser, workbook):
    with desk(browser, workbook) as found:
        page = found.open("ten-tasks")
        assert page.locator(".q-sample").inner_text() == ""
        assert SAID not in found.enter().content()
