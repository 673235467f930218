"""The door to serving: the workbook as pages with Voila, or in JupyterLab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quadrantlib.errors import Refused
from quadrantlib.serving.address import Door, open_door
from quadrantlib.serving.copies import Copies, copy_workbooks
from quadrantlib.serving.launcher import launcher
from quadrantlib.serving.room import private_room
from quadrantlib.serving.room import sample_journal as _sample_journal
from quadrantlib.shipped import shipped
from quadrantlib.tokens import forget_token, server_token

__all__ = [
    "Copies",
    "Door",
    "copy_workbooks",
    "launcher",
    "open_door",
    "sample_journal",
    "serve_lab",
    "serve_pages",
    "server_token",
]


def serve_pages(
    journal: Path, door: Door, ready: Callable[[], None], notebooks: Path | None = None
) -> None:
    """Serve the workbook through `door` until the process is asked to stop.

    Parameters
    ----------
    journal:
        Absolute: kernels run elsewhere.
    ready:
        Called once the server answers.
    notebooks:
        A folder of notebooks to serve; the workbooks, unless told otherwise.

    Raises
    ------
    Refused
        When the program that serves is not installed.
    """
    with _needing("Voila", "app"):
        from quadrantlib.serving.server import House, serve
    with private_room(notebooks or shipped("workbooks")) as room:
        serve(House(journal, door, server_token(journal), room, ready))


def serve_lab(journal: Path, door: Door, copies: Copies, ready: Callable[[], None]) -> None:
    """Serve the copies in JupyterLab through `door` until the process is asked to stop.

    Raises
    ------
    Refused
        When the program that serves is not installed.
    """
    with _needing("JupyterLab", "lab"):
        from quadrantlib.serving.lab import lab
    lab(journal, door, server_token(journal), copies, ready)


@contextmanager
def sample_journal() -> Iterator[Path]:
    """Copy the made-up person's journal into a folder of its own; afterwards nothing is left."""
    with _sample_journal() as journal:
        try:
            yield journal
        finally:
            forget_token(journal)


@contextmanager
def _needing(program: str, extra: str) -> Iterator[None]:
    """Turn a missing program into a sentence: the base install has only what a page needs."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("quadrantlib"):
            raise
        raise Refused(
            f"{program} is not installed here, so the workbook was not opened.",
            "Nothing was changed.",
            f"Install it with: pip install 'quadrantlib[{extra}]'",
        ) from missing
