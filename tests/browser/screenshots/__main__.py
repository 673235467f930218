"""`python -m tests.browser.screenshots [NAME...]`: pictures of every state, in screenshots/."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.conftest import FLAGS
from tests.browser.screenshots.camera import portrait, shown, visit
from tests.browser.screenshots.state import State
from tests.browser.screenshots.states import states
from tests.conftest import CHECKOUT, NO_BROWSER, browser_path
from tests.houses import House, house

FOLDER = CHECKOUT / "screenshots"
README = "reading-4-first-round"
"""The state that the README shows; its picture is copied by hand, to workbooks/ten-tasks.png."""


def main(wanted: list[str]) -> int:
    """Write the pictures of all states whose names begin with one of `wanted`."""
    program = browser_path()
    if program is None:
        sys.stderr.write(f"{NO_BROWSER}\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    missed = 0
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        journal = Path(home) / "journal.json"
        os.environ["PYTHONPATH"] = str(CHECKOUT)
        with house(Path(home), "open", "--no-browser") as running:
            for state in states():
                if shown([state.name], wanted):
                    missed += not _taken(browser, running, journal, state)
            if shown(["readme"], wanted):
                first = next(state for state in states() if state.name == README)
                portrait(browser, running, journal, first, FOLDER / "readme.png")
        browser.close()
    return 1 if missed else 0


def _taken(browser: Browser, running: House, journal: Path, state: State) -> bool:
    try:
        visit(browser, running, journal, state, FOLDER)
    except PlaywrightError as why:
        _say(f"{state.name}: not reached. {str(why).splitlines()[0]}")
        return False
    _say(state.name)
    return True


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
