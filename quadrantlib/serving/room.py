"""The private room that pages are served from: it holds the notebooks, and nothing else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LONGEST = 30
"""Kernels speak through sockets in the file system, whose paths end at about 100 characters."""


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
    with tempfile.TemporaryDirectory(prefix="quadrant-", dir=_short()) as name:
        room = Room(Path(name, "notebooks"), Path(name, "kernels"))
        for folder in (room.notebooks, room.kernels):
            folder.mkdir(mode=0o700)
        for notebook in sorted(notebooks.glob("*.ipynb")):
            shutil.copyfile(notebook, room.notebooks / notebook.name)
        yield room


def _short() -> str | None:
    usual = tempfile.gettempdir()
    shorter = os.name == "posix" and len(usual) > LONGEST and os.access("/tmp", os.W_OK)  # noqa: S108
    return "/tmp" if shorter else usual  # noqa: S108  (mkdtemp makes the folder, 0700)
