"""Files that are handed to the person: whole or not there at all, and for their eyes only."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from quadrantlib import durable, mishaps

Content = bytes | Iterable[bytes]
"""All of a file, or part by part."""


def hand_over(path: Path, content: Content) -> None:
    """Put `content` at `path`; as `hand_over_all`."""
    hand_over_all([(path, content)])


def hand_over_all(files: Sequence[tuple[Path, Content]]) -> None:
    """Put every content at its path in place of what lies there: all of them, or none.

    Their modes let only their owner read them.

    Raises
    ------
    NotSaved
        If one could not be written: whatever was there is as it was.
    """
    try:
        durable.write_all(files, lambda: f".{secrets.token_hex(8)}.part")
    except OSError as fault:
        raise mishaps.not_handed_over(Path(fault.filename or files[0][0]), fault) from fault


def begins_with(path: Path, start: bytes) -> bool:
    """Whether `path` is a file that can be read and begins with `start`."""
    try:
        file = durable.opened(path)
        if file is None:
            return False
        with file:
            return file.read(len(start)) == start
    except OSError:
        return False
