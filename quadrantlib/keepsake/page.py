"""A keepsake as one HTML file: no script, nothing fetched, and every word is text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from quadrantlib.keepsake.blocks import Keepsake
from quadrantlib.keepsake.plain import plain
from quadrantlib.keepsake.wording import WORDS
from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.style import css_variables
from quadrantlib.pictures.svg import paint
from quadrantlib.shipped import shipped

WIDTHS = (640, 340)
"""Pixels; a phone's drawing has letters of its own size."""


def html(keepsake: Keepsake) -> str:
    """Return `keepsake` as a page that stands alone."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = shipped("template/keepsake.html.j2").parent
    look = css_variables() + (folder / "keepsake.css").read_text(encoding="utf-8")
    pages = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    return pages.get_template("keepsake.html.j2").render(
        book=plain(keepsake, _drawn),
        words=WORDS,
        style=look,
        style_hash=b64encode(sha256(look.encode()).digest()).decode(),
    )


def _drawn(picture: Picture) -> Mapping[str, Any]:
    return {"drawings": [paint(picture, width) for width in WIDTHS]}
