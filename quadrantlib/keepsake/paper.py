"""A keepsake on paper: a PDF, set by Typst in memory.

The words go in as data and the template prints them as text, so that nothing a person wrote is ever
taken for markup. Nothing is written to disk, and nothing is asked of the network.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from quadrantlib.errors import Refused
from quadrantlib.keepsake.blocks import Keepsake
from quadrantlib.keepsake.drawing import drawing
from quadrantlib.keepsake.fonts import SANS, SERIF, families, fonts
from quadrantlib.keepsake.plain import plain
from quadrantlib.keepsake.wording import WORDS
from quadrantlib.pictures.style import LIGHT
from quadrantlib.shipped import shipped

Paper = Literal["a4", "letter"]
SIZES: dict[str, str] = {"a4": "a4", "letter": "us-letter"}


def pdf(keepsake: Keepsake, paper: Paper = "a4", standards: Sequence[str] = ()) -> bytes:
    """Return `keepsake` as a PDF.

    Parameters
    ----------
    standards:
        What it has to conform to, in Typst's words (`ua-1`).

    Raises
    ------
    Refused
        If Typst is not installed, or cannot set it; the reason never quotes an answer.
    """
    found = typeset(keepsake, paper, format="pdf", pdf_standards=list(standards))
    if isinstance(found, bytes):
        return found
    raise Refused(
        "The keepsake could not be set as a PDF here.",
        "Nothing was changed.",
        "Take it as a page instead (.html), and print that from your browser.",
    )


def typeset(keepsake: Keepsake, paper: Paper, **how: Any) -> Any:
    """Return what Typst makes of `keepsake`; None where it cannot, or is not installed."""
    try:
        import typst
    except ImportError:  # a browser's Python has none
        return None
    template = shipped("template/keepsake.typ").read_bytes()
    words = {"keepsake": json.dumps(_content(keepsake, paper), ensure_ascii=False)}
    try:
        return typst.compile(template, font_paths=fonts(), sys_inputs=words, **how)
    except RuntimeError:  # its message may quote what it was setting
        return None


def _content(keepsake: Keepsake, paper: Paper) -> dict[str, Any]:
    book = plain(keepsake, drawing)
    text = json.dumps(book, ensure_ascii=False)
    return {
        **book,
        "paper": SIZES[paper],
        "words": WORDS,
        "colors": LIGHT,
        "fonts": {"serif": families(SERIF, text), "sans": families(SANS, text)},
    }
