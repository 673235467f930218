"""Figures of made-up rounds, for pictures."""

from __future__ import annotations

from typing import Any

from quadrantlib import quadrant

NAMES = (
    "Sprint planning",
    "The migration nobody wanted",
    "Status reports",
    "Inbox and chat",
    "School run",
    "Reading aloud",
    "The design essay",
    "Learning to weld",
    "On call",
    "Teaching a colleague",
)
METHOD = (
    *((60, 9, 1), (80, 8, 2), (40, 3, 1), (24, 4, 3), (16, 4, 6)),
    *((12, 8, 9), (10, 3, 10), (8, 2, 9), (20, 6, 3), (6, 7, 10)),
)
FELT = (-1, -1, 0, -1, 1, 1, 1, 1, None, 1)
AWAKE = 448


def row(number: int, hours, *point_and_feeling, name=None) -> dict[str, Any]:
    difficulty, autonomy, if_gone = (*point_and_feeling, None)[:3]
    return {
        "id": f"t{number}",
        "name": NAMES[number] if name is None else name,
        "difficulty": difficulty,
        "autonomy": autonomy,
        "hours": hours,
        "if_gone": if_gone,
        "region": quadrant.region(difficulty, autonomy),
    }


def figures(rows, **more) -> dict[str, Any]:
    """What a reading says of `rows`, as far as a picture asks."""
    marks = [
        quadrant.Mark(r["id"], r["name"], r["difficulty"], r["autonomy"], r["hours"] or 0)
        for r in rows
    ]
    hours = quadrant.hours_by_place(marks)
    found: dict[str, Any] = {"placed": rows} if rows else {}
    if shares := quadrant.shares(hours):
        found |= {"shares": shares, "waking_shares": quadrant.shares(hours, of=AWAKE)}
    return found | more


TASKS = [row(i, *METHOD[i], FELT[i]) for i in range(10)]
FULL = figures(TASKS, guess=3)
