"""The fields of the reading: motion and moments side by side, over time as medians of three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.drift_check.questions import MOMENTS, MOTION, QUESTIONS, RECENT, SIGNS
from quadrantlib.questions import Answers, Group, answered, is_number

Figures = dict[str, Any]
MUCH = 10
"""Of 20: motion above this is high. Our own line, in the middle."""
FEW = 1
"""Of five: with so many within a month, or fewer, the moments lie far back. Our own line too."""
WINDOW = 3
"""Rounds of which the middle one is taken: a single month is mostly weather."""


def figures(answers: Answers, earlier: Sequence[Round]) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. Motion and moments are never subtracted, added or divided.

        `why_yes`, `moment`, `give`, `keep`, `green`: what was written. `holds`, `direction`: ids.
        `motion`: the sum of five answers 0–4, once all five are there: 0–20.
        `recent_moments`: how many of five were this week or this month, once all are there.
        `much`, `far`: the parts of motion with much or nearly all of it, and the moments that
        lie longer ago or cannot be recalled; their names, strongest first.
        `attention`: ids of what visited.
        `signs_present`, `signs_asked`: how many signs were there, of how many that were answered.
        `over_time`: for this round and those before, oldest first: `day` (None: this round),
        `motion`, `recent_moments`, `signs_present`, `signs_asked`; None where it was not said.
        `medians`: from the third round with both on: `day`, and the medians of `motion` and
        `recent_moments` over three such rounds in a row.
        `far_from_it`: True where, two rounds running, motion was high and moments lay far back.
        `back`: `what` and `when`.
    """
    past = [_round(each.answers, each.started.isoformat()) for each in earlier]
    now = _round(answers, None)
    rounds = [each for each in (*past, now) if _anything(each)]
    found = {
        **{name: _text(name, answers) for name in ("why_yes", "moment", "give", "keep", "green")},
        **{name: said(name, answers) for name in ("holds", "direction", "attention")},
        **{name: value for name, value in now.items() if name != "day"},
        "much": _strongest(MOTION, answers, ("4", "3")),
        "far": _strongest(MOMENTS, answers, ("unknown", "longer")),
        "over_time": rounds,
        "medians": medians(rounds),
        "far_from_it": _far_from_it(past, now),
        "back": _back(answers),
    }
    return {name: value for name, value in found.items() if value not in (None, [], "")}


def said(name: str, answers: Answers) -> Any | None:
    """Return the answer to the question called `name`, if there is one that fits."""
    return answered(next(q for q in QUESTIONS if q.name == name), answers)


def parts_in(group: Group, answers: Answers) -> dict[str, Any]:
    """Return the answers to the parts of `group`, by name; what does not fit is left out."""
    found = answers.get(group.name)
    given = found if isinstance(found, dict) else {}
    answers_to = {part.name: answered(part, given) for part in group.parts}
    return {name: value for name, value in answers_to.items() if value is not None}


def medians(rounds: Sequence[Figures]) -> list[Figures]:
    """Return the running medians of `WINDOW` rounds that have both motion and moments."""
    whole = [each for each in rounds if _both(each)]
    ends = range(WINDOW, len(whole) + 1)
    return [_median(whole[end - WINDOW : end]) for end in ends]


def _median(rounds: Sequence[Figures]) -> Figures:
    names = ("motion", "recent_moments")
    middle = {name: sorted(each[name] for each in rounds)[WINDOW // 2] for name in names}
    return {"day": rounds[-1]["day"], **middle}


def _round(answers: Answers, started: str | None) -> Figures:
    motion, moments = parts_in(MOTION, answers), parts_in(MOMENTS, answers)
    seen = list(_signs(answers))
    return {
        "day": started,
        "motion": int(sum(motion.values())) if len(motion) == len(MOTION.parts) else None,
        "recent_moments": (
            sum(when in RECENT for when in moments.values())
            if len(moments) == len(MOMENTS.parts)
            else None
        ),
        "signs_present": sum(seen) if seen else None,
        "signs_asked": len(seen) or None,
    }


def _signs(answers: Answers) -> Iterator[bool]:
    for row in said(SIGNS.name, answers) or ():
        present = answered(SIGNS.columns[0], row)
        if present is not None:
            yield present == "yes"


def _anything(found: Figures) -> bool:
    return any(value is not None for name, value in found.items() if name != "day")


def _both(found: Figures) -> bool:
    return is_number(found["motion"]) and is_number(found["recent_moments"])


def _strongest(group: Group, answers: Answers, wanted: Sequence[str]) -> list[str]:
    given = parts_in(group, answers)
    return [name for level in wanted for name, value in given.items() if f"{value}" == level]


def _far_from_it(past: Sequence[Figures], now: Figures) -> bool | None:
    """Say whether this round and the one with both before it are high and far back."""
    before = [each for each in past if _both(each)]
    if not before or not _both(now):
        return None
    both = (before[-1], now)
    return all(each["motion"] > MUCH and each["recent_moments"] <= FEW for each in both) or None


def _text(name: str, answers: Answers) -> str:
    return str(said(name, answers) or "").strip()


def _back(answers: Answers) -> Figures | None:
    back = said("back", answers) or {}
    what = str(back.get("what") or "").strip()
    return {"what": what, "when": back.get("when")} if what else None
