"""Starts `quadrant` as a person would, and waits for the address that it prints first."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

PATIENCE = 60
"""Seconds until a server must have said where it is; far more than it takes."""


@contextlib.contextmanager
def serving(command: list[str], folder: Path, **env: str) -> Iterator[str]:
    """Run `command` in `folder` and yield the address it prints; stop it afterwards."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**ours, "HOME": str(folder), "PYTHONUNBUFFERED": "1", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield _first_line(process)
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=15)
            process.kill()


def _first_line(process: subprocess.Popen[str]) -> str:
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    said: list[str] = []
    threading.Thread(target=lambda: said.extend(process.stderr), daemon=True).start()
    try:
        line = lines.get(timeout=PATIENCE).strip()
    except queue.Empty:
        line = ""
    assert line.startswith("http"), f"{line!r} is no address; it said: {''.join(said)}"
    return line


def _pump(stream, lines: queue.Queue[str]) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")


def fetch(address: str) -> str:
    """Return the page at `address`, all of it."""
    with urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")
