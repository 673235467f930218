"""Figures, and the table they are printed in."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, ours, plain Voila's or a floor, what we aim at."""

    what: str
    ours: str
    beside: str = ""
    reach: str = ""
    reached: bool | None = None


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def seconds(values: Sequence[float]) -> str:
    """Return `median (least-most)` of times in seconds."""
    return f"{statistics.median(values):.2f} s ({min(values):.2f}-{max(values):.2f})"


def print_table(figures: Sequence[Figure]) -> None:
    """Print the figures, one a line."""
    marks = {None: "", True: "reached", False: "NOT REACHED"}
    head = ("figure", "Quadrant", "beside it", "reach", "")
    lines = [head, *((f.what, f.ours, f.beside, f.reach, marks[f.reached]) for f in figures)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip())
