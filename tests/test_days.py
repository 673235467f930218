"""A round belongs to its day: what is said of it is the same, whatever day it is opened on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quadrantlib.exercise import Reading
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal, parse
from quadrantlib.keepsake.document import keepsake
from quadrantlib.shipped import shipped
from quadrantlib.sitting import Sitting
from quadrantlib.storage import Storage
from quadrantlib.submission import MONTH, offer
from quadrantlib.telling import readings, until
from tests.generated import answers_to

NUMBER = parse((Path(__file__).parent / "cases" / "number-read-later.json").read_bytes())
SAMPLE = parse(shipped("data/sample-journal.json").read_bytes())
LAST = date(2026, 11, 22)
"""No day in a generated journal, and none in the sample, is later."""
WAITING: Mapping[str, frozenset[str]] = {
    "ten-tasks": frozenset({"claim_due"}),
    "skills-ledger": frozenset({"claim_due"}),
    "five-years": frozenset({"rests", "letter_old"}),
    "role-of-work": frozenset({"days_left", "asks_again", "money_over"}),
    "sparks": frozenset({"lately", "before"}),
    "thirty-minutes": frozenset(
        {"days", "days_before", "calendar", "minutes_this_week", "next", "last_shown"}
    ),
    "skeptics": frozenset({"people", "not_asked"}),
    "arrivals": frozenset({"waiting", "due", "promises_due"}),
    "my-page": frozenset({"due", "contradictions", "map"}),
}
"""What waits, by exercise: due, days left, practised lately. All else belongs to its round."""


def settled(reading: Reading, slug: str) -> dict[str, Any]:
    """The figures of a reading without those that wait."""
    return {k: v for k, v in reading.figures.items() if k not in WAITING.get(slug, ())}


def read(journal: Journal, day: date) -> dict[str, Reading]:
    return {each.exercise.slug: each.reading for each in readings(journal, None, day)}


@pytest.mark.parametrize("day", ["2025-01-01", "2025-06-30", "2026-12-01", "2031-05-05"])
def test_four_rounds_of_the_number_say_what_they_said_on_their_last_day(day: str) -> None:
    """Read as if written today, two idle years made it "slipping"."""
    said = read(NUMBER, date.fromisoformat(day))["your-number"]
    assert said.figures["verdict"] == "moving_toward"
    assert said.figures["approach"] == pytest.approx(0.618, abs=5e-4)
    assert said == read(NUMBER, date(2025, 1, 1))["your-number"]


def journal_of(rounds: Mapping[str, list[tuple[date, dict[str, Any]]]]) -> Journal:
    written = {
        slug: [
            {
                "id": f"r{place}",
                "started": day.isoformat(),
                "updated": f"{day}T12:00:00Z",
                "answers": answers,
            }
            for place, (day, answers) in enumerate(each)
        ]
        for slug, each in rounds.items()
        if each
    }
    head = {"format": "quadrant-journal", "version": 1, "id": "made-up", "revision": 1}
    return parse(json.dumps({**head, "rounds": written}))


def test_a_job_without_an_end_goes_on_until_the_year_it_was_last_written_of() -> None:
    alive = {str(year): 8 for year in range(2020, 2031)}
    job = {"id": "a", "name": "The shop", "from": 2020, "alive": alive}
    journal = journal_of({"the-arc": [(date(2024, 5, 1), {"jobs": [job]})]})
    then, later = (read(journal, day)["the-arc"] for day in (date(2024, 5, 1), date(2030, 1, 1)))
    assert then == later
    assert len(then.figures["jobs"][0]["line"]) == 5


DAYS = st.integers(0, 1500).map(lambda ago: LAST - timedelta(days=ago))
LATER = st.integers(0, 800).map(lambda ahead: LAST + timedelta(days=ahead))


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """Draw up to three rounds of every exercise; one of a log."""
    return journal_of(
        {
            each.slug: [
                (day, draw(answers_to(each.questions)))
                for day in sorted(draw(st.sets(DAYS, max_size=1 if each.log else 3)))
            ]
            for each in CATALOG
        }
    )


def without_years(words: str) -> str:
    return re.sub(r"(?<=[a-z]) (19|20)\d\d\b", "", words)


SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SLOW
@given(journals(), LATER, LATER)
def test_what_was_written_is_read_the_same_on_any_day(journal, one, other) -> None:
    """It fails for the number, where the newest round is read as if it were written today."""
    before, after = read(journal, one), read(journal, other)
    for slug in before:
        assert settled(before[slug], slug) == settled(after[slug], slug), slug
    for slug in {"your-number", "the-arc", "values", "drift-check"} & before.keys():
        pairs = zip(before[slug].says, after[slug].says, strict=True)
        assert all(without_years(a) == without_years(b) for a, b in pairs), slug


@pytest.mark.parametrize("ahead", [1, 40, 400, 1200])
def test_the_sample_is_read_the_same_on_any_day(ahead: int) -> None:
    before, after = read(SAMPLE, LAST), read(SAMPLE, LAST + timedelta(days=ahead))
    for slug in before:
        assert settled(before[slug], slug) == settled(after[slug], slug), slug


@SLOW
@given(journals(), LATER)
def test_the_four_doors_say_the_same(journal, day) -> None:
    """The page, `quadrant read`, the keepsake and the share card, on one day."""
    said, shares = read(journal, day), {}
    for chapter in keepsake(CATALOG, journal, day).chapters:
        assert chapter.slug not in said or chapter.says == said[chapter.slug].says
    for slug, reading in said.items():
        assert page(journal, slug).read(day) == reading, slug
        shares |= {each.name: each.take(reading.figures) for each in by_slug(slug).shares}
    offered = {each.name: each.value for each in offer(journal, CATALOG, day) if each.name != MONTH}
    assert offered == {name: value for name, value in shares.items() if value is not None}


class Still(Storage):
    """A storage that holds one journal, and no file."""

    def __init__(self, journal: Journal) -> None:
        super().__init__("none.json", now=lambda: datetime.now(UTC), new_id=lambda: "x")
        self.held = journal

    def read(self) -> Journal:
        return self.held


def page(journal: Journal, slug: str) -> Sitting:
    clock, ids = lambda: datetime.now(UTC), lambda: "x"
    sitting = Sitting(by_slug(slug), Still(journal), clock, ids, CATALOG)
    sitting.look(anew=True)
    return sitting


def test_a_day_in_the_past_leaves_out_what_was_begun_later() -> None:
    earlier = until(NUMBER, date(2023, 6, 1))
    assert [row["on"] for row in read(earlier, date(2026, 1, 1))["your-number"].figures["rounds"]]
    assert len(earlier.rounds("your-number")) == 2
