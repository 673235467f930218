"""The fields around the answers in a journal, and what fits in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quadrantlib.journal import VERSION
from quadrantlib.questions import Fault, is_day
from quadrantlib.shape import FORMAT

Schema = dict[str, Any]
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$"
NAME: Schema = {"type": "string", "minLength": 1}
NAMES: Schema = {"type": "array", "items": NAME}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what fits, as a schema and as a question to a value; the reason if it does not."""

    name: str
    schema: Schema
    fits: Callable[[Any], bool]
    reason: str
    required: bool = True


def object_schema(fields: Sequence[Field]) -> Schema:
    """Return the schema of an object with `fields`, and any others."""
    return {
        "type": "object",
        "required": [field.name for field in fields if field.required],
        "properties": {field.name: field.schema for field in fields},
    }


def misfits(fields: Sequence[Field], data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield each of `fields` that is missing from `data` or does not fit."""
    for field in fields:
        missing = field.name not in data
        if (missing and field.required) or (not missing and not field.fits(data[field.name])):
            yield (field.name,), field.reason


def is_name(value: Any) -> bool:
    """Whether `value` is text that can name something."""
    return isinstance(value, str) and bool(value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and re.search(MOMENT, value) is not None


def _all(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda listed: isinstance(listed, list) and all(map(fits, listed))


def _made_of(fields: Sequence[Field]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Mapping) and not any(misfits(fields, value))


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)


def _listed(name: str, fields: Sequence[Field], reason: str) -> Field:
    schema = {"type": "array", "items": object_schema(fields)}
    return Field(name, schema, _all(_made_of(fields)), reason, required=False)


ID = Field("id", NAME, is_name, "should be there, as text")
PATH = Field("path", NAMES, _all(is_name), "should be a list of names")
CONFLICT = (ID, PATH, Field("other", {}, lambda _: True, "should be there"))
REMOVAL = (
    PATH,
    Field("row", {"type": "object"}, _is_object, "should be an object"),
    Field("at", {"type": "string"}, lambda value: isinstance(value, str), "should be text"),
    Field("index", COUNT, _is_count, "should be a whole number"),
)
ROUND = (
    ID,
    Field(
        "started",
        DAY,
        lambda value: isinstance(value, str) and is_day(value),
        "should be a date, written YYYY-MM-DD",
    ),
    Field(
        "updated",
        {"type": "string", "pattern": MOMENT},
        _is_moment,
        "should be a moment, written YYYY-MM-DDTHH:MM:SSZ",
    ),
    Field("answers", {"type": "object"}, _is_object, "should be an object"),
    Field("also", NAMES, _all(is_name), "should be a list of ids", required=False),
    _listed(
        "conflicts", CONFLICT, "should be a list, each with an id, a path and the other answer"
    ),
    _listed("removed", REMOVAL, "should be a list, each with a path, a row, an index and a moment"),
)
JOURNAL = (
    Field("format", {"const": FORMAT}, lambda value: value == FORMAT, f"should be “{FORMAT}”"),
    Field(
        "version",
        {"const": VERSION},
        lambda value: _is_count(value) and value == VERSION,
        f"should be {VERSION}; a higher one comes from a later version of the workbook",
    ),
    ID,
    Field("revision", COUNT, _is_count, "should be a whole number"),
    Field("rounds", {"type": "object"}, _is_object, "should be an object"),
)
