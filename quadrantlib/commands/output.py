"""`-o`: where a command writes to, the same for every one that does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


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
