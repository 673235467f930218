"""Private rooms: one that pages are served from, and one for a journal to look around in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quadrantlib.shipped import shipped
from quadrantlib.workspace import orderly_end, workspace


@dataclass(frozen=True, slots=True)
class Room:
    """Two folders that only this person may enter (0700)."""

    notebooks: Path
    kernels: Path


@contextmanager
def private_room(notebooks: Path) -> Iterator[Room]:
    """Copy the participant notebooks in `notebooks` into a room, and clear it away afterwards.

    Folders inside `notebooks` stay out: what lies there is not for participants.
    """
    with workspace() as place:
        room = Room(place.folder / "notebooks", place.runtime)
        room.notebooks.mkdir(mode=0o700)
        for notebook in sorted(notebooks.glob("*.ipynb")):
            shutil.copyfile(notebook, room.notebooks / notebook.name)
        yield room


@contextmanager
def sample_journal() -> Iterator[Path]:
    """Copy the made-up person's journal into a folder of its own; both are gone afterwards."""
    with orderly_end(), tempfile.TemporaryDirectory(prefix="quadrant-sample-") as name:
        journal = Path(name, "journal.json")
        shutil.copyfile(shipped("data/sample-journal.json"), journal)
        journal.chmod(0o600)
        yield journal
