"""The fields of the reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum
from typing import Any

from quadrantlib.exercises.the_arc.jobs import Job
from quadrantlib.quadrant import PLACES

Figures = dict[str, Any]


def figures(jobs: Sequence[Job], before: Sequence[Job], repeats: str) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Parameters
    ----------
    before:
        The jobs of the last round.
    repeats:
        What was written about what repeats, or nothing.

    Returns
    -------
    dict
        JSON-ready. `jobs`: rows, the earliest first, see `_row`.
        `lines`: how many jobs have a line of two points or more; of these `falling` and `rising`
        are those that end lower or higher than they begin, and `sank`: the year (counted from one)
        in which each first lay 2 below its highest so far, for those that did; `bent`: the same
        for those that were level or rose before; `from_first`: the names of those that were not.
        `by_year`: from day one, the mean aliveness over the jobs that had such a year: `year`
        (from one), `alive`, `jobs`.
        `regions`: place → how many jobs lived there.
        `change`: the names of jobs that have come since the last round. `repeats`: as written.
    """
    drawn = [job for job in jobs if job.change is not None]
    regions = Counter(job.region for job in jobs if job.region)
    known = {job.name.casefold() for job in before}
    new = [job.name for job in jobs if job.name.casefold() not in known]
    found = {
        "jobs": [_row(job) for job in jobs],
        "lines": len(drawn),
        "falling": [job.name for job in drawn if (job.change or 0) < 0],
        "rising": [job.name for job in drawn if (job.change or 0) > 0],
        "sank": [job.sank for job in drawn if job.sank is not None],
        "bent": [job.sank for job in drawn if job.sank is not None and not job.from_first],
        "from_first": [job.name for job in drawn if job.from_first],
        "by_year": _by_year(drawn),
        "regions": {place: regions[place] for place in PLACES if regions[place]},
        "change": new if before else None,
        "repeats": repeats or None,
    }
    return {name: value for name, value in found.items() if value is not None} if jobs else {}


def _row(job: Job) -> Figures:
    """Return a job; `line` holds pairs of years since its first and aliveness 0–10."""
    return {
        "id": job.id,
        "name": job.name,
        "from": job.first,
        "to": job.last,
        "line": [list(point) for point in job.line],
        "sank": job.sank,
        "change": job.change,
        "autonomy": job.autonomy,
        "difficulty": job.difficulty,
        "region": job.region,
    }


def _by_year(jobs: Sequence[Job]) -> list[Figures]:
    years: dict[int, list[float]] = {}
    for job in jobs:
        for year, alive in job.line:
            years.setdefault(year, []).append(alive)
    return [
        {"year": year + 1, "alive": fsum(own) / len(own), "jobs": len(own)}
        for year, own in sorted(years.items())
    ]
