"""What commands print, and `-o`, where they write to: the same for every one of them.

All words go through `say`: a journal, a stranger's file or its name may hold signs that retitle a
terminal or fill a clipboard, and not every terminal can show every letter.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from quadrantlib.visible import printable, visible


def say(text: str = "", *, err: bool = False) -> None:
    """Print `text` and end the line; what the output cannot show becomes `?`."""
    click.echo(shown(text, err=err), err=err)


def forgive() -> None:
    """Let no output refuse a letter: what it cannot show becomes `?`, whoever prints it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def shown(text: str, *, err: bool = False) -> str:
    """Return `text` as `say` prints it."""
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return printable(text).encode(encoding, "replace").decode(encoding)


def named(path: Path) -> str:
    """Return the path of a file, which a stranger may have named, on one line."""
    return line(os.fspath(path))


def line(text: str) -> str:
    """Return a sentence on one line, though a file's name in it may have several."""
    return visible(printable(text))


def to_file(kinds: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option that names the file, which is one of these `kinds`."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path),
        help=f"Where to, as {kinds}.",
    )
