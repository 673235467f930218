"""A seed decides every throw."""

from __future__ import annotations

from collections import Counter
from hashlib import shake_256

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.dice import Dice, Odds

SEEDS = st.text(max_size=8)
WEIGHTS = st.dictionaries(st.text(max_size=3), st.floats(0.01, 10), min_size=1, max_size=8)


def test_the_first_throw_is_the_first_four_bytes_of_the_seeds_digest() -> None:
    """Worked out the other way round, from the bytes: so it is the same on every machine."""
    first = int.from_bytes(shake_256(b"lighthouse/0").digest(4), "big") / 2**32
    assert Dice("lighthouse").part() == first


def test_throws_go_on_beyond_the_first_block() -> None:
    dice = Dice("lighthouse")
    thrown = [dice.part() for _ in range(500)]
    assert len(set(thrown)) == 500
    assert 0.45 < sum(thrown) / 500 < 0.55


@given(SEEDS, st.floats(0, 1), st.floats(0, 1))
def test_near_stays_within_its_spread_and_between_0_and_1(
    seed: str, middle: float, spread: float
) -> None:
    found = Dice(seed).near(middle, spread)
    assert 0 <= found <= 1
    assert abs(found - middle) <= spread + 1e-9


@given(SEEDS, WEIGHTS, st.integers(0, 10))
def test_some_are_different_names_in_alphabetical_order(
    seed: str, weights: dict[str, float], how_many: int
) -> None:
    found = Dice(seed).some(Odds.of(weights), how_many)
    assert found == sorted(set(found))
    assert set(found) <= weights.keys()
    assert len(found) == min(how_many, len(weights))


def test_one_comes_up_as_often_as_its_weight_says() -> None:
    odds = Odds.of({"often": 3, "rarely": 1})
    thrown = Counter(Dice(str(seed)).one(odds) for seed in range(4000))
    assert 0.72 < thrown["often"] / 4000 < 0.78
