"""The answers as sessions, and sessions of one piece as a series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

from quadrantlib.exercises.thirty_minutes import questions
from quadrantlib.questions import Answers, answered, rows_in


@dataclass(frozen=True, slots=True)
class Session:
    """A line of the log; `minutes` and `baseline` in minutes, `day` None where it has none."""

    id: str
    thing: str
    minutes: float | None
    day: date | None
    unit: str
    baseline: float | None
    shown: str
    spark: str


@dataclass(frozen=True, slots=True)
class Series:
    """The timed sessions of one thing and one piece of it, oldest first: two at least."""

    thing: str
    unit: str
    sessions: tuple[Session, ...]

    @property
    def minutes(self) -> list[float]:
        """How long each took."""
        return [each.minutes for each in self.sessions if each.minutes is not None]

    @property
    def baseline(self) -> float | None:
        """How long it used to take, as it was said last."""
        said = [each.baseline for each in self.sessions if each.baseline is not None]
        return said[-1] if said else None


def sessions_in(answers: Answers) -> tuple[Session, ...]:
    """Return every line that was begun, oldest first; those of one day stay as they lie."""
    begun = [_session(row) for row in rows_in("log", answers)]
    kept = [each for each in begun if each.thing or each.minutes is not None]
    return tuple(sorted(kept, key=lambda each: each.day or date.min))


def series_in(sessions: Sequence[Session]) -> tuple[Series, ...]:
    """Return a series for each thing and piece that was timed more than once, longest first."""
    timed: dict[tuple[str, str], list[Session]] = {}
    for each in sessions:
        if each.thing and each.unit and each.minutes is not None:
            timed.setdefault((plain(each.thing), plain(each.unit)), []).append(each)
    found = [
        Series(own[-1].thing, own[-1].unit, tuple(own)) for own in timed.values() if len(own) > 1
    ]
    return tuple(sorted(found, key=lambda s: (-len(s.sessions), plain(s.thing), plain(s.unit))))


def total(sessions: Sequence[Session]) -> float:
    """Return the minutes of `sessions`; the order does not matter."""
    return fsum(each.minutes or 0 for each in sessions)


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.split()).casefold()


def _session(row: Mapping[str, Any]) -> Session:
    day = answered(questions.DATE, row)
    return Session(
        id=str(row.get("id", "")),
        thing=_line(answered(questions.THING, row)),
        minutes=answered(questions.MINUTES, row),
        day=date.fromisoformat(day) if day else None,
        unit=_line(answered(questions.UNIT, row)),
        baseline=answered(questions.BASELINE, row),
        shown=_line(answered(questions.SHOWN, row)),
        spark=_line(answered(questions.SPARK, row)),
    )


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
