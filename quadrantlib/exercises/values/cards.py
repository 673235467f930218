"""The answers as cards: what was dealt, what was kept, and what it is called.

Each choice stands on the one before it: a finalist is on the first pile, the five are finalists,
the core is among the five. What is not, or has no name any more, counts as not chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quadrantlib.exercises.values import questions, sorting
from quadrantlib.exercises.values.deck import DECK, NAMES
from quadrantlib.questions import Answers, Rows, answered

Row = dict[str, Any]
FIVE = 5


@dataclass(frozen=True, slots=True)
class Hand:
    """A round's cards, by id.

    Attributes
    ----------
    names:
        Every card there is, in the order in which they are dealt: id → name.
    piles:
        Where those lie that were sorted: id → pile.
    left:
        How many of the chosen deck lie on no pile yet.
    very, finalists:
        The first pile, and the ten of it at most, in the order of dealing: so pairs are asked.
    paired:
        The first five as the pairs have them; empty while one is open, or where none was asked.
    top:
        The five, what matters most first: as they were put, else as the pairs have them.
    core:
        One or two of the five.
    """

    names: Mapping[str, str]
    piles: Mapping[str, Any]
    left: int
    very: tuple[str, ...]
    finalists: tuple[str, ...]
    paired: tuple[str, ...]
    top: tuple[str, ...]
    core: tuple[str, ...]

    def rows(self, cards: Iterable[str]) -> list[Row]:
        """Return `cards` as rows of `id` and `name`."""
        return [{"id": card, "name": self.names[card]} for card in cards]


def hand_in(answers: Answers) -> Hand:
    """Return the cards of a round; what is missing or does not fit leaves its place empty."""
    names = _names(answers)
    lying = answered(questions.PILES, answers) or {}
    piles = {card: pile for card, pile in lying.items() if card in names}
    very = tuple(card for card in names if piles.get(card) == "very")
    finalists = _among(very, answered(questions.FINALISTS, answers))
    paired = _paired(finalists, rows_in(questions.PAIRS, answers))
    put = answered(questions.TOP, answers) or ()
    top = tuple(card for card in put if card in finalists) or paired
    core = _among(top, answered(questions.CORE, answers))
    return Hand(names, piles, _left(answers, piles), very, finalists, paired, top, core)


def rows_in(question: Rows, answers: Answers) -> list[Row]:
    """Return the rows that answer `question`."""
    return answered(question, answers) or []


def _own(answers: Answers) -> dict[str, str]:
    rows = rows_in(questions.OWN_CARDS, answers)
    return {row["id"]: row["name"] for row in rows if row.get("name", "").strip()}


def _names(answers: Answers) -> dict[str, str]:
    known = {**_own(answers), **NAMES}
    dealt = answered(questions.ORDER, answers) or []
    return {card: known[card] for card in dict.fromkeys([*dealt, *NAMES, *known]) if card in known}


def _left(answers: Answers, piles: Mapping[str, Any]) -> int:
    size = answered(questions.SIZE, answers) or "short"
    deck = {card.id for card in DECK if size == "full" or (size == "short" and card.short)}
    return len((deck | {*_own(answers)}) - {*piles})


def _among(cards: Sequence[str], taken: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(card for card in cards if card in (taken or ()))


def _paired(finalists: Sequence[str], pairs: Sequence[Row]) -> tuple[str, ...]:
    order = sorting.sorted_ids(finalists, pairs) if pairs else None
    return tuple(order or ())[:FIVE]
