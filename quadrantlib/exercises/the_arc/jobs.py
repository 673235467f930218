"""The answers as jobs: whatever is missing or does not fit is None."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quadrantlib import quadrant
from quadrantlib.exercise import Round
from quadrantlib.exercises.the_arc import questions
from quadrantlib.questions import answered, rows_in

SANK = 2
"""So much below the highest it had been: a step of our own choosing that an eye would notice."""
LEVEL = 1 / 4
"""A step is level where it falls by less than this part of the mean fall of a year."""


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
        at = self._sank_at()
        return None if at is None else self.line[at][0] + 1

    @property
    def from_first(self) -> bool:
        """Whether it sank by falling from its first year on, with no bend: no step up or level."""
        at = self._sank_at()
        return at is not None and not _bends(self.line[: at + 1])

    def _sank_at(self) -> int | None:
        highest = 0.0
        for at, (_, alive) in enumerate(self.line):
            highest = max(highest, alive)
            if alive <= highest - SANK:
                return at
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


def jobs_in(own: Round) -> tuple[Job, ...]:
    """Return the jobs that have a name, the earliest first; the order of rows does not matter.

    One that has no end goes on until the year in which the round was last changed.
    """
    jobs = [_job(row, own.changed.year) for row in rows_in("jobs", own.answers)]
    return tuple(sorted((each for each in jobs if each.name), key=_early))


def _early(job: Job) -> tuple[int, str]:
    return (9999 if job.first is None else job.first), job.id


def _job(row: Mapping[str, Any], this_year: int) -> Job:
    first, last = answered(questions.FROM, row), answered(questions.TO, row)
    begins = None if first is None else int(first)
    ends = this_year if last is None else int(last)
    return Job(
        id=str(row.get("id", "")),
        name=" ".join((answered(questions.NAME, row) or "").split()),
        first=begins,
        last=None if last is None else int(last),
        line=() if begins is None else _line(answered(questions.ALIVE, row) or {}, begins, ends),
        autonomy=answered(questions.AUTONOMY, row),
        difficulty=answered(questions.DIFFICULTY, row),
    )


def _bends(line: Sequence[tuple[int, float]]) -> bool:
    """Return whether there is a step up, or a level one, before the line lies lower."""
    (begun, high), (ended, low) = line[0], line[-1]
    fall = max(high - low, 0) / (ended - begun)
    steps = pairwise(line)
    return any(a - b <= 0 or a - b < LEVEL * fall * (y - x) for (x, a), (y, b) in steps)


def _line(alive: Mapping[str, float], first: int, last: int) -> tuple[tuple[int, float], ...]:
    """Return the points between the two years: the years may have been changed since."""
    years = sorted((int(year), value) for year, value in alive.items())
    return tuple((year - first, value) for year, value in years if first <= year <= last)
