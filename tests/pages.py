"""Pages that share a journal without a file, a browser or a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from quadrantlib.journal import Edit, Journal, apply, settle, start_round

NOW = datetime(2026, 11, 22, 18, 4, 11, tzinfo=UTC)
DAY = date(2026, 11, 22)
SLUG = "ten-tasks"
EMPTY = Journal.new("journal-id")


def journal(answers: dict[str, Any] | None = None) -> Journal:
    """Return a journal with one round, `r1`."""
    return start_round(EMPTY, SLUG, "r1", started=DAY, answers=answers or {}, now=NOW, seen=EMPTY)


def edit(path: tuple[str, ...], before: Any, after: Any, round_id: str = "r1") -> Edit:
    """Return an edit of the round `r1`."""
    return Edit(SLUG, round_id, path, before, after)


def edited(journal: Journal, *steps: tuple[tuple[str, ...], Any, Any]) -> Journal:
    """Return the journal after one save with these edits."""
    return apply(journal, [edit(*step) for step in steps], NOW)


def waiting(journal: Journal, round_id: str = "r1") -> list[tuple[tuple[str, ...], Any]]:
    """Return place and value of every conflict."""
    found = journal.round(SLUG, round_id) or {}
    return [(tuple(each["path"]), each["other"]) for each in found.get("conflicts", ())]


def leaves(value: Any) -> Iterator[Any]:
    """Yield every number in `value`: each stands for an answer that nobody else gave."""
    if isinstance(value, dict):
        for inside in value.values():
            yield from leaves(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from leaves(inside)
    elif isinstance(value, int):
        yield value


class Page:
    """One open page: what it read, what it has not saved, and whether it has a round yet."""

    def __init__(self, round_id: str) -> None:
        self.round_id = round_id
        self.seen = EMPTY
        self.answers: dict[tuple[str, ...], Any] = {}

    def shown(self, path: tuple[str, ...]) -> Any:
        """Return what the page shows at `path`, read or not yet saved."""
        return self.answers.get(path, self.seen.answer(SLUG, self.round_id, path))

    def read(self, journal: Journal) -> None:
        """Show the newest round, if there is one."""
        self.seen = journal
        self.round_id = next((r["id"] for r in reversed(journal.rounds(SLUG))), self.round_id)

    def save(self, journal: Journal) -> tuple[Journal, list[Edit]]:
        """Return the journal with this page's changes merged in, and the changes."""
        if not self.seen.rounds(SLUG):
            journal = start_round(
                journal, SLUG, self.round_id, started=DAY, answers={}, now=NOW, seen=self.seen
            )
        edits = [
            Edit(SLUG, self.round_id, path, self.seen.answer(SLUG, self.round_id, path), after)
            for path, after in self.answers.items()
        ]
        self.seen, self.answers = apply(journal, edits, NOW), {}
        return self.seen, edits

    def settle(self, journal: Journal, keep: str) -> tuple[Journal, list[Any]]:
        """Settle the first conflict shown; return what the person gave up knowingly."""
        found = self.seen.round(SLUG, self.round_id) or {}
        for conflict in found.get("conflicts", ())[:1]:
            shown = self.seen.answer(SLUG, self.round_id, tuple(conflict["path"]))
            arguments = (journal, SLUG, self.round_id, conflict["id"])
            self.seen = settle(*arguments, keep=keep, now=NOW, seen=self.seen)
            return self.seen, [shown if keep == "other" else conflict["other"]]
        return journal, []
