"""What can go wrong, phrased for the person at the keyboard.

Every trouble has three parts: what could not be done, what is safe, what to do now. No sentence
quotes an answer: a message may end in a log.
"""

from __future__ import annotations

LOUD = "QUADRANT_LOUD"
"""Set, to anything, where what is unexpected should crash: in tests."""


class Trouble(Exception):
    """Something that could not be done.

    Parameters
    ----------
    what:
        What could not be done and why, as a sentence.
    safe:
        What is safe, as a sentence.
    now:
        What to do now, as a sentence.
    """

    def __init__(self, what: str, safe: str = "", now: str = "") -> None:
        super().__init__(" ".join(part for part in (what, safe, now) if part))
        self.what = what
        self.safe = safe
        self.now = now


class Refused(Trouble):
    """A request or an answer that does not fit: nothing was changed."""


class Unreadable(Trouble):
    """A file that is not what it should be."""


class Newer(Trouble):
    """A file written by a later version of the workbook: shown, never changed."""


class NotSaved(Trouble):
    """A file that could not be written: the old one is untouched."""
