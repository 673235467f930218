"""What invitations and submissions have in common: fields that are there, and no others. Pure.

A paper comes from a stranger. So it is closed: what is not asked for is refused by its name, and no
reason ever quotes a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from quadrantlib.envelope import Field, Schema, misfits, object_schema
from quadrantlib.questions import Fault
from quadrantlib.visible import visible

LARGEST = 256 * 1024
"""Bytes that a paper may have: some fifty times as many as the longest needs."""
VERSION = 1
ID = r"^[A-Za-z0-9][A-Za-z0-9_+-]{0,59}$"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def closed_schema(fields: Sequence[Field]) -> Schema:
    """Return the schema of an object with `fields`, and no others."""
    return {**object_schema(fields), "additionalProperties": False}


def closed_faults(fields: Sequence[Field], data: Any) -> Iterator[Fault]:
    """Yield every fault of `data` as an object with `fields`, and no others."""
    if not isinstance(data, Mapping):
        yield (), "should be an object"
        return
    known = {field.name for field in fields}
    yield from (((name,), "is not a field here") for name in data if name not in known)
    yield from misfits(fields, data)


def head(name: str) -> tuple[Field, ...]:
    """Return the fields with which a paper of this `name` begins."""
    return (
        Field("format", {"const": name}, lambda value: value == name, f"should be “{name}”"),
        Field("version", {"const": VERSION}, _is_version, f"should be {VERSION}"),
        line("cohort", 100),
    )


def line(name: str, longest: int, *, required: bool = True) -> Field:
    """Return a field for words, in which something must be seen."""
    schema = {"type": "string", "maxLength": longest, "pattern": r"\S"}
    reason = f"should be words, at most {longest} characters"
    return Field(name, schema, _words(longest), reason, required)


def matching(name: str, pattern: str, reason: str, *, required: bool = True) -> Field:
    """Return a field for text that matches `pattern` from end to end."""
    schema = {"type": "string", "pattern": pattern}
    return Field(name, schema, lambda value: matches(pattern, value), reason, required)


def matches(pattern: str, value: Any) -> bool:
    """Whether `value` is text that matches `pattern` from end to end."""
    return isinstance(value, str) and re.fullmatch(pattern.strip("^$"), value, re.ASCII) is not None


def is_later(value: Any, version: int = VERSION) -> bool:
    """Whether the JSON `value` says that it is of a later version than `version`."""
    found = value.get("version") if isinstance(value, dict) else None
    return isinstance(found, int) and found > version


def _is_version(value: Any) -> bool:
    return type(value) is int and value == VERSION


def _words(longest: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and len(value) <= longest and bool(visible(value))
