"""The journal's JSON Schema, generated from the questions, and a walk that finds every fault.

The schema is for others to read; what is wrong with a file, and where, is told by the walk. Both
say the same, but for what a schema cannot say: that no two rows, and no two rounds, share an id,
and how many beads there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from typing import Any

from quadrantlib.envelope import DAY, JOURNAL, NAME, ROUND, Schema, is_name, misfits, object_schema
from quadrantlib.exercise import Exercise
from quadrantlib.kinds import LONGEST_ID, Beads, Brought, Cards, Curve, Many, Piles
from quadrantlib.questions import (
    Amount,
    Choice,
    Day,
    Fault,
    Group,
    Question,
    Rows,
    Scale,
    Words,
    faults,
    walk,
)

CARD: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_ID}
TEN = Scale(name="", ask="", low_end="", high_end="")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def journal_schema(catalog: Sequence[Exercise]) -> Schema:
    """Return the JSON Schema (2020-12) of a journal. Unknown fields are allowed everywhere."""
    found = object_schema(JOURNAL)
    found["properties"]["rounds"] = {
        "type": "object",
        "properties": {exercise.slug: _rounds_schema(exercise) for exercise in catalog},
        "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/round"}},
    }
    asked = [q for e in catalog for q in walk(e.questions)]
    scales = [TEN, *(q for q in asked if isinstance(q, Scale))]
    defs = {"round": object_schema(ROUND)} | {_steps_name(scale): _steps(scale) for scale in scales}
    head = {"$schema": DIALECT, "title": "A journal", "description": "All that one person wrote."}
    return {**head, **found, "$defs": defs}


def question_schema(question: Question) -> Schema:
    """Return the schema of an answer, titled with the question's words."""
    described = {"description": question.help} if question.help else {}
    return {"title": question.ask, **described, **_fitting(question)}


def faults_in_journal(data: Any, catalog: Sequence[Exercise]) -> list[Fault]:
    """Return every fault of the JSON value `data`: its place and the reason, never the value.

    >>> faults_in_journal({"format": "quadrant-journal", "version": 1, "id": "a"}, ())
    [(('revision',), 'should be a whole number'), (('rounds',), 'should be an object')]
    """
    return list(_journal(data, {exercise.slug: exercise.questions for exercise in catalog}))


def _rounds_schema(exercise: Exercise) -> Schema:
    answers = {
        "type": "object",
        "properties": {q.name: question_schema(q) for q in exercise.questions},
    }
    one = {"allOf": [{"$ref": "#/$defs/round"}], "properties": {"answers": answers}}
    return {
        "title": exercise.title,
        "description": exercise.why,
        "type": "array",
        "items": one,
    }


@singledispatch
def _fitting(question: Question) -> Schema:
    raise NotImplementedError(type(question).__name__)


@_fitting.register
def _(question: Words) -> Schema:
    return {"type": "string", "maxLength": question.longest}


@_fitting.register
def _(question: Choice) -> Schema:
    return {"oneOf": [{"const": each.id, "title": each.label} for each in question.options]}


@_fitting.register
def _(question: Scale) -> Schema:
    return {"$ref": f"#/$defs/{_steps_name(question)}"}


@_fitting.register
def _(question: Amount) -> Schema:
    return {"type": "number", "minimum": question.least, "maximum": question.most}


@_fitting.register
def _(_: Day) -> Schema:
    return DAY


@_fitting.register
def _(question: Group) -> Schema:
    parts = {part.name: question_schema(part) for part in question.parts}
    return {"type": "object", "properties": parts}


@_fitting.register
def _(question: Rows) -> Schema:
    columns = {column.name: question_schema(column) for column in question.columns}
    row = {"type": "object", "required": ["id"], "properties": {"id": NAME, **columns}}
    return {"type": "array", "maxItems": question.at_most, "items": row}


@_fitting.register
def _(question: Many) -> Schema:
    one = {"oneOf": [{"const": each.id, "title": each.label} for each in question.options]}
    return {"type": "array", "items": one, "uniqueItems": True, "maxItems": question.at_most}


@_fitting.register
def _(question: Cards) -> Schema:
    return {"type": "array", "items": CARD, "uniqueItems": True, "maxItems": question.at_most}


@_fitting.register
def _(question: Piles) -> Schema:
    pile = {"oneOf": [{"const": each.id, "title": each.label} for each in question.piles]}
    return {"type": "object", "propertyNames": CARD, "additionalProperties": pile}


@_fitting.register
def _(question: Beads) -> Schema:
    count = {"type": "integer", "minimum": 0, "maximum": question.total}
    return {"type": "object", "propertyNames": CARD, "additionalProperties": count}


@_fitting.register
def _(_: Curve) -> Schema:
    years = {"pattern": "^[0-9]{4}$"}
    return {
        "type": "object",
        "propertyNames": years,
        "additionalProperties": {"$ref": f"#/$defs/{_steps_name(TEN)}"},
    }


@_fitting.register
def _(_: Brought) -> Schema:
    return {"not": {}}


def _steps_name(scale: Scale) -> str:
    return f"from-{scale.low:g}-to-{scale.high:g}"


def _steps(scale: Scale) -> Schema:
    """Every step by name: `multipleOf: 0.1` refuses 0.3 in the common validators."""
    tenths = [round(scale.low + step / 10, 1) for step in range(round(10 * _width(scale)) + 1)]
    return {"enum": [int(value) if value.is_integer() else value for value in tenths]}


def _width(scale: Scale) -> float:
    return scale.high - scale.low


def _journal(data: Any, catalog: Mapping[str, tuple[Question, ...]]) -> Iterator[Fault]:
    if not isinstance(data, Mapping):
        yield (), "should be an object"
        return
    yield from misfits(JOURNAL, data)
    rounds = data.get("rounds")
    for slug, listed in rounds.items() if isinstance(rounds, Mapping) else ():
        for place, reason in _rounds(listed, catalog.get(slug, ())):
            yield ("rounds", slug, *place), reason


def _rounds(listed: Any, questions: tuple[Question, ...]) -> Iterator[Fault]:
    if not isinstance(listed, list):
        yield (), "should be a list"
        return
    seen: set[str] = set()
    for index, each in enumerate(listed):
        for place, reason in _round(each, questions, seen):
            yield (index, *place), reason


def _round(each: Any, questions: tuple[Question, ...], seen: set[str]) -> Iterator[Fault]:
    if not isinstance(each, Mapping):
        yield (), "should be an object"
        return
    yield from misfits(ROUND, each)
    if is_name(each.get("id")):
        if each["id"] in seen:
            yield ("id",), "is used by an earlier round"
        seen.add(each["id"])
    if isinstance(each.get("answers"), Mapping):
        for place, reason in faults(questions, each["answers"]):
            yield ("answers", *place), reason
