"""The two servers that are compared: ours, and plain Voila with an equal form of stock widgets."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil

from tests.running import serving

PLAIN = Path(__file__).with_name("plain.ipynb")


@dataclass(frozen=True, slots=True)
class Site:
    """A page to measure: where it is, and by what one knows its prose and its first field."""

    url: str
    prose: str
    field: str

    def kernels(self) -> list[psutil.Process]:
        """Return the kernels that its server has running now."""
        return [p for p in psutil.process_iter() if _is_kernel(p) and self._serves(p.parent())]

    def _serves(self, server: psutil.Process | None) -> bool:
        port = urlsplit(self.url).port
        return server is not None and any(
            at.laddr.port == port for at in server.net_connections("tcp") if at.status == "LISTEN"
        )


@contextlib.contextmanager
def ours(folder: Path, answers: dict | None = None, slug: str = "ten-tasks") -> Iterator[Site]:
    """Serve an exercise with `quadrant open`; the journal holds `answers`, or is not there."""
    if answers:
        text = json.dumps(_journal(answers, slug))
        (folder / "journal.json").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "quadrantlib", "open", "--no-browser"]
    with serving(command, folder) as address:
        at = urlsplit(address)
        url = f"{at.scheme}://{at.netloc}/voila/render/{slug}.ipynb?{at.query}"
        yield Site(url, ".q-why", "[data-q-field] input, [data-q-field] button")


@contextlib.contextmanager
def plain(folder: Path) -> Iterator[Site]:
    """Serve the equal form with Voila as it ships."""
    shutil.copy(PLAIN, folder)
    port = _free_port()
    voila = [sys.executable, "-m", "voila", PLAIN.name, "--no-browser", f"--port={port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*voila, "--Voila.ip=127.0.0.1"], cwd=folder, **quiet) as process:
        try:
            # Asked for as a file and not as the page: that would warm it.
            _await(f"http://127.0.0.1:{port}/voila/files/nothing")
            yield Site(f"http://127.0.0.1:{port}/", "p", ".widget-text input")
        finally:
            process.terminate()


def _is_kernel(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return "ipykernel_launcher" in " ".join(process.cmdline())
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _await(url: str) -> None:
    for _ in range(300):
        try:
            urlopen(url, timeout=5).close()
        except URLError as error:
            if not isinstance(error.reason, ConnectionError):
                return
            time.sleep(0.2)


def _journal(answers: dict, slug: str) -> dict:
    one = {"id": "r1", "started": "2026-11-20", "updated": "2026-11-20T18:04:11Z"}
    rounds = {slug: [{**one, "answers": answers}]}
    head = {"format": "quadrant-journal", "version": 1, "id": "b" * 22, "revision": 1}
    return {**head, "rounds": rounds}


HOURS_DIFFICULTY_AUTONOMY = (
    *((60, 9, 1), (80, 8, 2), (40, 3, 1), (24, 4, 3), (16, 4, 6)),
    *((12, 8, 9), (10, 3, 10), (8, 2, 9), (20, 6, 3), (6, 7, 10)),
)
TEN_TASKS = {
    "guess": 6,
    "tasks": [
        {
            "id": f"t{i}",
            "name": f"Task number {i}",
            "hours": hours,
            "difficulty": difficulty,
            "autonomy": autonomy,
            "if_gone": i % 3 - 1,
        }
        for i, (hours, difficulty, autonomy) in enumerate(HOURS_DIFFICULTY_AUTONOMY)
    ],
}
