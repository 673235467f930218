"""What every test shares: steady randomness, one day, and one loud line without a browser."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quadrantlib.sparing import spare
from tests.midnight import wait

spare()  # as when it is served
CHECKOUT = Path(__file__).parent.parent
STATE = tempfile.TemporaryDirectory(prefix="quadrant-tests-")

# Two cores are shared with a browser and its kernels: a slow example is no fault.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NO_BROWSER = (
    "NO BROWSER: the tests that need one are skipped. Install Chromium or Chrome, or run "
    "`.venv/bin/playwright install chromium`, and run the tests again."
)


def browser_path() -> str | None:
    """Return the program to drive: a browser on the PATH, else Playwright's own, else None."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def pytest_configure() -> None:
    """Keep out of this person's own state; and refuse to go on in CI without a browser.

    There a skip is a failure.
    """
    os.environ["XDG_STATE_HOME"] = STATE.name
    if os.environ.get("CI") and not browser_path():
        raise pytest.UsageError(NO_BROWSER)


def pytest_unconfigure() -> None:
    """Clear that state away."""
    STATE.cleanup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none."""
    wanting = [item for item in items if item.get_closest_marker("browser")]
    if wanting and not browser_path():
        for item in wanting:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


def pytest_runtest_setup() -> None:
    """Let no test begin on one day and end on the next."""
    time.sleep(wait(datetime.now().astimezone()).total_seconds())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, loudly, that the browser tests did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(NO_BROWSER in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(NO_BROWSER, red=True, bold=True)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The checkout's root."""
    return CHECKOUT


@pytest.fixture(scope="session")
def python() -> str:
    """This interpreter, for subprocesses."""
    return sys.executable


@pytest.fixture(scope="session")
def browser_program() -> str:
    """The browser to hand to Playwright as `executable_path`."""
    path = browser_path()
    if path is None:
        pytest.skip("no browser")
    return path
