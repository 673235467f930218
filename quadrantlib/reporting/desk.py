"""What the notebook holds on to: chapters by name, as Jupyter and the painters take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from quadrantlib.reporting import (
    changes,
    hours,
    keeping,
    needs,
    protection,
    quotes,
    room,
    values,
    walking,
)
from quadrantlib.reporting.blocks import Chapter, Cover
from quadrantlib.reporting.cover import cover
from quadrantlib.reporting.drawing import drawn
from quadrantlib.reporting.found import Found
from quadrantlib.reporting.manuscript import CHAPTERS, COVER
from quadrantlib.reporting.page import fragment, headed
from quadrantlib.reporting.plain import plain, printed


def _quotes(found: Found) -> Chapter | None:
    said = found.published
    return quotes.chapter(said.question, said.answers, said.answered)


CHAPTER: Mapping[str, Callable[[Found], Chapter | None]] = {
    "map": hours.chapter,
    "values": values.chapter,
    "motion": walking.motion,
    "way": walking.way,
    "needs": needs.chapter,
    "keeping": keeping.chapter,
    "changes": changes.chapter,
    "words": _quotes,
    "missing": protection.missing,
    "room": room.chapter,
    "protection": protection.chapter,
}
"""What may be asked for, in the order in which it is read."""


@dataclass(frozen=True, slots=True, repr=False)
class Desk:
    """A report, opened: `turned` files were turned down."""

    found: Found
    turned: int = 0

    def cover(self) -> Shown:
        """Return whose report it is."""
        return Shown(front=cover(self.found, self.turned))

    def show(self, *names: str) -> Shown:
        """Return the chapters called `names`; those with nothing to tell are left out."""
        chapters = (CHAPTER[name](self.found) for name in names)
        return Shown(chapters=tuple(each for each in chapters if each))


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """Chapters as the output of a cell; its repr says nothing, for a repr may end in a log."""

    chapters: tuple[Chapter, ...] = ()
    front: Cover | None = None

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Return the chapters for Jupyter to show, and as data for the painters."""
        if self.front:
            front = printed(asdict(self.front))
            return {COVER: front, "text/html": headed(front), "text/plain": ""}
        chapters = [plain(each, drawn) for each in self.chapters]
        return {CHAPTERS: chapters, "text/html": fragment(chapters), "text/plain": ""}
