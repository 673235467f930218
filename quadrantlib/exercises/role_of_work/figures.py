"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.role_of_work import questions
from quadrantlib.exercises.role_of_work.beads import areas, gaps, in_the_tray, moved, rows
from quadrantlib.questions import Answers, Question, Rows, answered

Figures = dict[str, Any]
MET = 2
"""From here on a need counts as met: half of the way."""


def figures(answers: Answers, earlier: Sequence[Round], today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. Beads are whole numbers, 20 in all.

        `areas`: rows `id`, `name`, `now`, `wanted` (None where not laid) for each area with a bead.
        `gaps`: wanted − now, by area's id. `in_the_tray`: beads left over, by question.
        `role`, `intention`, `for_money`: as answered. `on_purpose`: True where `for_money` is yes.
        `until`, `days_left`: until that day; `asks_again`: True once it is over.
        `money_until`, `money_over`: the same of trading time for money.
        `needs`: those that were picked, rows `id`, `name`, `at_work`, `elsewhere` (0–4 or None).
        `unmet`, `leaning`, `met_elsewhere`: those of them (`id`, `name`) that are met nowhere, by
        work alone, and by other things alone; absent before one was asked of both.
        `let_go`: rows `id`, `name`, `friend` (may be empty).
        `change`: `since` a date, `role` (then, now; where it is another), and `beads`: rows of the
        areas with more or fewer, see `moved`.
    """
    needs = _needs(answers)
    found = {
        "areas": areas(answers),
        "gaps": gaps(answers),
        "in_the_tray": in_the_tray(answers) or None,
        "role": answered(questions.ROLE, answers),
        "intention": (answered(questions.INTENTION, answers) or "").strip() or None,
        "for_money": answered(questions.FOR_MONEY, answers),
        **_season(answers, today),
        **_money(answers, today),
        "needs": needs or None,
        **_where_met(needs),
        "let_go": _visitors(answers) or None,
        "change": _change(answers, earlier),
    }
    return {name: value for name, value in found.items() if value is not None}


def _season(answers: Answers, today: date) -> Figures:
    until = _day(questions.UNTIL, answers)
    if until is None:
        return {}
    left = (until - today).days
    over = {"asks_again": True} if left < 0 else {"days_left": left}
    return {"until": until.isoformat(), **over}


def _money(answers: Answers, today: date) -> Figures:
    if answered(questions.FOR_MONEY, answers) != "yes":
        return {}
    until = _day(questions.MONEY_UNTIL, answers)
    told = {"money_until": until.isoformat(), "money_over": until < today} if until else {}
    return {"on_purpose": True, **told}


def _day(question: Question, answers: Answers) -> date | None:
    found = answered(question, answers)
    return date.fromisoformat(found) if found else None


def _needs(answers: Answers) -> list[Figures]:
    picked = [
        {
            "id": row["id"],
            "name": name,
            "at_work": answered(questions.AT_WORK, row),
            "elsewhere": answered(questions.ELSEWHERE, row),
        }
        for name, row in _picked(questions.NEEDS, answers)
    ]
    return picked[: questions.NEEDS.at_most]


def _visitors(answers: Answers) -> list[Figures]:
    return [
        {"id": row["id"], "name": name, "friend": answered(questions.FRIEND, row) or ""}
        for name, row in _picked(questions.LET_GO, answers)
    ]


def _picked(question: Rows, answers: Answers) -> list[tuple[str, Mapping[str, Any]]]:
    names = {str(offer.id): offer.label for offer in question.offers}
    return [(names[row["id"]], row) for row in rows(question, answers) if row["id"] in names]


def _where_met(needs: Sequence[Figures]) -> Figures:
    asked = [row for row in needs if row["at_work"] is not None and row["elsewhere"] is not None]
    places = {"unmet": (False, False), "leaning": (True, False), "met_elsewhere": (False, True)}
    found = {
        kind: [
            {"id": row["id"], "name": row["name"]}
            for row in asked
            if (row["at_work"] >= MET, row["elsewhere"] >= MET) == met
        ]
        for kind, met in places.items()
    }
    return found if asked else {}


def _change(answers: Answers, earlier: Sequence[Round]) -> Figures | None:
    told = ((before, moved(before.answers, answers)) for before in reversed(earlier))
    last, beads = next((each for each in told if each[1] is not None), (None, None))
    if last is None:
        return None
    roles = [answered(questions.ROLE, each) for each in (last.answers, answers)]
    told_apart = None not in roles and roles[0] != roles[1]
    since = {"since": last.started.isoformat(), "beads": beads}
    return since | ({"role": roles} if told_apart else {})
