"""Somebody who has been through the cards."""

from __future__ import annotations

from datetime import date

from quadrantlib.exercises.values import read
from tests.rounds import written

TODAY = date(2026, 11, 22)
TEN = (
    *("integrity", "belonging", "authenticity", "growth", "family"),
    *("leadership", "legacy", "humor", "order", "adventure"),
)
FIVE = ["integrity", "belonging", "authenticity", "growth", "leadership"]


def answers(ten=TEN, top=FIVE, **more):
    piles = dict.fromkeys(("fame", "wealth"), "not") | dict.fromkeys(ten, "very")
    return {"piles": piles, "finalists": list(ten), "top": list(top), **more}


def reading(*args, earlier=(), **more):
    return read(written(answers(*args, **more), TODAY), earlier, TODAY)


def ids(rows):
    return [row["id"] for row in rows]
