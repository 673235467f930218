"""How long the fan of your number takes: the first one of a page, and one after an edit."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median

from tests.bench.figures import Figure, seconds

RUNS = 9
REACH = 0.3
"""Seconds."""
FAN = """
import json
from time import perf_counter
from quadrantlib.exercises.your_number.fan import PATHS, Plan, fan
times = [perf_counter()]
for wealth in (200_000, 201_000):
    fan(Plan(wealth, 20_000, 900_000, 0.04, 0.12))
    times.append(perf_counter())
print(json.dumps([PATHS, times[1] - times[0], times[2] - times[1]]))
"""


def measure() -> list[Figure]:
    """Return the line; each first fan is that of a new Python, which has kept nothing."""
    found = [json.loads(_run()) for _ in range(RUNS)]
    first, again = ([each[place] for each in found] for place in (1, 2))
    return [
        Figure(
            f"the fan, {found[0][0]:,} paths",
            seconds(first),
            f"after an edit {seconds(again)}",
            f"{REACH:g} s at most",
            median(first) <= REACH,
        )
    ]


def _run() -> str:
    run = [sys.executable, "-c", FAN]
    return subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout
