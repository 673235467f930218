"""What the JSON of a journal must look like before anything reads it. No reason quotes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from quadrantlib.errors import Unreadable

FORMAT = "quadrant-journal"


def version_of(value: Any) -> int:
    """Return the version that wrote `value`; raise Unreadable if it is no journal at all."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Unreadable("It is not a journal of this workbook.")
    version = value.get("version")
    return version if isinstance(version, int) and not isinstance(version, bool) else 0


def faults(value: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the journal `value`, as sentences."""
    if not _is_name(value.get("id")):
        yield "It has no id."
    if not _is_count(value.get("revision")):
        yield "It does not say how often it was changed."
    rounds = value.get("rounds")
    if not isinstance(rounds, dict) or not all(isinstance(each, list) for each in rounds.values()):
        yield "Its rounds are not listed by exercise."
    elif not all(_is_round(found) for listed in rounds.values() for found in listed):
        yield "One of its rounds lacks an id, its dates or its answers."
    elif not all(len({r["id"] for r in listed}) == len(listed) for listed in rounds.values()):
        yield "Two of its rounds have the same id."


def _is_round(found: Any) -> bool:
    return (
        isinstance(found, dict)
        and _is_name(found.get("id"))
        and _is_day(found.get("started"))
        and isinstance(found.get("updated"), str)
        and isinstance(found.get("answers"), dict)
        and _all(found.get("also", []), _is_name)
        and _all(found.get("conflicts", []), _is_conflict)
        and _all(found.get("removed", []), _is_removal)
    )


def _is_conflict(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and {"path", "other"} <= value.keys()
        and _is_name(value.get("id"))
        and _all(value["path"], _is_name)
    )


def _is_removal(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("row"), dict)
        and isinstance(value.get("at"), str)
        and _is_count(value.get("index"))
        and _all(value.get("path"), _is_name)
    )


def _all(listed: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(listed, list) and all(fits(each) for each in listed)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
