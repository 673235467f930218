"""Shares group by group, where there is a breakdown: a table each, and what differs for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quadrantlib.invitation import OTHERS
from quadrantlib.phrases import in_words, quoted, sentence
from quadrantlib.pictures.picture import Table
from quadrantlib.reporting.blocks import Sheet
from quadrantlib.reporting.clauses import CLAUSES
from quadrantlib.reporting.found import EVERYBODY, Found, Seen
from quadrantlib.reporting.words import amount, apart

Row = tuple[str, ...]
NOT_SHOWN = "not shown"
MANY = 3
"""So many rows that say the same are told as one."""
MUCH = 0.15
"""So far apart, of the most there is, two groups are worth a sentence."""


def sheets(found: Found, shares: Sequence[str]) -> tuple[Sheet, ...]:
    """Return a table for each share that is shown for some group; none without a breakdown.

    Shares that are one number each stand in a table together.
    """
    single = [share for share in shares if len(found.shares[share].items) == 1]
    several = [([share], _title(found, share)) for share in shares if share not in single]
    tables = [*several, (single, "Group by group")]
    return tuple(sheet for names, title in tables for sheet in _sheet(found, names, title))


def differences(found: Found, shares: Sequence[str]) -> Iterator[str]:
    """Yield where two groups are furthest apart, for each share: surely so, and by much."""
    for share in shares:
        pairs = [
            (one.middle - other.middle, here, there, one, other)
            for here in found.groups
            for there in found.groups
            for one in found.seen(share, here)
            for other in found.seen(share, there)
            if one.item == other.item and one.middle - other.middle >= MUCH and apart(one, other)
        ]
        if pairs:
            _, here, there, one, other = max(pairs, key=lambda each: each[0])
            yield (
                f"{_named(found, one)}: {amount(one)} in {_group(found, here)}, "
                f"{amount(other)} in {_group(found, there)}."
            )


def _sheet(found: Found, shares: Sequence[str], title: str) -> Iterator[Sheet]:
    groups = [name for name in found.groups if any(found.seen(share, name) for share in shares)]
    if groups:
        columns = [_column(found, shares, name) for name in (EVERYBODY, *groups)]
        items = [item for share in shares for item in found.shares[share].items]
        cells = [
            (sentence(item.label), *(column.get(item.id, NOT_SHOWN) for column in columns))
            for item in items
            if any(item.id in column for column in columns)
        ]
        head = ("", "Everybody", *(found.groups[name] for name in groups))
        yield Sheet(title, Table(head, _gathered(cells)))


def _gathered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows in which many say the same as one, last of all: nobody reads nine that do not."""
    (same, number), *_ = Counter(row[1:] for row in rows).most_common(1)
    if number < MANY or number == len(rows):
        return tuple(rows)
    others = (f"Each of the other {in_words(number)}", *same)
    return (*(row for row in rows if row[1:] != same), others)


def _title(found: Found, share: str) -> str:
    return f"{found.shares[share].title.rstrip('?')}, group by group"


def _column(found: Found, shares: Sequence[str], group: str) -> dict[str, str]:
    return {each.item.id: each.shown for share in shares for each in found.seen(share, group)}


def _named(found: Found, seen: Seen) -> str:
    share = found.shares[seen.share]
    if len(share.items) == 1:
        return share.title
    if clauses := CLAUSES.get(share.name):
        return f"How many {clauses[seen.item.id]}"
    return f"{share.title.rstrip('?')}, {quoted(seen.item.label)}"


def _group(found: Found, name: str) -> str:
    return "the others" if name == OTHERS else found.groups[name]
