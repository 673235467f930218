"""The circle: which values lie side by side, and which across from one another.

The order of regions is that of Schwartz's theory of basic values (1992). Which card lies in which
region is our own assignment and no measure; about a fifth of the deck lies in none, on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

REGIONS: Mapping[str, frozenset[str]] = {
    name: frozenset(cards.split())
    for name, cards in {
        "self_direction": "autonomy creativity growth independence knowledge non-conformity "
        "openness self-knowledge rationality authenticity",
        "stimulation": "adventure challenge change excitement risk passion",
        "hedonism": "comfort fun leisure pleasure sexuality humor",
        "achievement": "achievement mastery industry attractiveness fitness career-advancement",
        "power": "authority fame popularity power wealth financial-abundance leadership",
        "security": "health order safety stability family belonging",
        "conformity_tradition": "courtesy duty self-control gods-will humility moderation "
        "tradition",
        "benevolence": "caring commitment cooperation dependability forgiveness friendship "
        "generosity helpfulness honesty loving nurturance service compassion integrity",
        "universalism": "tolerance beauty contribution ecology justice world-peace",
    }.items()
}
"""Region → the ids of its cards, once around."""
NOWHERE = "unassigned"
PLACES = (*REGIONS, NOWHERE)
IN_WORDS: Mapping[str, str] = {
    "self_direction": "going your own way",
    "stimulation": "new and daring things",
    "hedonism": "enjoying life",
    "achievement": "doing well",
    "power": "standing and means",
    "security": "being safe and settled",
    "conformity_tradition": "rules and what was handed down",
    "benevolence": "being good to those around you",
    "universalism": "the wider world",
    NOWHERE: "no one region",
}
ACROSS = (
    ("self_direction", "conformity_tradition"),
    ("stimulation", "security"),
    ("achievement", "benevolence"),
    ("power", "universalism"),
)
HIGH = 2
"""So many finalists make a region high."""


def region(card: str) -> str:
    """Return the region of a card; `unassigned` for one's own cards and for those in none.

    >>> region("risk"), region("hope")
    ('stimulation', 'unassigned')
    """
    return next((name for name, cards in REGIONS.items() if card in cards), NOWHERE)


def shares(ids: Sequence[str]) -> dict[str, float]:
    """Return the share of `ids` in each region and in none: they sum to 1; empty without any."""
    places = [region(card) for card in ids]
    return {name: places.count(name) / len(ids) for name in PLACES} if ids else {}


def tensions(cards: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the opposite regions that both hold at least two of `cards` (rows with an `id`).

    Returns
    -------
    list of dict
        `regions`: the two; `cards`: for each of them its rows.
    """
    lying = {name: [card for card in cards if region(card["id"]) == name] for name in REGIONS}
    return [
        {"regions": list(pair), "cards": [lying[name] for name in pair]}
        for pair in ACROSS
        if all(len(lying[name]) >= HIGH for name in pair)
    ]
