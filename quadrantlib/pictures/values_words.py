"""The circle of values for somebody who cannot see it: title, sentence and table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quadrantlib.phrases import SMALL, count, listed, quoted, sentence
from quadrantlib.pictures.picture import Table

Figures = Mapping[str, Any]

REGIONS: Mapping[str, str] = {
    "self_direction": "Own way",
    "stimulation": "New things",
    "hedonism": "Delight",
    "achievement": "Doing well",
    "power": "Standing",
    "security": "Safety",
    "conformity_tradition": "Custom",
    "benevolence": "Kindness",
    "universalism": "Wider world",
}
"""Once around, as they stand at the rim."""
NOWHERE = "unassigned"
IN_NONE = "In no region"
OURS = "Which card lies where is our own sorting."
HEADER = ("Value", "Place among your five", "Region")


def title(cards: Sequence[Figures]) -> str:
    """Return what is seen: where most of the finalists lie."""
    held = {name: len(within(cards, name)) for name in REGIONS}
    most = max(held.values())
    first = [name for name in REGIONS if held[name] == most]
    if most == 1 or len(first) > 1:
        regions = count(sum(map(bool, held.values())), "region")
        return f"What matters to you lies in {regions} of the circle"
    part = "All" if most == len(cards) else f"{sentence(SMALL[most])} of"
    return f"{part} your {SMALL[len(cards)]} lie in one region: {REGIONS[first[0]].lower()}"


def told(cards: Sequence[Figures]) -> str:
    """Return everything the circle says."""
    return " ".join((f"{title(cards)}.", *_places(cards), OURS, *_first(cards)))


def table(cards: Sequence[Figures]) -> Table:
    """Return a row for each finalist: the five in their order, then the others."""
    return Table(HEADER, tuple(_cells(row) for row in ranked(cards)))


def within(cards: Sequence[Figures], region: str) -> list[Figures]:
    """Return the cards that lie in `region`, the five first."""
    return [row for row in ranked(cards) if row["region"] == region]


def ranked(cards: Sequence[Figures]) -> list[Figures]:
    """Return `cards` with the five first, in their order."""
    return sorted(cards, key=lambda row: row["place"] or len(cards))


def _places(cards: Sequence[Figures]) -> Iterator[str]:
    for name in (*REGIONS, NOWHERE):
        if here := within(cards, name):
            yield f"{REGIONS.get(name, IN_NONE)}: {listed([quoted(row['name']) for row in here])}."


def _first(cards: Sequence[Figures]) -> Iterator[str]:
    five = [quoted(row["name"]) for row in ranked(cards) if row["place"]]
    if five:
        yield f"In your order: {listed(five)}."


def _cells(row: Figures) -> tuple[str, ...]:
    place = str(row["place"] or "")
    return row["name"], place, REGIONS.get(row["region"], IN_NONE)
