"""A submission as it comes in: what fits, what does not and where, and the value it makes. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from quadrantlib.envelope import Field, Schema
from quadrantlib.exercise import Exercise
from quadrantlib.papers import (
    DIALECT,
    ID,
    closed_faults,
    closed_schema,
    head,
    line,
    matches,
    matching,
)
from quadrantlib.questions import Fault
from quadrantlib.shares import Share
from quadrantlib.visible import visible

FORMAT = "quadrant-submission"
CODE = "^[A-Za-z0-9-]{1,40}$"
LONGEST_ANSWER = 500


@dataclass(frozen=True, slots=True, repr=False)
class Submission:
    """What one person handed over.

    Attributes
    ----------
    participant:
        64 hexadecimal digits: the same person in every wave of this cohort.
    month:
        YYYY-MM; empty if it was left out.
    shares:
        Share name → value.
    digest:
        64 hexadecimal digits, of everything in it, however it was laid out.
    belongs:
        Attribute name → option id; at most one.
    """

    cohort: str
    participant: str
    month: str
    shares: Mapping[str, Any]
    digest: str
    code: str = ""
    belongs: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""


def read(value: Mapping[str, Any]) -> Submission:
    """Return the submission that a fitting JSON `value` is; its words without what is not seen."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return Submission(
        cohort=visible(value["cohort"]),
        participant=value["participant"],
        month=value.get("month", ""),
        shares=value["shares"],
        digest=sha256(canonical.encode()).hexdigest(),
        code=value.get("code", ""),
        belongs=value.get("belongs", {}),
        answer=visible(value.get("answer", "")),
    )


def submission_schema(catalog: Sequence[Exercise]) -> Schema:
    """Return the JSON Schema (2020-12) of a submission, generated from the shares.

    It says all that the walk says but for two things: that a whole adds up to 100, and that a list
    is in alphabetical order.
    """
    named = {"title": "A submission", "description": "What one person hands over to a facilitator."}
    found = closed_schema(HEAD)
    shares = {each.name: {"title": each.title, **each.schema()} for each in shares_of(catalog)}
    found["properties"]["shares"] |= {"properties": shares, "additionalProperties": False}
    return {"$schema": DIALECT, **named, **found}


def faults_in_submission(data: Any, catalog: Sequence[Exercise]) -> list[Fault]:
    """Return every fault of the JSON value `data`: its place and the reason, never the value.

    >>> faults_in_submission({"format": "quadrant-submission", "salary": 1}, ())[:2]
    [(('salary',), 'is not a field here'), (('version',), 'should be 1')]
    """
    return list(_faults(data, {each.name: each for each in shares_of(catalog)}))


def shares_of(catalog: Sequence[Exercise]) -> tuple[Share, ...]:
    """Return every share of the catalog, in workbook order."""
    return tuple(share for exercise in catalog for share in exercise.shares)


def _faults(data: Any, known: Mapping[str, Share]) -> Iterator[Fault]:
    yield from closed_faults(HEAD, data)
    shares = data.get("shares") if isinstance(data, Mapping) else None
    for name, value in shares.items() if isinstance(shares, Mapping) else ():
        if name not in known:
            yield ("shares", name), "is not a field here"
            continue
        for place, reason in known[name].faults(value):
            yield ("shares", name, *place), reason


def _is_group(value: Any) -> bool:
    fits = isinstance(value, Mapping) and len(value) == 1
    return fits and all(matches(ID, part) for pair in value.items() for part in pair)


_GROUP = {
    "type": "object",
    "propertyNames": {"pattern": ID},
    "additionalProperties": {"type": "string", "pattern": ID},
    "minProperties": 1,
    "maxProperties": 1,
}
HEAD = (
    *head(FORMAT),
    matching("participant", "^[0-9a-f]{64}$", "should be 64 hexadecimal digits"),
    matching(
        "month", "^[0-9]{4}-(0[1-9]|1[0-2])$", "should be a month, written YYYY-MM", required=False
    ),
    matching("code", CODE, "should be letters, digits and hyphens, at most 40", required=False),
    Field("belongs", _GROUP, _is_group, "should name one group by its id", required=False),
    line("answer", LONGEST_ANSWER, required=False),
    Field(
        "shares",
        {"type": "object", "minProperties": 1},
        lambda value: isinstance(value, Mapping) and bool(value),
        "should be an object with something in it",
    ),
)
