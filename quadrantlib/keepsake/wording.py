"""What a keepsake says besides a person's own words, and how a sentence is laid."""

from __future__ import annotations

import re

WORDS = {
    "for": "Everything answered in here is one person’s, and for themselves.",
    "since": "Begun on",
    "made": "Gathered on",
    "contents": "Contents",
    "says": "What it said back",
    "answers": "What you wrote",
    "aside": "And a little more",
    "wonders": "It wondered",
    "earlier": "Earlier",
    "same": "Nothing was answered otherwise than in the round after it.",
}
_NAME = re.compile("“((?:[^“”]|“[^“”]*”)*)”")
_UNPRINTABLE = re.compile("[^\t\n\r -\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(words: str) -> str:
    """Return `words` without the signs that no page can hold: control characters, half signs."""
    return _UNPRINTABLE.sub("", words)


def laid(words: str) -> str:
    """Return a sentence as it is laid on paper.

    A name from right to left leaves the words around it in order, and a sign keeps to its number.
    """
    return _NAME.sub("“\u2068\\1\u2069”", words).replace(" %", "\u00a0%")
