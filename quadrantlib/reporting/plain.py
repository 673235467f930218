"""A report as plain data, the same for every painter: strings a page can hold, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from quadrantlib.keepsake.wording import laid, printable
from quadrantlib.pictures.picture import Picture
from quadrantlib.reporting.blocks import Chapter

Draw = Callable[[Picture], Mapping[str, Any]]
"""What a painter makes of a picture, JSON-ready."""


def plain(chapter: Chapter, draw: Draw) -> dict[str, Any]:
    """Return a chapter JSON-ready.

    Each picture has `title`, `sentence`, `table` (`header`, `rows`) and `drawings`, which is what
    `draw` makes of it. All else is called as in `Chapter`.
    """
    words = ("title", "lead", "says", "quotes", "points", "withheld")
    found: dict[str, Any] = printed(
        {
            **{name: getattr(chapter, name) for name in words},
            "sheets": [asdict(each) for each in chapter.sheets],
            "questions": [asdict(each) for each in chapter.questions],
        }
    )
    return {**found, "pictures": [_picture(each, draw) for each in chapter.pictures]}


def _picture(picture: Picture, draw: Draw) -> dict[str, Any]:
    words = {"title": picture.title, "sentence": picture.sentence, "table": asdict(picture.table)}
    return {**printed(words), "drawings": dict(draw(picture))}


def printed(value: Any) -> Any:
    """Return JSON whose strings a page can hold, with names from right to left kept in order."""
    if isinstance(value, str):
        return laid(printable(value))
    if isinstance(value, dict):
        return {name: printed(each) for name, each in value.items()}
    return [printed(each) for each in value] if isinstance(value, list | tuple) else value
