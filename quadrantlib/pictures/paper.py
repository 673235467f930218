"""A picture on paper, with matplotlib: the same marks as on a page, in the light colors."""

from __future__ import annotations

from math import pi, sqrt
from typing import Any

from quadrantlib.pictures.labels import Box, place
from quadrantlib.pictures.lettering import lines
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Area,
    Dot,
    Line,
    Mark,
    Picture,
    Text,
    along,
)
from quadrantlib.pictures.style import LIGHT, TINT

SIDE = 360.0
"""The side of the board in points, on a sheet of its own."""
TITLE, SOURCE, EDGE = 34.0, 20.0, 12.0
SIZES = {"small": 9.0, "large": 13.0}
STROKE = 1.4


def paint(picture: Picture, ax: Any = None) -> Any:
    """Paint `picture` on matplotlib's `ax`, or on a new figure's, and return the axes.

    The axes show the board alone, both from `LOW` to `HIGH`; what lies beyond the frame is drawn
    outside them. Every dot is a collection of its own, its gid the name; its size is its area in
    square points, as `scatter` counts it (a disc's is that of the square around it).
    """
    board = _sheet(picture) if ax is None else ax
    board.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[], yticks=[])
    board.set_aspect("equal")
    board.set_frame_on(False)
    side = _side(board)
    for order, mark in enumerate(picture.marks):
        _mark(board, mark, side, order)
    _labels(board, picture, side)
    title = "\n".join(lines(picture.title, side, SIZES["large"]))
    board.set_title(title, loc="left", pad=picture.above + 8, **_letters("large", "ink", "serif"))
    _text(board, Text(LOW, LOW - picture.below - SOURCE + 6, picture.source), side)
    return board


def _sheet(picture: Picture) -> Any:
    from matplotlib.figure import Figure

    below = picture.below + SOURCE + EDGE
    width, height = SIDE + 2 * EDGE, SIDE + picture.above + TITLE + below
    figure = Figure(figsize=(width / 72, height / 72), facecolor=LIGHT["raised"])
    return figure.add_axes((EDGE / width, below / height, SIDE / width, SIDE / height))


def _side(board: Any) -> float:
    """Return the frame's side in points: the largest square that fits into the axes."""
    width, height = board.figure.get_size_inches()
    box = board.get_position(original=True)
    return float(min(box.width * width, box.height * height) * 72)


def _mark(board: Any, mark: Mark, side: float, order: float) -> None:
    match mark:
        case Area():
            _area(board, mark, side, order)
        case Line():
            ends = [mark.x1, mark.x2], [mark.y1, mark.y2]
            board.plot(*ends, color=LIGHT[mark.color], linewidth=0.6, zorder=order)
        case Dot():
            _dot(board, mark, side, order)
        case Text():
            _text(board, mark, side)


def _area(board: Any, area: Area, side: float, order: float) -> None:
    from matplotlib.patches import Rectangle

    left, right, bottom, top = (
        _data(value, side) for value in (area.left, area.right, area.bottom, area.top)
    )
    color = LIGHT[area.color]
    looks: dict[str, dict[str, Any]] = {
        "tint": {"facecolor": color, "alpha": TINT, "linewidth": 0},
        "solid": {"facecolor": color, "edgecolor": LIGHT["raised"], "linewidth": 0.6},
        "ghost": {"fill": False, "edgecolor": color, "linestyle": (0, (3, 3)), "linewidth": 0.7},
    }
    size = right - left, top - bottom
    board.add_patch(
        Rectangle((left, bottom), *size, clip_on=False, zorder=order, **looks[area.fill])
    )


def _dot(board: Any, dot: Dot, side: float, order: float) -> None:
    points = dot.area * (side / SPAN) ** 2
    square = dot.shape == "square"
    look: dict[str, Any] = {
        "s": points if square else points * 4 / pi,
        "marker": "s" if square else "o",
    }
    outline = STROKE / 2 if dot.faint else STROKE
    color = LIGHT[dot.color]
    if dot.shape in {"ring", "unset"}:
        look |= {"facecolors": "none", "edgecolors": color, "linewidths": outline}
        look |= {"linestyle": (0, (3, 2)) if dot.shape == "unset" else "solid"}
    else:
        edge = color if dot.faint else LIGHT["raised"]
        look |= {"color": [(color, 0.25 if dot.faint else 0.9)], "edgecolors": edge}
        look |= {"linewidths": STROKE / 2}
    drawn = board.scatter([dot.x], [dot.y], clip_on=False, zorder=order, **look)
    drawn.set_gid(dot.label)


def _labels(board: Any, picture: Picture, side: float) -> None:
    dots = [mark for mark in picture.marks if isinstance(mark, Dot)]
    named = [(*_circle(dot, side), dot.label) for dot in dots if dot.label]
    faint = [_around(dot, side) for dot in dots if dot.faint]
    for label in place(named, side, side, SIZES["small"], faint):
        if label.leader:
            x1, y1, x2, y2 = label.leader
            ends = [_across(x1, side), _across(x2, side)], [_up(y1, side), _up(y2, side)]
            board.plot(*ends, color=LIGHT["edge"], linewidth=0.5, zorder=len(picture.marks))
        at = _across(label.x, side), _up(label.y, side)
        _words(board, Text(*at, label.text, "ink", "small", label.anchor), at)


def _text(board: Any, text: Text, side: float) -> None:
    _words(board, text, (_data(text.x, side), _data(text.y, side)))


def _words(board: Any, text: Text, at: tuple[float, float]) -> None:
    """Write `text` as it is: a dollar sign begins no formula."""
    aligned = {"start": "left", "middle": "center", "end": "right"}[text.anchor]
    look = {"ha": aligned, "va": "baseline", "parse_math": False, "zorder": 1000}
    board.text(*at, text.text, **look, **_letters(text.size, text.color))


def _letters(size: str, color: str, family: str = "sans-serif") -> dict[str, Any]:
    return {"fontsize": SIZES[size], "color": LIGHT[color], "fontfamily": family}


def _circle(dot: Dot, side: float) -> tuple[float, float, float]:
    return along(dot.x, side), side - along(dot.y, side), sqrt(dot.area / pi) / SPAN * side


def _around(dot: Dot, side: float) -> Box:
    x, y, radius = _circle(dot, side)
    return Box(x - radius, y - radius, x + radius, y + radius)


def _data(value: float, side: float) -> float:
    return _across(along(value, side), side)


def _across(points: float, side: float) -> float:
    return LOW + points / side * SPAN


def _up(points: float, side: float) -> float:
    return _across(side - points, side)
