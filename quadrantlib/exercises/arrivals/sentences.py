"""The reading in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.phrases import count, day, in_words, listed, quoted, sentence

Figures = Mapping[str, Any]
TOLD = {"yes": "it was calmer", "partly": "it was calmer for a while", "no": "it was not calmer"}


def says(found: Figures, today: date) -> Iterator[str]:
    """Yield what is due, what became of it, and what waits."""
    for row in found.get("due", ()):
        yield f"The Monday after {quoted(row['name'])} has come, and its letter is open. How is it?"
    for row in found.get("promises_due", ()):
        yield f"{quoted(row['name'])}{_by_whom(row)}: that day has passed. Did it calm down?"
    yield from _told(found, today)
    for row in found.get("opened", ())[-1:]:
        yield f"After {quoted(row['name'])}: what did you expect, and what was there instead?"
    yield from _waiting(found, today)


def _by_whom(row: Figures) -> str:
    return f" ({row['who']})" if row["who"] else ""


def _told(found: Figures, today: date) -> Iterator[str]:
    kept = {answer: number for answer, number in found.get("kept", {}).items() if number}
    if kept:
        yield f"{_passed(kept)}{_ahead(found, today)}"
    if kept.get("no", 0) > 1:
        yield "If it is not calmer after the next one either, what would you arrange now?"


def _passed(kept: Mapping[str, int]) -> str:
    """Return what came after the days that passed: no promise is counted that is still ahead."""
    whole = sum(kept.values())
    if whole == 1:
        return f"One day has passed, and {TOLD[next(iter(kept))]}."
    days = f"{sentence(in_words(whole))} days have passed"
    if len(kept) == 1:
        every = "both" if whole == 2 else "each"
        return f"{days}, and {TOLD[next(iter(kept))]} after {every if 'no' not in kept else 'any'}."
    return (
        f"{days}: {listed([f'after {in_words(n)} {TOLD[answer]}' for answer, n in kept.items()])}."
    )


def _ahead(found: Figures, today: date) -> str:
    ahead = [row["by"] for row in found["promises"] if row["by"] and row["kept"] is None]
    coming = [by for by in ahead if by >= today.isoformat()]
    return f" Another comes on {day(date.fromisoformat(coming[0]), today)}." if coming else ""


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
