"""The answers as tasks: whatever is missing or does not fit is None."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from quadrantlib import quadrant
from quadrantlib.exercises.ten_tasks import questions
from quadrantlib.exercises.ten_tasks.questions import QUESTIONS
from quadrantlib.questions import Answers, answered, rows_in

WINDOW_DAYS = 28.0
SLEEP_HOURS = 8.0


@dataclass(frozen=True, slots=True)
class Task:
    """One of the ten: hours in the window, difficulty and autonomy 0–10."""

    id: str
    name: str
    if_gone: int | None
    origin: str | None
    autonomy: float | None
    difficulty: float | None
    hours: float | None
    anyway: str | None

    @property
    def mark(self) -> quadrant.Mark | None:
        """Where it lies on the board, if it has been placed."""
        if self.difficulty is None or self.autonomy is None:
            return None
        return quadrant.Mark(self.id, self.name, self.difficulty, self.autonomy, self.hours or 0.0)

    @property
    def region(self) -> str | None:
        """The place it lies in, if it has been placed."""
        return quadrant.place(self.mark) if self.mark else None

    @property
    def chosen(self) -> bool:
        """Whether it lies on the chosen side."""
        return self.autonomy is not None and self.autonomy > quadrant.MIDDLE.autonomy

    @property
    def assigned(self) -> bool:
        """Whether it lies on the assigned side; on the line it is neither."""
        return self.autonomy is not None and self.autonomy < quadrant.MIDDLE.autonomy


@dataclass(frozen=True, slots=True)
class Waking:
    """The window that is looked back on."""

    days: float
    sleep: float

    @property
    def hours(self) -> float:
        """Waking hours in it, more than none."""
        return (24 - self.sleep) * self.days


def tasks_in(answers: Answers) -> tuple[Task, ...]:
    """Return the tasks that were begun; an empty row is none yet."""
    return tuple(_task(row) for row in rows_in("tasks", answers) if _begun(row))


def waking_in(answers: Answers) -> Waking:
    """Return the window, with 28 days and 8 hours of sleep where nothing else was said."""
    days, sleep = said("window_days", answers), said("sleep_hours", answers)
    return Waking(WINDOW_DAYS if days is None else days, SLEEP_HOURS if sleep is None else sleep)


def said(name: str, answers: Answers) -> Any | None:
    """Return the answer to the question called `name`, if there is one that fits."""
    return answered(next(q for q in QUESTIONS if q.name == name), answers)


def placed(tasks: Sequence[Task]) -> list[Task]:
    """Return the tasks that have a place on the board."""
    return [task for task in tasks if task.mark]


def total(tasks: Sequence[Task]) -> float:
    """Return the hours of `tasks`; the order does not matter."""
    return fsum(task.hours or 0.0 for task in tasks)


def _begun(row: Mapping[str, Any]) -> bool:
    return any(value not in ("", None) for name, value in row.items() if name != "id")


def _task(row: Mapping[str, Any]) -> Task:
    if_gone = answered(questions.IF_GONE, row)
    return Task(
        id=str(row.get("id", "")),
        name=answered(questions.NAME, row) or "",
        if_gone=None if if_gone is None else int(if_gone),
        origin=answered(questions.ORIGIN, row),
        autonomy=answered(questions.AUTONOMY, row),
        difficulty=answered(questions.DIFFICULTY, row),
        hours=answered(questions.HOURS, row),
        anyway=answered(questions.ANYWAY, row),
    )
