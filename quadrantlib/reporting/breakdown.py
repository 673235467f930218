"""Shares group by group, where there is a breakdown: a table each, and what differs for sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quadrantlib.phrases import sentence
from quadrantlib.pictures.picture import Table
from quadrantlib.reporting.blocks import Sheet
from quadrantlib.reporting.found import EVERYBODY, Found
from quadrantlib.reporting.words import amount, apart

NOT_SHOWN = "not shown"


def sheets(found: Found, shares: Sequence[str]) -> tuple[Sheet, ...]:
    """Return a table for each share that is shown for some group; none without a breakdown."""
    return tuple(sheet for share in shares for sheet in _sheet(found, share))


def _sheet(found: Found, share: str) -> Iterator[Sheet]:
    groups = [name for name in found.groups if found.seen(share, name)]
    if groups:
        columns = [_column(found, share, name) for name in (EVERYBODY, *groups)]
        items = [item for item in found.shares[share].items if any(item.id in c for c in columns)]
        cells = [
            (sentence(item.label), *(c.get(item.id, NOT_SHOWN) for c in columns)) for item in items
        ]
        head = ("", "Everybody", *(found.groups[name] for name in groups))
        title = found.shares[share].title
        yield Sheet(f"{title}, group by group", Table(head, tuple(cells)))


def _column(found: Found, share: str, group: str) -> dict[str, str]:
    return {each.item.id: each.shown for each in found.seen(share, group)}


def differences(found: Found, shares: Sequence[str]) -> Iterator[str]:
    """Yield where two groups are furthest apart, if they are apart for sure, for each share."""
    for share in shares:
        pairs = [
            (one.middle - other.middle, here, there, one, other)
            for here in found.groups
            for there in found.groups
            for one in found.seen(share, here)
            for other in found.seen(share, there)
            if one.item == other.item and one.middle > other.middle and apart(one, other)
        ]
        if pairs:
            _, here, there, one, other = max(pairs, key=lambda each: each[0])
            yield (
                f"{sentence(one.item.label)}: {amount(one)} in {found.groups[here]}, "
                f"{amount(other)} in {found.groups[there]}."
            )
