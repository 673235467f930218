"""What a page's browser is told: the questions, the answers, and what is said back of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quadrantlib.forms.spec import spec
from quadrantlib.phrases import day
from quadrantlib.pictures.shown import shown
from quadrantlib.questions import walk
from quadrantlib.retelling import about, offered, suggestions
from quadrantlib.sitting import Sitting

UNREAD = (
    "Something in the workbook went wrong while it read your answers back. All of them are saved. "
    "You can go on writing."
)
UNSAID: Mapping[str, Any] = {
    "reading": {
        "says": [],
        "needs": [UNREAD],
        "wonders": [],
        "aside": [],
        "parts": [],
        "pictures": [],
    },
    "offered": [],
    "suggestions": {},
    "about": {},
    "back": None,
}
"""What takes the place of `said_back` where the reading went wrong."""


def state(sitting: Sitting, today: date) -> dict[str, Any]:
    """Return the questions and the answers of the open round, JSON-ready."""
    found, earlier, head = sitting.round(), sitting.earlier(), sitting.journal.value
    return {
        "slug": sitting.exercise.slug,
        "questions": spec(sitting.exercise.questions),
        "journal": {name: value for name, value in head.items() if name != "rounds"},
        "round": sitting.round_id,
        "started": found.get("started", today.isoformat()),
        "saved": found.get("updated"),
        "answers": sitting.answers(),
        "earlier": earlier[-1].answers if earlier else {},
        "conflicts": [_conflict(sitting, each) for each in found.get("conflicts", ())],
        "locked": sitting.locked(today),
        "direction": sitting.direction(),
        "today": today.isoformat(),
    }


def said_back(sitting: Sitting, today: date) -> dict[str, Any]:
    """Return what is said back, and what follows from it, JSON-ready.

    `back` is as `Sitting` describes it, `offered`, `suggestions` and `about` as `retelling`.
    """
    reading, since = sitting.read(today), sitting.round().get("started")
    source = f"Your answers, round of {day(date.fromisoformat(since), today)}" if since else ""
    exercise, told = sitting.exercise, sitting.told(today)
    back = sitting.back(reading)
    return {
        "reading": shown(reading, exercise.slug, source),
        "offered": offered(exercise, reading, looks_back=back is not None),
        "suggestions": suggestions(exercise, reading, told),
        "about": about(exercise, reading, told),
        "back": back,
    }


def _conflict(sitting: Sitting, conflict: Mapping[str, Any]) -> dict[str, Any]:
    asked = [q for q in walk(sitting.exercise.questions) if q.name in conflict["path"]]
    ask = asked[-1].ask if asked else ""
    return {name: conflict[name] for name in ("id", "other", "path")} | {"ask": ask}
