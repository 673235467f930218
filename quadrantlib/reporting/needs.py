"""The part that work plays, and what people go short of."""

from __future__ import annotations

from quadrantlib.reporting.blocks import Chapter
from quadrantlib.reporting.breakdown import differences, sheets
from quadrantlib.reporting.found import Found
from quadrantlib.reporting.people import pictured
from quadrantlib.reporting.words import all_of

LEAD = (
    "What part should work play this season: the leading one, a shared one, a supporting one? And "
    "of the three needs that matter most to each of you now, which are hardly met, neither at "
    "work nor anywhere else?"
)
SHARES = ("unmet", "role")


def chapter(found: Found) -> Chapter | None:
    """Return both with their sentences; None where nobody handed anything of it in."""
    pictures = tuple(picture for share in SHARES for picture in pictured(found, share))
    withheld = found.withheld(*SHARES)
    if not pictures and not withheld:
        return None
    return Chapter(
        title="What work is for",
        lead=LEAD,
        pictures=pictures,
        says=tuple(filter(None, (*differences(found, SHARES), all_of(found, "role")))),
        sheets=sheets(found, SHARES),
        withheld=withheld,
    )
