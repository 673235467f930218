"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.skills_ledger import questions
from quadrantlib.quadrant import shares
from quadrantlib.questions import Answers, answered, rows_in

Figures = dict[str, Any]
KINDS = tuple(str(option.id) for option in questions.LEAVES.options)
GIVEN_BACK = 3
"""What is done well enough, and no better, is taken to give back one hour in so many."""


@dataclass(frozen=True, slots=True)
class Objective:
    """One row: `hours` a week; whatever is missing or does not fit is None."""

    id: str
    name: str
    leaves: str | None
    skill: str
    stance: str | None
    hours: float | None
    anyway: str | None


def figures(answers: Answers, earlier: Sequence[Round], today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. Shares are fractions by kind (`deposited`, `local`, `execution`) that add up to
        1; hours are hours a week.

        `objectives`: rows `id`, `name`, `leaves`, `stance`, `hours`, `anyway` (None where open).
        `counts`, `shares`: of the objectives of which is said what they leave.
        `hours`, `hour_shares`: the same of their hours, where given.
        `freed_hours`: a third of the hours of all that is done well enough.
        `tensions`: rows `id`, `name` and `kind`: `empty` (invested in, leaves nothing) or
        `given_up` (leaves a skill, to be dropped).
        `banked`: rows `id`, `name`, `since` (None: this round) of the skills kept, over all rounds,
        each once.
        `quarters`: earlier rounds, oldest first: `since`, `counts`, `shares`.
        `change`: `since` and `shares` now minus then.
        `claim_due`: the claim to ask about: `round` (None: this one), `what`, `when`.
    """
    rows = objectives_in(answers)
    quarters = [quarter for each in earlier if (quarter := _quarter(each))]
    found = {
        "objectives": [_row(row) for row in rows] or None,
        **_weighed(rows),
        "freed_hours": _freed(rows),
        "tensions": _tensions(rows) or None,
        "banked": _banked(rows, earlier) or None,
        "quarters": quarters or None,
        "change": _change(_weighed(rows), quarters),
        "claim_due": _claim_due(answers, earlier, today),
    }
    return {name: value for name, value in found.items() if value is not None}


def objectives_in(answers: Answers) -> list[Objective]:
    """Return the objectives that were begun; an empty row is none yet."""
    return [_objective(row) for row in rows_in("objectives", answers) if _begun(row)]


def _begun(row: Mapping[str, Any]) -> bool:
    return any(value not in ("", None) for name, value in row.items() if name != "id")


def _objective(row: Mapping[str, Any]) -> Objective:
    return Objective(
        id=str(row.get("id", "")),
        name=answered(questions.OBJECTIVE, row) or "",
        leaves=answered(questions.LEAVES, row),
        skill=(answered(questions.SKILL, row) or "").strip(),
        stance=answered(questions.STANCE, row),
        hours=answered(questions.HOURS, row),
        anyway=answered(questions.ANYWAY, row),
    )


def _row(one: Objective) -> Figures:
    told = {"id": one.id, "name": one.name, "leaves": one.leaves, "stance": one.stance}
    return told | {"hours": one.hours, "anyway": one.anyway}


def _weighed(rows: Sequence[Objective]) -> Figures:
    counts = {kind: sum(row.leaves == kind for row in rows) for kind in KINDS}
    hours = {kind: fsum(r.hours or 0 for r in rows if r.leaves == kind) for kind in KINDS}
    found = {"counts": counts, "shares": shares(counts)} if any(counts.values()) else {}
    timed = {"hours": hours, "hour_shares": shares(hours)} if any(hours.values()) else {}
    return found | timed


def _freed(rows: Sequence[Objective]) -> float | None:
    easing = [row.hours for row in rows if row.stance == "well_enough" and row.hours]
    return fsum(easing) / GIVEN_BACK if easing else None


def _tensions(rows: Sequence[Objective]) -> list[Figures]:
    kinds = {("execution", "invest"): "empty", ("deposited", "drop"): "given_up"}
    return [
        {"id": row.id, "name": row.name, "kind": kinds[row.leaves, row.stance]}
        for row in rows
        if row.leaves and row.stance and (row.leaves, row.stance) in kinds
    ]


def _banked(rows: Sequence[Objective], earlier: Sequence[Round]) -> list[Figures]:
    """Return the skills kept, oldest first; one that is not named goes by its objective."""
    rounds = [(each.started.isoformat(), objectives_in(each.answers)) for each in earlier]
    found: dict[str, Figures] = {}
    for since, objectives in (*rounds, (None, rows)):
        for one in objectives:
            name = one.skill or one.name
            if one.leaves == "deposited" and name.strip():
                row = {"id": one.id, "name": name, "since": since}
                found.setdefault(" ".join(name.split()).casefold(), row)
    return list(found.values())


def _quarter(each: Round) -> Figures | None:
    found = _weighed(objectives_in(each.answers))
    if "shares" not in found:
        return None
    return {
        "since": each.started.isoformat(),
        "counts": found["counts"],
        "shares": found["shares"],
    }


def _change(now: Figures, quarters: Sequence[Figures]) -> Figures | None:
    if not quarters or "shares" not in now:
        return None
    last = quarters[-1]
    step = {kind: now["shares"][kind] - last["shares"][kind] for kind in KINDS}
    return {"since": last["since"], "shares": step}


def _claim_due(answers: Answers, earlier: Sequence[Round], today: date) -> Figures | None:
    """Return this round's claim once its day is over, else the last round's."""
    claim = answered(questions.CLAIM, answers) or {}
    if claim.get("what") and claim.get("when", "9999-12-31") < today.isoformat():
        return _unasked(answers, None)
    return _unasked(earlier[-1].answers, earlier[-1].id) if earlier else None


def _unasked(answers: Answers, round_id: str | None) -> Figures | None:
    claim = answered(questions.CLAIM, answers) or {}
    if not claim.get("what") or answered(questions.CLAIM_KEPT, answers) is not None:
        return None
    return {"round": round_id, "what": claim["what"], "when": claim.get("when")}
