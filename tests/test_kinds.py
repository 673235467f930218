"""Each kind that needs a control of its own takes what fits it, and says what does not."""

from __future__ import annotations

import pytest

from quadrantlib.kinds import Beads, Brought, Card, Cards, Curve, Many, Money, Piles
from quadrantlib.questions import Option

SIDES = (Option("a", "One"), Option("b", "Other"))
MANY = Many(name="many", ask="Which?", options=SIDES, at_most=1)
CARDS = Cards(name="cards", ask="Which cards?", at_most=2)
PILES = Piles(name="piles", ask="Which pile?", deck=(Card("x", "Health"),), piles=SIDES)
BEADS = Beads(name="beads", ask="Where?", areas=SIDES, total=20)
CURVE = Curve(name="curve", ask="How?", begins="from", ends="to", low_end="", high_end="")
DEBT = Money(name="debt", ask="How much?", least=-1e12)
FILE = Brought(name="file", ask="Which file?")

FITS = [
    *((MANY, []), (MANY, ["a"]), (CARDS, ["x", "own-1"]), (PILES, {"x": "a", "own-1": "b"})),
    *((BEADS, {}), (BEADS, {"a": 20}), (BEADS, {"a": 12, "own-1": 8})),
    *((CURVE, {"2019": 0, "2020": 7.5}), (DEBT, -1250.5)),
]
MISFITS = [
    (MANY, ["c"], "should only hold some of a, b"),
    (MANY, ["a", "b"], "holds more than 1"),
    (MANY, ["a", "a"], "holds something twice"),
    (MANY, "a", "should be a list"),
    (CARDS, ["x", "x"], "holds a card twice"),
    (CARDS, ["x", "y", "z"], "holds more than 2 cards"),
    (CARDS, ["x", 3], "should be a list of cards"),
    (PILES, {"x": "c"}, "should be one of a, b"),
    (PILES, {"": "a"}, "should be by the ids of cards"),
    (PILES, ["x"], "should be an object"),
    (BEADS, {"a": 12, "b": 9}, "holds more than 20 beads"),
    (BEADS, {"a": 1.5}, "should hold whole numbers from 0"),
    (BEADS, {"a": -1}, "should hold whole numbers from 0"),
    (BEADS, {"a": True}, "should hold whole numbers from 0"),
    (CURVE, {"19": 3}, "should be an object, by year"),
    (CURVE, {"2019": 11}, "should hold numbers from 0 to 10"),
    (CURVE, {"2019": 3.14}, "should hold steps of 0.1"),
    (DEBT, "1250", "should be a number from -1e+12 to 1e+12"),
    (FILE, "anything", "is never kept"),
]


@pytest.mark.parametrize(("question", "value"), FITS)
def test_what_fits_has_no_fault(question, value) -> None:
    assert list(question.faults(value)) == []


@pytest.mark.parametrize(("question", "value", "reason"), MISFITS)
def test_what_does_not_fit_is_told_why_and_never_quoted(question, value, reason: str) -> None:
    assert [why for _, why in question.faults(value)] == [reason]
