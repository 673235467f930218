"""Motion beside moments, and which way people are walking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quadrantlib.phrases import sentence
from quadrantlib.pictures.picture import Picture
from quadrantlib.reporting import tracks
from quadrantlib.reporting.blocks import Chapter
from quadrantlib.reporting.breakdown import differences, sheets
from quadrantlib.reporting.found import Found, Seen
from quadrantlib.reporting.people import pictured
from quadrantlib.reporting.words import all_of

MOTION_LEAD = (
    "Motion: calendars that look important, more people and less effect, speed without direction. "
    "Five signs of it, 0 to 4 each, so 20 at most. Moments: an effect that lasts, an hour in "
    "which something got made, somebody one helped grow; how many of five came within a month. "
    "The two stand side by side and are never set against each other. These are means: nobody’s "
    "own figure is in here."
)
WAY_LEAD = (
    "Everybody wrote down, once, why they said yes to what they do. Here is whether that reason "
    "still holds, and which way they are walking."
)
NAMED = {
    "motion": "Motion",
    "moments": "Moments within a month",
    "signs": "Signs of what one did not want to become",
}


def motion(found: Found) -> Chapter | None:
    """Return the means of motion and moments; None where nobody handed anything of it in."""
    seen = {name: one for name in NAMED if (one := found.one(name))}
    withheld = found.withheld(*NAMED)
    if not seen and not withheld:
        return None
    says = (*_beside(seen), *differences(found, tuple(NAMED)), all_of(found, "motion"))
    return Chapter(
        title="Motion and moments",
        lead=MOTION_LEAD,
        pictures=(_levels(seen),) if seen else (),
        says=tuple(filter(None, says)),
        sheets=sheets(found, tuple(NAMED)),
        withheld=withheld,
    )


def way(found: Found) -> Chapter | None:
    """Return which way people walk; None where nobody handed anything of it in."""
    shares = ("holds", "direction")
    pictures = tuple(picture for share in shares for picture in pictured(found, share))
    withheld = found.withheld(*shares)
    if not pictures and not withheld:
        return None
    return Chapter(
        title="Which way",
        lead=WAY_LEAD,
        pictures=pictures,
        says=tuple(filter(None, (*differences(found, shares), all_of(found, "direction")))),
        sheets=sheets(found, shares),
        withheld=withheld,
    )


def much_for_little(seen: Mapping[str, Seen]) -> bool:
    """Whether there is much motion and not many moments, for sure."""
    both = "motion" in seen and "moments" in seen
    return both and seen["motion"].low >= 0.5 and seen["moments"].high <= 0.5


def _levels(seen: dict[str, Seen]) -> Picture:
    said = {name: f"{one.shown} of {one.item.most}" for name, one in seen.items()}
    title = ", ".join(f"{name} {words}" for name, words in said.items() if name != "signs")
    rows = [tracks.Row(NAMED[name], said[name], one.low, one.high) for name, one in seen.items()]
    told = "; ".join(f"{NAMED[name].lower()}, {words}" for name, words in said.items())
    header = ("On average", "Of the most there is")
    heading = sentence(title) or f"Signs {said['signs']}"
    return tracks.layout(heading, f"On average: {told}.", rows, header)


def _beside(seen: dict[str, Seen]) -> Iterator[str]:
    if "motion" in seen and "moments" in seen:
        moving, alive = seen["motion"], seen["moments"]
        if much_for_little(seen):
            yield "Motion is in the upper half of its range here, and moments are in the lower."
        elif moving.high <= 0.5 and alive.low >= 0.5:
            yield "Moments are in the upper half of their range here, and motion is in the lower."
    if "signs" in seen:
        yield (
            "The signs are those that people set down for themselves, of somebody they did not "
            "want to become; what they say stays with them."
        )
