"""A keepsake as plain data, the same for every painter: strings a page can hold, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from quadrantlib.keepsake.blocks import Chapter, Keepsake, Said, Then
from quadrantlib.keepsake.wording import laid, printable
from quadrantlib.pictures.picture import Picture

Draw = Callable[[Picture], Mapping[str, Any]]
"""What a painter makes of a picture, JSON-ready."""


def plain(keepsake: Keepsake, draw: Draw) -> dict[str, Any]:
    """Return `keepsake` JSON-ready.

    Answers have `ask`, `kind` (`Prose`, `Items`, `Grid` or `Entries`) and what such a block has.
    A part's lines are what comes before each, may be empty, and its words. Pictures have `title`,
    `sentence` and what `draw` makes of them.
    """
    chapters = [_chapter(each, draw) for each in keepsake.chapters]
    found: dict[str, Any] = _printable({**_fields(keepsake), "chapters": chapters})
    return found


def _fields(keepsake: Keepsake) -> dict[str, str]:
    return {name: getattr(keepsake, name) for name in ("title", "direction", "span", "made")}


def _chapter(chapter: Chapter, draw: Draw) -> dict[str, Any]:
    lines = {name: getattr(chapter, name) for name in ("says", "aside", "wonders")}
    parts = [
        (part.title, [(line.lead, laid(line.words)) for line in part.lines])
        for part in chapter.parts
    ]
    return {
        **{name: getattr(chapter, name) for name in ("slug", "title", "when")},
        **{name: [laid(words) for words in found] for name, found in lines.items()},
        "parts": [{"title": title, "lines": found} for title, found in parts],
        "pictures": [
            {"title": laid(each.title), "sentence": laid(each.sentence), **draw(each)}
            for each in chapter.pictures
        ],
        "answers": [_said(each) for each in chapter.answers],
        "earlier": [_then(each) for each in chapter.earlier],
    }


def _then(then: Then) -> dict[str, Any]:
    answers = [_said(each) for each in then.answers]
    return {"when": then.when, "says": laid(then.says), "answers": answers}


def _said(one: Said) -> dict[str, Any]:
    return {"ask": one.ask, "kind": type(one.block).__name__, **asdict(one.block)}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(each) for name, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list | tuple) else value
