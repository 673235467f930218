"""One browser for all tests that drive one, and one workbook for all that only visit it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.workbook import Workbook, served

# Quiet: no request of the browser's own may be taken for one of ours.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def browser(browser_program: str) -> Iterator[Browser]:
    """A headless browser; each test opens a context of its own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser_program, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """A workbook that is served; each test begins with nothing in it (`desk`, `alone`)."""
    with served(tmp_path_factory.mktemp("workbook")) as running:
        yield running
