"""A machine that is only borrowed, as on Binder: every page says so, and before long once more."""

from __future__ import annotations

from collections.abc import Mapping

BORROWED = "QUADRANT_BORROWED"
"""Set, to anything, where the machine belongs to somebody else and keeps nothing."""
WORDS: Mapping[str, str] = {
    "label": "A borrowed machine",
    "says": (
        "This machine is borrowed, and it keeps nothing. Please write nothing here that you would "
        "not show."
    ),
    "reminds": (
        "A reminder: after some ten quiet minutes this machine is gone, and what you wrote here "
        "with it. Is any of it yours? Then take it along. Your own workbook can bring it back."
    ),
}
"""What a page says at once, and what it says again after four minutes."""


def borrowed(environ: Mapping[str, str]) -> Mapping[str, str] | None:
    """Return the words for a borrowed machine; None where it is the person's own."""
    return WORDS if environ.get(BORROWED) else None
