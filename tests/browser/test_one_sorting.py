"""What the browser asks next is what Python reads: 200 half-answered sorts through both."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quadrantlib.exercises.values.sorting import again, next_pair, replay

pytestmark = pytest.mark.browser

RUN = """cases => cases.map(({ids, pairs}) => {
  const {asked, next, order} = replay(ids, pairs);
  return {asked, next, order, again: againPairs(asked), pair: nextPair(ids, pairs)};
})"""


def case(seed: int) -> dict[str, Any]:
    """Up to ten cards with some of their answers: consistent or not, cards gone, rows astray."""
    dice = Random(seed)
    ids = [f"card {number}:é" for number in range(dice.randint(0, 10))]
    dice.shuffle(ids)
    taste = dice.sample(ids, len(ids))
    steady = dice.random() < 0.7
    rows: list[dict[str, str]] = []
    while (pair := next_pair(ids, rows)) and dice.random() > 0.03:
        a, b = pair
        winner = min(pair, key=taste.index) if steady else dice.choice(pair)
        rows.append({"id": f"{a}:{b}", "a": a, "b": b, "winner": winner})
    if dice.random() < 0.3:
        dice.shuffle(rows)
    if ids and dice.random() < 0.3:
        ids.remove(dice.choice(ids))
    return {"ids": ids, "pairs": [*rows, *astray(dice, ids)]}


def astray(dice: Random, ids: list[str]) -> list[dict[str, str]]:
    """Rows that are no answers, and a second answer to some pair."""
    if len(ids) < 2 or dice.random() < 0.6:
        return []
    a, b = sorted(dice.sample(ids, 2), key=ids.index)
    neither = {"id": "neither", "a": a, "b": b, "winner": "nobody"}
    later = {"id": "later", "a": a, "b": b, "winner": b}
    return [neither, {"id": "bare"}, later]


def cases() -> list[dict[str, Any]]:
    return [case(seed) for seed in range(200)]


def told(here: dict[str, Any]) -> dict[str, Any]:
    run = replay(here["ids"], here["pairs"])
    return {
        "asked": [list(pair) for pair in run.asked],
        "next": run.next and list(run.next),
        "order": None if run.order is None else list(run.order),
        "again": [list(pair) for pair in again(run.asked)],
        "pair": (pair := next_pair(here["ids"], here["pairs"])) and list(pair),
    }


CASES = cases()


@pytest.fixture(scope="module")
def worked_out(browser, checkout: Path) -> list[dict[str, Any]]:
    text = (checkout / "quadrantlib" / "forms" / "static" / "sorting.js").read_text("utf-8")
    joined = re.sub(r"^export ", "", text, flags=re.MULTILINE)
    page = browser.new_page()
    try:
        return page.evaluate(f"cases => {{ {joined}\n return ({RUN})(cases); }}", CASES)
    finally:
        page.close()


@pytest.mark.parametrize("seed", range(0, 200, 25))
def test_the_browser_asks_and_sorts_as_python_does(worked_out, seed) -> None:
    for here, there in zip(CASES[seed : seed + 25], worked_out[seed : seed + 25], strict=True):
        assert there == told(here)


def test_the_cases_hold_what_they_are_meant_to_try(worked_out) -> None:
    assert len(CASES) == 200
    assert any(there["order"] and there["pair"] is None for there in worked_out)
    assert any(there["order"] and there["pair"] for there in worked_out)
    assert any(there["next"] for there in worked_out)
    assert max(len(there["asked"]) for there in worked_out) > 20
