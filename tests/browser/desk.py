"""A workbook that is really served, and a person at it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.workbook import Workbook

PATIENCE = 40_000
"""Milliseconds; far more than a kernel takes, for machines with other things to do."""

TASKS = (
    # name, hours, difficulty, autonomy, relief or loss, where from
    ("Incident response", 60, 9, 1, -1, "escalated"),
    ("The migration", 80, 8, 2, -1, "assigned"),
    ("Status meetings", 40, 3, 1, -1, "assigned"),
    ("Code reviews", 24, 4, 3, 0, "inherited"),
    ("Reading in the evening", 16, 4, 6, 1, "chosen"),
    ("The cello", 12, 8, 9, 1, "chosen"),
    ("Running", 10, 3, 10, 1, "chosen"),
    ("Cooking", 8, 2, 9, 1, "chosen"),
    ("The quarterly plan", 20, 6, 3, -1, "assigned"),
    ("The boat", 6, 7, 10, 1, "chosen"),
)
"""The method's worked example: 58 % of these hours are hard and assigned."""


@dataclass
class Desk:
    """A served workbook: its address, its journal, and every request its pages made."""

    address: str
    journal: Path
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    @property
    def home(self) -> str:
        """The address without the token."""
        return self.address.split("?")[0]

    def enter(self) -> Page:
        """Come in with the token, to the landing page."""
        page = self.tab()
        page.goto(self.address)
        return page

    def open(self, slug: str = "ten-tasks", place: str = "") -> Page:
        """Open an exercise by its bookmark, and wait until it can be used.

        `place` is one of its stops: the section's number and the stop's name.
        """
        page = self.tab()
        page.goto(self.address.replace("/?", f"/{slug}?") + f"#{place}" * bool(place))
        ready(page)
        return page

    def tab(self) -> Page:
        """Open an empty tab, whose crashes are noted."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.crashes.append(str(error)))
        return page

    def rounds(self, slug: str = "ten-tasks") -> list[dict[str, Any]]:
        """Return the rounds that are on disk."""
        if not self.journal.exists():
            return []
        return json.loads(self.journal.read_text(encoding="utf-8"))["rounds"].get(slug, [])

    def answers(self) -> dict[str, Any]:
        """Return the answers of the newest round on disk."""
        return self.rounds()[-1]["answers"]


@contextmanager
def desk(browser: Browser, workbook: Workbook, **context: Any) -> Iterator[Desk]:
    """Open a browser of its own on the workbook, in which there is nothing yet."""
    with workbook.alone() as house:
        opened = browser.new_context(**context)
        opened.set_default_timeout(PATIENCE)
        found = Desk(house.address, workbook.journal, opened)
        opened.on("request", lambda request: found.requests.append(request.url))
        try:
            yield found
        finally:
            opened.close()


def ready(page: Page) -> None:
    """Wait until the page has its answers."""
    page.wait_for_selector("[data-q-status]:not([data-state=waiting])")
    stop = ":is(.q-stop, .q-reading):not([hidden])"
    page.wait_for_selector(f"[data-q-section]:not([data-q-away]) {stop}")


def saved(page: Page) -> None:
    """Wait until the page says that everything is saved."""
    page.wait_for_timeout(20)
    page.wait_for_selector("[data-q-status][data-state=saved]")


def here(page: Page, selector: str) -> Locator:
    """Return what matches in the stop that one stands on."""
    return page.locator(f".q-stop:not([hidden]) {selector}")


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until `holds` does."""
    for _ in range(PATIENCE // 25):
        if holds():
            return
        page.wait_for_timeout(25)
    raise AssertionError("it never came to hold")


def go(page: Page, steps: int = 1) -> None:
    """Press Next."""
    for _ in range(steps):
        page.locator("[data-q-on]").click()


def answered() -> dict[str, Any]:
    """Return the worked example as answers."""
    rows = []
    for i, (name, amount, hard, chosen, gone, origin) in enumerate(TASKS):
        row = {"id": f"t{i}", "name": name, "difficulty": hard, "autonomy": chosen}
        row |= {"if_gone": gone, "origin": origin, "for_work": "yes"}
        rows.append({**row, "hours": amount})
    return {"guess": 6, "tasks": rows}


def journal_of(*rounds: tuple[int, dict[str, Any]]) -> str:
    """Return a journal with these rounds of ten tasks: how many days ago, and the answers."""
    days = [(datetime.now(UTC).date() - timedelta(days=ago)).isoformat() for ago, _ in rounds]
    made = [
        {"id": f"r{i}", "started": day, "updated": f"{day}T09:00:00Z", "answers": answers}
        for i, (day, (_, answers)) in enumerate(zip(days, rounds, strict=True))
    ]
    head = {"format": "quadrant-journal", "version": 1, "id": "a-journal", "revision": 3}
    return json.dumps({**head, "rounds": {"ten-tasks": made}})
