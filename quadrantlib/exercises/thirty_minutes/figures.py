"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import Any, Literal

from quadrantlib.exercises.thirty_minutes.log import Series, Session, plain, series_in, total
from quadrantlib.exercises.thirty_minutes.pace import FOR_A_RATIO, halving_sessions, ratio
from quadrantlib.exercises.thirty_minutes.questions import QUESTIONS
from quadrantlib.questions import Answers, answered

Figures = dict[str, Any]
WINDOW = 28
RECENT = 2
"""Things to take up again; a page offers four in all, and sparks want a place among them."""


def figures(sessions: Sequence[Session], answers: Answers, today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Parameters
    ----------
    sessions:
        Until today, oldest first.

    Returns
    -------
    dict
        JSON-ready; minutes are minutes.

        `sessions`: how many there are.
        `days`, `days_before`: on how many of the last 28 days there was one, and of the 28 before.
        `calendar`: the last 28 days from the first session on, oldest first: `date` and `minutes`,
        None for a day without a session and 0 for one without minutes.
        `minutes_this_week`: since Monday. `last_shown`: `what` and `date`.
        `things`: rows (`id`, `name`, `sessions`, `minutes`, `date` of the last, and `spark`: the
        name of the spark behind it, or the id if one was filled in, else its own), latest first.
        `recent`, `units`: rows of the last two things, and of the last pieces.
        `series`: for each thing and unit with six timed rows or more, see `_series`.
        `next`: `what` and `when`, while that day is not over.
    """
    dated = [each for each in sessions if each.day]
    monday = today - timedelta(days=today.weekday())
    found = {
        "sessions": len(sessions),
        "days": _days(dated, today),
        "days_before": _days(dated, today - timedelta(days=WINDOW)),
        "calendar": _calendar(dated, today),
        "minutes_this_week": total([each for each in dated if each.day and each.day >= monday]),
        "last_shown": _last_shown(sessions),
        "things": _things(sessions),
        "recent": _things(sessions)[:RECENT],
        "units": _units(sessions),
        "series": [_series(each) for each in series_in(sessions) if _is_long(each)],
    }
    told = {name: value for name, value in found.items() if value is not None} if sessions else {}
    return told | _next(answers, today)


def _days(sessions: Sequence[Session], last: date) -> int:
    first = last - timedelta(days=WINDOW - 1)
    return len({each.day for each in sessions if each.day and first <= each.day <= last})


def _calendar(sessions: Sequence[Session], today: date) -> list[Figures]:
    first = min((each.day for each in sessions if each.day), default=today)
    begun = min(WINDOW, (today - first).days + 1)
    days = [today - timedelta(days=ago) for ago in reversed(range(begun))]
    own = {day: [each for each in sessions if each.day == day] for day in days}
    return [
        {"date": day.isoformat(), "minutes": total(own[day]) if own[day] else None} for day in days
    ]


def _last_shown(sessions: Sequence[Session]) -> Figures | None:
    shown = [each for each in sessions if each.shown]
    return {"what": shown[-1].shown, "date": _iso(shown[-1].day)} if shown else None


def _things(sessions: Sequence[Session]) -> list[Figures]:
    return [
        {
            "id": own[0].id,
            "name": own[0].thing,
            "sessions": len(own),
            "minutes": total(own),
            "date": _iso(own[0].day),
            "spark": next((each.spark for each in own if each.spark), own[0].thing),
        }
        for own in _by_name(sessions, "thing")
    ]


def _units(sessions: Sequence[Session]) -> list[Figures]:
    return [{"id": own[0].id, "name": own[0].unit} for own in _by_name(sessions, "unit")]


def _by_name(sessions: Sequence[Session], field: Literal["thing", "unit"]) -> list[list[Session]]:
    """Return the sessions of each thing, or piece; the newest first, in each and of them all."""
    found: dict[str, list[Session]] = {}
    for each in reversed(sessions):
        if name := plain(getattr(each, field)):
            found.setdefault(name, []).append(each)
    return list(found.values())


def _is_long(series: Series) -> bool:
    return len(series.minutes) >= FOR_A_RATIO


def _series(series: Series) -> Figures:
    """Return a series, oldest first.

    `first` and `last` are medians of three; `ratio` and `halving_sessions` are those of `pace`.
    `baseline` and `halving_sessions` may be None.
    """
    minutes = series.minutes
    return {
        "thing": series.thing,
        "unit": series.unit,
        "minutes": minutes,
        "baseline": series.baseline,
        "first": median(minutes[:3]),
        "last": median(minutes[-3:]),
        "ratio": ratio(minutes),
        "halving_sessions": halving_sessions(minutes),
    }


def _next(answers: Answers, today: date) -> Figures:
    said = answered(QUESTIONS[1], answers) or {}
    what, when = " ".join((said.get("what") or "").split()), said.get("when") or ""
    return {"next": {"what": what, "when": when}} if what and when >= today.isoformat() else {}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
