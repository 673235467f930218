"""What an exercise is: plain data and a pure function that reads the answers back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from quadrantlib.questions import Answers, Question
from quadrantlib.shares import Share

Place = Literal["path", "alongside", "occasion", "together"]
"""When it is done: in its turn, a little every day, when there is occasion, or of all others."""


@dataclass(frozen=True, slots=True)
class Round:
    """One pass through one exercise, as `read` sees it.

    What was written belongs to the day on which the round was begun, whenever it is read: rounds
    are compared by that day, and a correction years later makes no old round a new one.

    Attributes
    ----------
    started:
        The day on which it was begun, as the person's own clock had it.
    changed:
        The day of the last change, in UTC, never before `started`: nobody wrote of a later one.
    """

    id: str
    started: date
    answers: Answers
    changed: date


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part.

    Attributes
    ----------
    slug:
        The exercise where its answer lies; empty if there is none.
    lead:
        What comes before the words, in quiet ink: a question, a day.
    """

    words: str
    slug: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A few lines under a title of their own; `behind` waits behind *more*."""

    title: str
    lines: tuple[Line, ...]
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an exercise says back.

    Attributes
    ----------
    figures:
        Field name → value, JSON-ready; the names are those of the method.
    says:
        Sentences for the person, most telling first.
    needs:
        What is still missing before more can be said, as sentences.
    wonders:
        Figures that look unlikely, as questions; nothing is ever corrected.
    aside:
        Further figures in words, for those who open *more*.
    parts:
        What is gathered from elsewhere, under titles.
    """

    figures: Mapping[str, Any] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    wonders: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


Read = Callable[[Round, Sequence[Round], date], Reading]
"""(this round, earlier rounds oldest first, today) → reading. Pure.

Only what is about waiting asks for today: what is due, how long ago, practised lately.
"""

Told = tuple[Round, Reading]
"""A round, and what the exercise said back of it."""


class Rounds(Protocol):
    """Every round of one exercise with its reading, oldest first."""

    @property
    def exercise(self) -> Exercise:
        """The exercise they belong to."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Told]: ...
    def __getitem__(self, index: int, /) -> Told: ...


Weave = Callable[[Mapping[str, Rounds], date], Reading]
"""(slug → its rounds, today) → reading. Pure."""

Hear = Callable[[str, Answers], Reading]
"""(text of a file that somebody brought, answers of this round) → reading. Pure.

Raises `Refused` where the file is none that can be read: which line, and what is wrong with it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """An exercise: what it asks, how long it takes, and what it says back.

    Attributes
    ----------
    slug:
        Its name in files, addresses and the journal.
    why:
        Two sentences at most: why one would do this.
    minutes:
        For the short way.
    rhythm:
        In words ("monthly"); `rhythm_days` is after how many days a new round is offered.
    evidence:
        Where it comes from, how strong that is, and what it is not.
    log:
        Whether it has one lasting round that grows.
    place:
        Where it stands on the way.
    sittings:
        In how many sittings; each takes `minutes`.
    weave:
        For the page that brings the others together: its reading, in place of `read`'s.
    hears:
        The name of a `Brought` question → what reads its file.
    shares:
        What of it may leave, once its reading has it; nothing else ever does.
    """

    slug: str
    title: str
    why: str
    minutes: int
    rhythm: str
    rhythm_days: int | None
    evidence: str
    questions: tuple[Question, ...]
    read: Read
    log: bool = False
    place: Place = "path"
    sittings: int = 1
    weave: Weave | None = None
    hears: Mapping[str, Hear] = field(default_factory=dict)
    shares: tuple[Share, ...] = ()

    def question(self, name: str) -> Question:
        """Return the question called `name`; KeyError if there is none."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)
