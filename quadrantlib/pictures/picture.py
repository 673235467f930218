"""A picture as data: what it shows, in marks, in a sentence and in a table; painters add the ink.

Inside the board both axes run from 0 to 10, x to the right and y up. The board's frame lies a
little outside, at `LOW` and `HIGH`, so that a mark at 10 stays whole. Beyond the frame a unit is a
point (1/72 inch on paper, a CSS pixel on a page): text there keeps its distance at every size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LOW, HIGH = -0.75, 10.75
SPAN = HIGH - LOW

Shape = Literal["disc", "ring", "square", "unset"]
"""Loss is a filled disc, relief an open ring, neither a filled square, unset a dashed outline."""
Anchor = Literal["start", "middle", "end"]
Size = Literal["small", "large"]
Fill = Literal["tint", "solid", "ghost"]


@dataclass(frozen=True, slots=True)
class Dot:
    """Something placed on the board.

    Attributes
    ----------
    area:
        What the shape covers, in square units of the board: size is area, never radius.
    color:
        Its name in `style`, here and in every other mark.
    label:
        What it is called, whole; painters may shorten it. Empty: no label.
    faint:
        Whether it is where something was the last time.
    """

    x: float
    y: float
    area: float
    shape: Shape
    color: str
    label: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: a `tint` of its color, `solid`, or a `ghost` (a dashed outline)."""

    left: float
    bottom: float
    right: float
    top: float
    color: str
    fill: Fill = "tint"


@dataclass(frozen=True, slots=True)
class Line:
    """A hairline from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str = "line"


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a point: `y` is the line they stand on."""

    x: float
    y: float
    text: str
    color: str = "quiet"
    size: Size = "small"
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through points, for what changes over time; `faint` where it is not the main thing."""

    points: tuple[tuple[float, float], ...]
    color: str
    dashed: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The room between two traces, tinted: `upper` and `lower`, both from left to right."""

    upper: tuple[tuple[float, float], ...]
    lower: tuple[tuple[float, float], ...]
    color: str


Mark = Dot | Area | Line | Text | Trace | Band


@dataclass(frozen=True, slots=True)
class Table:
    """The same in rows, every cell as text; each row is as long as `header`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything a painter needs, and everything somebody needs who cannot see it.

    Attributes
    ----------
    title:
        What is seen ("58 % of your hours were hard and assigned").
    sentence:
        All that the picture says, in words.
    marks:
        From back to front.
    source:
        Where it comes from: exercise, round, date. May be empty.
    above, below:
        The room that marks need over and under the frame, in points.
    tall:
        The frame's height, as a share of its width. Whatever it is, y runs from 0 to 10; a dot's
        area is always measured in units of x.
    shapes:
        Whether the shapes of its dots say what losing something would be, so that the page
        explains them.
    """

    title: str
    sentence: str
    table: Table
    marks: tuple[Mark, ...]
    source: str = ""
    above: float = 0
    below: float = 0
    tall: float = 1
    shapes: bool = False


def along(value: float, side: float) -> float:
    """Return how far `value` lies from the frame's low edge, in points; the frame is `side` long.

    >>> along(LOW, 570), along(5, 570), along(HIGH + 8, 570), along(LOW - 8, 570)
    (0.0, 285.0, 578.0, -8.0)
    """
    if value < LOW:
        return value - LOW
    if value > HIGH:
        return side + value - HIGH
    return (value - LOW) / SPAN * side
