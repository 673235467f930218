"""The reading in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.phrases import count, day, in_words, listed, quoted, sentence

Figures = Mapping[str, Any]
TOLD = {"yes": "kept", "partly": "kept for a while", "no": "not kept"}


def says(found: Figures, today: date) -> Iterator[str]:
    """Yield what is due, what became of it, and what waits."""
    for row in found.get("due", ()):
        yield f"The Monday after {quoted(row['name'])} has come, and its letter is open. How is it?"
    for row in found.get("promises_due", ()):
        yield f"{quoted(row['name'])}{_by_whom(row)}: that day has passed. Did it calm down?"
    yield from _told(found)
    for row in found.get("opened", ())[-1:]:
        yield f"After {quoted(row['name'])}: what did you expect, and what was there instead?"
    yield from _waiting(found, today)


def _by_whom(row: Figures) -> str:
    return f" ({row['who']})" if row["who"] else ""


def _told(found: Figures) -> Iterator[str]:
    kept = found.get("kept")
    if not kept:
        return
    whole = sum(kept.values())
    given = [f"{in_words(n)} {TOLD[i]}" for i, n in kept.items() if n]
    told = "none kept" if kept["no"] == whole > 1 else listed(given)
    yield f"{sentence(count(whole, 'promise'))}, {told}."
    if kept["no"] > 1:
        yield "If the next one were not kept either, what would you arrange now?"


def _waiting(found: Figures, today: date) -> Iterator[str]:
    dated = [row for row in found.get("waiting", ()) if row["opens"]]
    if dated:
        first = dated[0]
        when = day(date.fromisoformat(first["opens"]), today)
        number = sentence(count(len(found["waiting"]), "letter"))
        verb = "waits" if len(found["waiting"]) == 1 else "wait"
        yield f"{number} {verb}. The next opens on Monday, {when}: {quoted(first['name'])}."


def needs(found: Figures) -> Iterator[str]:
    """Yield what is still missing before more can be said."""
    if not found:
        yield "Write down one milestone ahead, or one promise that it will be calmer after it."
    elif any(not row["opens"] for row in found.get("waiting", ())):
        yield "A letter without a day cannot open. When will it be there?"
