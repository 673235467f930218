"""The fields of the reading: letters and promises, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from quadrantlib.exercises.arrivals import questions
from quadrantlib.questions import Answers, answered, rows_in

Figures = dict[str, Any]
LAST_DAY = "9999-12-25"
"""From here on, a date has no Monday after it."""


def monday_after(when: date) -> date:
    """Return the Monday after `when`; after a Monday, that of the next week.

    >>> monday_after(date(2026, 11, 22)).isoformat(), monday_after(date(2026, 11, 23)).isoformat()
    ('2026-11-23', '2026-11-30')
    """
    return when + timedelta(days=7 - when.weekday())


def figures(answers: Answers, today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        `waiting`: letters whose Monday is ahead; `due`: those whose Monday has come, and that have
        no answer; `opened`: those that have one. Rows (`id`, `name`, `day`, `opens`), the first to
        open first; an opened one also has `feel`, None where nothing was written, and `how`.
        `promises`: rows (`id`, `name`, `who`, `by`, `kept`), by their day; `promises_due`: those
        whose day is over and that nobody was asked about.
        `kept`: of those that were answered, how many by answer.
    """
    letters = sorted(map(_letter, rows_in("letters", answers)), key=_first)
    promises = sorted(map(_promise, rows_in("promises", answers)), key=_first)
    letters, promises = [r for r in letters if r["name"]], [r for r in promises if r["name"]]
    there = [row for row in letters if row["opens"] and row["opens"] <= today.isoformat()]
    found = {
        "waiting": [_shut(row) for row in letters if row not in there],
        "due": [_shut(row) for row in there if not row["how"]],
        "opened": [row for row in there if row["how"]],
        "promises": promises,
        "promises_due": [row for row in promises if _is_due(row, today)],
        "kept": _kept(promises),
    }
    return {name: value for name, value in found.items() if value}


def _letter(row: Mapping[str, Any]) -> Figures:
    when = answered(questions.DAY, row)
    return {
        "id": str(row.get("id", "")),
        "name": _line(answered(questions.MILESTONE, row)),
        "day": when,
        "opens": _opens(when),
        "feel": answered(questions.FEEL, row),
        "how": answered(questions.HOW, row),
    }


def _opens(when: str | None) -> str | None:
    if when is None or when >= LAST_DAY:
        return None
    return monday_after(date.fromisoformat(when)).isoformat()


def _shut(letter: Figures) -> Figures:
    return {name: value for name, value in letter.items() if name not in {"feel", "how"}}


def _promise(row: Mapping[str, Any]) -> Figures:
    return {
        "id": str(row.get("id", "")),
        "name": _line(answered(questions.PROMISE, row)),
        "who": _line(answered(questions.WHO, row)),
        "by": answered(questions.BY, row),
        "kept": answered(questions.KEPT, row),
    }


def _is_due(promise: Figures, today: date) -> bool:
    return bool(promise["by"]) and promise["by"] < today.isoformat() and promise["kept"] is None


def _kept(promises: Sequence[Figures]) -> Figures:
    given = [row["kept"] for row in promises if row["kept"]]
    ids = [str(option.id) for option in questions.KEPT.options]
    return {name: given.count(name) for name in ids} if given else {}


def _first(row: Figures) -> tuple[str, str]:
    return row.get("opens") or row.get("by") or "9999-12-31", row["id"]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
