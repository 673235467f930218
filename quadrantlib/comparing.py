"""What changed in a journal since the last round, or since a day, exercise by exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quadrantlib.differences import differences
from quadrantlib.exercise import Exercise, Round
from quadrantlib.exercises import CATALOG
from quadrantlib.journal import Journal
from quadrantlib.phrases import day, listed
from quadrantlib.questions import Day, Rows, answered
from quadrantlib.retelling import Retold, about, retold

LATELY = timedelta(days=28)
"""How far back a log is looked through, where no day is named."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one exercise: from when to when, and how, a sentence each."""

    exercise: Exercise
    since: date
    until: date
    words: tuple[str, ...]


def changes(journal: Journal, since: date | None, today: date) -> list[Change]:
    """Return what changed, for every exercise that has two rounds to lay side by side.

    The newest round is compared with the last one begun by `since`, else with the one before it.
    A log has one round: what was added to it after `since`, or in four weeks, is told.
    """
    told = retold(CATALOG, journal, today)
    found = [
        _log(each, told[each.slug], since or today - LATELY, today)
        if each.log
        else _rounds(each, told, since)
        for each in CATALOG
    ]
    return [change for change in found if change]


def as_text(found: Sequence[Change], today: date) -> str:
    """Return the changes in words."""
    told = "\n\n".join(_text(change, today) for change in found)
    return told or "There are no two rounds to lay side by side yet."


def alone(journal: Journal) -> str:
    """Return, as a sentence, which exercises have one round only; empty where none has."""
    one = [
        each.title
        for each in CATALOG
        if not each.log and not each.weave and len(journal.rounds(each.slug)) == 1
    ]
    return f"Only one round so far: {listed(one)}." if one else ""


def _text(change: Change, today: date) -> str:
    since, until = day(change.since, today), day(change.until, today)
    head = f"{change.exercise.title}, {since if since == until else f'{since} to {until}'}"
    return "\n".join((head, "", *(change.words or ("Nothing was answered differently.",))))


def _rounds(exercise: Exercise, told: Mapping[str, Retold], since: date | None) -> Change | None:
    rounds = told[exercise.slug]
    if len(rounds) < 2:
        return None
    after, before = rounds[-1], rounds[_before(rounds, since)]
    names: dict[str, str] = {}
    for _, reading in (before, after):
        rows = about(exercise, reading, told).values()
        names |= {row["id"]: row["name"] for each in rows for row in each}
    words = differences(exercise.questions, before[0].answers, after[0].answers, names)
    return Change(exercise, before[0].started, after[0].started, tuple(words))


def _before(rounds: Retold, since: date | None) -> int:
    older = range(len(rounds) - 1)
    begun = [place for place in older if since is None or rounds[place][0].started <= since]
    return begun[-1] if begun else 0


def _log(exercise: Exercise, rounds: Retold, since: date, today: date) -> Change | None:
    if not rounds:
        return None
    newest = rounds[-1][0]
    new = _dated(exercise, newest, since)
    words = differences(
        exercise.questions, {**newest.answers, **_without(newest, new)}, newest.answers, {}
    )
    return Change(exercise, max(since, newest.started), today, tuple(words)) if words else None


def _dated(exercise: Exercise, newest: Round, since: date) -> Mapping[str, set[str]]:
    """Return, by the name of the rows, the ids of those whose first day is later than `since`."""
    asked = [question for question in exercise.questions if isinstance(question, Rows)]
    return {
        question.name: {
            str(row["id"]) for row in rows if _day_of(question, row) > since.isoformat()
        }
        for question in asked
        if (rows := answered(question, newest.answers))
    }


def _day_of(question: Rows, row: Mapping[str, Any]) -> str:
    days = [str(row.get(each.name, "")) for each in question.columns if isinstance(each, Day)]
    return next(iter(days), "")


def _without(newest: Round, new: Mapping[str, set[str]]) -> dict[str, Any]:
    return {
        name: [row for row in newest.answers[name] if row.get("id") not in ids]
        for name, ids in new.items()
    }
