"""The further figures in words, for those who open *more*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quadrantlib.exercises.ten_tasks.questions import ORIGIN
from quadrantlib.phrases import hours, listed, percent, quoted

Figures = Mapping[str, Any]
LOOSE = 0.1
"""Below this a correlation says nothing."""


def aside(found: Figures) -> tuple[str, ...]:
    """Return what else the figures say: averages, where things came from, other lines."""
    return (*_means(found), *_together(found), *_origins(found), *_elsewhere(found))


def _means(found: Figures) -> Iterator[str]:
    if "mean_difficulty" in found:
        yield (
            f"Your average hour lay at {found['mean_difficulty']:.1f} of 10 for how hard it was, "
            f"and at {found['mean_autonomy']:.1f} of 10 for how far you chose it."
        )


def _together(found: Figures) -> Iterator[str]:
    tie = found.get("correlation")
    if tie is None:
        return
    if abs(tie) < LOOSE:
        yield "How hard an hour was said hardly anything about how far you chose it."
    else:
        way = "less" if tie < 0 else "more"
        yield f"The harder the hour, the {way} you had chosen it."


def _origins(found: Figures) -> Iterator[str]:
    origins = found.get("origin_hours", {})
    words = {str(option.id): option.label for option in ORIGIN.options}
    said = [f"“{words[name]}”, {hours(amount)}" for name, amount in origins.items() if amount]
    if said:
        yield f"Who put it there: {'; '.join(said)}."


def _elsewhere(found: Figures) -> Iterator[str]:
    near = found.get("sensitivity", ())
    held = [row["shares"]["hard_assigned"] for row in near if row["shares"]]
    if not held:
        return
    least, most = percent(min(held)), percent(max(held))
    if least != most:
        yield (
            "With either line at 4 or at 6 instead of 5, hard and assigned would be anything "
            f"from {least} to {most} of the hours."
        )
    moved = dict.fromkeys(quoted(move["name"]) for row in near for move in row["moves"])
    if moved:
        yield f"Close enough to a line to change sides: {listed([*moved])}."
