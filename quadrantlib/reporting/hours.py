"""The cohort's map: where the hours went, on the mean, and what it would be a relief to lose."""

from __future__ import annotations

from collections.abc import Iterator

from quadrantlib.phrases import listed, sentence
from quadrantlib.quadrant import NAMES
from quadrantlib.reporting import board
from quadrantlib.reporting.blocks import Chapter
from quadrantlib.reporting.breakdown import differences, sheets
from quadrantlib.reporting.found import Found, Seen
from quadrantlib.reporting.words import all_of, amount

LEAD = (
    "Each of you listed ten things that had filled four weeks, at work and at home, and placed "
    "them: how much did it ask of you, and how far did you choose it? These are the hours in each "
    "corner; on the line is what was neither quite chosen nor quite assigned, or neither hard nor "
    "easy. Everybody counts the same here, however long their month was."
)
SHARES = ("regions", "relief")


def chapter(found: Found) -> Chapter | None:
    """Return the map with its sentences; None where nobody handed anything of it in."""
    corners = {each.item.id: each for each in found.seen("regions")}
    relief, withheld = found.one("relief"), found.withheld(*SHARES)
    if not corners and not relief and not withheld:
        return None
    apart = differences(found, SHARES)
    says = tuple(filter(None, (*_says(corners, relief), *apart, all_of(found, "regions"))))
    picture = (
        (board.layout(_title(corners), _told(corners, relief), corners, relief),) if corners else ()
    )
    return Chapter(
        title="The map",
        lead=LEAD,
        pictures=picture,
        says=says,
        sheets=sheets(found, SHARES),
        withheld=withheld,
    )


def _title(corners: dict[str, Seen]) -> str:
    most = max(corners.values(), key=lambda each: each.middle)
    return f"{sentence(amount(most))} of your hours were {NAMES[most.item.id]}"


def _told(corners: dict[str, Seen], relief: Seen | None) -> str:
    parts = [f"{amount(corners[name])} {NAMES[name]}" for name in NAMES if name in corners]
    lost = f" {_lost(relief)}" if relief else ""
    return f"Of the hours, {listed(parts)}.{lost}"


def _lost(relief: Seen) -> str:
    return f"{sentence(amount(relief))} of the hours would be a relief to lose."


def _says(corners: dict[str, Seen], relief: Seen | None) -> Iterator[str]:
    if relief and not corners:
        yield _lost(relief)
    if yours := corners.get("hard_chosen"):
        yield (
            f"{sentence(amount(yours))} went to what was hard and chosen. That may be something to "
            "learn, something to build, or something that had to be said."
        )
