"""The fields of the reading: the signs, which of them are there, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.five_years.questions import QUESTIONS, SIGNS
from quadrantlib.questions import Answers, answered, rows_in

Figures = dict[str, Any]
A_YEAR = 365
"""Days after which the letter is asked about again."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the self one does not want to meet; `present` is None where it was not said."""

    id: str
    name: str
    present: bool | None
    opposite: str


def figures(answers: Answers, earlier: Sequence[Round], today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready.

        `letter_on`: the day it was last written. `rests`: True on that day, as long as nothing is
        marked. `letter_old`: True once it is more than a year old.
        `signs`: rows (`id`, `name`, `present` True, False or None, `opposite`).
        `signs_present`, `signs_asked`: how many are there today, of how many that were answered.
        `opposites`: rows (`id`, `name`), of those that are there first.
        `over_time`: for this round and those before, oldest first, where a sign was answered:
        `day` (None: this round), `signs_present`, `signs_asked`, `seen` (a sign's id → bool).
        `change`: `since` a date; `gone` and `come`, rows of signs that were answered both times.
        `anyway`, `success`: what was written. `action`: `what` and, if said, `when`.
    """
    signs = signs_in(answers)
    days = [*_days(earlier), *_day(None, signs)]
    found = {
        **_letter(answers, signs, today),
        "signs": [_row(sign) for sign in signs],
        **{name: days[-1][name] for name in ("signs_present", "signs_asked") if _seen(signs)},
        "opposites": _opposites(signs),
        "over_time": days,
        "change": _change(signs, earlier),
        **{name: _text(name, answers) for name in ("anyway", "success")},
        "action": _action(answers),
    }
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def signs_in(answers: Answers) -> tuple[Sign, ...]:
    """Return the signs that have words, as many as may be listed; what does not fit is missing."""
    signs = [_sign(row) for row in rows_in(SIGNS.name, answers)]
    return tuple(sign for sign in signs if sign.name)[: SIGNS.at_most]


def said(name: str, answers: Answers) -> Any | None:
    """Return the answer to the question called `name`, if there is one that fits."""
    return answered(next(q for q in QUESTIONS if q.name == name), answers)


def _sign(row: Mapping[str, Any]) -> Sign:
    what, present, opposite = (answered(column, row) for column in SIGNS.columns)
    return Sign(
        id=str(row.get("id", "")),
        name=(what or "").strip(),
        present=None if present is None else present == "yes",
        opposite=(opposite or "").strip(),
    )


def _row(sign: Sign) -> Figures:
    return {
        "id": sign.id,
        "name": sign.name,
        "present": sign.present,
        "opposite": sign.opposite,
    }


def _seen(signs: Sequence[Sign]) -> dict[str, bool]:
    return {sign.id: sign.present for sign in signs if sign.present is not None}


def _letter(answers: Answers, signs: Sequence[Sign], today: date) -> Figures:
    written, stamp = _text("letter", answers), said("letter_on", answers)
    if not written or stamp is None:
        return {}
    age = (today - date.fromisoformat(stamp)).days
    return {
        "letter_on": stamp,
        "rests": True if age == 0 and not signs else None,
        "letter_old": True if age > A_YEAR else None,
    }


def _opposites(signs: Sequence[Sign]) -> list[Figures]:
    told = [sign for sign in signs if sign.opposite]
    first = sorted(told, key=lambda sign: sign.present is not True)
    return [{"id": sign.id, "name": sign.opposite} for sign in first]


def _days(earlier: Sequence[Round]) -> list[Figures]:
    return [day for r in earlier for day in _day(r.started.isoformat(), signs_in(r.answers))]


def _day(started: str | None, signs: Sequence[Sign]) -> Iterator[Figures]:
    seen = _seen(signs)
    if seen:
        counts = {"signs_present": sum(seen.values()), "signs_asked": len(seen)}
        yield {"day": started, **counts, "seen": seen}


def _change(signs: Sequence[Sign], earlier: Sequence[Round]) -> Figures | None:
    """Compare with the newest earlier round in which one of today's signs was answered."""
    now = _seen(signs)
    for last in reversed(earlier):
        then = _seen(signs_in(last.answers))
        if both := [sign for sign in signs if sign.id in now and sign.id in then]:
            gone = [_named(s) for s in both if then[s.id] and not now[s.id]]
            come = [_named(s) for s in both if now[s.id] and not then[s.id]]
            return {"since": last.started.isoformat(), "gone": gone, "come": come}
    return None


def _named(sign: Sign) -> Figures:
    return {"id": sign.id, "name": sign.name}


def _text(name: str, answers: Answers) -> str:
    return str(said(name, answers) or "").strip()


def _action(answers: Answers) -> Figures | None:
    action = said("action", answers) or {}
    what = str(action.get("what") or "").strip()
    return {"what": what, "when": action.get("when")} if what else None
