"""A report out of the notebook that was run: the prose, and what the cells gave. Pure.

Nothing else of the notebook goes on: no code, no parameter, no path and no metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

COVER = "application/vnd.quadrant.cover+json"
CHAPTERS = "application/vnd.quadrant.chapters+json"
BY_HAND = "by-hand"
"""The tag of prose for whoever runs the notebook themselves."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading of the notebook; chapters are as `plain` gives them."""

    heading: str = ""
    prose: tuple[str, ...] = ()
    chapters: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The cover (`title`, `line`, `lead`), and part after part."""

    cover: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()


def manuscript(notebook: Mapping[str, Any]) -> Manuscript:
    """Return the report that the run `notebook` (JSON of nbformat 4) holds."""
    cover: Mapping[str, str] = {}
    parts: list[Part] = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and BY_HAND not in _tags(cell):
            parts.append(_prose(cell["source"]))
        for data in _outputs(cell):
            cover = data.get(COVER, cover)
            chapters = tuple(data.get(CHAPTERS, ()))
            if chapters:
                last = parts.pop() if parts else Part()
                parts.append(Part(last.heading, last.prose, (*last.chapters, *chapters)))
    return Manuscript(cover, tuple(parts))


def _tags(cell: Mapping[str, Any]) -> Sequence[str]:
    tags: Sequence[str] = cell["metadata"].get("tags", ())
    return tags


def _outputs(cell: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (each["data"] for each in cell.get("outputs", ()) if "data" in each)


def _prose(source: str) -> Part:
    """Read a heading and paragraphs: all the Markdown that the notebook's prose may use."""
    blocks = [" ".join(block.split()) for block in source.split("\n\n")]
    headed = blocks[0].startswith("## ")
    heading = blocks[0].removeprefix("## ") if headed else ""
    return Part(heading, tuple(filter(None, blocks[1:] if headed else blocks)))
