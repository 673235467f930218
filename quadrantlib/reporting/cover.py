"""What stands on top of a report, and how it is read."""

from __future__ import annotations

from datetime import date

from quadrantlib.invitation import OTHERS
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
    more = filter(None, (groups(found), _turned(turned) if turned else ""))
    lead = " ".join((LEAD, *more))
    return Cover(published.cohort, " · ".join(map(sentence, parts)), lead)


def _month(month: str) -> str:
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}" if month else ""


def _turned(turned: int) -> str:
    files = sentence(count(turned, "file"))
    return f"{files} could not be taken in, and {'is' if turned == 1 else 'are'} not part of it."


def groups(found: Found) -> str:
    """Return which groups there are, as a sentence; empty without a breakdown."""
    if not found.groups:
        return ""
    alone = [label for name, label in found.groups.items() if name != OTHERS]
    together = "the others, who are the smaller groups and whoever named none, taken together"
    told = listed([*alone, *([together] if OTHERS in found.groups else [])])
    return f"Some figures are told group by group: {told}."
