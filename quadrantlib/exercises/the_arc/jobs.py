"""The answers as jobs: whatever is missing or does not fit is None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quadrantlib import quadrant
from quadrantlib.exercises.the_arc import questions
from quadrantlib.questions import Answers, answered, rows_in

SANK = 2
"""So much below the highest it had been: a step of our own choosing that an eye would notice."""


@dataclass(frozen=True, slots=True)
class Job:
    """One of them: its first and last year, and aliveness 0–10 by the year since its first."""

    id: str
    name: str
    first: int | None
    last: int | None
    line: tuple[tuple[int, float], ...]
    autonomy: float | None
    difficulty: float | None

    @property
    def sank(self) -> int | None:
        """The year of the job, counted from one, in which it lay 2 below its highest so far."""
        highest = 0.0
        for year, alive in self.line:
            highest = max(highest, alive)
            if alive <= highest - SANK:
                return year + 1
        return None

    @property
    def change(self) -> float | None:
        """How much higher the line ends than it begins; None below two points."""
        return round(self.line[-1][1] - self.line[0][1], 1) if len(self.line) > 1 else None

    @property
    def region(self) -> str | None:
        """The place where its days lived, if it has one."""
        if self.difficulty is None or self.autonomy is None:
            return None
        return quadrant.region(self.difficulty, self.autonomy)


def jobs_in(answers: Answers, today: date) -> tuple[Job, ...]:
    """Return the jobs that have a name, the earliest first; the order of rows does not matter."""
    jobs = [_job(row, today) for row in rows_in("jobs", answers)]
    return tuple(sorted((each for each in jobs if each.name), key=_early))


def _early(job: Job) -> tuple[int, str]:
    return (9999 if job.first is None else job.first), job.id


def _job(row: Mapping[str, Any], today: date) -> Job:
    first, last = answered(questions.FROM, row), answered(questions.TO, row)
    begins = None if first is None else int(first)
    ends = today.year if last is None else int(last)
    return Job(
        id=str(row.get("id", "")),
        name=" ".join((answered(questions.NAME, row) or "").split()),
        first=begins,
        last=None if last is None else int(last),
        line=() if begins is None else _line(answered(questions.ALIVE, row) or {}, begins, ends),
        autonomy=answered(questions.AUTONOMY, row),
        difficulty=answered(questions.DIFFICULTY, row),
    )


def _line(alive: Mapping[str, float], first: int, last: int) -> tuple[tuple[int, float], ...]:
    """Return the points between the two years: the years may have been changed since."""
    years = sorted((int(year), value) for year, value in alive.items())
    return tuple((year - first, value) for year, value in years if first <= year <= last)
