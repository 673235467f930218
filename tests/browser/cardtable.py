"""Cards on a table: the answers to begin with, and a way to sit down to them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from quadrantlib.exercises.values.deck import DECK
from tests.browser.desk import saved

SHORT = [card.id for card in DECK if card.short]
NAMES = {card.id: card.label for card in DECK}
PILES = ("very", "somewhat", "not")
SORTED = {"deck": "short", "order": SHORT, "piles": {c: PILES[i % 3] for i, c in enumerate(SHORT)}}
HALF = SORTED | {"piles": {c: PILES[i % 3] for i, c in enumerate(SHORT[:11])}}
VERY = SHORT[::3]
TEN = SORTED | {"finalists": VERY[:10]}


def sit_down(found, answers, where, days_ago=0):
    """Open the values at a place, with these answers in the journal."""
    for page in found.context.pages:
        saved(page)  # else it writes what it still holds into the journal made below
        page.close()
    day = (datetime.now(UTC).date() - timedelta(days=days_ago)).isoformat()
    one = {"id": "r", "started": day, "updated": f"{day}T09:00:00Z", "answers": answers}
    head = {"format": "quadrant-journal", "version": 1, "id": "a-journal", "revision": 3}
    text = json.dumps({**head, "rounds": {"values": [one]}})
    found.journal.write_text(text, encoding="utf-8")
    return found.open("values", where)


def answers(found):
    return found.rounds("values")[-1]["answers"]
