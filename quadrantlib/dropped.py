"""The files that strangers dropped, one after the other; none is held longer than it is read."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from quadrantlib import durable
from quadrantlib.errors import Unreadable
from quadrantlib.invitation import FILE
from quadrantlib.papers import LARGEST
from quadrantlib.scratch import Many
from quadrantlib.visible import file_name

BESIDE = {FILE, "ledger.json"}
"""What a facilitator keeps beside the submissions."""
ENDINGS = (".json", ".json.txt")
"""Some programs add an ending of their own, and hide it."""
TOO_LARGE = f"is larger than {LARGEST // 1024} kB"


def dropped(place: Path) -> Iterator[tuple[str, bytes | str]]:
    """Yield each file's name, fit to be shown, and its content; a text is why there is none.

    `place` is a folder, each `*.json` in it by name, or a file, each line of it by number.

    Raises
    ------
    Unreadable
        If `place` is not there, or could not be opened.
    """
    try:
        if place.is_dir():
            found = Many(path.name for path in place.iterdir() if is_handed_in(path))
            yield from ((file_name(name), content_of(place / name)) for name in found)
        else:
            file = durable.opened(place)
            if file is None:
                raise FileNotFoundError(place)
            with file as lines:
                yield from _lines(file_name(place.name), lines)
    except OSError as fault:
        raise _not_found(place, fault) from fault


def is_handed_in(path: Path) -> bool:
    """Whether the file at `path` is one that somebody put there, by its name alone."""
    ours = path.name.startswith(".") or path.name in BESIDE
    return path.name.lower().endswith(ENDINGS) and not ours


def content_of(path: Path) -> bytes | str:
    """Return what the file at `path` holds, or why that is not looked at."""
    try:
        content = durable.read(path, LARGEST)
    except OSError as fault:
        said = {errno.EOVERFLOW: TOO_LARGE, errno.EINVAL: "is no file", errno.EISDIR: "is no file"}
        return said.get(fault.errno or 0, "could not be opened")
    return "is no file" if content is None else content


def _lines(name: str, lines: BinaryIO) -> Iterator[tuple[str, bytes | str]]:
    number = 0
    while line := lines.readline(LARGEST + 2):
        number += 1
        whole = line.rstrip(b"\r\n")
        while not line.endswith(b"\n") and (line := lines.readline(LARGEST)):
            pass  # the rest of a line that is too long is not kept
        if whole.strip():
            yield f"{name}, line {number}", whole if len(whole) <= LARGEST else TOO_LARGE


def _not_found(place: Path, fault: OSError) -> Unreadable:
    why = "is not there" if isinstance(fault, FileNotFoundError) else "could not be opened"
    now = "Name the folder that the submissions were put into."
    return Unreadable(f"{place} {why}.", "Nothing was written.", now)
