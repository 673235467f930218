"""A thousand cohorts of 8 to 60, with and without groups, one and two reports, attacked.

Neither whoever reads the reports nor two who compare notes find out what fewer than five others
gave, or anybody's answer. What was withheld for it is printed, by the number of people.
"""

from __future__ import annotations

import pytest

from tests.attacks.campaign import campaign, table

COHORTS = 1000


@pytest.mark.slow
def test_nobody_is_found_in_the_reports_of_a_thousand_cohorts(capsys) -> None:
    outcomes = list(campaign(range(COHORTS)))
    with capsys.disabled():
        print(f"\nWithheld in {COHORTS} cohorts\n{table(outcomes)}")  # noqa: T201  part of the proof
    assert not {each.named: each.serious()[:3] for each in outcomes if each.serious()}
    assert sum(sum(each.shown.values()) for each in outcomes) > 100 * COHORTS / 2
