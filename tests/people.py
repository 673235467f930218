"""Somebody at a page of their own; several may share a journal."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from quadrantlib.exercises import by_slug
from quadrantlib.sitting import Sitting
from quadrantlib.storage import Storage
from tests.pages import DAY, NOW, SLUG

Change = tuple[tuple[str, ...], Any, Any]
"""Where, what the page knew there, what it wants there."""


class Person:
    """A sitting, and the ids it gives: `name` with a number."""

    def __init__(self, path: Path, name: str) -> None:
        self.ids = (f"{name}{number}" for number in count())
        storage = Storage(path, now=self.clock, new_id=lambda: next(self.ids))
        self.sitting = Sitting(by_slug(SLUG), storage, self.clock, lambda: next(self.ids))
        self.sitting.look()

    def clock(self) -> datetime:
        return NOW

    def writes(self, *changes: Change, day: date = DAY, round_id: str = "") -> bool:
        where = round_id or self.sitting.round_id
        edits = [{"round": where, "path": p, "before": b, "after": a} for p, b, a in changes]
        return self.sitting.change(edits, day)

    def answers(self) -> dict[str, Any]:
        return dict(self.sitting.answers())

    def back(self, day: date = DAY) -> Any:
        return self.sitting.back(self.sitting.read(day))
