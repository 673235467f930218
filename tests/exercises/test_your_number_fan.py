from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercises.your_number.arithmetic import years
from quadrantlib.exercises.your_number.fan import PATHS, YEARS, Plan, _deviates, fan

PLAN = Plan(100_000, 30_000, 1_000_000, 0.05, 0.12)
PLANS = [
    PLAN,
    Plan(250_000, 0, 1_000_000, 0.05, 0.18),
    Plan(-40_000, 25_000, 600_000, 0.03, 0.1),
    Plan(0, 10_000, 900_000, 0.02, 0.15),
]


def simulated(plan, paths=40_000):
    """The same spread, drawn by numpy from a generator of its own."""
    dice = np.random.default_rng(7)
    logs = dice.normal(np.log1p(plan.growth), plan.volatility, size=(YEARS, paths))
    now = np.full(paths, float(plan.wealth))
    first = np.full(paths, np.inf)
    wealth = [now]
    for year in range(YEARS):
        now = now * np.exp(logs[year]) + plan.saving
        first[(now >= plan.aim) & np.isinf(first)] = year + 1
        wealth.append(now)
    parts = (10, 50, 90)
    return np.percentile(first, parts, method="inverted_cdf"), np.percentile(wealth, parts, axis=1)


@pytest.mark.parametrize("plan", PLANS)
def test_percentiles_agree_with_an_independent_simulation(plan):
    found, (reached, wealth) = fan(plan), simulated(plan)
    for own, other in zip(found.years, reached, strict=True):
        if own is None:
            assert other > YEARS - 3
        else:
            assert own == pytest.approx(other, abs=1 + 0.03 * other)
    for year in (1, 10, 30, 60):
        spread = wealth[2][year] - wealth[0][year]
        assert np.abs(np.array(found.wealth[year]) - wealth[:, year]).max() <= 0.1 * spread


def test_its_chance_is_normal():
    drawn = np.array(_deviates("quadrant"))
    assert drawn.shape == (YEARS, PATHS)
    assert abs(drawn.mean()) < 0.01
    assert drawn.std() == pytest.approx(1, abs=0.01)
    assert np.mean(np.abs(drawn) < 1.96) == pytest.approx(0.95, abs=0.005)
    assert abs(np.corrcoef(drawn[:-1].ravel(), drawn[1:].ravel())[0, 1]) < 0.01


def test_the_same_seed_gives_the_same_fan_and_another_seed_another():
    here = fan(PLAN)
    fan.cache_clear()
    assert fan(PLAN) == here
    assert fan(PLAN, "another") != here


@settings(max_examples=25)
@given(st.integers(0, 500_000), st.integers(5_000, 80_000), st.sampled_from([0, 0.02, 0.05]))
def test_without_chance_every_way_takes_the_years_of_the_formula(wealth, saving, growth):
    found = fan(Plan(wealth, saving, 700_000, growth, 0))
    counted = years(wealth, saving, 700_000, growth)
    expected = None if counted > YEARS else ceil(round(counted, 9))
    assert found.years == (expected,) * 3
    assert found.wealth[1] == pytest.approx([wealth * (1 + growth) + saving] * 3)


def test_what_is_there_already_takes_no_years():
    assert fan(Plan(10, 0, 5, 0.05, 0.12)).years == (0, 0, 0)


def test_what_is_not_reached_in_sixty_years_is_beyond():
    assert fan(Plan(0, 1, 1e12, 0.05, 0.12)).years == (None, None, None)


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.integers(0, 10**5), st.sampled_from([2, 4, 1024]))
def test_another_unit_of_money_changes_no_year(wealth, saving, factor):
    one = fan(Plan(wealth, saving, 10**6, 0.04, 0.12))
    other = fan(Plan(wealth * factor, saving * factor, 10**6 * factor, 0.04, 0.12))
    assert one.years == other.years


def test_percentiles_lie_in_order():
    assert all(low <= middle <= high for low, middle, high in fan(PLAN).wealth)
