"""A reading as a page shows it: the words, and pictures as SVG, in a sentence and as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
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
    your_number,
    your_number_sums,
)
from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.svg import paint

Layout = Callable[[Mapping[str, Any], str], Picture | None]
"""(figures of a reading, where they come from) → picture; None where there is nothing to draw."""


def woven(name: str, layout: Layout) -> Layout:
    """Return `layout` for a reading that holds another exercise's figures under `name`."""

    def inside(figures: Mapping[str, Any], _source: str) -> Picture | None:
        return layout(figures[name], "") if figures.get(name) else None

    return inside


LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "role-of-work": (role_of_work.layout, role_of_work.needs),
    "skills-ledger": (skills_ledger.layout,),
    "ten-tasks": (ten_tasks.layout,),
    "values": (values.layout,),
    "drift-check": (drift_check.layout, drift_check.signs),
    "five-years": (five_years.layout,),
    "thirty-minutes": (thirty_minutes.month, thirty_minutes.pace),
    "the-arc": (the_arc.lines, the_arc.marks),
    "my-page": (woven("map", ten_tasks.layout), woven("drift", drift_check.layout)),
    "your-number": (your_number.layout, your_number_sums.rates, your_number_sums.growth),
}
WIDTHS = (640, 340)
"""Pixels; a phone's drawing has letters of its own size."""


def shown(reading: Reading, slug: str, source: str = "") -> dict[str, Any]:
    """Return the reading of the exercise called `slug`, JSON-ready.

    Returns
    -------
    dict
        `says`, `needs`, `wonders`, `aside`: lists of sentences. `parts`: as in the reading, each
        with `title`, `lines` (`words`, `slug`) and `behind`. `pictures`: a list, each with
        `drawings` (one SVG for each of `WIDTHS`), `title`, `sentence`, `source`, `shapes` (whether
        the shapes want explaining) and `table` with its `header` and `rows`.
    """
    pictures = [layout(reading.figures, source) for layout in LAYOUTS.get(slug, ())]
    return {
        "says": list(reading.says),
        "needs": list(reading.needs),
        "wonders": list(reading.wonders),
        "aside": list(reading.aside),
        "parts": [asdict(part) for part in reading.parts],
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
