"""What stays with people: skills, half hours of their own, and how their number moves."""

from __future__ import annotations

from collections.abc import Iterator

from quadrantlib.phrases import sentence
from quadrantlib.pictures.picture import Picture
from quadrantlib.reporting import tracks
from quadrantlib.reporting.blocks import Chapter
from quadrantlib.reporting.breakdown import differences, sheets
from quadrantlib.reporting.found import Found
from quadrantlib.reporting.people import pictured
from quadrantlib.reporting.words import all_of, amount

LEAD = (
    "Three things that outlast a quarter. Which objectives leave a skill that people take along; "
    "on how many of the last 28 days they took half an hour for something of their own; and "
    "whether the number that would be enough comes nearer. No sum of money leaves anybody’s "
    "workbook: only which way it goes."
)
SHARES = ("deposited", "days", "verdict")


def chapter(found: Found) -> Chapter | None:
    """Return all three with their sentences; None where nobody handed anything of it in."""
    asked = (*_skills(found), *pictured(found, "days"), *pictured(found, "verdict"))
    withheld = found.withheld(*SHARES)
    if not asked and not withheld:
        return None
    some = (all_of(found, share) for share in SHARES)
    return Chapter(
        title="What stays with you",
        lead=LEAD,
        pictures=asked,
        says=tuple(filter(None, (*differences(found, SHARES), *some))),
        sheets=sheets(found, SHARES),
        withheld=withheld,
    )


def _skills(found: Found) -> Iterator[Picture]:
    if kept := found.one("deposited"):
        title = f"{sentence(amount(kept))} of your objectives leave a skill"
        rows = [tracks.Row("Objectives that leave a skill", kept.shown, kept.low, kept.high)]
        told = f"{title}. The others leave something that only this place uses, or nothing."
        yield tracks.layout(title, told, rows, ("Of the objectives", "Mean share"))
