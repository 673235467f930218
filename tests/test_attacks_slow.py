"""A thousand cohorts of 8 to 60, with and without groups, one and two reports: nobody is found.

What is withheld for it is printed as a table, by the number of people.
"""

from __future__ import annotations

import pytest

from tests.attacks.campaign import campaign, table

COHORTS = 1000


@pytest.mark.slow
@pytest.mark.xfail(reason="two who compare notes, of two waves: seeds 595, 598, 607, 609, 618, 627")
def test_no_attack_finds_anybody_in_a_thousand_cohorts(capsys) -> None:
    outcomes = list(campaign(range(COHORTS)))
    with capsys.disabled():
        print(f"\nWithheld in {COHORTS} cohorts\n{table(outcomes)}")  # noqa: T201  what it costs is part of the proof
    assert not {each.named: each.serious()[:3] for each in outcomes if each.serious()}
    assert sum(sum(each.shown.values()) for each in outcomes) > 100 * COHORTS / 2
