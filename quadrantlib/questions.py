"""Kinds of question, as frozen data.

A question says what it asks, what answers fit, who else may ever see the answer, and whether a new
round starts with it. It knows nothing of widgets, files or people.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

Answers = Mapping[str, Any]
Place = tuple[str | int, ...]
Fault = tuple[Place, str]
"""Where an answer does not fit, and why: the sentence never quotes the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What every kind of question has.

    Attributes
    ----------
    name:
        The field's name in answers, readings and schemas.
    ask:
        The words on the page.
    help:
        A line below the control, in quiet ink.
    leaves:
        In words, the form in which the answer may leave the journal with a submission. Empty: it
        never leaves.
    carries:
        Whether a new round starts with the last round's answer.
    more:
        Whether it waits behind *more*.
    when:
        The name of a figure of the reading that must be there for the question to be asked.
    looks_back:
        Whether it asks about an earlier round, whose answer it then becomes.
    after:
        For a column: the name of the day column that must lie in the past before it is asked.
    """

    kind: ClassVar[str]
    name: str
    ask: str
    help: str = ""
    leaves: str = ""
    carries: bool = False
    more: bool = False
    when: str = ""
    looks_back: bool = False
    after: str = ""

    def faults(self, value: Any) -> Iterator[Fault]:
        """Yield every place where `value` does not fit, with the reason."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Question):
    """Text, on one line or several.

    Attributes
    ----------
    suggests:
        The name of a figure of the reading, `slug.figure` for another exercise's; several are
        separated by a space. The `name` of each of its rows may be taken as the answer.
    starters:
        Beginnings to take up and go on from.
    prompts:
        What stands in the margin while one writes.
    minutes:
        For how long to write, on a clock that can be hidden and cuts nobody off; 0: no clock.
    stamps:
        The name of the day question that keeps the day on which this was last written.
    sealed:
        For a column: the name of the day column that says since when it is sealed; it is not shown
        again before the Monday after the day in the column `opens`.
    """

    kind = "words"
    lines: int = 1
    longest: int = 10_000
    example: str = ""
    suggests: str = ""
    starters: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    minutes: int = 0
    stamps: str = ""
    sealed: str = ""
    opens: str = ""

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield (), "should be text"
        elif len(value) > self.longest:
            yield (), f"is longer than {self.longest} characters"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a choice: its id as stored, and the words on its button."""

    id: str | int
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One of a few options; the answer is the option's id. A long list is shown as a `menu`."""

    kind = "choice"
    options: tuple[Option, ...]
    menu: bool = False

    def faults(self, value: Any) -> Iterator[Fault]:
        ids = [option.id for option in self.options]
        if isinstance(value, bool) or value not in ids:
            yield (), "should be one of " + ", ".join(str(i) for i in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Question):
    """A point between two ends in words, from `low` to `high` in steps of 0.1."""

    kind = "scale"
    low: float = 0
    high: float = 10
    low_end: str
    high_end: str

    def faults(self, value: Any) -> Iterator[Fault]:
        if not is_number(value) or not self.low <= value <= self.high:
            yield (), f"should be a number from {self.low:g} to {self.high:g}"
        elif round(value, 1) != value:
            yield (), "should be in steps of 0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Question):
    """A number with a unit, typed or taken from a few quick sizes.

    With `percent` the answer is a fraction, and a person types and sees hundredths of it.
    """

    kind = "amount"
    unit: str = ""
    least: float = 0
    most: float = 1e12
    sizes: tuple[float, ...] = ()
    usual: float | None = None
    percent: bool = False

    def faults(self, value: Any) -> Iterator[Fault]:
        if not is_number(value) or not self.least <= value <= self.most:
            yield (), f"should be a number from {self.least:g} to {self.most:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Question):
    """A local date, written YYYY-MM-DD. With `begins`, a round starts with its first day here."""

    kind = "day"
    begins: bool = False

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, str) or not is_day(value):
            yield (), "should be a date, written YYYY-MM-DD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Question):
    """A few questions that make one answer: an object with a field for each."""

    kind = "group"
    parts: tuple[Question, ...]

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield (), "should be an object"
            return
        yield from faults(self.parts, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One view on a list of rows, so that a long list is answered one thing at a time.

    Attributes
    ----------
    view:
        `list` (write and remove rows), `one_by_one` (one row, large buttons), `board` (two scales
        at once, the first across and the second up), `each` (every row, a line of controls),
        `pick` (tap what applies of the rows that are offered, and write own ones), `log` (one line
        and Enter, the newest first), `forms` (every row a small form), `mark` (mark phrases in a
        text), `pairs` (which of two, until they are in order).
    columns:
        The columns asked here.
    region:
        Ask only the rows that lie in this region of the board.
    also:
        Questions outside the rows that wait behind *more* here.
    when:
        The name of a figure of the reading that must be there for the step to be offered.
    aid:
        Help beside the list: `calendar`, or `text_file` (a line is a row).
    marks:
        For `mark`: the name of the question whose text is marked.
    """

    name: str
    view: str
    columns: tuple[str, ...]
    title: str
    help: str = ""
    region: str = ""
    also: tuple[str, ...] = ()
    when: str = ""
    aid: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Question):
    """A list of rows, each an object with an `id` and a field for each column it answers.

    The first column names a row, unless it is one of `offers` or `about` something.

    Attributes
    ----------
    at_most, stay:
        So many rows may be listed; so many of them are kept once the person has chosen.
    offers:
        Rows that need only be picked; such a row has the option's id.
    about:
        The name of a figure of the reading, `slug.figure` for another exercise's: there is a row
        for each of its rows (`id`, `name`), and nothing else can be listed.
    """

    kind = "rows"
    columns: tuple[Question, ...]
    steps: tuple[Step, ...] = ()
    at_most: int = 200
    stay: int = 200
    noun: str = "row"
    offers: tuple[Option, ...] = ()
    about: str = ""

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield (), "should be a list"
            return
        if len(value) > self.at_most:
            yield (), f"has more than {self.at_most} rows"
        seen: set[str] = set()
        for index, row in enumerate(value):
            if not isinstance(row, Mapping):
                yield (index,), "should be an object"
                continue
            yield from self._id_faults(index, row.get("id"), seen)
            for place, reason in faults(self.columns, row):
                yield (index, *place), reason

    @staticmethod
    def _id_faults(index: int, row_id: Any, seen: set[str]) -> Iterator[Fault]:
        if not isinstance(row_id, str) or not row_id:
            yield (index, "id"), "should be there, as text"
        elif row_id in seen:
            yield (index, "id"), "is used by an earlier row"
        else:
            seen.add(row_id)


def faults(questions: tuple[Question, ...], answers: Answers) -> Iterator[Fault]:
    """Yield every fault in `answers`, each with its place.

    Unknown fields are no fault: a later version may have written them.
    """
    for question in questions:
        if question.name in answers:
            for place, reason in question.faults(answers[question.name]):
                yield (question.name, *place), reason


def answered(question: Question, answers: Answers) -> Any | None:
    """Return the answer to `question`, or None where there is none or it does not fit."""
    value = answers.get(question.name)
    return None if value is None or any(question.faults(value)) else value


def rows_in(name: str, answers: Answers) -> list[Mapping[str, Any]]:
    """Return the rows that stand under `name`, as they lie; what is no row is left out."""
    found = answers.get(name)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def walk(questions: tuple[Question, ...]) -> Iterator[Question]:
    """Yield every question, those inside groups and rows too."""
    for question in questions:
        yield question
        yield from walk(_inside(question))


def _inside(question: Question) -> tuple[Question, ...]:
    if isinstance(question, Rows):
        return question.columns
    return question.parts if isinstance(question, Group) else ()


def is_number(value: Any) -> bool:
    """Whether `value` is a finite number; True and False are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) or math.isfinite(value)


def is_day(text: str) -> bool:
    """Whether `text` is a date written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
