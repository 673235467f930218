"""A made-up cohort, for practising: the files that it would hand in, decided by a seed.

Among every eight there are those whom a report has to bear with: somebody at either end of every
scale, somebody who unticked nearly everything, one who handed in twice, and answers in another
script, in emoji, and in what a spreadsheet or a browser would take for its own.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from quadrantlib import strictjson
from quadrantlib.dice import Dice, Odds
from quadrantlib.madeup import Shares, Traits, at_the_far_end, at_the_near_end, handed_over
from quadrantlib.rules import DISTRIBUTIONS

Document = dict[str, Any]
COHORT = "Lighthouse (made up)"
QUESTION = "What is one thing we could stop doing?"
MONTHS = {1: "2026-05", 2: "2026-11"}
"""The month of each wave."""
TEAMS = {"search": "Search", "payments": "Payments", "harbor": "Harbor", "night": "Night shift"}
"""Asked for where there are enough people to tell groups apart: else no report could use it."""
NIGHT = 4
"""So many work at night. They are of one mind: a group of whom nothing may be said."""
EVERY = 12
"""One in so many is gone by the second wave, and as many are new."""
HANDS_IN_TWICE = 5
_SIZES = Odds.of({"search": 5, "payments": 3, "harbor": 2})
_AT_NIGHT = {"holds": "partly", "direction": "drifting", "role": "sharing", "days": "none"}
_CODE = "346789ABCDEFGHJKLMNPQRTUVWXY"
"""Signs that nobody mistakes for one another."""
_ANSWERING = 0.6
_ANSWERS = (
    "Reading the board aloud to each other on Mondays.",
    "Two tools for the same tickets.",
    "Saying yes on the day it is asked.",
    "The long report. I left a page out in spring and nobody noticed.",
    "Being on call for things we have handed over.",
    "Planning the quarter in the week before it begins.",
    "Lunch at the keyboard",
    "Rewriting estimates after the date was set.",
    "Nothing. I would rather begin something.",
    "Asking for everybody’s opinion after it was decided",
    "Repairing the old export by hand, every month anew",
    "Meetings about meetings",
    "Answering within the minute. Half of it settles itself.",
    "the newsletter",
    "Being proud of how full the calendar is.",
)
_ODD_ANSWERS = {
    1: "ישיבות שאין בהן שאלה 🙃 (meetings without a question)",
    3: "📅📅📅 → 📅 ☕ 👩🏽‍💻",
    7: "=SUM(meetings) > 8 people & <b>no</b> question to decide",
}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A made-up cohort: how many `people` there are, which `seed`, and which wave, 1 or 2."""

    people: int
    seed: int = 1
    wave: int = 1

    def invitation(self) -> Document:
        """Return what the facilitator hands to everyone."""
        head = {"format": "quadrant-invitation", "version": 1, "cohort": COHORT}
        teams = [{"id": team, "label": label} for team, label in TEAMS.items()]
        asked = {"name": "team", "ask": "Which team are you in?", "options": teams}
        by_team = {"attribute": asked} if self.people >= DISTRIBUTIONS else {}
        return {**head, **by_team, "question": QUESTION}

    def submissions(self) -> Iterator[Document]:
        """Yield what everybody hands in, one after the other; one of them unticks more, again."""
        for person in self._present():
            found = self._submission(person)
            yield found
            if person == HANDS_IN_TWICE:
                fewer = dict(list(found["shares"].items())[1:])
                yield found | {"shares": fewer}

    def lines(self) -> Iterator[str]:
        """Yield the same as lines of JSON, each with its end."""
        for document in self.submissions():
            yield json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"

    def codes(self) -> Iterator[str]:
        """Yield a code for everybody who hands in, the earlier wave's too."""
        for wave in range(1, self.wave + 1):
            then = Rehearsal(self.people, self.seed, wave)
            yield from sorted(then._code(person) for person in then._present())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file of the cohort's folder: its name and what is in it."""
        yield "invitation.json", _text(self.invitation())
        codes = "".join(f"{code}\n" for code in self.codes())
        yield f"codes{'' if self.wave == 1 else f'-{self.wave}'}.txt", codes.encode()
        width = len(str(self.people + 1))
        for number, document in enumerate(self.submissions(), start=1):
            yield f"{MONTHS[self.wave]}-{number:0{width}}.json", _text(document)

    def _present(self) -> Iterator[int]:
        """Yield who is there: in the second wave a few have left, and as many have come."""
        if self.wave == 1:
            return iter(range(self.people))
        gone = range(EVERY - 3, self.people, EVERY)
        stayed = (person for person in range(self.people) if person not in gone)
        return chain(stayed, range(self.people, self.people + len(gone)))

    def _submission(self, person: int) -> Document:
        found: Document = {
            "format": "quadrant-submission",
            "version": 1,
            "cohort": COHORT,
            "participant": hmac.digest(self._who(person).encode(), COHORT.encode(), "sha256").hex(),
            "month": MONTHS[self.wave],
            "code": self._code(person),
        }
        if self.people >= DISTRIBUTIONS:
            found["belongs"] = {"team": self._team(person)}
        if answer := self._answer(person):
            found["answer"] = answer
        return found | {"shares": self._shares(person)}

    def _shares(self, person: int) -> Shares:
        found = handed_over(self._traits(person), self._who(person))
        match person:
            case 2:  # unticked nearly everything
                return {"role": found.get("role", "sharing")}
            case 4:
                return at_the_far_end()
            case 6:
                return at_the_near_end()
        return found | (_AT_NIGHT if self._team(person) == "night" else {})

    def _traits(self, person: int) -> Traits:
        """Return a person's traits; by the second wave most choose a little more of their days."""
        dice = Dice(f"{self._who(person)}/traits")
        own, load = dice.near(0.45, 0.4), dice.near(0.6, 0.35)
        since = 0.0 if self.wave == 1 else dice.near(0.5, 0.5) * 0.3 - 0.05
        return Traits(own=min(max(own + since, 0.0), 1.0), load=load)

    def _team(self, person: int) -> str:
        if self.people < DISTRIBUTIONS:
            return ""
        if self.people - NIGHT <= person < self.people:
            return "night"
        return Dice(f"{self._who(person)}/team").one(_SIZES)

    def _answer(self, person: int) -> str:
        """Return what they say to the question; neighbours never say the same."""
        asked = Dice(f"{self._who(person)}/answer/{self.wave}").part() < _ANSWERING
        some = _ANSWERS[(person + self.seed + self.wave) % len(_ANSWERS)] if asked else ""
        return _ODD_ANSWERS.get(person, some)

    def _code(self, person: int) -> str:
        dice = Dice(f"{self._who(person)}/code/{self.wave}")
        signs = "".join(_CODE[int(dice.part() * len(_CODE))] for _ in range(8))
        return f"{signs[:4]}-{signs[4:]}"

    def _who(self, person: int) -> str:
        return f"{self.seed}/{person}"


def _text(document: Document) -> bytes:
    return strictjson.dumps(document).encode()
