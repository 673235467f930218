"""A picture as SVG, for pages: it takes its colors from the page, so light and dark are one file.

Text is set as text, never as markup: the tree is built element by element.
"""

from __future__ import annotations

import re
from itertools import count
from math import pi, sqrt
from xml.etree.ElementTree import Element, SubElement, tostring

from quadrantlib.pictures.labels import Box, Label, place
from quadrantlib.pictures.lettering import lines
from quadrantlib.pictures.picture import SPAN, Area, Dot, Line, Mark, Picture, Text, along
from quadrantlib.pictures.style import TINT

ROOMY = 480
"""From this width on, in pixels, letters are as large as the page's small print."""
STROKE = 2.0
LEADING = 1.3
UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_numbers = count(1)


def paint(picture: Picture, width: int = 640, *, titled: bool = False) -> str:
    """Return `picture` as an `<svg>` element, `width` pixels wide.

    Letters do not shrink with the board: a narrow page wants a picture of its own. Its class is
    `q-wide`, or `q-narrow` below `ROOMY`, so that a page can hold both and show one. The page gives
    the colors, with `style.css_variables()`.

    Parameters
    ----------
    titled:
        Whether title and source are drawn too, for a picture that stands alone.
    """
    root, above = _sheet(picture), 0.0
    root.set("class", f"q-drawing {'q-wide' if width >= ROOMY else 'q-narrow'}")
    if titled:
        above = _rows(root, picture.title, width, 0, ("large", "ink", "serif")) + 16
    above += picture.above
    board = SubElement(root, "g", transform=f"translate(0 {above:g})")
    for mark in picture.marks:
        _mark(board, mark, width)
    _labels(board, picture, width)
    height = above + width + picture.below
    if titled:
        height = _rows(root, picture.source, width, height + 8, ("small", "quiet", "sans")) + 4
    root.attrib |= {"width": f"{width}", "height": f"{height:g}"}
    root.set("viewBox", f"0 0 {width} {height:g}")
    return tostring(root, encoding="unicode")


def letters(width: float, size: str = "small") -> float:
    """Return the size of letters on a picture of `width`, both in pixels."""
    large = 22 if width >= ROOMY else 18
    return large if size == "large" else 15 if width >= ROOMY else 13


def _sheet(picture: Picture) -> Element:
    """Return an empty sheet with its words for those who hear it; no two sheets share an id."""
    name = f"q-picture-{next(_numbers)}"
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": "var(--q-sans)",
            "direction": "ltr",
            "overflow": "visible",
        },
    )
    SubElement(root, "title", id=f"{name}-title").text = _clean(picture.title)
    SubElement(root, "desc", id=f"{name}-desc").text = _clean(picture.sentence)
    return root


def _mark(parent: Element, mark: Mark, side: float) -> None:
    match mark:
        case Area():
            _area(parent, mark, side)
        case Line():
            ends = {"x1": mark.x1, "x2": mark.x2}
            heights = {"y1": side - along(mark.y1, side), "y2": side - along(mark.y2, side)}
            places = {name: along(value, side) for name, value in ends.items()} | heights
            SubElement(parent, "line", _numbered(places), stroke=_color(mark.color))
        case Dot():
            _dot(parent, mark, side)
        case Text():
            at = _numbered({"x": along(mark.x, side), "y": side - along(mark.y, side)})
            look = {"fill": _color(mark.color), "font-size": f"{letters(side, mark.size):g}"}
            _text(parent, mark.text, at | look | {"text-anchor": mark.anchor})


def _area(parent: Element, area: Area, side: float) -> None:
    left, right = along(area.left, side), along(area.right, side)
    top, bottom = side - along(area.top, side), side - along(area.bottom, side)
    box = _numbered({"x": left, "y": top, "width": right - left, "height": bottom - top})
    color = _color(area.color)
    look = {
        "tint": {"fill": color, "fill-opacity": f"{TINT}"},
        "solid": {"fill": color, "stroke": _color("paper")},
        "ghost": {"fill": "none", "stroke": color, "stroke-dasharray": "3 3"},
    }[area.fill]
    SubElement(parent, "rect", box | look)


def _dot(parent: Element, dot: Dot, side: float) -> None:
    x, y, radius = _circle(dot, side)
    group = SubElement(parent, "g", _look(dot))
    if dot.shape == "square":
        edge = radius * sqrt(pi)
        box = {"x": x - edge / 2, "y": y - edge / 2, "width": edge, "height": edge}
        SubElement(group, "rect", _numbered(box))
        return
    open_ = dot.shape in {"ring", "unset"}
    inner = max(radius - STROKE / 2, STROKE / 2) if open_ else radius
    round_ = _numbered({"cx": x, "cy": y, "r": inner})
    if dot.shape == "unset":
        round_["stroke-dasharray"] = _dashes(inner)
    if open_ and not dot.faint:
        casing = {"stroke": _color("paper"), "stroke-width": f"{STROKE * 2:g}"}
        SubElement(group, "circle", round_ | casing | {"stroke-dasharray": "none"})
    SubElement(group, "circle", round_)


def _dashes(radius: float) -> str:
    """Return dashes that close the circle: a small one has six."""
    step = 2 * pi * radius / max(6, round(2 * pi * radius / 7))
    return f"{step * 0.6:.2f} {step * 0.4:.2f}"


def _look(dot: Dot) -> dict[str, str]:
    color = _color(dot.color)
    if dot.shape in {"ring", "unset"}:
        width = STROKE / 2 if dot.faint else STROKE
        return {"fill": "none", "stroke": color, "stroke-width": f"{width:g}"}
    if dot.faint:
        return {"fill": color, "fill-opacity": "0.25", "stroke": color}
    return {"fill": color, "fill-opacity": "0.9", "stroke": _color("paper")}


def _labels(parent: Element, picture: Picture, side: float) -> None:
    named = [mark for mark in picture.marks if isinstance(mark, Dot) and mark.label]
    size = letters(side)
    dots = [(*_circle(dot, side), dot.label) for dot in named]
    faint = [_around(mark, side) for mark in picture.marks if isinstance(mark, Dot) and mark.faint]
    for label in place(dots, side, side, size, faint):
        if label.leader:
            ends = dict(zip(("x1", "y1", "x2", "y2"), label.leader, strict=True))
            SubElement(parent, "line", _numbered(ends), stroke=_color("edge"))
        _text(parent, label.text, _lettered(label, size))


def _lettered(label: Label, size: float) -> dict[str, str]:
    look = {"fill": _color("ink"), "font-size": f"{size:g}", "text-anchor": label.anchor}
    return _numbered({"x": label.x, "y": label.y}) | look


def _rows(root: Element, text: str, width: float, top: float, look: tuple[str, str, str]) -> float:
    """Set `text` in as many rows as it needs, and return where they end."""
    size = letters(width, look[0])
    for row in lines(text, width, size):
        at = {"x": "0", "y": f"{top + size:g}", "font-size": f"{size:g}"}
        _text(root, row, at | {"fill": _color(look[1]), "font-family": f"var(--q-{look[2]})"})
        top += size * LEADING
    return top


def _text(parent: Element, text: str, look: dict[str, str]) -> None:
    # Left is left in every language: only the order inside the words is the words' own.
    SubElement(parent, "text", look | {"unicode-bidi": "plaintext"}).text = _clean(text)


def _circle(dot: Dot, side: float) -> tuple[float, float, float]:
    return along(dot.x, side), side - along(dot.y, side), sqrt(dot.area / pi) / SPAN * side


def _around(dot: Dot, side: float) -> Box:
    x, y, radius = _circle(dot, side)
    return Box(x - radius, y - radius, x + radius, y + radius)


def _numbered(places: dict[str, float]) -> dict[str, str]:
    return {name: f"{round(value, 2):g}" for name, value in places.items()}


def _color(name: str) -> str:
    return f"var(--q-{name.replace('_', '-')})"


def _clean(text: str) -> str:
    """Return `text` without the few signs that no XML may hold."""
    return UNPRINTABLE.sub("", text)
