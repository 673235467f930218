"""What people care about: the circle, and from twenty people on the cards themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from quadrantlib.phrases import listed, sentence
from quadrantlib.pictures.picture import Table
from quadrantlib.pictures.values_words import NOWHERE, REGIONS
from quadrantlib.reporting import circle
from quadrantlib.reporting.blocks import Chapter, Sheet
from quadrantlib.reporting.breakdown import differences, sheets
from quadrantlib.reporting.found import Found, Seen
from quadrantlib.reporting.people import by_size
from quadrantlib.reporting.words import all_of, who

LEAD = (
    "Out of a deck of cards each of you kept five that matter most. Neighbours on the circle go "
    "well together; what lies across from each other often pulls two ways. Which card lies where "
    "is the workbook’s own sorting; the disc in the middle is for cards that lie in no region."
)
ACROSS = (
    ("self_direction", "conformity_tradition"),
    ("stimulation", "security"),
    ("achievement", "benevolence"),
    ("power", "universalism"),
)
NAMES: Mapping[str, str] = {
    **REGIONS,
    "self_direction": "Going your own way",
    "universalism": "The wider world",
    NOWHERE: "what lies in no region",
}
"""As they stand in a sentence."""
CARDS = 12
"""So many cards are told."""
MUCH = 0.3
"""Two regions pull two ways where each has at least this part of the people for sure."""


def chapter(found: Found) -> Chapter | None:
    """Return the circle with its sentences; None where nobody handed anything of it in."""
    regions = {each.item.id: each for each in found.seen("circle")}
    withheld = found.withheld("circle", "cards")
    if not regions and not withheld:
        return None
    size = by_size(tuple(regions.values()))
    picture = (circle.layout(_title(size), _told(size), regions),) if size else ()
    says = (*_pulls(regions), *differences(found, ("circle",)), all_of(found, "circle"))
    return Chapter(
        title="What matters to you",
        lead=LEAD,
        pictures=picture,
        says=tuple(filter(None, says)),
        sheets=(*_cards(found), *sheets(found, ("circle",))),
        withheld=withheld,
    )


def _title(size: Sequence[Seen]) -> str:
    first = [each for each in size if each.shown == size[0].shown and each.item.id != NOWHERE]
    if not first or first[0].low <= 0 or len(first) > 3:
        return "What matters to you lies all around the circle"
    names = listed([NAMES[first[0].item.id], *(NAMES[each.item.id].lower() for each in first[1:])])
    is_ = "is" if len(first) == 1 else "are"
    return f"{names} {is_} among the first five of {who(first[0])}"


def _told(size: Sequence[Seen]) -> str:
    parts = []
    for _, same in groupby(size, key=lambda each: each.shown):
        each = list(same)
        named = listed([NAMES[one.item.id] for one in each]).lower()
        parts.append(f"{who(each[0])}{' each' if len(each) > 1 else ''}: {named}")
    return f"Among the first five of {'; of '.join(parts)}."


def _pulls(regions: Mapping[str, Seen]) -> list[str]:
    return [
        f"{NAMES[one]} and {NAMES[other].lower()} lie across from each other, and both matter "
        "to many of you. That is no contradiction; it is where a group has something to say."
        for one, other in ACROSS
        if all(each in regions and regions[each].low >= MUCH for each in (one, other))
    ]


def _cards(found: Found) -> tuple[Sheet, ...]:
    named = by_size([each for each in found.seen("cards") if each.low > 0])[:CARDS]
    if not named:
        return ()
    rows = tuple((sentence(each.item.label), each.shown) for each in named)
    return (Sheet("The cards named most", Table(("Card", "Among the first five of"), rows)),)
