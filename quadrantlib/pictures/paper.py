"""A picture on paper, with matplotlib: the same marks as on a page, in the light colors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import pi
from typing import Any

from quadrantlib.pictures.frame import Frame
from quadrantlib.pictures.labels import place
from quadrantlib.pictures.lettering import lines
from quadrantlib.pictures.picture import (
    HIGH,
    LOW,
    SPAN,
    Area,
    Band,
    Dot,
    Line,
    Mark,
    Picture,
    Text,
    Trace,
)
from quadrantlib.pictures.style import LIGHT, TINT

SIDE = 360.0
"""The width of the board in points, on a sheet of its own."""
TITLE, SOURCE, EDGE = 34.0, 20.0, 12.0
SIZES = {"small": 9.0, "large": 13.0}
STROKE = 1.4


@contextmanager
def own_settings(more: Any = None) -> Iterator[None]:
    """Draw as matplotlib does by default, and with `more` settings, whatever somebody has set.

    A person's own matplotlibrc may ask for TeX, which is not there, or for wavy lines.
    """
    from matplotlib import rc_context, rcdefaults, rcParams

    with rc_context():
        rcdefaults()
        rcParams.update(more or {})
        yield


def paint(picture: Picture, ax: Any = None) -> Any:
    """Paint `picture` on matplotlib's `ax`, or on a new figure's, and return the axes.

    The axes show the board alone, both from `LOW` to `HIGH`; what lies beyond the frame is drawn
    outside them. Every dot is a collection of its own, its gid the name; its size is its area in
    square points, as `scatter` counts it (a disc's is that of the square around it).
    """
    with own_settings():
        return _painted(picture, _sheet(picture) if ax is None else ax)


def _painted(picture: Picture, board: Any) -> Any:
    board.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[], yticks=[])
    board.set_aspect(picture.tall)
    board.set_frame_on(False)
    frame = _frame(board, picture.tall)
    for order, mark in enumerate(picture.marks):
        _mark(board, mark, frame, order)
    _labels(board, picture, frame)
    title = "\n".join(lines(picture.title, frame.width, SIZES["large"]))
    board.set_title(title, loc="left", pad=picture.above + 8, **_letters("large", "ink", "serif"))
    _text(board, Text(LOW, LOW - picture.below - SOURCE + 6, picture.source), frame)
    return board


def _sheet(picture: Picture) -> Any:
    from matplotlib.figure import Figure

    below = picture.below + SOURCE + EDGE
    side = SIDE * picture.tall
    width, height = SIDE + 2 * EDGE, side + picture.above + TITLE + below
    figure = Figure(figsize=(width / 72, height / 72), facecolor=LIGHT["raised"])
    return figure.add_axes((EDGE / width, below / height, SIDE / width, side / height))


def _frame(board: Any, tall: float) -> Frame:
    """Return the largest frame that fits into the axes."""
    width, height = board.figure.get_size_inches()
    box = board.get_position(original=True)
    return Frame(float(min(box.width * width, box.height * height / tall) * 72), tall)


def _mark(board: Any, mark: Mark, frame: Frame, order: float) -> None:
    match mark:
        case Area():
            _area(board, mark, frame, order)
        case Line():
            ends = [mark.x1, mark.x2], [mark.y1, mark.y2]
            board.plot(*ends, color=LIGHT[mark.color], linewidth=0.6, zorder=order)
        case Trace():
            _trace(board, mark, frame, order)
        case Band():
            _band(board, mark, frame, order)
        case Dot():
            _dot(board, mark, frame, order)
        case Text():
            _text(board, mark, frame)


def _area(board: Any, area: Area, frame: Frame, order: float) -> None:
    from matplotlib.patches import Rectangle

    left, bottom = _data((area.left, area.bottom), frame)
    right, top = _data((area.right, area.top), frame)
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


def _trace(board: Any, trace: Trace, frame: Frame, order: float) -> None:
    points = [_data(point, frame) for point in trace.points]
    look: dict[str, Any] = {"linewidth": STROKE / 2 if trace.faint else STROKE}
    look |= {"linestyle": (0, (4, 3)) if trace.dashed else "solid", "solid_joinstyle": "round"}
    xs, ys = [x for x, _ in points], [y for _, y in points]
    board.plot(xs, ys, color=LIGHT[trace.color], clip_on=False, zorder=order, **look)


def _band(board: Any, band: Band, frame: Frame, order: float) -> None:
    from matplotlib.patches import Polygon

    around = [_data(point, frame) for point in (*band.upper, *reversed(band.lower))]
    look: dict[str, Any] = {"facecolor": LIGHT[band.color], "alpha": TINT, "linewidth": 0}
    board.add_patch(Polygon(around, closed=True, clip_on=False, zorder=order, **look))


def _dot(board: Any, dot: Dot, frame: Frame, order: float) -> None:
    points = dot.area * frame.unit**2
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
    x, y = _data((dot.x, dot.y), frame)
    drawn = board.scatter([x], [y], clip_on=False, zorder=order, **look)
    drawn.set_gid(dot.label)


def _labels(board: Any, picture: Picture, frame: Frame) -> None:
    dots = [mark for mark in picture.marks if isinstance(mark, Dot)]
    named = [(*frame.circle(dot), dot.label) for dot in dots if dot.label]
    faint = [frame.around(dot) for dot in dots if dot.faint]
    for label in place(named, frame.width, frame.height, SIZES["small"], faint):
        if label.leader:
            x1, y1, x2, y2 = label.leader
            (left, start), (right, end) = _back((x1, y1), frame), _back((x2, y2), frame)
            look: dict[str, Any] = {"color": LIGHT["edge"], "linewidth": 0.5}
            board.plot([left, right], [start, end], zorder=len(picture.marks), **look)
        at = _back((label.x, label.y), frame)
        _words(board, Text(*at, label.text, "ink", "small", label.anchor), at)


def _text(board: Any, text: Text, frame: Frame) -> None:
    _words(board, text, _data((text.x, text.y), frame))


def _words(board: Any, text: Text, at: tuple[float, float]) -> None:
    """Write `text` as it is: a dollar sign begins no formula."""
    aligned = {"start": "left", "middle": "center", "end": "right"}[text.anchor]
    look = {"ha": aligned, "va": "baseline", "parse_math": False, "zorder": 1000}
    board.text(*at, text.text, **look, **_letters(text.size, text.color))


def _letters(size: str, color: str, family: str = "sans-serif") -> dict[str, Any]:
    return {"fontsize": SIZES[size], "color": LIGHT[color], "fontfamily": family}


def _data(point: tuple[float, float], frame: Frame) -> tuple[float, float]:
    """Return a point of the picture as the axes count: beyond the frame it differs."""
    return _back(frame.at(point), frame)


def _back(points: tuple[float, float], frame: Frame) -> tuple[float, float]:
    """Return points from the frame's upper left corner as the axes count."""
    x, y = points
    return LOW + x / frame.width * SPAN, HIGH - y / frame.height * SPAN
