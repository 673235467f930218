"""Kinds of question that need a control of their own: cards, beads, money, a drawn line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quadrantlib.questions import Amount, Fault, Option, Question, is_number

LONGEST_ID = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Question):
    """Several of a few options; the answer is a list of their ids, at most `at_most`."""

    kind = "many"
    options: tuple[Option, ...]
    at_most: int = 100

    def faults(self, value: Any) -> Iterator[Fault]:
        ids = [option.id for option in self.options]
        if not isinstance(value, list) or any(isinstance(each, bool) for each in value):
            yield (), "should be a list"
        elif any(each not in ids for each in value):
            yield (), "should only hold some of " + ", ".join(str(i) for i in ids)
        elif len(set(value)) < len(value):
            yield (), "holds something twice"
        elif len(value) > self.at_most:
            yield (), f"holds more than {self.at_most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Amount):
    """An amount of money, in the round's currency: the answer to the question `currency`.

    It is typed as people write it ("120k", "1.250,50"); what can be read in two ways is asked back.
    `sizes` are not offered: a figure of one's own should come first.
    """

    kind = "money"
    currency: str = "currency"


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a deck: its id as stored, its words, and whether the short deck has it."""

    id: str
    label: str
    short: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Question):
    """Some cards, in order; the answer is a list of ids, each once.

    Attributes
    ----------
    at_most:
        So many cards may be taken.
    source:
        The name of a figure of the reading: its rows (`id`, `name`) are the cards to take from.
        Empty: the page keeps an order here, and nobody is asked.
    ordered:
        Whether their order is the answer, or only which ones were taken.
    """

    kind = "cards"
    at_most: int = 500
    source: str = ""
    ordered: bool = False

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, list) or not all(map(_is_id, value)):
            yield (), "should be a list of cards"
        elif len(set(value)) < len(value):
            yield (), "holds a card twice"
        elif len(value) > self.at_most:
            yield (), f"holds more than {self.at_most} cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piles(Question):
    """A deck, sorted card by card; the answer is an object: a card's id → the id of its pile.

    Attributes
    ----------
    deck:
        Every card; those with `short` make the short deck.
    piles:
        At most nine, each with its key: 1, 2, 3 …
    size:
        The name of the choice between `short`, `full` and `own`.
    own:
        The name of the rows that hold cards of one's own (`name`); they are dealt last, or alone
        where `size` is `own`.
    order:
        The name of the `Cards` question that keeps the order in which they are dealt.
    """

    kind = "piles"
    deck: tuple[Card, ...]
    piles: tuple[Option, ...]
    size: str = "deck"
    own: str = "own_cards"
    order: str = "order"

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield (), "should be an object"
            return
        for card, pile in value.items():
            yield from self.part_faults(card, pile)

    def part_faults(self, card: Any, pile: Any) -> Iterator[Fault]:
        """Yield what is wrong with putting `card` on `pile`."""
        ids = [each.id for each in self.piles]
        if not _is_id(card):
            yield (), "should be by the ids of cards"
        elif isinstance(pile, bool) or pile not in ids:
            yield (card,), "should be one of " + ", ".join(str(i) for i in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beads(Question):
    """Beads laid on areas; the answer is an object: an area's id → how many, `total` at most.

    Attributes
    ----------
    areas:
        Those there are for everybody.
    own:
        The name of the rows that hold areas of one's own; empty: none.
    starts_with:
        The name of the `Beads` question whose answer it begins with: the beads are moved from
        there.
    """

    kind = "beads"
    areas: tuple[Option, ...]
    total: int = 20
    own: str = ""
    starts_with: str = ""

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping) or not all(map(_is_id, value)):
            yield (), "should be an object, by area"
        elif not all(_is_count(each) for each in value.values()):
            yield (), "should hold whole numbers from 0"
        elif sum(value.values()) > self.total:
            yield (), f"holds more than {self.total} beads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Question):
    """A line drawn over the years; the answer is an object: a year, as text → 0–10, in tenths.

    `begins` and `ends` are the columns with the first and the last year; an open end is this year.
    """

    kind = "curve"
    begins: str
    ends: str
    low_end: str
    high_end: str

    def faults(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping) or not all(map(_is_year, value)):
            yield (), "should be an object, by year"
        elif not all(is_number(each) and 0 <= each <= 10 for each in value.values()):
            yield (), "should hold numbers from 0 to 10"
        elif any(round(each, 1) != each for each in value.values()):
            yield (), "should hold steps of 0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought(Question):
    """A file that is read here, answered at once and never kept: there is no answer to store."""

    kind = "brought"
    accept: str = ".csv,text/csv"

    def faults(self, value: Any) -> Iterator[Fault]:  # noqa: ARG002  nothing fits
        yield (), "is never kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing(Brought):
    """A card on which a submission is put together: what leaves, and for whom.

    An invitation may be brought to it. It is answered with a file for the person to hand over, and
    nothing of either is kept.
    """

    kind = "handing"
    accept: str = ".json,application/json"


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_year(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 4 and value.isascii() and value.isdigit()
