"""Every round of a journal with what its exercise says back of it, read only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import takewhile
from typing import Any, overload

from quadrantlib.exercise import Exercise, Reading, Round, Told
from quadrantlib.journal import Journal
from quadrantlib.kinds import Cards
from quadrantlib.questions import Question, Rows, walk

Found = list[dict[str, str]]
"""Rows of a figure: `id`, `name`."""


class Retold(Sequence[Told]):
    """The rounds of one exercise, oldest first; each is read when it is first looked at.

    What waits, waits today in the newest, and in each of the others on the day on which it was
    begun. A page that brings the others together says nothing here: its rounds hold answers only.
    """

    def __init__(self, exercise: Exercise, rounds: Iterable[Round], today: date) -> None:
        self.exercise = exercise
        self._rounds = tuple(rounds)
        self._today = today
        self._told: dict[int, Told] = {}

    def __len__(self) -> int:
        return len(self._rounds)

    @overload
    def __getitem__(self, index: int) -> Told: ...
    @overload
    def __getitem__(self, index: slice) -> list[Told]: ...
    def __getitem__(self, index: int | slice) -> Told | list[Told]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        if place not in self._told:
            self._told[place] = (self._rounds[place], self._read(place))
        return self._told[place]

    def _read(self, place: int) -> Reading:
        if self.exercise.weave:
            return Reading()
        own, earlier = self._rounds[place], self._rounds[:place]
        is_newest = place == len(self) - 1
        return self.exercise.read(own, earlier, self._today if is_newest else own.started)


def retold(catalog: Iterable[Exercise], journal: Journal, today: date) -> dict[str, Retold]:
    """Return the rounds of every exercise in `catalog`, by slug."""
    return {
        each.slug: Retold(each, rounds_of(journal.rounds(each.slug)), today) for each in catalog
    }


def read_newest(exercise: Exercise, told: Mapping[str, Retold], today: date) -> Reading:
    """Return what `exercise` says back of its newest round; there has to be one."""
    return exercise.weave(told, today) if exercise.weave else told[exercise.slug][-1][1]


def rounds_of(found: Iterable[Mapping[str, Any]]) -> list[Round]:
    """Return rounds as they lie in a journal, as `read` wants them."""
    return [round_of(each) for each in found]


def round_of(found: Mapping[str, Any]) -> Round:
    """Return a round as it lies in a journal, as `read` wants it."""
    started = changed = date.fromisoformat(str(found["started"]))
    with suppress(ValueError):  # another program's journal may put anything there
        changed = date.fromisoformat(str(found.get("updated"))[:10])
    return Round(str(found["id"]), started, found["answers"], max(started, changed))


def rounds_before(rounds: Iterable[Mapping[str, Any]], round_id: str | None) -> tuple[Round, ...]:
    """Return the rounds that come before the one called `round_id`; all of them if it is not there.

    `rounds` are those of a journal, oldest first.
    """
    return tuple(rounds_of(takewhile(lambda each: each["id"] != round_id, rounds)))


def offered(exercise: Exercise, reading: Reading, *, looks_back: bool) -> list[str]:
    """Return what depends on the reading and is asked now: questions, and steps of rows.

    A step is named with its question, `tasks.hours`. `looks_back` says whether there is a question
    about an earlier round, which stays once it was asked.
    """
    asked, figures = exercise.questions, reading.figures
    steps = [(q, step) for q in asked if isinstance(q, Rows) for step in q.steps]
    return [
        *(
            q.name
            for q in asked
            if q.when and (figures.get(q.when) or (q.looks_back and looks_back))
        ),
        *(f"{q.name}.{each.name}" for q, each in steps if figures.get(each.when)),
    ]


def suggestions(
    exercise: Exercise, own: Reading, told: Mapping[str, Retold]
) -> dict[str, list[str]]:
    """Return what may be taken as an answer, each once, by the names of the figures it is in."""
    wanted = {getattr(q, "suggests", "") for q in walk(exercise.questions)} - {""}
    return {
        names: list(
            dict.fromkeys(row["name"] for name in names.split() for row in rows_of(name, own, told))
        )
        for names in wanted
    }


def about(exercise: Exercise, own: Reading, told: Mapping[str, Retold]) -> dict[str, Found]:
    """Return the rows that a question is about or takes from, by the question's name."""
    names = {question.name: _source(question) for question in exercise.questions}
    return {name: rows_of(wanted, own, told) for name, wanted in names.items() if wanted}


def _source(question: Question) -> str:
    if isinstance(question, Rows):
        return question.about
    return question.source if isinstance(question, Cards) else ""


def rows_of(name: str, own: Reading, told: Mapping[str, Retold]) -> Found:
    """Return the rows of a figure of `own`, or of another exercise's newest round.

    Parameters
    ----------
    name:
        `figure`, or `slug.figure`; a figure that is not there has no rows.
    """
    slug, _, figure = name.rpartition(".")
    rounds = told.get(slug, ())
    reading = own if not slug else rounds[-1][1] if rounds else Reading()
    rows = reading.figures.get(figure) or ()
    return [{"id": str(row["id"]), "name": str(row["name"])} for row in rows]
