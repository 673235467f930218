"""What was published, looked up share by share, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from quadrantlib.exercise import Exercise
from quadrantlib.phrases import listed
from quadrantlib.published import Figure, Published
from quadrantlib.shares import Item, Share

EVERYBODY = ""
"""The group that everybody is in."""
CHANGE = "change"
NAMED = 4
"""So many items are named where some of a share are held back."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure that may be read.

    Attributes
    ----------
    shown:
        The figure as it was published: a number or a word.
    low, high:
        Between which it lies, as parts of the most there is: 0 to 1, of a change −1 to 1.
    people:
        How many are behind it; None: nearly all.
    """

    share: str
    item: Item
    shown: str
    low: float
    high: float
    people: int | None

    @property
    def middle(self) -> float:
        """The middle of where it may lie: for a picture, and to tell much from little."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Found:
    """A cohort's figures beside the catalog that they come from."""

    published: Published
    catalog: tuple[Exercise, ...]

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        """Every share of the catalog by its name."""
        return {share.name: share for each in self.catalog for share in each.shares}

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """The groups of a breakdown in the order of their options: id → label."""
        return {each.id: each.label for each in self.published.groups}

    def seen(self, share: str, group: str = EVERYBODY) -> tuple[Seen, ...]:
        """Return the figures of a share that may be read, in the order of its items."""
        return tuple(self._seen(share, group, change=False))

    def changes(self, share: str) -> tuple[Seen, ...]:
        """Return what changed in a share since the wave before."""
        return tuple(self._seen(share, EVERYBODY, change=True))

    def one(self, share: str, item: str = "") -> Seen | None:
        """Return one of them: of a level it has only one; None where it may not be read."""
        return next((each for each in self.seen(share) if each.item.id == (item or share)), None)

    def withheld(self, *shares: str, change: bool = False) -> tuple[str, ...]:
        """Return what of these shares is not shown, and why, a sentence for each reason."""
        reasons: dict[str, list[Figure]] = {}
        for figure in self.published.figures:
            if figure.withheld and figure.share in shares and change == (figure.kind == CHANGE):
                reasons.setdefault(figure.withheld, []).append(figure)
        return tuple(f"{self._named(held)}. {reason}" for reason, held in reasons.items())

    def _seen(self, share: str, group: str, *, change: bool) -> Iterator[Seen]:
        there = {each.item: each for each in self.published.of(share, group, change=change)}
        for item in self.shares[share].items:
            figure = there.get(item.id)
            if figure and figure.shown:
                reach = figure.low, figure.high
                yield Seen(share, item, figure.shown, *reach, figure.people)

    def _named(self, held: list[Figure]) -> str:
        """Return what is held back as a list: a share as one, where all of it is."""
        names = []
        for share, group in dict.fromkeys((each.share, each.group) for each in held):
            mine = {each.item for each in held if (each.share, each.group) == (share, group)}
            labels = [item.label for item in self.shares[share].items if item.id in mine]
            some = "" if len(labels) == len(self.shares[share].items) else f", {_some(labels)}"
            place = f" ({self.groups[group]})" if group else ""
            names.append(f"{self.shares[share].title.rstrip('?')}{some}{place}")
        return "; ".join(names)


def _some(labels: list[str]) -> str:
    quoted = [f"“{label}”" for label in labels[:NAMED]]
    more = len(labels) - NAMED
    return listed([*quoted, f"{more} more"] if more > 0 else quoted)
