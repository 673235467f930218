"""A report as one HTML file: no script, nothing fetched, and every word is text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from quadrantlib.pictures.style import css_variables, widget_variables
from quadrantlib.reporting.drawing import darkened
from quadrantlib.reporting.manuscript import Manuscript
from quadrantlib.shipped import shipped

WORDS = {"report": "Cohort report"}


def html(manuscript: Manuscript) -> str:
    """Return the report as a page that stands alone."""
    look = css_variables() + _style()
    page: str = (
        _pages()
        .get_template("report.html.j2")
        .render(
            cover=manuscript.cover,
            parts=manuscript.parts,
            words=WORDS,
            style=look,
            style_hash=b64encode(sha256(look.encode()).digest()).decode(),
        )
    )
    return page


def fragment(chapters: Sequence[Mapping[str, Any]]) -> str:
    """Return chapters as a part of somebody else's page: of a notebook that is run by hand."""
    return _inside(_pages().get_template("report-chapters.html.j2").render(chapters=chapters))


def headed(cover: Mapping[str, str]) -> str:
    """Return the cover as such a part."""
    return _inside(_pages().get_template("report-cover.html.j2").render(cover=cover, words=WORDS))


def _inside(html: str) -> str:
    look = widget_variables(".q-report") + _style()
    return f'<style>{look}</style><div class="q-report">{html}</div>'


def _style() -> str:
    return shipped("template/report.css").read_text(encoding="utf-8")


def _pages() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    pages = Environment(
        loader=FileSystemLoader(shipped("template/report.css").parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"light": _image, "dark": lambda svg: _image(darkened(svg))}
    return pages


def _image(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
