"""What the browser asks next is what Python reads: 200 sorts by pairs through both."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from quadrantlib.exercises.values.sorting import again, next_pair, replay
from quadrantlib.forms.bundle import STATIC

pytestmark = pytest.mark.browser

RUN = """cases => cases.map(({ids, pairs}) => {
  const {asked, next, order} = replay(ids, pairs);
  return {asked, next, order, again: againPairs(asked), pair: nextPair(ids, pairs)};
})"""


def case(seed: int) -> dict[str, Any]:
    """Some cards, and some of the answers: from none to all, sound or not, in any order."""
    dice = Random(seed)
    ids = [f"card {i}" for i in range(dice.randint(0, 12))]
    dice.shuffle(ids)
    pairs: list[dict[str, Any]] = []
    for _ in range(dice.choice([0, 3, 12, 60])):
        pair = next_pair(ids, pairs)
        if pair is None:
            break
        pairs.append(row(*pair, dice.choice(pair)))
    junk = [row(*dice.choices([*ids, "gone", ""], k=3)) for _ in range(dice.choice([0, 0, 5]))]
    pairs += junk
    if dice.random() < 0.3:
        dice.shuffle(pairs)
    return {"ids": ids, "pairs": pairs}


def row(a: str, b: str, winner: str) -> dict[str, Any]:
    return {"id": f"{a}:{b}", "a": a, "b": b, "winner": winner}


CASES = [case(seed) for seed in range(200)]


@pytest.fixture(scope="module")
def in_browser(browser) -> list[dict[str, Any]]:
    """The same cases through the front-end module."""
    module = Path(STATIC, "sorting.js").read_text("utf-8").replace("export function", "function")
    page = browser.new_page()
    try:
        return page.evaluate(f"cases => {{ {module}\n return ({RUN})(cases); }}", CASES)
    finally:
        page.close()


@pytest.mark.parametrize("seed", range(0, 200, 25))
def test_both_ask_the_same_next_and_come_to_the_same_order(in_browser, seed: int) -> None:
    for here, there in zip(CASES[seed : seed + 25], in_browser[seed : seed + 25], strict=True):
        run = replay(here["ids"], here["pairs"])
        pair = next_pair(here["ids"], here["pairs"])
        assert there == {
            "asked": [list(each) for each in run.asked],
            "next": run.next and list(run.next),
            "order": None if run.order is None else list(run.order),
            "again": [list(each) for each in again(run.asked)],
            "pair": pair and list(pair),
        }


def test_the_cases_hold_what_they_are_meant_to_try(in_browser) -> None:
    assert len(CASES) == 200
    assert any(there["next"] for there in in_browser)
    assert any(there["order"] and there["pair"] for there in in_browser)
    assert any(there["order"] and not there["pair"] for there in in_browser)
    assert {len(here["ids"]) for here in CASES} >= {0, 1, 2, 10, 12}


@pytest.mark.parametrize(("cards", "most"), [(0, 0), (1, 0), (2, 1), (5, 8), (8, 17), (10, 25)])
def test_the_browser_knows_how_many_pairs_it_can_take(browser, cards: int, most: int) -> None:
    module = Path(STATIC, "sorting.js").read_text("utf-8").replace("export function", "function")
    page = browser.new_page()
    try:
        assert page.evaluate(f"cards => {{ {module}\n return mostPairs(cards); }}", cards) == most
    finally:
        page.close()
