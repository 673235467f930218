"""A reading as a page shows it: the words, and pictures as SVG, in a sentence and as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quadrantlib.exercise import Reading
from quadrantlib.pictures import (
    drift_check,
    five_years,
    role_of_work,
    skills_ledger,
    ten_tasks,
    the_arc,
    thirty_minutes,
    values,
)
from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.svg import paint

Layout = Callable[[Mapping[str, Any], str], Picture | None]
"""(figures of a reading, where they come from) → picture; None where there is nothing to draw."""

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "role-of-work": (role_of_work.layout, role_of_work.needs),
    "skills-ledger": (skills_ledger.layout,),
    "ten-tasks": (ten_tasks.layout,),
    "values": (values.layout,),
    "drift-check": (drift_check.layout, drift_check.signs),
    "five-years": (five_years.layout,),
    "thirty-minutes": (thirty_minutes.month, thirty_minutes.pace),
    "the-arc": (the_arc.lines, the_arc.marks),
}
WIDTHS = (640, 340)
"""Pixels; a phone's drawing has letters of its own size."""


def shown(reading: Reading, slug: str, source: str = "") -> dict[str, Any]:
    """Return the reading of the exercise called `slug`, JSON-ready.

    Returns
    -------
    dict
        `says`, `needs`, `wonders`, `aside`: lists of sentences. `pictures`: a list, each with
        `drawings` (one SVG for each of `WIDTHS`), `title`, `sentence`, `source`, `shapes` (whether
        the shapes want explaining) and `table` with its `header` and `rows`.
    """
    pictures = [layout(reading.figures, source) for layout in LAYOUTS.get(slug, ())]
    return {
        "says": list(reading.says),
        "needs": list(reading.needs),
        "wonders": list(reading.wonders),
        "aside": list(reading.aside),
        "pictures": [_drawn(picture) for picture in pictures if picture],
    }


def _drawn(picture: Picture) -> dict[str, Any]:
    table = picture.table
    return {
        "drawings": [paint(picture, width) for width in WIDTHS],
        "title": picture.title,
        "sentence": picture.sentence,
        "table": {"header": list(table.header), "rows": [list(row) for row in table.rows]},
        "source": picture.source,
        "shapes": picture.shapes,
    }
