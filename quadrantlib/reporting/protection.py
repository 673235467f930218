"""How a report protects the people in it: the rules that were applied, and no others."""

from __future__ import annotations

from quadrantlib.reporting.blocks import Chapter
from quadrantlib.reporting.found import Found

LEAD = (
    "This list is not a promise written beforehand: it is made with the report, and only what was "
    "really applied to these figures stands in it."
)


def chapter(found: Found) -> Chapter:
    """Return the rules in words."""
    return Chapter(lead=LEAD, points=found.published.rules)


def missing(found: Found) -> Chapter | None:
    """Return what is not there at all, and why; None where all of it is."""
    notes = found.published.notes
    return Chapter(title="What is not in here", points=notes) if notes else None
