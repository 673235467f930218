"""The answers as beads on areas: whatever is missing or does not fit is None."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quadrantlib.exercises.role_of_work.questions import AREAS, GIVEN, NAME, NOW, WANTED
from quadrantlib.kinds import Beads
from quadrantlib.questions import Answers, Rows, answered

Laid = dict[str, int]
"""An area's id → how many beads, more than none."""


def names(answers: Answers) -> dict[str, str]:
    """Return every area there is by its id, those of everybody first."""
    given = {str(area.id): area.label for area in GIVEN}
    own = {row["id"]: answered(NAME, row) for row in rows(AREAS, answers)}
    return given | {area: name for area, name in own.items() if name and area not in given}


def beads(question: Beads, answers: Answers) -> Laid | None:
    """Return the beads that lie somewhere; None where there are none."""
    laid = answered(question, answers) or {}
    return {area: laid[area] for area in names(answers) if laid.get(area)} or None


def areas(answers: Answers) -> list[dict[str, Any]] | None:
    """Return a row for each area with a bead; `now`, `wanted` are None where nothing is laid."""
    now, wanted = beads(NOW, answers), beads(WANTED, answers)
    if not now and not wanted:
        return None
    return [
        {
            "id": area,
            "name": name,
            "now": now.get(area, 0) if now else None,
            "wanted": wanted.get(area, 0) if wanted else None,
        }
        for area, name in names(answers).items()
        if area in (now or {}) or area in (wanted or {})
    ]


def in_the_tray(answers: Answers) -> Laid:
    """Return how many beads are left over, by question, where some are laid and some are not."""
    laid = {question: beads(question, answers) for question in (NOW, WANTED)}
    left = {q.name: q.total - sum(found.values()) for q, found in laid.items() if found}
    return {name: count for name, count in left.items() if count}


def gaps(answers: Answers) -> dict[str, int] | None:
    """Return wanted − now for every area; None before both are laid."""
    now, wanted = beads(NOW, answers), beads(WANTED, answers)
    if not now or not wanted:
        return None
    return {area: wanted.get(area, 0) - now.get(area, 0) for area in names(answers)}


def moved(then: Answers, answers: Answers) -> list[dict[str, Any]] | None:
    """Return the areas with more or fewer beads now than `then`.

    Rows have `id`, `name`, `then`, `now`, and `wanted` as it was then, None where nothing was laid.
    """
    before, here, wanted = beads(NOW, then), beads(NOW, answers), beads(WANTED, then)
    if not before or not here:
        return None
    return [
        {
            "id": area,
            "name": name,
            "then": before.get(area, 0),
            "now": here.get(area, 0),
            "wanted": wanted.get(area, 0) if wanted else None,
        }
        for area, name in (names(then) | names(answers)).items()
        if before.get(area, 0) != here.get(area, 0)
    ]


def rows(question: Rows, answers: Answers) -> Iterator[Mapping[str, Any]]:
    """Yield the rows that have an id; of two with the same id the first."""
    found, seen = answers.get(question.name), set()
    for row in found if isinstance(found, list) else ():
        own = row.get("id") if isinstance(row, Mapping) else None
        if isinstance(own, str) and own and own not in seen:
            seen.add(own)
            yield row
