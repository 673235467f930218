"""What of it may leave: where the first five lie, and never a card of one's own."""

from __future__ import annotations

from quadrantlib.exercises.values.circle import IN_WORDS, PLACES, region
from quadrantlib.exercises.values.deck import DECK
from quadrantlib.questions import Option
from quadrantlib.shares import Figures, Several

TOP = 5
_OF_THE_DECK = {card.id for card in DECK}


def _circle(found: Figures) -> list[str] | None:
    return sorted({region(card) for card in found["top"][:TOP]}) if found.get("top") else None


def _cards(found: Figures) -> list[str] | None:
    top = found.get("top")
    return sorted(card for card in top[:TOP] if card in _OF_THE_DECK) if top else None


SHARES = (
    Several(
        name="circle",
        title="Where on the circle the first five lie",
        of=("top",),
        take=_circle,
        options=tuple(Option(place, IN_WORDS[place]) for place in PLACES),
        at_most=TOP,
        none="nowhere",
    ),
    Several(
        name="cards",
        title="The first five, as far as they are cards of the deck",
        of=("top",),
        take=_cards,
        options=tuple(Option(card.id, card.label) for card in DECK),
        at_most=TOP,
        none="none of the deck",
    ),
)
