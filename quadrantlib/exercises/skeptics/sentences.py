"""The reading in words: what to answer next, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.phrases import day, listed, quoted

Figures = Mapping[str, Any]
EDGES = {
    "grow": "where you grow",
    "lean": "where you are good already",
}
NAMED = 3


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first; nothing where there are none."""
    return (
        *_next(found),
        *_fear(found),
        *_change(found, today),
        *_quiet(found, today),
        *_compass(found),
    )


def needs(found: Figures) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    return tuple(_missing(found))


def _next(found: Figures) -> Iterator[str]:
    if "answer_next" in found:
        before = f"Before {_told(found['step'])}, the" if "step" in found else "The"
        yield f"{before} one to answer next: {_voiced(found['answer_next'])}."
    elif "answering" in found:
        yield f"To {quoted(found['answering']['name'])} you say: {_told(found['reply'])}."
        others = len(found["believed"]) - 1
        if others == 1:
            yield "The other one may stand. Does it still bite?"
        elif others:
            yield "The others may stand. Does one of them still bite?"


def _voiced(row: Figures) -> str:
    return quoted(row["name"]) + (
        f", which you hear from {_name(row['who'])}" if row["who"] else ""
    )


def _told(text: str) -> str:
    """Return words as they stand inside a sentence that has a full stop of its own."""
    return quoted(text.rstrip(". "))


def _name(who: str) -> str:
    return "yourself" if _is_own(who) else who


def _is_own(who: str) -> bool:
    return who.casefold().rstrip(".") in {"i", "me", "i do", "myself"}


def _fear(found: Figures) -> Iterator[str]:
    if "answering" not in found or "their_fear" not in found:
        return
    fear = _told(found["their_fear"])
    if _is_own(found["answering"]["who"]):
        yield f"What you may be afraid of: {fear}. What would make it smaller?"
    else:
        yield f"What they may be afraid of: {fear}. How much of it is about you?"


def _change(found: Figures, today: date) -> Iterator[str]:
    change = found.get("change")
    if not change:
        return
    since = day(date.fromisoformat(change["since"]), today)
    if change["left"]:
        names = listed([quoted(name) for name in change["left"][:NAMED]])
        yield f"Since {since} you have stopped believing {names}. What helped?"
    elif change["stayed"]:
        yield f"What you half believe is what it was on {since}."


def _quiet(found: Figures, today: date) -> Iterator[str]:
    if "people" not in found:
        return
    asked = [row for row in found["not_asked"] if row["last"]]
    never = [row["name"] for row in found["not_asked"] if not row["last"]]
    for row in asked[:NAMED]:
        last = day(date.fromisoformat(row["last"]), today)
        purpose = f", about {_told(row['for_what'])}" if row["for_what"] else ""
        question = " What would you ask now?" if row is asked[0] else ""
        yield f"You last asked {quoted(row['name'])} on {last}{purpose}.{question}"
    if never:
        yield f"Not asked so far: {listed([quoted(name) for name in never[:NAMED]])}."


def _compass(found: Figures) -> Iterator[str]:
    if found.get("aim") == "money":
        yield "For now this step is for money. Until when?"
    elif "instead" in found:
        yield f"It is not for the money: it is for {_told(found['instead'])}."
    if "edge" in found:
        yield f"The work should lie {EDGES[found['edge']]}."


def _missing(found: Figures) -> Iterator[str]:
    if "believed" not in found:
        yield "Tap what you half believe, or add what you have heard, and there is one to answer."
    elif "answering" not in found:
        yield "Which of them is the strongest? Only that one wants an answer."
    elif "reply" not in found:
        yield "An answer in your own words is still open."
    if "people" not in found:
        yield "One person with whom you can think aloud would help."
