"""Exercises as stops on the path: how far each is, and what waits there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from quadrantlib.exercise import Exercise, Place, Reading, Round
from quadrantlib.phrases import SMALL, day
from quadrantlib.retelling import Retold

State = Literal["new", "rests", "begun", "asks", "due", "kept", "done", "open"]
OFFERED: Mapping[State, str] = {
    "new": "Begin",
    "begun": "Go on where you were",
    "asks": "Say how it went",
    "due": "Look again",
    "open": "Open my page",
}
ABOUT: Mapping[str, str] = {
    "ten-tasks": "where your days live",
    "drift-check": "what moved, and what mattered",
    "five-years": "who you would rather not become",
    "values": "the few that are yours",
    "role-of-work": "which part it plays now",
    "your-number": "how much is enough",
    "skills-ledger": "what a quarter leaves you",
    "sparks": "what made you look twice",
    "thirty-minutes": "half an hour of your own",
    "skeptics": "an answer to “be realistic”",
    "arrivals": "what you put off until later",
    "the-arc": "what repeats from job to job",
    "my-page": "all of it, side by side",
}
"""An exercise → half a line on it, for those who have not begun it."""
ASKED: Mapping[str, str] = {
    "claim_due": "The thirty minutes you set aside: did they happen?",
    "asks_again": "The season you decided about is over. Which part should work play now?",
    "due": "A letter you sealed has reached its Monday: how was it?",
    "promises_due": "By now things were to calm down: did they?",
}
"""A figure that makes an exercise worth the next place → what is asked then."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An exercise as a stop on the path.

    Attributes
    ----------
    about:
        Half a line on it.
    takes:
        How long the short way is, in words.
    state, words:
        How far it is, for the program and for the person ("due again since Tuesday"); no words
        where it is not begun.
    asks:
        A sentence about what waits there; empty when nothing does.
    again:
        When it comes round again; None when it does not.
    """

    slug: str
    title: str
    why: str
    takes: str
    place: Place
    state: State = "new"
    words: str = ""
    asks: str = ""
    again: date | None = None
    about: str = ""

    @property
    def path(self) -> str:
        """The address of its page, below the server's."""
        return f"/voila/render/{self.slug}.ipynb"

    @property
    def offer(self) -> str:
        """What the button says when it is the next thing."""
        return OFFERED.get(self.state, "Look at it again")


def stop(rounds: Retold, today: date) -> Stop:
    """Return where an exercise stands, by the newest of its rounds."""
    exercise = rounds.exercise
    sittings = f"{SMALL[exercise.sittings]} sittings of " if exercise.sittings > 1 else ""
    new = Stop(
        slug=exercise.slug,
        title=exercise.title,
        why=exercise.why,
        takes=f"{sittings}{exercise.minutes} min",
        place=exercise.place,
        about=ABOUT.get(exercise.slug, ""),
    )
    if exercise.weave:
        return replace(new, state="open")
    if not len(rounds):
        return new
    return replace(new, **_standing(exercise, *rounds[-1], today))


def _standing(
    exercise: Exercise, newest: Round, reading: Reading, today: date
) -> Mapping[str, Any]:
    begun, again = said(newest.started, today), _again(exercise, newest)
    done = f"done {begun}"
    asks = (asks for figure, asks in ASKED.items() if reading.figures.get(figure))
    if asked := next(asks, ""):
        words = "asks how it went" if exercise.log else done
        return {"state": "asks", "words": words, "asks": asked}
    if exercise.log:
        return {"state": "kept", "words": f"kept since {_long_ago(newest.started, today)}"}
    if again and again <= today:
        return {"state": "due", "words": f"due again {since(again, today)}"}
    if reading.figures.get("rests"):
        return {"state": "rests", "words": "rests until tomorrow"}
    if _is_open(exercise, newest, reading):
        missing = "".join(reading.needs[:1])
        return {"state": "begun", "words": f"begun {begun}", "asks": missing}
    return {"state": "done", "words": done, "again": again}


def _is_open(exercise: Exercise, newest: Round, reading: Reading) -> bool:
    """Whether it was left before its end.

    One thing may be missing for good, like a tenth task: it should not bar the way to the next.
    """
    if not reading.says or len(reading.needs) < 2:
        return not reading.says
    short = [q for q in exercise.questions if not (q.more or q.when or q.looks_back)]
    return not short or not all(question.name in newest.answers for question in short)


def _again(exercise: Exercise, newest: Round) -> date | None:
    """Return when it comes round again; what waits for an occasion never does."""
    if exercise.log or exercise.rhythm_days is None or exercise.place == "occasion":
        return None
    return newest.started + timedelta(days=exercise.rhythm_days)


def said(when: date, today: date) -> str:
    """Return a day as it is said.

    >>> said(date(2026, 11, 22), date(2026, 11, 22)), said(date(2026, 11, 3), date(2026, 11, 22))
    ('today', '3 November')
    """
    return {0: "today", 1: "yesterday"}.get((today - when).days, day(when, today))


def _long_ago(when: date, today: date) -> str:
    return said(when, today) if when.year == today.year else f"{when:%B %Y}"


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
