"""Journals with answers in any exercise, and what a page wrote into one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

from tests.browser.desk import Desk, until

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}


def today() -> date:
    """Return today, as the browser has it."""
    return datetime.now().astimezone().date()


def ago(days: int) -> str:
    """Return the day that many days ago."""
    return (today() - timedelta(days=days)).isoformat()


def begin(desk: Desk, **answers: dict[str, Any]) -> None:
    """Put a journal in place; for each slug (_ for -), the answers of its one round."""
    day = (datetime.now(UTC).date() - timedelta(days=1)).isoformat()
    rounds = {
        slug.replace("_", "-"): [
            {"id": "r0", "started": day, "updated": f"{day}T09:00:00Z", "answers": each}
        ]
        for slug, each in answers.items()
    }
    head = {"format": "quadrant-journal", "version": 1, "id": "a-journal", "revision": 3}
    desk.journal.write_text(json.dumps({**head, "rounds": rounds}), encoding="utf-8")


def opened(desk: Desk, slug: str, place: str) -> Page:
    """Open an exercise at one of its stops: the section's number and the stop's name."""
    return desk.open(slug, place)


def kept(desk: Desk, slug: str, name: str) -> Any:
    """Return the answer to a question as it is on disk; None where there is none."""
    rounds = desk.rounds(slug)
    return rounds[-1]["answers"].get(name) if rounds else None


def comes(page: Page, desk: Desk, slug: str, name: str, answer: Any) -> None:
    """Wait until the answer on disk is `answer`."""
    try:
        until(page, lambda: kept(desk, slug, name) == answer)
    except AssertionError:
        assert kept(desk, slug, name) == answer


def row_texts(page: Page, selector: str) -> list[str]:
    """Return the words of everything that is shown and matches."""
    return [one.inner_text() for one in page.locator(f".q-stop:not([hidden]) {selector}").all()]
