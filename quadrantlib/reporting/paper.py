"""A report on paper: a PDF, set by Typst in memory, its words as data and never as markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from quadrantlib.errors import Refused
from quadrantlib.keepsake.fonts import SANS, SERIF, families, fonts
from quadrantlib.pictures.style import LIGHT
from quadrantlib.reporting.manuscript import Manuscript
from quadrantlib.reporting.page import WORDS
from quadrantlib.shipped import shipped


def pdf(manuscript: Manuscript, standards: Sequence[str] = ()) -> bytes:
    """Return the report as a PDF on A4.

    Parameters
    ----------
    standards:
        What it has to conform to, in Typst's words (`ua-1`).

    Raises
    ------
    Refused
        If Typst is not installed, or cannot set it.
    """
    found = typeset(manuscript, format="pdf", pdf_standards=list(standards))
    if isinstance(found, bytes):
        return found
    raise Refused(
        "The report could not be set as a PDF here.",
        "Nothing was written.",
        "Take it as a page instead (.html), and print that from your browser.",
    )


def typeset(manuscript: Manuscript, **how: Any) -> Any:
    """Return what Typst makes of it; None where it cannot, or is not installed."""
    try:
        import typst
    except ImportError:
        return None
    template = shipped("template/report.typ").read_bytes()
    words = {"report": json.dumps(_content(manuscript), ensure_ascii=False)}
    try:
        return typst.compile(template, font_paths=fonts(), sys_inputs=words, **how)
    except RuntimeError:  # its message may quote what it was setting
        return None


def _content(manuscript: Manuscript) -> dict[str, Any]:
    book = asdict(manuscript)
    text = json.dumps(book, ensure_ascii=False)
    return {
        **book,
        "words": WORDS,
        "colors": LIGHT,
        "fonts": {"serif": families(SERIF, text), "sans": families(SANS, text)},
    }
