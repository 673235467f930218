"""Submissions and invitations to take apart, made by hand and drawn."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Attribute, Invitation
from quadrantlib.questions import Option
from quadrantlib.submitted import shares_of
from tests.test_shares import fitting

COHORT = "Platform, autumn"
TEAMS = Attribute(
    "team", "Which team are you in?", (Option("search", "Search"), Option("pay", "Payments"))
)
ASKED = Invitation(COHORT, TEAMS, "What should we stop doing?")
INVITED = {
    "format": "quadrant-invitation",
    "version": 1,
    "cohort": COHORT,
    "attribute": {
        "name": "team",
        "ask": "Which team are you in?",
        "options": [{"id": "search", "label": "Search"}, {"id": "pay", "label": "Payments"}],
    },
    "question": "What should we stop doing?",
}
"""The same as `ASKED`, as it lies in its file."""


def mark(person: object) -> str:
    """Return the participant that a person of this number or name is."""
    return sha256(str(person).encode()).hexdigest()


def document(person: object = 0, **other: Any) -> dict[str, Any]:
    """Return a submission with nothing wrong in it, but for what `other` puts there."""
    return {
        "format": "quadrant-submission",
        "version": 1,
        "cohort": COHORT,
        "participant": mark(person),
        "month": "2026-11",
        "shares": {"relief": 40, "direction": "drifting"},
    } | other


def put(folder: Path, **files: Any) -> Path:
    """Write each value as JSON, or bytes as they are, to `<name>.json` in `folder`."""
    for name, value in files.items():
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        (folder / f"{name}.json").write_bytes(content)
    return folder


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """Draw submissions with nothing wrong in them, to `ASKED`."""
    shares = {share.name: fitting(share) for share in shares_of(CATALOG)}
    some = st.fixed_dictionaries({}, optional=shares).filter(bool)
    months = st.dates().map(lambda day: f"{day:%Y-%m}".rjust(7, "0"))
    words = st.text(min_size=1, max_size=500).filter(lambda words: words.strip().isprintable())
    optional = {
        "month": months,
        "code": st.from_regex(r"[A-Z0-9-]{1,40}", fullmatch=True),
        "belongs": st.sampled_from([{"team": "search"}, {"team": "pay"}]),
        "answer": words.filter(str.strip),
    }
    head = {name: st.just(document()[name]) for name in ("format", "version", "cohort")}
    whose = st.integers(1).map(mark)
    return st.fixed_dictionaries({**head, "participant": whose, "shares": some}, optional=optional)
