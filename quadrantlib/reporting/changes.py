"""What changed since the wave before, among those who were there both times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quadrantlib.phrases import count, listed, quoted, sentence
from quadrantlib.pictures.picture import Picture, Table
from quadrantlib.reporting import tracks
from quadrantlib.reporting.blocks import Chapter, Sheet
from quadrantlib.reporting.clauses import CLAUSES
from quadrantlib.reporting.found import Found, Seen

LEAD = (
    "Only those of you who handed something in both times are compared. What is told is the way "
    "a mean went, and no number: lower, about the same, or higher. A small step counts: one or two "
    "people who answer otherwise may be all of it."
)
SAME = "about the same"
HEADER = ("What", "Since last time")
QUIET = "About the same as last time"


def chapter(found: Found) -> Chapter | None:
    """Return what changed; None where there is no earlier wave."""
    seen = [each for share in found.shares for each in found.changes(share)]
    withheld = found.withheld(*found.shares, change=True)
    if not seen and not withheld:
        return None
    return Chapter(
        title="Since last time",
        lead=LEAD,
        pictures=_picture(found, seen),
        says=_both(seen),
        sheets=(_sheet(found, seen),) if seen and not moved(found) else (),
        withheld=withheld,
    )


def _both(seen: Sequence[Seen]) -> tuple[str, ...]:
    people = {each.people for each in seen}
    known = {number for number in people if number}
    if len(people) != 1 or not known:
        return ()
    return (f"{known.pop()} of you were there both times.",)


def moved(found: Found) -> list[tuple[str, Seen]]:
    """Return what went lower or higher, in the order of the catalog, each with its name."""
    each = [(name(found, one), one) for share in found.shares for one in found.changes(share)]
    return [(named, one) for named, one in each if one.shown != SAME]


def name(found: Found, seen: Seen) -> str:
    """Return what a figure is of, as it may stand alone."""
    share = found.shares[seen.share]
    if share.kind == "level":
        return seen.item.label
    if share.kind == "split":
        return f"Hours {seen.item.label}"
    if clauses := CLAUSES.get(share.name):
        return f"How many {clauses[seen.item.id]}"
    return f"{share.title}: {quoted(seen.item.label)}"


def told(found: Found, seen: Seen) -> str:
    """Return what went lower or higher, as the end of a sentence."""
    if clauses := CLAUSES.get(seen.share):
        many = "more" if seen.shown == "higher" else "fewer"
        return f"{many} of you {clauses[seen.item.id]}"
    return f"{lowered(name(found, seen))} went {seen.shown}"


def _picture(found: Found, seen: Sequence[Seen]) -> tuple[Picture, ...]:
    different = moved(found)
    if not seen or not different:
        return ()
    rows = [tracks.Row(named, each.shown, each.low, each.high) for named, each in different]
    parts = [
        f"{word}: {listed([lowered(named) for named, each in different if each.shown == word])}"
        for word in ("higher", "lower")
        if any(each.shown == word for _, each in different)
    ]
    ways = f"{sentence('; '.join(parts))}. All else is about the same."
    drawn = tracks.changed(_title(found, different), ways, rows, HEADER)
    return (replace(drawn, table=_sheet(found, seen).table),)


def _title(found: Found, different: Sequence[tuple[str, Seen]]) -> str:
    if len(different) > 2:
        return f"{sentence(count(_moves(found, different), 'thing'))} moved since last time"
    ways = dict.fromkeys(each.shown for _, each in different)
    parts = [
        f"{listed([lowered(named) for named, each in different if each.shown == way])} went {way}"
        for way in ways
    ]
    return sentence(", ".join(parts))


def _moves(found: Found, different: Sequence[tuple[str, Seen]]) -> int:
    """Return how many moves these are: of a whole, more of one thing is less of another."""
    return len(
        {
            (each.share, "" if found.shares[each.share].whole else each.item.id)
            for _, each in different
        }
    )


def lowered(words: str) -> str:
    """Return words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


def _sheet(found: Found, seen: Sequence[Seen]) -> Sheet:
    rows = tuple((name(found, each), each.shown) for each in seen)
    return Sheet(QUIET, Table(HEADER, rows))
