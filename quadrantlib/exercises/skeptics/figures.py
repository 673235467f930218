"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.skeptics import questions
from quadrantlib.questions import Answers, Rows, answered

Figures = dict[str, Any]
QUIET_DAYS = 60
"""After so many days without a question somebody is named again."""


def figures(answers: Answers, earlier: Sequence[Round], today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready.

        `step`: as answered. `believed`: rows `id`, `name`, `who` (may be empty) of what is half
        believed. `several`: True where there is a strongest to be chosen.
        `answering`: the strongest (`id`, `name`, `who`), or the only one. `answer_next`: the same
        while it has no reply. `reply`, `their_fear`: as answered.
        `people`: rows `id`, `name`, `for_what`, `last`, and `days` since (None: never asked).
        `not_asked`: those of them not asked for `QUIET_DAYS` days, longest first, never before all.
        `aim`, `instead`, `edge`: as answered. `not_money`: True where the aim is something else.
        `change`: `since` a date, and the names of doubts that `left` since then or `stayed`.
    """
    believed, people = _believed(answers), _people(answers, today)
    strongest = _strongest(believed, answers)
    reply = _words("reply", answers)
    found = {
        "step": _words("step", answers),
        "believed": believed or None,
        "several": len(believed) > 1 or None,
        "answering": strongest,
        "answer_next": None if reply else strongest,
        "reply": reply,
        "their_fear": _words("their_fear", answers),
        "people": people or None,
        "not_asked": _not_asked(people) if people else None,
        **_aims(answers),
        "change": _change(believed, earlier),
    }
    return {name: value for name, value in found.items() if value is not None}


def _believed(answers: Answers) -> list[Figures]:
    offers = {str(offer.id): offer.label for offer in questions.BELIEVE.offers}
    named = (
        (row, offers.get(row["id"]) or _line(answered(questions.DOUBT, row)))
        for row in _rows(questions.BELIEVE, answers)
    )
    return [
        {"id": row["id"], "name": name, "who": _line(answered(questions.WHO, row))}
        for row, name in named
        if name
    ]


def _strongest(believed: list[Figures], answers: Answers) -> Figures | None:
    if len(believed) == 1:
        return believed[0]
    chosen = answered(questions.STRONGEST, answers) or ()
    return next((row for row in believed if row["id"] in chosen), None)


def _people(answers: Answers, today: date) -> list[Figures]:
    name, for_what, last = questions.PEOPLE.columns
    found = [
        (row["id"], *(answered(column, row) for column in (name, for_what, last)))
        for row in _rows(questions.PEOPLE, answers)
    ]
    return [
        {
            "id": own,
            "name": _line(who),
            "for_what": _line(what),
            "last": asked,
            "days": max(0, (today - date.fromisoformat(asked)).days) if asked else None,
        }
        for own, who, what, asked in found
        if _line(who)
    ]


def _not_asked(people: list[Figures]) -> list[Figures]:
    never = [row for row in people if row["days"] is None]
    quiet = [row for row in people if row["days"] is not None and row["days"] >= QUIET_DAYS]
    return [*sorted(quiet, key=lambda row: (-row["days"], row["id"])), *never]


def _aims(answers: Answers) -> Figures:
    aim = answered(questions.AIM, answers)
    other = aim == "instead"
    return {
        "aim": aim,
        "not_money": True if other else None,
        "instead": _words("instead", answers) if other else None,
        "edge": answered(questions.EDGE, answers),
    }


def _change(believed: Sequence[Figures], earlier: Sequence[Round]) -> Figures | None:
    told = ((each.started, _believed(each.answers)) for each in reversed(earlier))
    since, then = next(((day, rows) for day, rows in told if rows), (None, []))
    if since is None or not believed:
        return None
    now = {_plain(row["name"]) for row in believed}
    left = [row["name"] for row in then if _plain(row["name"]) not in now]
    stayed = [row["name"] for row in then if _plain(row["name"]) in now]
    return {"since": since.isoformat(), "left": left, "stayed": stayed}


def _words(name: str, answers: Answers) -> str | None:
    question = next(q for q in questions.QUESTIONS if q.name == name)
    return _line(answered(question, answers)) or None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _line(text: str | None) -> str:
    return (text or "").strip()


def _rows(question: Rows, answers: Answers) -> Iterator[Mapping[str, Any]]:
    """Yield the rows that have an id; of two with the same id the first."""
    found, seen = answers.get(question.name), set()
    for row in found if isinstance(found, list) else ():
        own = row.get("id") if isinstance(row, Mapping) else None
        if isinstance(own, str) and own and own not in seen:
            seen.add(own)
            yield row
