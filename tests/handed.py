"""Cohorts for the tests: what people handed in, made by hand and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from quadrantlib import cohort
from quadrantlib.cohort import Edition
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Attribute, Invitation
from quadrantlib.ledger import Ledger, Past
from quadrantlib.published import Figure
from quadrantlib.questions import Option
from quadrantlib.shares import Share
from quadrantlib.submitted import Submission, read, shares_of
from tests.submissions import COHORT, document
from tests.test_shares import fitting

SHARES = {share.name: share for share in shares_of(CATALOG)}
QUICK = tuple(SHARES[name] for name in ("relief", "direction", "motion", "unmet"))
"""One share of each kind but for the one that takes the audit longest."""
TEAMS = Attribute(
    "team",
    "Which team are you in?",
    tuple(Option(each, each.title()) for each in ("search", "pay", "night", "desk")),
)
KEY = b"a key that lies beside the ledger"
NOTHING = Past(KEY)
ASKED = Invitation(COHORT, TEAMS, "What should we stop doing?")


def handed(person: object, month: str = "2026-11", team: str = "", **shares: Any) -> Submission:
    """Return what a person of this number or name handed in."""
    belongs = {"belongs": {"team": team}} if team else {}
    return read(document(person, month=month, shares=shares, **belongs))


def level(people: Iterable[int], month: str = "2026-11", team: str = "") -> list[Submission]:
    """Return what `people` handed in, one number each: 5 to 14 of 20 in motion."""
    return [handed(each, month, team, motion=5 + each % 10) for each in people]


def published(
    files: Sequence[Submission],
    past: Past = NOTHING,
    shares: Sequence[Share] = QUICK,
    **other: Any,
) -> Edition:
    """Return the report of `files`."""
    return cohort.publish(files, shares, ASKED, past=past, **other)


def after(*editions: Edition) -> Past:
    """Return what is past once these reports were made."""
    ledger = Ledger()
    for each in editions:
        ledger = ledger.with_report(COHORT, KEY, each.report)
    return ledger.of(COHORT, KEY)


def told(edition: Edition, share: str, group: str = "", *, change: bool = False) -> dict[str, str]:
    """Return what is shown of a share: item → what stands there."""
    return {each.item: each.shown for each in edition.published.of(share, group, change=change)}


def reasons(edition: Edition) -> set[str]:
    """Return why figures are withheld."""
    return {each.withheld for each in edition.published.figures if each.withheld}


def shown(edition: Edition) -> list[Figure]:
    """Return the figures that are not withheld."""
    return [each for each in edition.published.figures if each.shown]


def cohorts(smallest: int = 8, largest: int = 24) -> st.SearchStrategy[list[Submission]]:
    """Draw a cohort of so many people: each unticks some, and may name a team."""
    shares = st.fixed_dictionaries({}, optional={s.name: fitting(s) for s in QUICK}).filter(bool)
    teams = st.sampled_from(["", *(str(each.id) for each in TEAMS.options)])
    people = st.lists(st.tuples(teams, shares), min_size=smallest, max_size=largest)
    return people.map(
        lambda found: [handed(i, team=team, **kept) for i, (team, kept) in enumerate(found)]
    )
