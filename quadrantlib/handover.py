"""Files that are handed to the person: whole or not there at all, and for their eyes only."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path

from quadrantlib import durable, mishaps


def hand_over(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put `content` at `path`, in place of what lies there; its mode lets only its owner read it.

    Parameters
    ----------
    content:
        All of it, or part by part.

    Raises
    ------
    NotSaved
        If it could not be written: what was there is as it was.
    """
    try:
        durable.write(path, content, path.with_name(f".{secrets.token_hex(8)}.part"))
    except OSError as fault:
        raise mishaps.not_handed_over(path, fault) from fault
