"""A page in a kernel, driven by the messages that its browser would send."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

from quadrantlib.exercises import by_slug
from quadrantlib.page import Page
from quadrantlib.storage import Storage
from tests.pages import NOW, SLUG

TODAY = "2026-11-22"


class Window:
    """A page in a kernel, and what it said to its browser since it was last asked."""

    def __init__(self, path: Path, name: str = "one") -> None:
        ids = (f"{name}{number}" for number in count())
        storage = Storage(path, now=lambda: NOW, new_id=lambda: next(ids))
        self.page = Page(by_slug(SLUG), storage, lambda: NOW, lambda: next(ids))
        self.said: list[dict[str, Any]] = []
        self.page.keeper.send = lambda message: self.said.append(json.loads(json.dumps(message)))
        self.sequence = count(1)

    def hears(self, kind: str, **fields: Any) -> list[dict[str, Any]]:
        """Let the browser say so, and return what the page answers."""
        self.said.clear()
        self.page.keeper._heard(self.page.keeper, {"kind": kind, "today": TODAY, **fields}, [])
        return [*self.said]

    def opens(self) -> dict[str, Any]:
        (state,) = self.hears("hello")
        self.round = state["round"]
        return state

    def writes(self, name: str, after: Any, before: Any = None) -> list[dict[str, Any]]:
        edit = {"round": self.round, "path": name.split("."), "before": before, "after": after}
        return self.hears("edits", seq=next(self.sequence), edits=[edit])


def kinds(said: list[dict[str, Any]]) -> list[str]:
    """Return the kind of each message."""
    return [message["kind"] for message in said]
