"""How long a cohort's report takes and how much memory, beside Papermill and an HTML export alone.

Each is a process of its own, from the command to the files. The memory is that of its largest
process: of the one that reads, sums and audits, or of the kernel, which sees figures alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from quadrantlib.rehearsal import Rehearsal
from tests.bench.figures import Figure, seconds

COHORTS = {12: 5, 1_000: 3, 100_000: 1}
"""How many people: how often it is measured."""
REACH = 1.5
"""For twelve people, beside the bare run."""
GROWTH, ROOM = 1.2, 1.5
"""How much faster than the cohort the time may grow; and the memory, against that of 1,000: in it
there is a digest of each file, for the ledger, and nothing else of anybody."""


def measure(folder: Path) -> list[Figure]:
    """Return a line for the bare run and one for each size of a cohort."""
    bare = [_run([sys.executable, "-m", "tests.bench.bare", str(folder)]) for _ in range(5)]
    beside = median(took for took, _ in bare)
    found = {people: [_report(folder, people) for _ in range(n)] for people, n in COHORTS.items()}
    lines = [
        Figure("Papermill and HTML export of an empty notebook", seconds([t for t, _ in bare]))
    ]
    return lines + [_figure(people, runs, found[1_000], beside) for people, runs in found.items()]


def _figure(
    people: int, runs: list[tuple[float, int]], others: list[tuple[float, int]], bare: float
) -> Figure:
    took, memory = median(t for t, _ in runs), max(m for _, m in runs)
    usual, room = median(t for t, _ in others), max(m for _, m in others)
    told = f"{seconds([t for t, _ in runs])}, {memory / 1e6:,.0f} MB"
    if people <= 1_000:
        reach, reached = f"{REACH:g} x bare", took <= REACH * bare if people == 12 else None
    else:
        reach = "time as the cohort, memory 1.5 x"
        reached = took <= GROWTH * usual * people / 1_000 and memory <= ROOM * room
    return Figure(
        f"quadrant report, {people:,} people", told, f"{took / bare:.2f} x bare", reach, reached
    )


def _report(folder: Path, people: int) -> tuple[float, int]:
    place = folder / f"{people}"
    if not place.exists():
        place.mkdir()
        cohort = Rehearsal(people)
        (place / "invitation.json").write_text(json.dumps(cohort.invitation()), encoding="utf-8")
        with (place / "handed-in.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(cohort.lines())
    for old in [*place.glob("report.*"), *place.glob("ledger.*")]:
        old.unlink()
    handed, made = str(place / "handed-in.jsonl"), str(place / "report.html")
    return _run([sys.executable, "-m", "quadrantlib", "report", handed, "-o", made])


def _run(command: list[str]) -> tuple[float, int]:
    """Return the seconds that a command takes, and the most memory it holds, in bytes."""
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return perf_counter() - start, used.ru_maxrss * (1024 if sys.platform == "linux" else 1)
