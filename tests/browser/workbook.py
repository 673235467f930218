"""A workbook that is served once for many tests, and is to each as if nobody had been there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.houses import PATIENCE, House, house

KERNEL = re.compile(r"kernel-([0-9a-f-]{36})\.json")
"""What a kernel's command line names: the file that says how to speak to it."""


@dataclass(slots=True)
class Workbook:
    """A server, its folder with the journal in it, and a copy of the folder as it was at first."""

    house: House
    folder: Path
    first: Path
    taken: bool = False

    @property
    def journal(self) -> Path:
        return self.folder / "journal.json"

    @contextmanager
    def alone(self) -> Iterator[House]:
        """Lend the server to one test, which finds no journal and nobody else."""
        assert not self.taken, "another test is at the workbook"
        self.begin_again()
        self.taken = True
        try:
            yield self.house
        finally:
            self.taken = False

    def begin_again(self) -> None:
        """End every kernel, then put the folder back to what it was at first."""
        assert self.house.process.poll() is None, "".join(self.house.heard)
        self._end_kernels()
        self.folder.chmod(0o700)
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        shutil.copytree(self.first, self.folder, dirs_exist_ok=True)
        self.house.heard.clear()

    def _end_kernels(self) -> None:
        """Kill them, and have the server notice: what one still holds must not reach a journal."""
        kernels = [each for each in self.house.kernels() if each.status() != psutil.STATUS_ZOMBIE]
        found = [KERNEL.search(" ".join(each.cmdline())) for each in kernels]
        for each in kernels:
            each.kill()
        owner = self.house.owner()
        owner.ask("/journal")
        for name in filter(None, found):
            path = f"/voila/api/shutdown/{name[1]}"
            owner.ask(path, "POST", f"_xsrf={owner.cookies['_xsrf']}")
        assert not psutil.wait_procs(kernels, timeout=PATIENCE)[1]


@contextmanager
def served(place: Path) -> Iterator[Workbook]:
    """Serve the workbook from a folder in `place`, beside its copy and the person's home."""
    folder, first, home = (place / name for name in ("folder", "first", "home"))
    folder.mkdir()
    home.mkdir()
    words = {"HOME": str(home), "QUADRANT_LOUD": "1"}
    with house(folder, "open", "--no-browser", **words) as running:
        running.wait_until_ready()
        shutil.copytree(folder, first)
        yield Workbook(running, folder, first)
