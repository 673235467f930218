"""The figures as CSV that a spreadsheet may open: no cell of it is a formula. Pure."""

from __future__ import annotations

import csv
import io
import re
from unicodedata import normalize

from quadrantlib.published import Published, to_csv
from quadrantlib.visible import visible

_STARTS = ("=", "+", "-", "@", "|", "%")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def spreadsheet(published: Published) -> str:
    """Return the figures, one a line, under a line of names; every cell is neutral."""
    out = io.StringIO()
    rows = csv.reader(io.StringIO(to_csv(published)))
    csv.writer(out, lineterminator="\n").writerows(map(neutral, row) for row in rows)
    return out.getvalue()


def neutral(cell: str) -> str:
    r"""Return a cell that is text or a number, and nothing that a spreadsheet would work out.

    What cannot be seen is taken out first, and letters of another width are made plain (NFKC): a
    program that reads them as plain would find a formula behind them.

    >>> neutral("=1+1"), neutral("\u200b＝1+1"), neutral("-0.15"), neutral("-2+3"), neutral("few")
    ("'=1+1", "'=1+1", '-0.15', "'-2+3", 'few')
    """
    plain = visible(normalize("NFKC", visible(cell)))
    if plain.startswith(_STARTS) and not _NUMBER.fullmatch(plain):
        return f"'{plain}"
    return plain
