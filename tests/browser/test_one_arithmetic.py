"""What the board works out under the finger is what Python reads: 200 cases through both."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quadrantlib.pictures.labels import Box, place
from quadrantlib.quadrant import Cut, Mark, hours_by_place, region, shares

pytestmark = pytest.mark.browser

NAMES = (
    *(
        "Planning",
        "The migration that nobody wanted, again",
        "iii lll",
        "MWMW @ 100 %",
        "",
        "  a \t b",
    ),
    *("四半期計画の会議とその準備のための資料作成", "مراجعة الشيفرة (كل يوم!)", "e\u0301" * 30),
    *(
        "👩\u200d👩\u200d👧 family dinners 🍝",
        "🇫🇮🇸🇪🇳🇴🇩🇰🇮🇸🇫🇮🇸🇪🇳🇴🇩🇰🇮🇸",
        "👍🏽" * 20,
        "naïve—Straße… ДЕЛО",
    ),
)
RUN = """cases => cases.map(({tasks, cuts, dots, side, size, clear}) => ({
  regions: tasks.map(t => region(t.difficulty, t.autonomy, ...cuts)),
  shares: shares(tasks, ...cuts),
  labels: place(dots, side, side, size, clear),
}))"""


def case(seed: int) -> dict[str, Any]:
    """A board with up to ten marks: everywhere, in a crowd, or all at one place."""
    dice = Random(seed)
    side, size = dice.choice([(640, 15), (340, 13), (298.5, 12)])
    crowd = dice.choice([1.0, 1.0, 0.15, 0.0])
    number = dice.randint(0, 10)
    x, y = dice.random() * side, dice.random() * side
    places = [
        {
            "x": x + (dice.random() * side - x) * crowd,
            "y": y + (dice.random() * side - y) * crowd,
            "r": dice.uniform(2, side / 9),
            "text": dice.choice(NAMES),
        }
        for _ in range(number)
    ]
    corners = [dice.random() * side * 0.8 for _ in range(2)]
    left, top = corners
    clear = {"left": left, "top": top, "right": left + 60, "bottom": top + 60}
    return {
        "tasks": [task(dice) for _ in range(number)],
        "cuts": dice.choice([[5, 5], [4, 5], [6, 5], [5, 4], [5, 6]]),
        "dots": places,
        "side": side,
        "size": size,
        "clear": dice.choice([[], [clear]]),
    }


def task(dice: Random) -> dict[str, float]:
    """A task on the board, often on a cut; some without hours, some with none."""
    hours = (
        {} if dice.random() < 0.2 else {"hours": dice.choice([0, 0.5, 7.5, dice.uniform(0, 300)])}
    )
    low, high = (dice.choice([4, 5, 6, dice.randint(0, 100) / 10]) for _ in range(2))
    return {"difficulty": low, "autonomy": high} | hours


CASES = [case(seed) for seed in range(200)]


@pytest.fixture(scope="module")
def worked_out(browser, checkout: Path) -> list[dict[str, Any]]:
    """The same cases through the front-end modules, joined into one as the page has them."""
    folder = checkout / "quadrantlib" / "forms" / "static"
    text = "\n".join((folder / name).read_text("utf-8") for name in ("shares.js", "labels.js"))
    joined = re.sub(r"^export ", "", text, flags=re.MULTILINE)
    page = browser.new_page()
    try:
        return page.evaluate(f"cases => {{ {joined}\n return ({RUN})(cases); }}", CASES)
    finally:
        page.close()


@pytest.mark.parametrize("seed", range(0, 200, 25))
def test_regions_are_the_same(worked_out, seed) -> None:
    for here, there in zip(CASES[seed : seed + 25], worked_out[seed : seed + 25], strict=True):
        cut = Cut(*here["cuts"])
        assert there["regions"] == [
            region(t["difficulty"], t["autonomy"], cut) for t in here["tasks"]
        ]


@pytest.mark.parametrize("seed", range(0, 200, 25))
def test_shares_are_the_same(worked_out, seed) -> None:
    for here, there in zip(CASES[seed : seed + 25], worked_out[seed : seed + 25], strict=True):
        assert (there["shares"] or {}) == pytest.approx(read(here), abs=1e-12)
        assert not there["shares"] or sum(there["shares"].values()) == pytest.approx(1)


def read(here: dict[str, Any]) -> dict[str, float]:
    marks = [
        Mark(str(i), "", t["difficulty"], t["autonomy"], t["hours"])
        for i, t in enumerate(here["tasks"])
        if "hours" in t
    ]
    return shares(hours_by_place(marks, Cut(*here["cuts"])))


@pytest.mark.parametrize("seed", range(0, 200, 25))
def test_names_stand_at_the_same_places(worked_out, seed) -> None:
    for here, there in zip(CASES[seed : seed + 25], worked_out[seed : seed + 25], strict=True):
        dots = [(d["x"], d["y"], d["r"], d["text"]) for d in here["dots"]]
        clear = [Box(**box) for box in here["clear"]]
        labels = place(dots, here["side"], here["side"], here["size"], clear)
        assert [(n["text"], n["anchor"]) for n in there["labels"]] == [
            (label.text, label.anchor) for label in labels
        ]
        for name, label in zip(there["labels"], labels, strict=True):
            assert (name["x"], name["y"]) == pytest.approx((label.x, label.y), abs=1e-6)
            assert (name["leader"] is None) == (label.leader is None)
            assert name["leader"] == pytest.approx(label.leader, abs=1e-6) or label.leader is None


def test_the_cases_hold_what_they_are_meant_to_try(worked_out) -> None:
    assert len(CASES) == 200
    assert {name for there in worked_out for name in there["regions"]} >= {"on_the_line"}
    assert any(there["shares"] is None for there in worked_out)
    assert any(name["leader"] for there in worked_out for name in there["labels"])
