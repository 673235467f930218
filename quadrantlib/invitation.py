"""What a facilitator hands to everyone: the cohort's name, and what is asked beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quadrantlib import strictjson
from quadrantlib.envelope import Field, Schema
from quadrantlib.errors import Unreadable
from quadrantlib.papers import DIALECT, ID, closed_faults, closed_schema, head, line, matching
from quadrantlib.questions import Fault, Option
from quadrantlib.visible import visible, where

FORMAT = "quadrant-invitation"
FILE = "invitation.json"
OTHERS = "others"
"""What a report calls the groups that it had to merge: no group may have this id."""
MOST_OPTIONS = 50
_ID = "should be letters, digits, hyphens and underscores, at most 60"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A group that everybody may say they belong to: one of a closed list."""

    name: str
    ask: str
    options: tuple[Option, ...]

    def label(self, wanted: str) -> str:
        """Return an option's label by its id; empty if there is none of that id."""
        return next((each.label for each in self.options if each.id == wanted), "")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a submission is for, and what is asked beside its shares."""

    cohort: str
    attribute: Attribute | None = None
    question: str = ""


def parse(text: str | bytes) -> Invitation:
    """Return the invitation that `text` holds, with nothing in it that cannot be seen.

    Raises
    ------
    Unreadable
        If it is none; the reason names every place, and never what stands there.
    """
    value = strictjson.loads(text)
    if found := [f"{where(place)} {reason}" for place, reason in faults_in_invitation(value)]:
        raise Unreadable(f"It is no invitation of this workbook: {'; '.join(found)}.")
    asked = value.get("attribute")
    question = visible(value.get("question", ""))
    return Invitation(visible(value["cohort"]), _attribute(asked) if asked else None, question)


def invitation_schema() -> Schema:
    """Return the JSON Schema (2020-12) of an invitation."""
    return {"$schema": DIALECT, "title": "An invitation", **closed_schema(INVITATION)}


def faults_in_invitation(data: Any) -> list[Fault]:
    """Return every fault of the JSON value `data`: its place and the reason, never the value."""
    return list(_faults(data))


def _attribute(asked: Mapping[str, Any]) -> Attribute:
    options = tuple(Option(each["id"], visible(each["label"])) for each in asked["options"])
    return Attribute(asked["name"], visible(asked["ask"]), options)


def _faults(data: Any) -> Iterator[Fault]:
    yield from closed_faults(INVITATION, data)
    asked = data.get("attribute") if isinstance(data, Mapping) else None
    if isinstance(asked, Mapping):
        yield from (
            (("attribute", *place), reason) for place, reason in closed_faults(ATTRIBUTE, asked)
        )
        yield from (
            (("attribute", "options", *place), reason)
            for place, reason in _option_faults(asked.get("options"))
        )


def _option_faults(options: Any) -> Iterator[Fault]:
    seen = {OTHERS}
    for index, each in enumerate(options if isinstance(options, list) else ()):
        for place, reason in closed_faults(OPTION, each):
            yield (index, *place), reason
        option = each.get("id") if isinstance(each, Mapping) else None
        if option in seen:
            yield (index, "id"), "is taken"
        seen |= {option} if isinstance(option, str) else set()


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and 2 <= len(value) <= MOST_OPTIONS


OPTION = (matching("id", ID, _ID), line("label", 100))
_OPTIONS = {
    "type": "array",
    "items": closed_schema(OPTION),
    "minItems": 2,
    "maxItems": MOST_OPTIONS,
}
ATTRIBUTE = (
    matching("name", ID, _ID),
    line("ask", 200),
    Field("options", _OPTIONS, _is_list, f"should be a list of 2 to {MOST_OPTIONS}"),
)
INVITATION = (
    *head(FORMAT),
    Field(
        "attribute",
        closed_schema(ATTRIBUTE),
        lambda value: isinstance(value, Mapping),
        "should be an object",
        required=False,
    ),
    line("question", 300, required=False),
)
