"""A report's pictures with matplotlib, as SVG: wide and narrow, for a light page and a dark one."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quadrantlib.pictures import paper
from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.style import DARK, LIGHT, SANS

SIDES = {"wide": 400.0, "narrow": 250.0}
"""How wide the frame is, in points: on a narrow page letters are as large as on a wide one."""
EDGE = 1.0
"""Left free around it, in points: half a stroke."""
LETTERS = "Noto Sans, " + SANS.replace("'", "")
_FAMILY = re.compile(r"font: ([\d.]+px) [^;\"]+")
_SALT = "quadrant"
"""The same picture has the same names inside, whoever draws it and when."""


def drawn(picture: Picture) -> Mapping[str, Any]:
    """Return `picture` in the light colors, by the name of its width."""
    return {name: _svg(picture, side) for name, side in SIDES.items()}


def darkened(svg: str) -> str:
    """Return a drawing with the colors of a dark page."""
    dark = {LIGHT[name].lower(): DARK[name].lower() for name in LIGHT if name != "on_accent"}
    return re.sub("|".join(dark), lambda found: dark[found[0]], svg)


def _svg(picture: Picture, side: float) -> str:
    words = io.StringIO()
    with paper.own_settings({"svg.fonttype": "none", "svg.hashsalt": _SALT}):
        figure = _sheet(picture, side)
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(words, format="svg", metadata=nothing, transparent=True)
    svg = words.getvalue()
    return _FAMILY.sub(rf"font: \1 {LETTERS}", svg[svg.index("<svg") :])


def _sheet(picture: Picture, side: float) -> Any:
    """Return a figure with the picture on it; its title stands beside it, as words."""
    from matplotlib.figure import Figure

    tall = side * picture.tall
    width, height = side + 2 * EDGE, tall + picture.above + picture.below + 2 * EDGE
    figure = Figure(figsize=(width / 72, height / 72))
    low = (picture.below + EDGE) / height
    board = figure.add_axes((EDGE / width, low, side / width, tall / height))
    paper.paint(replace(picture, title="", source=""), board)
    return figure
