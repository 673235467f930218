"""Where marks lie on a drawn frame, in points from its upper left corner: y goes down."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt

from quadrantlib.pictures.labels import Box
from quadrantlib.pictures.picture import SPAN, Dot, along


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a picture as it is drawn: `width` in points, `tall` as in `Picture`.

    >>> Frame(570, 0.5).across(5), Frame(570, 0.5).down(5), Frame(570, 0.5).down(10.75)
    (285.0, 142.5, 0.0)
    """

    width: float
    tall: float = 1

    @property
    def height(self) -> float:
        """In points."""
        return self.width * self.tall

    @property
    def unit(self) -> float:
        """How long a unit across is: dots are measured in it, so that they stay round."""
        return self.width / SPAN

    def across(self, x: float) -> float:
        """Return how far `x` lies from the left edge."""
        return along(x, self.width)

    def down(self, y: float) -> float:
        """Return how far `y` lies below the upper edge."""
        return self.height - along(y, self.height)

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the picture lies."""
        return self.across(point[0]), self.down(point[1])

    def circle(self, dot: Dot) -> tuple[float, float, float]:
        """Return middle and radius of the disc that covers as much as `dot`."""
        return *self.at((dot.x, dot.y)), sqrt(dot.area / pi) * self.unit

    def around(self, dot: Dot) -> Box:
        """Return the square around that disc."""
        x, y, radius = self.circle(dot)
        return Box(x - radius, y - radius, x + radius, y + radius)
