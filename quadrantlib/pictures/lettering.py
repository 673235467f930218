"""How wide words are, about, and how to cut a long name: by kind of letter, for no font is asked.

`forms/static/labels.js` does the same in the browser: change both or neither.
"""

from __future__ import annotations

from unicodedata import category

NARROW = frozenset("iljftrI.,:;!|'’‘`()[]{}/-–· ")
BROAD = frozenset("mwMW@%…—")
JOINER = "\u200d"
BLANK = dict.fromkeys((*range(9, 14), 0x2028, 0x2029), " ")


def text_width(text: str, size: float) -> float:
    """Return about how wide `text` is in a sans serif of `size`, on the generous side."""
    return sum(_em(piece) for piece in _pieces(text)) * size


def shortened(text: str, longest: float, size: float) -> str:
    """Return `text` on one line, cut with an ellipsis where it is wider than `longest`.

    What is read as one sign (a letter with its accents, a family of emoji) is never cut in two.

    >>> shortened("Planning", 200, 13), shortened("Planning the next quarter", 90, 13)
    ('Planning', 'Planning th…')
    """
    pieces = _pieces(" ".join(filter(None, text.translate(BLANK).split(" "))))
    if sum(map(_em, pieces)) * size <= longest:
        return "".join(pieces)
    while pieces and (sum(map(_em, pieces)) + _em("…")) * size > longest:
        pieces.pop()
    return "".join(pieces).rstrip(" ") + "…"


def lines(text: str, longest: float, size: float) -> list[str]:
    """Return `text` in lines no wider than `longest`; a word that is wider stands alone.

    >>> lines("58 % of your hours were hard and assigned", 180, 15)
    ['58 % of your hours', 'were hard and', 'assigned']
    """
    rows: list[str] = []
    for word in text.replace(" %", "\u00a0%").split(" "):
        if rows and text_width(f"{rows[-1]} {word}", size) <= longest:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return [row.replace("\u00a0", " ") for row in rows]


def _pieces(text: str) -> list[str]:
    """Split into what is read as one sign."""
    pieces: list[str] = []
    for letter in text:
        if pieces and _belongs(letter, pieces[-1]):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _belongs(letter: str, piece: str) -> bool:
    if letter == JOINER or piece[-1] == JOINER or category(letter)[0] == "M":
        return True
    skin = "\U0001f3fb" <= letter <= "\U0001f3ff"
    return skin or (len(piece) == 1 and _half_flag(piece) and _half_flag(letter))


def _half_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _em(piece: str) -> float:
    """Width in sizes: more than one for CJK and emoji, else by how broad the first letter is."""
    letter = piece[0]
    if "\u2600" <= letter <= "\u27bf" or letter >= "\U0001f000":
        return 1.35
    if "\u1100" <= letter <= "\u115f" or "\u2e80" <= letter <= "\ud7ff" or _full_width(letter):
        return 1.05
    if letter in NARROW:
        return 0.38
    if letter in BROAD:
        return 0.95
    return 0.7 if "A" <= letter <= "Z" or letter > "\u007f" else 0.6


def _full_width(letter: str) -> bool:
    return "\uf900" <= letter <= "\uffee"
