"""The exercises, each on its own, and the catalog that lists them in workbook order."""

from __future__ import annotations

from quadrantlib.errors import Refused
from quadrantlib.exercise import Exercise
from quadrantlib.exercises import (
    arrivals,
    drift_check,
    five_years,
    my_page,
    role_of_work,
    skeptics,
    skills_ledger,
    sparks,
    ten_tasks,
    the_arc,
    thirty_minutes,
    values,
    your_number,
)

CATALOG: tuple[Exercise, ...] = (
    ten_tasks.EXERCISE,
    drift_check.EXERCISE,
    five_years.EXERCISE,
    values.EXERCISE,
    role_of_work.EXERCISE,
    your_number.EXERCISE,
    skills_ledger.EXERCISE,
    sparks.EXERCISE,
    thirty_minutes.EXERCISE,
    skeptics.EXERCISE,
    arrivals.EXERCISE,
    the_arc.EXERCISE,
    my_page.EXERCISE,
)


def by_slug(slug: str) -> Exercise:
    """Return the exercise called `slug`.

    Raises
    ------
    Refused
        If there is none; the sentence lists those there are.
    """
    for exercise in CATALOG:
        if exercise.slug == slug:
            return exercise
    raise Refused(
        "There is no exercise of that name.",
        "Nothing was changed.",
        f"Choose one of: {', '.join(exercise.slug for exercise in CATALOG)}.",
    )
