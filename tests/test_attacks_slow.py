"""A thousand cohorts of 8 to 60, with and without groups, one and two reports, attacked.

Neither whoever reads the reports nor two who compare notes find out what fewer than five others
gave, or anybody's answer. What was withheld for it is printed, by the number of people. The same of
cohorts that are told of in three waves, which is more than the audit was ever tuned on.
"""

from __future__ import annotations

import pytest

from tests.attacks.attacker import Find
from tests.attacks.campaign import Outcome, campaign, table
from tests.attacks.cohorts import scene, scene_of_three

COHORTS = 1000
OF_THREE_WAVES = 40


def found(outcomes: list[Outcome]) -> dict[str, list[Find]]:
    return {each.named: each.serious()[:3] for each in outcomes if each.serious()}


@pytest.mark.slow
def test_nobody_is_found_in_the_reports_of_a_thousand_cohorts(capsys) -> None:
    outcomes = list(campaign(map(scene, range(COHORTS))))
    with capsys.disabled():
        print(f"\nWithheld in {COHORTS} cohorts\n{table(outcomes)}")  # noqa: T201  part of the proof
    assert not found(outcomes)
    assert sum(sum(each.shown.values()) for each in outcomes) > 100 * COHORTS / 2


@pytest.mark.slow
def test_nobody_is_found_in_the_reports_of_three_waves() -> None:
    outcomes = list(campaign(map(scene_of_three, range(OF_THREE_WAVES))))
    assert not found(outcomes)
    assert sum(each.refused for each in outcomes) == 0
    assert (
        sum(count for each in outcomes for key, count in each.shown.items() if key[2] == 3) > 2000
    )
