"""The real reports of a scene: what `publish` gives, one after another, guarded or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from quadrantlib.cohort import publish
from quadrantlib.errors import Refused
from quadrantlib.invitation import Attribute, Invitation
from quadrantlib.ledger import Past
from quadrantlib.published import to_csv
from quadrantlib.questions import Option
from quadrantlib.submitted import Submission, read
from tests.attacks.cohorts import SHARES, TEAMS, Handed, Scene

COHORT = "Platform, autumn"
TEAM = Attribute(
    "team", "Which team are you in?", tuple(Option(name, name.title()) for name in TEAMS)
)
KEY = b"known to whoever keeps the ledger"


def reports(
    scene: Scene, *, audit: bool = True, remember: bool = True, seed: str = ""
) -> Iterator[str]:
    """Yield the table of each report of a scene, empty where it was refused.

    Without `remember` the ledger is lost after every report. `seed` changes what hands draws.
    """
    asked = Invitation(COHORT, TEAM if scene.attribute else None)
    past = Past(KEY)
    for files in scene.reports:
        try:
            made = publish(
                submissions(files, seed), SHARES, asked, by=asked.attribute, past=past, audit=audit
            )
        except Refused:
            yield ""
            continue
        yield to_csv(made.published)
        past = Past(KEY, (*past.reports, made.report)) if remember else past


def submissions(files: Sequence[Handed], seed: str = "") -> list[Submission]:
    """Return the files as they are read from a folder."""
    return [_submission(each, seed) for each in files if each.shares]


def _submission(each: Handed, seed: str) -> Submission:
    value = {
        "format": "quadrant-submission",
        "version": 1,
        "cohort": COHORT,
        "participant": sha256(f"{each.person} {seed}".encode()).hexdigest(),
        "month": f"2026-{8 + each.wave:02}",
        "shares": dict(each.shares),
    }
    return read(value | ({"belongs": {TEAM.name: each.group}} if each.group else {}))
