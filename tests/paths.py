"""Made-up exercises and journals for the path: the answers say how a reading looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from quadrantlib.exercise import Exercise, Reading
from quadrantlib.journal import Journal
from quadrantlib.questions import Words

TODAY = date(2026, 11, 22)
DONE = {"says": ["So it is."]}
HALF = {"says": ["So far."], "needs": ["One thing.", "Another."]}


def exercise(slug: str, **changes: Any) -> Exercise:
    """Return an exercise whose answers say how its reading looks."""

    def read(own, earlier, today) -> Reading:
        answers = own.answers
        return Reading(
            figures=answers.get("figures", {}),
            says=tuple(answers.get("says", ())),
            needs=tuple(answers.get("needs", ())),
        )

    return Exercise(
        **{
            "slug": slug,
            "title": slug.title(),
            "why": "Because.",
            "minutes": 5,
            "rhythm": "monthly",
            "rhythm_days": 28,
            "evidence": "",
            "questions": (Words(name="says", ask="?"), Words(name="last", ask="?")),
            "read": read,
            **changes,
        }
    )


def together() -> Exercise:
    """Return a page that brings the others together."""
    return exercise("together", place="together", weave=lambda told, today: Reading())


def journal(rounds: dict[str, Sequence[tuple[str, dict[str, Any]]]] | None = None) -> Journal:
    """Return a journal with these rounds: when each was started, and its answers."""
    value = Journal.new("x" * 32).value
    found = {
        slug: [
            {"id": f"r{n}", "started": started, "updated": "", "answers": answers}
            for n, (started, answers) in enumerate(each)
        ]
        for slug, each in (rounds or {}).items()
    }
    return Journal({**value, "rounds": found})
