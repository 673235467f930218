"""The seven questions, with the answers that already lie somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quadrantlib.contradictions import Everything, answers, figures, rows
from quadrantlib.exercise import Line
from quadrantlib.exercises.my_page.questions import SEVEN
from quadrantlib.phrases import listed, quoted
from quadrantlib.questions import answered

ROLES = {
    "leading": "This season it leads.",
    "sharing": "This season it has a shared part.",
    "supporting": "This season it supports the rest.",
}
EDGES = {"grow": "Where you grow.", "lean": "Where you lean on what you have."}
FEW = 3
ASKS = {
    "values": "values",
    "aim": "skeptics",
    "role": "role-of-work",
    "edge": "skeptics",
    "sparks": "sparks",
    "people": "skeptics",
    "success": "five-years",
}
"""A question → the exercise that asks it."""


def gathered(told: Everything) -> dict[str, Line]:
    """Return what was answered elsewhere, or here; a question without an answer is absent."""
    found = {name: find(told) for name, find in ELSEWHERE.items()}
    here = {q.name: answered(q, answers(told, "my-page")) for q in SEVEN}
    lines = {name: line or _here(here[name]) for name, line in found.items()}
    return {name: line for name, line in lines.items() if line}


def _here(words: str | None) -> Line | None:
    return Line(_flat(words)) if words and words.strip() else None


def _values(told: Everything) -> Line | None:
    found = figures(told, "values")
    named = found.get("core_named") or found.get("top_named") or ()
    return Line(f"{listed([row['name'] for row in named])}.", "values") if named else None


def _aim(told: Everything) -> Line | None:
    found = answers(told, "skeptics")
    if found.get("aim") == "money":
        return Line("Money, for now.", "skeptics")
    instead = _text(found.get("instead"))
    return Line(f"Something else: {instead}", "skeptics") if instead else None


def _role(told: Everything) -> Line | None:
    words = ROLES.get(str(figures(told, "role-of-work").get("role")))
    return Line(words, "role-of-work") if words else None


def _edge(told: Everything) -> Line | None:
    words = EDGES.get(str(answers(told, "skeptics").get("edge")))
    return Line(words, "skeptics") if words else None


def _sparks(told: Everything) -> Line | None:
    named = [quoted(row["name"]) for row in figures(told, "sparks").get("sparks", ())[:FEW]]
    return Line(f"{listed(named)}.", "sparks") if named else None


def _people(told: Everything) -> Line | None:
    named = [_text(row.get("name")) for row in rows(told, "skeptics", "people")]
    known = [name for name in named if name][:FEW]
    return Line(f"{listed(known)}.", "skeptics") if known else None


def _success(told: Everything) -> Line | None:
    words = _text(figures(told, "five-years").get("success"))
    return Line(words, "five-years") if words else None


def _text(value: Any) -> str:
    return _flat(value) if isinstance(value, str) else ""


def _flat(words: str) -> str:
    return " ".join(words.split())


ELSEWHERE: Mapping[str, Callable[[Everything], Line | None]] = {
    "values": _values,
    "aim": _aim,
    "role": _role,
    "edge": _edge,
    "sparks": _sparks,
    "people": _people,
    "success": _success,
}
