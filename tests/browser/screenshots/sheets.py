"""The pages without a notebook, in every state."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.screenshots import journals
from tests.browser.screenshots.everywhere import SAMPLE
from tests.browser.screenshots.journals import journal, month, written
from tests.browser.screenshots.state import State
from tests.houses import House


def sheets() -> Iterator[State]:
    """Yield the path, the journal's page, the way in, and what is not there."""
    sheet = {"path": "/", "awaits": "main"}
    yield State("landing-1-new", **sheet)
    half = written({"guess": 4, "tasks": journals.asked()[:6]}, days_ago=1)
    yield State("landing-2-begun", journal(half), **sheet)
    yield State("landing-3-done", journal(month()), **sheet)
    yield State("landing-4-asks", journal(month(8, claim=journals.claim(6))), **sheet)
    yield State("landing-5-due", journal(month(33, claim_kept="yes")), **sheet)
    yield State("landing-6-newer-journal", journal(month(), version=9), **sheet)
    yield State("landing-7-broken-journal", "{ torn", **sheet)
    full = SAMPLE.read_text(encoding="utf-8")
    yield State("landing-8-half-way", _half_way(), **sheet)
    yield State("landing-9-full", full, **sheet)
    yield State("journal", full, "/journal", awaits="main")
    yield State("journal-no-file-that-fits", full, "/journal", awaits="main", act=_bring_nonsense)
    yield State("forget", full, "/journal/forget", awaits="main")
    yield State("forgotten", full, "/journal/forget", awaits="main", act=_forget)
    yield State("login", path="/login", awaits="main", known=False)
    yield State("login-refused", path="/login", awaits="main", known=False, act=_wrong_key)
    yield State("not-found", path="/nowhere", awaits="main")
    yield State("error", path="/", awaits="main", act=_stale_form)


def _half_way() -> str:
    """Return the journal of somebody who wrote the letter of five years yesterday."""
    year = json.loads(SAMPLE.read_text(encoding="utf-8"))["rounds"]
    letter = {"letter": "It is a Tuesday in five years. " * 9, "letter_on": journals.day(1)}
    rounds = {
        "ten-tasks": [month(9, claim_kept="yes")],
        "drift-check": [written(year["drift-check"][-1]["answers"], 2)],
        "five-years": [written(letter, 1)],
    }
    return journals.whole(rounds)


def _bring_nonsense(page: Page, _house: House) -> None:
    file = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"Buy milk."}
    page.set_input_files("#file", [file])
    page.click("text=Bring it back")
    page.wait_for_selector(".q-notice")


def _forget(page: Page, _house: House) -> None:
    page.click("text=Forget everything now")
    page.wait_for_selector(".q-next")


def _wrong_key(page: Page, _house: House) -> None:
    page.fill("#token", "nonsense")
    page.keyboard.press("Enter")
    page.wait_for_selector(".q-error")


def _stale_form(page: Page, _house: House) -> None:
    """Send a form without what proves that it is ours."""
    page.evaluate("document.body.innerHTML = '<form method=post action=/bring-back>'")
    with page.expect_navigation():
        page.evaluate("document.forms[0].submit()")
