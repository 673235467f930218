"""What stands on top of a report, and how it is read."""

from __future__ import annotations

from datetime import date

from quadrantlib.phrases import count, listed, sentence
from quadrantlib.reporting.blocks import Cover
from quadrantlib.reporting.found import Found

LEAD = (
    "What is in here was handed in by each of you, field by field, after seeing all of it. It is "
    "about all of you together and about nobody alone: before it was written, this report was "
    "tested on whether any few of you could be worked out from it."
)


def cover(found: Found, turned: int = 0) -> Cover:
    """Return whose report it is, of when and of how many; `turned` files were turned down."""
    published = found.published
    people = count(published.people, "person").replace("persons", "people")
    parts = [people, *([month] if (month := _month(published.month)) else [])]
    lead = LEAD + (f" {_turned(turned)}" if turned else "")
    return Cover(published.cohort, " · ".join(map(sentence, parts)), lead)


def _month(month: str) -> str:
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}" if month else ""


def _turned(turned: int) -> str:
    files = sentence(count(turned, "file"))
    return f"{files} could not be taken in, and {'is' if turned == 1 else 'are'} not part of it."


def groups(found: Found) -> str:
    """Return which groups there are, as a sentence; empty without a breakdown."""
    labels = list(found.groups.values())
    return f"Some figures are told group by group: {listed(labels)}." if labels else ""
