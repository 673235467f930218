"""What somebody meant to do on a day that is ahead, as one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quadrantlib.exercise import Rounds
from quadrantlib.phrases import day, quoted
from quadrantlib.questions import is_day

SAID: Mapping[str, str] = {
    "claim": "{what}, thirty minutes",
    "action": "{what}",
    "back": "{what}",
    "next": "{what}",
    "tell": "Tell {who}",
    "asking": "Ask {who}",
}
"""An answer that holds something to do and its day → how it is said."""
FEW = 3
A_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Meant:
    """Something to do on a day, and the day as it is said."""

    when: date
    words: str
    day: str


def meant(told: Iterable[Rounds], today: date) -> tuple[Meant, ...]:
    """Return the nearest few of what the newest rounds end with, today's among them."""
    found = (each for rounds in told if len(rounds) for each in _found(rounds, today))
    return tuple(sorted(each for each in found if each.when >= today)[:FEW])


def _found(rounds: Rounds, today: date) -> Iterator[Meant]:
    answers = rounds[-1][0].answers
    for name in SAID:
        step: Any = answers.get(name)
        if isinstance(step, Mapping) and (words := in_words(name, step)):
            when = step.get("when")
            if isinstance(when, str) and is_day(when):
                ahead = date.fromisoformat(when)
                yield Meant(ahead, words, coming(ahead, today))


def in_words(name: str, step: Mapping[str, Any]) -> str:
    """Return the step answered under `name` as it is said; empty where its words are missing."""
    said = SAID[name]
    named = {name: quoted(v) for name, v in step.items() if isinstance(v, str) and v.strip()}
    if "{who}" in said:
        return said.format(who=named["who"].strip("“”")) if "who" in named else ""
    return said.format(what=named["what"]) if "what" in named else ""


def coming(when: date, today: date) -> str:
    """Return a day that is not over as it is said: by its weekday within the next six.

    >>> [coming(date(2026, 11, each), date(2026, 11, 22)) for each in (22, 23, 28, 29)]
    ['today', 'tomorrow', 'Saturday', '29 November']
    """
    ahead = (when - today).days
    near = {0: "today", 1: "tomorrow"}
    return near.get(ahead, f"{when:%A}" if 0 < ahead < A_WEEK else day(when, today))
