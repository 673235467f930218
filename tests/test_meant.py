"""What somebody meant to do on a day that is ahead stands on the path, a line each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from quadrantlib.exercises import CATALOG
from quadrantlib.meant import FEW, SAID, Meant, meant
from quadrantlib.questions import Group, walk
from quadrantlib.retelling import Retold, rounds_of
from tests.generated import JUNK
from tests.paths import TODAY, exercise, journal


def found(today: date = TODAY, **answers: Any) -> tuple[Meant, ...]:
    rounds = journal({"one": [("2026-11-20", answers)]}).rounds("one")
    return meant([Retold(exercise("one"), rounds_of(rounds), today)], today)


@pytest.mark.parametrize(
    ("name", "step", "words"),
    [
        ("claim", {"what": "The boat"}, "“The boat”, thirty minutes"),
        ("action", {"what": "Call\n her"}, "“Call her”"),
        ("tell", {"who": "Jana"}, "Tell Jana"),
        ("asking", {"who": "Thijs"}, "Ask Thijs"),
    ],
)
def test_it_is_said_in_a_line(name: str, step: dict[str, str], words: str) -> None:
    (line,) = found(**{name: {**step, "when": "2026-11-28"}})
    assert (line.words, line.day) == (words, "Saturday")


def test_it_stands_there_until_its_day_is_over() -> None:
    claim = {"what": "The boat", "when": "2026-11-28"}
    days = [date(2026, 11, day) for day in (20, 27, 28, 29)]
    said = [[line.day for line in found(day, claim=claim)] for day in days]
    assert said == [["28 November"], ["tomorrow"], ["today"], []]


def test_only_the_nearest_few_are_told() -> None:
    steps = {name: {"what": name, "who": name, "when": f"2026-12-{day:02}"}
             for day, name in enumerate(reversed(SAID), start=1)}  # fmt: skip
    told = found(**steps)
    assert len(told) == FEW
    assert [line.when.day for line in told] == [1, 2, 3]


def test_what_has_no_words_or_no_day_is_left_out() -> None:
    for step in ({"what": "The boat"}, {"when": "2026-11-28"}, {"what": " ", "when": "2026-11-28"}):
        assert found(claim=step) == ()


@given(JUNK, JUNK, JUNK)
def test_answers_that_do_not_fit_are_left_out(claim, what, when) -> None:
    for step in (claim, {"what": what, "when": when}):
        assert all(isinstance(line, Meant) for line in found(claim=step))


def test_every_step_of_the_catalog_is_known_by_its_name() -> None:
    groups = [q for each in CATALOG for q in walk(each.questions) if isinstance(q, Group)]
    steps = {group.name for group in groups if "when" in {part.name for part in group.parts}}
    assert steps == set(SAID)
