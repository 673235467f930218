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
USUAL = 1_000
"""What a larger cohort is held against."""
REACH = 1.5
"""For twelve people, beside the bare run."""
GROWTH, ROOM = 1.0, 1.05
"""How much faster than the cohort the time may grow; and the memory, however large it is."""

Run = tuple[float, int]
"""Seconds, and the most memory, in bytes."""


def measure(folder: Path) -> list[Figure]:
    """Return a line for the bare run, and one for each size of a cohort and each of its waves."""
    bare = [_run([sys.executable, "-m", "tests.bench.bare", str(folder)]) for _ in range(5)]
    beside = median(took for took, _ in bare)
    found = {
        (people, wave): [_report(folder, people, wave) for _ in range(times)]
        for people, times in COHORTS.items()
        for wave in ((1,) if people < USUAL else (1, 2))
    }
    lines = [
        Figure("Papermill and HTML export of an empty notebook", seconds([t for t, _ in bare]))
    ]
    return lines + [
        _figure(people, wave, runs, found[USUAL, wave], beside)
        for (people, wave), runs in found.items()
    ]


def _figure(people: int, wave: int, runs: list[Run], usual: list[Run], bare: float) -> Figure:
    took, memory = median(t for t, _ in runs), max(m for _, m in runs)
    told = f"{seconds([t for t, _ in runs])}, {memory / 1e6:,.0f} MB"
    reach, reached = "", None
    if people == min(COHORTS):
        reach, reached = f"{REACH:g} x bare", took <= REACH * bare
    elif people > USUAL:
        longer = GROWTH * median(t for t, _ in usual) * people / USUAL
        room = ROOM * max(m for _, m in usual)
        reach, reached = f"time as the cohort, memory {ROOM:g} x", took <= longer and memory <= room
    what = f"quadrant report, {people:,} people{', second wave' if wave > 1 else ''}"
    return Figure(what, told, f"{took / bare:.2f} x bare", reach, reached)


def _report(folder: Path, people: int, wave: int) -> Run:
    """Make the report of a wave: of the first as if for the first time, of the second after it."""
    place = folder / f"{people}"
    handed, made, ledger = (place / n for n in ("handed-in.jsonl", "report.html", "ledger.json"))
    first = place / "first.json"
    _hand_in(place, people, wave)
    ledger.unlink(missing_ok=True)
    if wave > 1:
        ledger.write_bytes(first.read_bytes())
    command = [sys.executable, "-m", "quadrantlib", "report", str(handed), "-o", str(made)]
    found = _run([*command, "--codes", str(place / "codes.txt")])
    if wave == 1:
        first.write_bytes(ledger.read_bytes())
    return found


def _hand_in(place: Path, people: int, waves: int) -> None:
    """Write what everybody handed in until then, line by line, and their codes."""
    place.mkdir(exist_ok=True)
    cohorts = [Rehearsal(people, wave=wave) for wave in range(1, waves + 1)]
    asked = json.dumps(cohorts[-1].invitation())
    (place / "invitation.json").write_text(asked, encoding="utf-8")
    with (place / "codes.txt").open("w", encoding="utf-8") as out:
        out.writelines(f"{code}\n" for code in cohorts[-1].codes())
    with (place / "handed-in.jsonl").open("w", encoding="utf-8") as out:
        for cohort in cohorts:
            out.writelines(cohort.lines())


def _run(command: list[str]) -> tuple[float, int]:
    """Return the seconds that a command takes, and the most memory it holds, in bytes."""
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return perf_counter() - start, used.ru_maxrss * (1024 if sys.platform == "linux" else 1)
