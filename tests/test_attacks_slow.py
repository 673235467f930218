"""A thousand cohorts of 8 to 60, with and without groups, one and two reports, attacked.

Whoever only reads the reports finds nobody. Two who compare notes still come within one person of
a small sum in a few cohorts in a hundred: that is not what we want, and it must not become more.
What is withheld, and what the two find, is printed by the number of people.
"""

from __future__ import annotations

import pytest

from tests.attacks.campaign import campaign, table

COHORTS = 1000
NOT_YET = 0.06
"""In no larger part of the cohorts two who compare notes may find anything; it should be 0."""


@pytest.mark.slow
def test_whoever_reads_the_reports_of_a_thousand_cohorts_finds_nobody(capsys) -> None:
    outcomes = list(campaign(range(COHORTS)))
    found = {each.named: each.serious() for each in outcomes if each.serious()}
    with capsys.disabled():
        print(f"\nWithheld in {COHORTS} cohorts\n{table(outcomes)}")  # noqa: T201  part of the proof
        print(f"Two who compare notes find something in {len(found)}:", *found, sep="\n  ")  # noqa: T201
    outside = {name: finds for name, finds in found.items() if not all(f.insiders for f in finds)}
    assert not outside
    assert len(found) <= NOT_YET * COHORTS
    assert sum(sum(each.shown.values()) for each in outcomes) > 100 * COHORTS / 2
