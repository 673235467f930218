"""The first page, as a value: the path, what is done and when, what is due, the one next thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from quadrantlib.exercise import Exercise, Round
from quadrantlib.journal import Journal
from quadrantlib.phrases import day, quoted, sentence
from quadrantlib.questions import is_day

State = Literal["new", "begun", "asks", "due", "done"]
OFFERED: dict[State, str] = {
    "new": "Begin",
    "begun": "Go on where you were",
    "asks": "Say how it went",
    "due": "Look again",
    "done": "Look at it again",
}
CLAIM = "The thirty minutes you set aside: did they happen?"


@dataclass(frozen=True, slots=True)
class Stop:
    """An exercise as a stop on the path.

    Attributes
    ----------
    minutes:
        For the short way.
    state, words:
        How far it is, for the program and for the person ("due again since Tuesday").
    asks:
        A sentence about what waits there; empty when nothing does.
    again:
        When it comes round again, as it is said; empty when it does not.
    """

    slug: str
    title: str
    why: str
    minutes: int
    rhythm: str
    state: State
    words: str
    asks: str = ""
    again: str = ""

    @property
    def path(self) -> str:
        """The address of its page, below the server's."""
        return f"/voila/render/{self.slug}.ipynb"

    @property
    def offer(self) -> str:
        """What the button says when it is the next thing."""
        return OFFERED[self.state]


@dataclass(frozen=True, slots=True)
class Landing:
    """The whole path, and the one next thing; None when nothing is."""

    stops: tuple[Stop, ...]
    next: Stop | None


def landing(catalog: Sequence[Exercise], journal: Journal | None, today: date) -> Landing:
    """Return the path through `catalog` as it lies before the person today.

    The next thing is what was begun, else a claim to ask about, else what is due, else what is new;
    the first of each.
    """
    rounds = journal.rounds if journal else lambda _slug: ()
    stops = tuple(stop(exercise, rounds(exercise.slug), today) for exercise in catalog)
    wanted: tuple[State, ...] = ("begun", "asks", "due", "new")
    ahead = (each for state in wanted for each in stops if each.state == state)
    return Landing(stops, next(ahead, None))


def stop(exercise: Exercise, rounds: Sequence[Mapping[str, Any]], today: date) -> Stop:
    """Return where `exercise` stands, by the newest of its `rounds`, oldest first."""
    same = Stop(
        slug=exercise.slug,
        title=exercise.title,
        why=exercise.why,
        minutes=exercise.minutes,
        rhythm=exercise.rhythm,
        state="new",
        words="not begun",
    )
    if not rounds or not rounds[-1]["answers"]:
        return same
    return replace(same, **_standing(exercise, [_round(found) for found in rounds], today))


def _standing(exercise: Exercise, rounds: Sequence[Round], today: date) -> Mapping[str, Any]:
    newest = rounds[-1]
    reading = exercise.read(newest.answers, rounds[:-1], today)
    again = _again(exercise, newest)
    if reading.figures.get("claim_due"):
        return _state("asks", f"done {said(newest.started, today)}", asks=CLAIM)
    if again and again <= today:
        return _state("due", f"due again {since(again, today)}")
    # One thing may be missing for good, like a tenth task: it should not bar the way to the next.
    if not reading.says or (len(reading.needs) > 1 and not _all_asked(exercise, newest)):
        missing = "".join(reading.needs[:1])
        return _state("begun", f"begun {said(newest.started, today)}", asks=missing)
    words = f"done {said(newest.started, today)}"
    return _state(
        "done", words, asks=_promise(newest, today), again=day(again, today) if again else ""
    )


def _promise(newest: Round, today: date) -> str:
    """Return the thirty minutes that are still to come, and their day."""
    claim = newest.answers.get("claim")
    what, when = (claim.get("what"), claim.get("when")) if isinstance(claim, Mapping) else ("", "")
    if not what or not isinstance(when, str) or not is_day(when) or when < today.isoformat():
        return ""
    return f"{sentence(day(date.fromisoformat(when), today))}: {quoted(str(what))}, thirty minutes."


def _all_asked(exercise: Exercise, newest: Round) -> bool:
    """Whether every question of the short way has an answer, however much of one."""
    short = [q for q in exercise.questions if not (q.more or q.when or q.looks_back)]
    return bool(short) and all(question.name in newest.answers for question in short)


def _state(state: State, words: str, **more: str) -> Mapping[str, Any]:
    return {"state": state, "words": words, **more}


def _again(exercise: Exercise, newest: Round) -> date | None:
    if exercise.log or exercise.rhythm_days is None:
        return None
    return newest.started + timedelta(days=exercise.rhythm_days)


def _round(found: Mapping[str, Any]) -> Round:
    return Round(found["id"], date.fromisoformat(found["started"]), found["answers"])


def said(when: date, today: date) -> str:
    """Return a day as it is said.

    >>> said(date(2026, 11, 22), date(2026, 11, 22)), said(date(2026, 11, 3), date(2026, 11, 22))
    ('today', '3 November')
    """
    return {0: "today", 1: "yesterday"}.get((today - when).days, day(when, today))


def since(when: date, today: date) -> str:
    """Return since when, as it is said: by the weekday within the last week.

    >>> since(date(2026, 11, 17), date(2026, 11, 22)), since(date(2026, 11, 3), date(2026, 11, 22))
    ('since Tuesday', 'since 3 November')
    """
    ago = (today - when).days
    if ago == 0:
        return "today"
    weekday = f"{when:%A}" if ago < 7 else said(when, today)
    return f"since {'yesterday' if ago == 1 else weekday}"
