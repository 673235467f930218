"""How long the keepsake of the sample journal takes, from the command to the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from quadrantlib.shipped import shipped
from tests.bench.figures import Figure, seconds

RUNS = 5
REACH = 3.0
"""Seconds."""


def measure(folder: Path) -> list[Figure]:
    """Return a line for paper and one for the page."""
    return [_figure(folder / "keepsake.pdf"), _figure(folder / "keepsake.html")]


def _figure(file: Path) -> Figure:
    took = [_seconds(file) for _ in range(RUNS)]
    return Figure(
        f"quadrant keepsake -o {file.name}, {file.stat().st_size / 1000:,.0f} kB",
        seconds(took),
        reach=f"{REACH:g} s",
        reached=median(took) <= REACH,
    )


def _seconds(file: Path) -> float:
    journal = shipped("data/sample-journal.json")
    command = [sys.executable, "-m", "quadrantlib", "keepsake", str(journal), "-o", str(file)]
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return perf_counter() - start
