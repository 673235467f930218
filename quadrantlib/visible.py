"""What strangers wrote, with nothing in it that cannot be seen. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quadrantlib.questions import Place

LONGEST_NAME = 120
_GAPS = {"Zl", "Zp", "Zs"}
_KEPT = {"\n", "\u00a0", "\u200c", "\u200d", "\u202f"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co"}
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
"""Letters, signs and free places that are drawn as nothing, whatever their category says."""


def visible(text: str) -> str:
    r"""Return `text` on one line and composed (NFC), without what cannot be seen.

    Control characters, those that turn the direction, those without a width, and halves of
    characters are left out; any gap is one space.

    >>> visible(" Platform,\tautumn\n"), visible("a\u202eb\u200bc\x1b[31m"), visible("\ud800")
    ('Platform, autumn', 'abc[31m', '')
    """
    return " ".join(unicodedata.normalize("NFC", "".join(map(_shown, text))).split())


def printable(text: str) -> str:
    r"""Return `text` as a terminal may have it: its lines and gaps, and no sign that does anything.

    What joins letters stays; halves of characters, as in a file name that is no UTF-8, become `?`.

    >>> printable("Anna\x1b]0;x\x07\n  10 %"), printable("a\udcffb"), printable("\u202e\x9b31m")
    ('Anna]0;x\n  10 %', 'a?b', '31m')
    """
    return "".join(sign if sign in _KEPT else _printed(sign) for sign in text)


def file_name(name: str) -> str:
    r"""Return the name of a stranger's file as it may stand in a sentence.

    >>> file_name("a\x1b]0;b.json"), file_name("\u202e")
    ('a]0;b.json', 'a file whose name cannot be shown')
    """
    return visible(name)[:LONGEST_NAME] or "a file whose name cannot be shown"


def where(place: Place) -> str:
    r"""Return a place in a file as it is written; names that a stranger chose are escaped.

    >>> where(("rounds", "ten-tasks", 0, "answers", "tasks", 3, "hours"))
    'rounds.ten-tasks[0].answers.tasks[3].hours'
    >>> where(("<b>\n",)), where(())
    ("'<b>\\n'", 'the file')
    """
    parts = [f"[{part}]" if isinstance(part, int) else f".{_plain(part)}" for part in place]
    return "".join(parts).removeprefix(".") or "the file"


@lru_cache(maxsize=1024)
def _printed(sign: str) -> str:
    return "?" if unicodedata.category(sign) == "Cs" else _shown(sign)


@lru_cache(maxsize=1024)
def _shown(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign) in _GAPS:
        return " "
    unseen = unicodedata.category(sign) in _UNSEEN or _BLANK.match(sign)
    return "" if unseen else sign


def _plain(name: str) -> str:
    return name if re.fullmatch(r"[\w-]{1,60}", name, re.ASCII) else ascii(name[:60])
