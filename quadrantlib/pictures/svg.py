"""A picture as SVG, for pages: it takes its colors from the page, so light and dark are one file.

Text is set as text, never as markup: the tree is built element by element.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from math import pi, sqrt
from xml.etree.ElementTree import Element, SubElement, tostring

from quadrantlib.pictures.frame import Frame
from quadrantlib.pictures.labels import Label, place
from quadrantlib.pictures.lettering import lines
from quadrantlib.pictures.picture import Area, Band, Dot, Line, Mark, Picture, Text, Trace
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
    root, above, frame = _sheet(picture), 0.0, Frame(width, picture.tall)
    root.set("class", f"q-drawing {'q-wide' if width >= ROOMY else 'q-narrow'}")
    if titled:
        above = _rows(root, picture.title, width, 0, ("large", "ink", "serif")) + 16
    above += picture.above
    board = SubElement(root, "g", transform=f"translate(0 {above:g})")
    for mark in picture.marks:
        _mark(board, mark, frame)
    _labels(board, picture, frame)
    height = above + frame.height + picture.below
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


def _mark(parent: Element, mark: Mark, frame: Frame) -> None:
    match mark:
        case Area():
            _area(parent, mark, frame)
        case Line():
            (x1, y1), (x2, y2) = frame.at((mark.x1, mark.y1)), frame.at((mark.x2, mark.y2))
            ends = _numbered({"x1": x1, "x2": x2, "y1": y1, "y2": y2})
            SubElement(parent, "line", ends, stroke=_color(mark.color))
        case Trace():
            _trace(parent, mark, frame)
        case Band():
            points = _points((*mark.upper, *reversed(mark.lower)), frame)
            look = {"fill": _color(mark.color), "fill-opacity": f"{TINT}"}
            SubElement(parent, "polygon", look, points=points)
        case Dot():
            _dot(parent, mark, frame)
        case Text():
            at = _numbered({"x": frame.across(mark.x), "y": frame.down(mark.y)})
            size = letters(frame.width, mark.size)
            look = {"fill": _color(mark.color), "font-size": f"{size:g}"}
            _text(parent, mark.text, at | look | {"text-anchor": mark.anchor})


def _area(parent: Element, area: Area, frame: Frame) -> None:
    (left, top), (right, bottom) = (
        frame.at((area.left, area.top)),
        frame.at((area.right, area.bottom)),
    )
    box = _numbered({"x": left, "y": top, "width": right - left, "height": bottom - top})
    color = _color(area.color)
    look = {
        "tint": {"fill": color, "fill-opacity": f"{TINT}"},
        "solid": {"fill": color, "stroke": _color("paper")},
        "ghost": {"fill": "none", "stroke": color, "stroke-dasharray": "3 3"},
    }[area.fill]
    SubElement(parent, "rect", box | look)


def _trace(parent: Element, trace: Trace, frame: Frame) -> None:
    width = STROKE / 2 if trace.faint else STROKE
    look = {"fill": "none", "stroke": _color(trace.color), "stroke-width": f"{width:g}"}
    look |= {"stroke-linejoin": "round", "stroke-linecap": "round"}
    look |= {"stroke-dasharray": "6 5"} if trace.dashed else {}
    SubElement(parent, "polyline", look, points=_points(trace.points, frame))


def _points(points: Sequence[tuple[float, float]], frame: Frame) -> str:
    return " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in map(frame.at, points))


def _dot(parent: Element, dot: Dot, frame: Frame) -> None:
    x, y, radius = frame.circle(dot)
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


def _labels(parent: Element, picture: Picture, frame: Frame) -> None:
    dots = [mark for mark in picture.marks if isinstance(mark, Dot)]
    size = letters(frame.width)
    named = [(*frame.circle(dot), dot.label) for dot in dots if dot.label]
    faint = [frame.around(dot) for dot in dots if dot.faint]
    for label in place(named, frame.width, frame.height, size, faint):
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


def _numbered(places: dict[str, float]) -> dict[str, str]:
    return {name: f"{round(value, 2):g}" for name, value in places.items()}


def _color(name: str) -> str:
    return f"var(--q-{name.replace('_', '-')})"


def _clean(text: str) -> str:
    """Return `text` without the few signs that no XML may hold."""
    return UNPRINTABLE.sub("", text)
