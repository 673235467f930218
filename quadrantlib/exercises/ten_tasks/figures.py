"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from quadrantlib import quadrant
from quadrantlib.exercise import Round
from quadrantlib.exercises.ten_tasks.questions import ANYWAY, ORIGIN
from quadrantlib.exercises.ten_tasks.tasks import (
    Task,
    Waking,
    placed,
    said,
    tasks_in,
    total,
    waking_in,
)
from quadrantlib.questions import Answers, Choice

Figures = dict[str, Any]


def figures(answers: Answers, earlier: Sequence[Round], today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. Hours are hours in the window; shares are fractions.

        `listed_hours`, `waking_hours`: of all tasks; (24 − sleep) × days.
        `hours`, `shares`, `waking_shares`: by place, of tasks that lie on the board; shares are of
        their sum and add up to 1, waking shares are of `waking_hours`.
        `mean_difficulty`, `mean_autonomy`, `correlation`, `sensitivity`: see `quadrant`.
        `guess`, `guess_gap`: 0–10; counted minus guessed, in percentage points of waking hours.
        `relief_hours`, `loss_hours`, `origin_hours`, `anyway_hours`: the last of hard and assigned
        tasks only.
        `placed`, `earlier_placed`: rows for the picture, see `_row`; an earlier one has `match`,
        the id of today's task of that name.
        `holding`, `tensions`, `suggestions`: rows. A tension is a `should` (chosen, yet a relief)
        or `real` (assigned, yet a loss).
        `change`: `since` a date, `shares` now minus then, and the tasks that `moved`.
        `belongs_due`: True where hard and chosen is empty, or has been written about.
        `claim_due`: the claim to ask about, see `_claim_due`.
    """
    tasks, waking = tasks_in(answers), waking_in(answers)
    last = _last(earlier)
    found = {
        **_weighed(tasks, waking),
        **_felt(tasks),
        **_guessed(answers, tasks, waking),
        **_picture(tasks, last),
        "change": _change(tasks, last),
        "belongs_due": _belongs_due(answers, tasks),
        "claim_due": _claim_due(answers, earlier, today),
    }
    return {name: value for name, value in found.items() if value is not None}


def _weighed(tasks: Sequence[Task], waking: Waking) -> Figures:
    listed = total(tasks)
    marks = _marks(tasks)
    hours = quadrant.hours_by_place(marks)
    shares = quadrant.shares(hours)
    known = {"listed_hours": listed, "waking_hours": waking.hours} if listed else {}
    if not shares:
        return known
    return known | {
        "hours": hours,
        "shares": shares,
        "waking_shares": quadrant.shares(hours, of=waking.hours),
        "mean_difficulty": quadrant.mean(marks, "difficulty"),
        "mean_autonomy": quadrant.mean(marks, "autonomy"),
        "correlation": quadrant.correlation(marks),
        "sensitivity": quadrant.sensitivity(marks),
    }


def _felt(tasks: Sequence[Task]) -> Figures:
    timed = [task for task in tasks if task.hours is not None]
    felt = [task for task in timed if task.if_gone is not None]
    held = [task for task in timed if task.region == "hard_assigned"]
    return {
        "relief_hours": total([t for t in felt if t.if_gone == -1]) if felt else None,
        "loss_hours": total([t for t in felt if t.if_gone == 1]) if felt else None,
        "origin_hours": _hours_by(ORIGIN, [(task.origin, task) for task in timed]),
        "anyway_hours": _hours_by(ANYWAY, [(task.anyway, task) for task in held]),
    }


def _hours_by(choice: Choice, answers: Iterable[tuple[str | None, Task]]) -> Figures | None:
    given = [(answer, task) for answer, task in answers if answer is not None]
    if not given:
        return None
    ids = [str(option.id) for option in choice.options]
    return {i: total([task for answer, task in given if answer == i]) for i in ids}


def _guessed(answers: Answers, tasks: Sequence[Task], waking: Waking) -> Figures:
    guess = said("guess", answers)
    hours = quadrant.hours_by_place(_marks(tasks))
    if guess is None or not quadrant.shares(hours):
        return {"guess": guess}
    return {"guess": guess, "guess_gap": 100 * hours["hard_assigned"] / waking.hours - 10 * guess}


def _picture(tasks: Sequence[Task], last: Round | None) -> Figures:
    before = placed(tasks_in(last.answers)) if last else []
    names = {_plain(task.name): task.id for task in reversed(tasks) if _plain(task.name)}
    old = [_row(task) | {"match": names.get(_plain(task.name))} for task in before]
    now = placed(tasks)
    return {
        "placed": [_row(task) for task in now] if now else None,
        "earlier_placed": old if last else None,
        "holding": _holding(now) if now else None,
        "tensions": _tensions(now) if now else None,
        "suggestions": _suggestions(now) if now else None,
    }


def _row(task: Task) -> Figures:
    """Return a task for a picture; `hours` and `if_gone` are None where nothing was said."""
    return {
        "id": task.id,
        "name": task.name,
        "difficulty": task.difficulty,
        "autonomy": task.autonomy,
        "hours": task.hours,
        "if_gone": task.if_gone,
        "region": task.region,
    }


def _holding(tasks: Sequence[Task]) -> list[Figures]:
    held = [task for task in tasks if task.region == "hard_assigned"]
    return [_row(task) for task in sorted(held, key=lambda t: (t.if_gone != -1, *_long(t)))]


def _tensions(tasks: Sequence[Task]) -> list[Figures]:
    found = [
        ("should" if task.chosen else "real", task)
        for task in sorted(tasks, key=_long)
        if (task.chosen and task.if_gone == -1) or (task.assigned and task.if_gone == 1)
    ]
    return [_row(task) | {"kind": kind} for kind, task in found]


def _suggestions(tasks: Sequence[Task]) -> list[Figures]:
    """Chosen tasks, first what would be missed and gets the least time; a should is not offered."""
    own = [task for task in tasks if task.chosen and task.if_gone != -1]
    ordered = sorted(own, key=lambda t: (t.if_gone != 1, t.hours or 0.0, t.id))
    return [{"id": task.id, "name": task.name} for task in ordered]


def _last(earlier: Sequence[Round]) -> Round | None:
    """Return the newest earlier round with anything on its board; one left at once says nothing."""
    return next((r for r in reversed(earlier) if placed(tasks_in(r.answers))), None)


def _change(tasks: Sequence[Task], last: Round | None) -> Figures | None:
    if last is None:
        return None
    before = tasks_in(last.answers)
    now = quadrant.shares(quadrant.hours_by_place(_marks(tasks)))
    then = quadrant.shares(quadrant.hours_by_place(_marks(before)))
    if not now or not then:
        return None
    return {
        "since": last.started.isoformat(),
        "shares": {name: now[name] - then[name] for name in quadrant.PLACES},
        "moved": _moved(before, tasks),
    }


def _moved(before: Sequence[Task], tasks: Sequence[Task]) -> list[Figures]:
    was = {_plain(task.name): task.region for task in before if _plain(task.name)}
    return [
        {"id": task.id, "name": task.name, "from": old, "to": task.region}
        for task in placed(tasks)
        if (old := was.get(_plain(task.name))) and old != task.region
    ]


def _belongs_due(answers: Answers, tasks: Sequence[Task]) -> bool | None:
    now = placed(tasks)
    empty = now and all(task.region != "hard_chosen" for task in now)
    return True if empty or said("belongs", answers) else None


def _claim_due(answers: Answers, earlier: Sequence[Round], today: date) -> Figures | None:
    """Return the thirty minutes to ask about: `what`, `when`, and the id of its `round`.

    This round's once its day is over (`round` is None), else the last round's. `claim_kept` lies
    in the round of its claim.
    """
    claim = said("claim", answers) or {}
    if claim.get("what") and claim.get("when", "9999-12-31") < today.isoformat():
        return _unasked(answers, None)
    return _unasked(earlier[-1].answers, earlier[-1].id) if earlier else None


def _unasked(answers: Answers, round_id: str | None) -> Figures | None:
    claim = said("claim", answers) or {}
    if not claim.get("what") or said("claim_kept", answers) is not None:
        return None
    return {"round": round_id, "what": claim["what"], "when": claim.get("when")}


def _marks(tasks: Sequence[Task]) -> list[quadrant.Mark]:
    return [task.mark for task in tasks if task.mark]


def _long(task: Task) -> tuple[float, str]:
    """Longest first; equals by id, so that neither the order of rows nor a new name matters."""
    return -(task.hours or 0.0), task.id


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
