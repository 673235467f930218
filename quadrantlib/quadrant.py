"""The two axes, the four regions between them, and weighing hours there.

Across: how far something was chosen (`autonomy`); up: how hard it was (`difficulty`); both 0–10.
High is strictly above the cut; exactly on the cut, on either axis, is on the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Any, Literal, NamedTuple

REGIONS = ("hard_assigned", "easy_assigned", "easy_chosen", "hard_chosen")
ON_THE_LINE = "on_the_line"
PLACES = (*REGIONS, ON_THE_LINE)
NAMES: Mapping[str, str] = {
    "hard_assigned": "hard and assigned",
    "easy_assigned": "easy and assigned",
    "easy_chosen": "easy and chosen",
    "hard_chosen": "hard and chosen",
    "on_the_line": "on the line",
}
"""Each place in words, as they stand in a sentence."""

Axis = Literal["difficulty", "autonomy"]


class Cut(NamedTuple):
    """Where low ends and high begins, on either axis."""

    difficulty: float = 5
    autonomy: float = 5


MIDDLE = Cut()
"""Fixed, never the median: that would make half of any month look chosen."""
NUDGED = (Cut(difficulty=4), Cut(difficulty=6), Cut(autonomy=4), Cut(autonomy=6))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something placed on the board: how hard, how chosen (0–10 each), and its hours."""

    id: str
    name: str
    difficulty: float
    autonomy: float
    hours: float = 0


def region(difficulty: float, autonomy: float, cut: Cut = MIDDLE) -> str:
    """Return the place of a point: one of `REGIONS`, or `on_the_line`.

    >>> region(9, 1), region(5.1, 5), region(5.1, 5, Cut(autonomy=4))
    ('hard_assigned', 'on_the_line', 'hard_chosen')
    """
    if difficulty == cut.difficulty or autonomy == cut.autonomy:
        return ON_THE_LINE
    if autonomy > cut.autonomy:
        return "hard_chosen" if difficulty > cut.difficulty else "easy_chosen"
    return "hard_assigned" if difficulty > cut.difficulty else "easy_assigned"


def place(mark: Mark, cut: Cut = MIDDLE) -> str:
    """Return the place of `mark`."""
    return region(mark.difficulty, mark.autonomy, cut)


def hours_by_place(marks: Sequence[Mark], cut: Cut = MIDDLE) -> dict[str, float]:
    """Return the hours in each of the five places; the sums do not depend on the order of marks."""
    return {name: fsum(mark.hours for mark in marks if place(mark, cut) == name) for name in PLACES}


def shares(hours: Mapping[str, float], of: float | None = None) -> dict[str, float]:
    """Return each entry as a fraction of `of`, or of their sum; empty if there is nothing to share.

    >>> shares({"hard_assigned": 3, "easy_chosen": 1})
    {'hard_assigned': 0.75, 'easy_chosen': 0.25}
    """
    whole = fsum(hours.values()) if of is None else of
    return {name: value / whole for name, value in hours.items()} if whole > 0 else {}


def mean(marks: Sequence[Mark], axis: Axis) -> float | None:
    """Return the hours-weighted mean on `axis`, 0–10; None without hours."""
    whole = fsum(mark.hours for mark in marks)
    if whole <= 0:
        return None
    return fsum(mark.hours / whole * _on(mark, axis) for mark in marks)


def correlation(marks: Sequence[Mark]) -> float | None:
    """Return the hours-weighted Pearson correlation of difficulty and autonomy, −1 to 1.

    None where it cannot be said: without hours, or where all that took time lies on one level.
    """
    weighty = [mark for mark in marks if mark.hours > 0]
    up, across = _spread(weighty, "difficulty"), _spread(weighty, "autonomy")
    if not up or not across:
        return None
    both = fsum(mark.hours * a * b for mark, a, b in zip(weighty, up, across, strict=True))
    scale = sqrt(_square(weighty, up)) * sqrt(_square(weighty, across))
    return max(-1.0, min(1.0, both / scale)) if scale > 0 else None


def sensitivity(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Return what the picture would be with either cut at 4 and at 6.

    Returns
    -------
    list of dict
        For each of four cuts: `axis`, `cut`, `hours` and `shares` by place, and `moves`: the marks
        that lie elsewhere then, each with `id`, `name`, `from` and `to`.
    """
    return [_nudged(marks, cut) for cut in NUDGED]


def _nudged(marks: Sequence[Mark], cut: Cut) -> dict[str, Any]:
    axis: Axis = "difficulty" if cut.difficulty != MIDDLE.difficulty else "autonomy"
    hours = hours_by_place(marks, cut)
    return {
        "axis": axis,
        "cut": getattr(cut, axis),
        "hours": hours,
        "shares": shares(hours),
        "moves": [
            {"id": mark.id, "name": mark.name, "from": place(mark), "to": place(mark, cut)}
            for mark in marks
            if place(mark) != place(mark, cut)
        ],
    }


def _on(mark: Mark, axis: Axis) -> float:
    return mark.difficulty if axis == "difficulty" else mark.autonomy


def _spread(marks: Sequence[Mark], axis: Axis) -> list[float]:
    """Distances from the mean, none at all where every mark lies on one level.

    Asked of the values and not of their variance: ten times 0.1 has a mean that is not 0.1, and
    the dust of rounding would pass for a spread.
    """
    middle = mean(marks, axis)
    values = [_on(mark, axis) for mark in marks]
    return [] if middle is None or len(set(values)) == 1 else [x - middle for x in values]


def _square(marks: Sequence[Mark], spread: Sequence[float]) -> float:
    return fsum(mark.hours * x * x for mark, x in zip(marks, spread, strict=True))
