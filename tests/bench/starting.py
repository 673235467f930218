"""What importing the library costs, and what opening a page loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure

RUNS = 9
IMPORT = """
import time
start = time.perf_counter()
import quadrantlib
print(time.perf_counter() - start)
"""
OPEN = """
import ipykernel.kernelapp, json, sys, time
there, start = set(sys.modules), time.perf_counter()
from quadrantlib import open_page
open_page("ten-tasks").show()
took = time.perf_counter() - start
print(json.dumps([took, sorted(set(sys.modules) - there)]))
"""
HEAVY = {"numpy", "pandas", "matplotlib"}


def measure(folder: Path) -> list[Figure]:
    """Return the lines: milliseconds to import, and modules beyond what a kernel has anyway."""
    took = [float(_run(IMPORT, folder)) * 1000 for _ in range(RUNS)]
    opened = [json.loads(_run(OPEN, folder)) for _ in range(RUNS)]
    modules = opened[0][1]
    names = {name.split(".")[0] for name in modules}
    heavy = ", ".join(sorted(names & HEAVY)) or "none of them"
    own = sum(name.split(".")[0] == "quadrantlib" for name in modules)
    return [
        Figure("import quadrantlib", f"{median(took):.1f} ms"),
        Figure("open_page, in a kernel", f"{median(t for t, _ in opened) * 1000:.0f} ms"),
        Figure("modules loaded by opening a page", f"{len(modules)}, {own} of them ours"),
        Figure(
            "of these heavy",
            heavy,
            reach="no numpy, pandas, matplotlib",
            reached=not names & HEAVY,
        ),
    ]


def _run(script: str, folder: Path) -> str:
    env = {"QUADRANT_JOURNAL": str(folder / "started.json"), "HOME": str(folder)}
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=env, cwd=folder)
    return done.stdout.splitlines()[-1]
