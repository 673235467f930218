"""Names beside marks, so that no two collide.

The board does the same while a finger drags, in `forms/static/labels.js`: change both or neither.
Lengths are pixels or points, x to the right and y down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from quadrantlib.pictures.lettering import shortened, text_width
from quadrantlib.pictures.picture import Anchor

GAP = 4.0
"""Between a mark and its name."""
LINE = 1.25
"""The height of a line, in sizes."""
LONGEST = (13.5, 9.0, 6.0, 4.0)
"""The width of a name, in sizes: about 24 letters, and less only where all ten do not fit."""
WIDEST = 0.42
"""The most of the board's width that a name may take."""
AROUND = (
    *((1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0)),
    *((0.7071, -0.7071), (0.7071, 0.7071), (-0.7071, -0.7071), (-0.7071, 0.7071)),
    *((0.9239, -0.3827), (0.9239, 0.3827), (-0.9239, -0.3827), (-0.9239, 0.3827)),
    *((0.3827, -0.9239), (0.3827, 0.9239), (-0.3827, -0.9239), (-0.3827, 0.9239)),
)
"""The ways a name may lie from its mark, the best first."""
STEPS = 12
"""How many lines away a name is looked for in those ways, before any free place will do."""
DUST = 1e-6

Dot = tuple[float, float, float, str]
"""x and y of the middle, radius, text."""


class Box(NamedTuple):
    """A rectangle, and from where in it the text is set."""

    left: float
    top: float
    right: float
    bottom: float
    anchor: Anchor = "start"


Leader = tuple[float, float, float, float]


class Label(NamedTuple):
    """A name's place: `y` is the line it stands on.

    `leader` leads from the mark to the name (x1, y1, x2, y2) where that is far, else None; None too
    where names are stacked on one another over their mark.
    """

    x: float
    y: float
    anchor: Anchor
    text: str
    leader: Leader | None


class Board(NamedTuple):
    """What names have to get along with: its extent, the size of letters, and who is there."""

    width: float
    height: float
    size: float
    dots: Sequence[Dot]
    clear: Sequence[Box]

    @property
    def tall(self) -> float:
        """The height of a line."""
        return LINE * self.size


def place(
    dots: Sequence[Dot], width: float, height: float, size: float, clear: Sequence[Box] = ()
) -> tuple[Label, ...]:
    """Place a label for every dot, in their order, on a board of `width` by `height`.

    None is dropped, none sticks out and none meets another; marks, leaders and the boxes in
    `clear` are kept free of names where there is room. Long names end in an ellipsis. Only on a
    board far too small may labels overlap.
    """
    board = Board(width, height, size, dots, clear)
    for longest in LONGEST:
        most = min(longest * size, WIDEST * width)
        texts = [shortened(dot[3], most, size) for dot in dots]
        boxes = _boxes(texts, board)
        if None not in boxes:
            break
    found = [
        box or next(_around(dot, text_width(text, size), board))
        for dot, text, box in zip(dots, texts, boxes, strict=True)
    ]
    return tuple(_label(i, texts[i], found, board) for i in range(len(dots)))


def extent(label: Label, size: float) -> Box:
    """Return the rectangle that `label` covers."""
    wide = text_width(label.text, size)
    left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    top = label.y - size
    return Box(left, top, left + wide, top + LINE * size, label.anchor)


def _boxes(texts: Sequence[str], board: Board) -> list[Box | None]:
    taken: list[Box] = []
    leaders: list[Leader] = []
    boxes: list[Box | None] = []
    for dot, text in zip(board.dots, texts, strict=True):
        box = _free(dot, text_width(text, board.size), board, taken, leaders)
        boxes.append(box)
        if box:
            taken.append(box)
            leaders += filter(None, [_leader(dot, box, board.size)])
    return boxes


def _free(
    dot: Dot, wide: float, board: Board, taken: Sequence[Box], leaders: Sequence[Leader]
) -> Box | None:
    """Return the first box that is free; what cannot be had is given up, leaders before marks."""
    for wish in (_tangled, _on_a_mark, _anywhere):
        for box in chain(_around(dot, wide, board), _touching(dot, wide, board, taken)):
            if not any(_meet(box, other) for other in taken) and not wish(
                dot, box, board, taken, leaders
            ):
                return box
    return None


def _anywhere(*_: object) -> bool:
    return False


def _on_a_mark(_: Dot, box: Box, board: Board, *__: object) -> bool:
    return any(_covers(box, dot) for dot in board.dots)


def _tangled(
    dot: Dot, box: Box, board: Board, taken: Sequence[Box], leaders: Sequence[Leader]
) -> bool:
    own = _leader(dot, box, board.size)
    return (
        _on_a_mark(dot, box, board)
        or any(_meet(box, other) for other in board.clear)
        or any(_crosses(leader, box) for leader in leaders)
        or (own is not None and any(_crosses(own, other) for other in taken))
    )


def _around(dot: Dot, wide: float, board: Board) -> Iterator[Box]:
    """Right, left, above, below and the diagonals, line by line further away."""
    x, y, radius, _ = dot
    for step in range(STEPS):
        reach = radius + GAP + step * board.tall
        for dx, dy in AROUND:
            anchor: Anchor = "start" if dx > 0 else "end" if dx < 0 else "middle"
            left = x + dx * reach - _share(dx) * wide
            top = y + dy * reach - _share(dy) * board.tall
            yield _inside(left, top, wide, board, anchor)


def _share(direction: float) -> float:
    """How much of a name lies before the point it is set at."""
    return 0 if direction > 0 else 1 if direction < 0 else 0.5


def _touching(dot: Dot, wide: float, board: Board, taken: Sequence[Box]) -> Iterator[Box]:
    """Wherever a name would just touch another or the edge: if a column has room, it is here."""
    x, y, radius, _ = dot
    tops = [0.0, board.height - board.tall]
    for other in taken:
        tops += [other.top - board.tall, other.bottom]
    tops.sort(key=lambda top: abs(top - y))
    for left in (x + radius + GAP, x - radius - GAP - wide, 0.0, board.width - wide):
        for top in tops:
            yield _inside(left, top, wide, board, "start")


def _inside(left: float, top: float, wide: float, board: Board, anchor: Anchor) -> Box:
    left = max(0.0, min(left, board.width - wide))
    top = max(0.0, min(top, board.height - board.tall))
    return Box(left, top, left + wide, top + board.tall, anchor)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - DUST
        and other.left < one.right - DUST
        and one.top < other.bottom - DUST
        and other.top < one.bottom - DUST
    )


def _crosses(line: Leader, box: Box) -> bool:
    """Whether a line runs through a box (after Liang and Barsky, 1984)."""
    x1, y1, x2, y2 = line
    start, end = 0.0, 1.0
    for origin, step, low, high in (
        (x1, x2 - x1, box.left, box.right),
        (y1, y2 - y1, box.top, box.bottom),
    ):
        if step == 0 and not low < origin < high:
            return False
        if step != 0:
            ways = ((low - origin) / step, (high - origin) / step)
            start, end = max(start, min(ways)), min(end, max(ways))
    return start < end - DUST


def _covers(box: Box, dot: Dot) -> bool:
    x, y = _nearest(box, dot)
    radius = dot[2] + 1
    return (x - dot[0]) * (x - dot[0]) + (y - dot[1]) * (y - dot[1]) < radius * radius - DUST


def _nearest(box: Box, dot: Dot) -> tuple[float, float]:
    return max(box.left, min(dot[0], box.right)), max(box.top, min(dot[1], box.bottom))


def _label(index: int, text: str, boxes: Sequence[Box], board: Board) -> Label:
    """Return the label at `index`; its leader is left out where it would run through a name."""
    box = boxes[index]
    leader = _leader(board.dots[index], box, board.size)
    if leader and any(_crosses(leader, other) for other in boxes if other is not box):
        leader = None
    start = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}
    return Label(start[box.anchor], box.top + board.size, box.anchor, text, leader)


def _leader(dot: Dot, box: Box, size: float) -> Leader | None:
    x, y, radius, _ = dot
    end = _nearest(box, dot)
    away = sqrt((end[0] - x) * (end[0] - x) + (end[1] - y) * (end[1] - y))
    if away - radius <= size:
        return None
    return (x + (end[0] - x) / away * radius, y + (end[1] - y) / away * radius, *end)
