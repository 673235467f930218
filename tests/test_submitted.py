"""A submission that comes in fits to the letter, or every fault of it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from quadrantlib.exercises import CATALOG
from quadrantlib.submitted import faults_in_submission, read, shares_of, submission_schema
from tests.submissions import COHORT, document, documents, mark

SCHEMA = submission_schema(CATALOG)
VALID = Draft202012Validator(SCHEMA)
CANARY = "Zyzzyva-734251"

UNFIT = {
    "no object": ([CANARY], [((), "should be an object")]),
    "another format": (
        document(format=CANARY),
        [(("format",), "should be “quadrant-submission”")],
    ),
    "true for one": (document(version=True), [(("version",), "should be 1")]),
    "a cohort without words": (
        document(cohort=" "),
        [(("cohort",), "should be words, at most 100 characters")],
    ),
    "a short participant": (
        document(participant="abc"),
        [(("participant",), "should be 64 hexadecimal digits")],
    ),
    "a participant in capitals": (
        document(participant="A" * 64),
        [(("participant",), "should be 64 hexadecimal digits")],
    ),
    "a day": (document(month="2026-11-22"), [(("month",), "should be a month, written YYYY-MM")]),
    "a thirteenth month": (
        document(month="2026-13"),
        [(("month",), "should be a month, written YYYY-MM")],
    ),
    "digits of another script": (
        document(month="２０２６-11"),
        [(("month",), "should be a month, written YYYY-MM")],
    ),
    "two groups": (
        document(belongs={"team": "a", "level": "b"}),
        [(("belongs",), "should name one group by its id")],
    ),
    "a group in words": (
        document(belongs={"team": "The search team"}),
        [(("belongs",), "should name one group by its id")],
    ),
    "a long answer": (
        document(answer="x" * 501),
        [(("answer",), "should be words, at most 500 characters")],
    ),
    "no shares": (document(shares={}), [(("shares",), "should be an object with something in it")]),
    "several at once": (
        document(shares={"relief": 41, "direction": CANARY, "salary": 90_000}, id=1),
        [
            (("id",), "is not a field here"),
            (("shares", "relief"), "should be a whole number from 0 to 100, in steps of 5"),
            (("shares", "direction"), "should be one of walking, drifting, changed"),
            (("shares", "salary"), "is not a field here"),
        ],
    ),
}


@pytest.mark.parametrize(("value", "faults"), UNFIT.values(), ids=UNFIT)
def test_every_fault_is_told_with_its_place_and_no_value(value: Any, faults: list) -> None:
    assert sorted(faults_in_submission(value, CATALOG)) == sorted(faults)
    assert CANARY not in str(faults)
    assert not VALID.is_valid(value)


def test_what_is_missing_is_told_too() -> None:
    told = {place for place, _ in faults_in_submission({}, CATALOG)}
    assert told == {(name,) for name in ("format", "version", "cohort", "participant", "shares")}


def test_the_schema_is_one_and_names_every_share() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert list(SCHEMA["properties"]["shares"]["properties"]) == [
        share.name for share in shares_of(CATALOG)
    ]


@given(value=documents())
def test_what_fits_fits_the_walk_and_the_schema(value: dict[str, Any]) -> None:
    assert faults_in_submission(value, CATALOG) == []
    VALID.validate(value)


def test_it_is_read_with_all_that_is_in_it() -> None:
    found = read(
        document(7, code="AB", belongs={"team": "pay"}, answer=" Less\u202e.\n")
        | {"cohort": f" {COHORT}\u200b"}
    )
    assert (found.cohort, found.participant, found.month) == (COHORT, mark(7), "2026-11")
    assert (found.code, found.belongs, found.answer) == ("AB", {"team": "pay"}, "Less.")
    assert found.shares == {"relief": 40, "direction": "drifting"}


def test_what_was_left_out_is_empty() -> None:
    value = document()
    del value["month"]
    found = read(value)
    assert (found.month, found.code, found.belongs, found.answer) == ("", "", {}, "")


def test_the_digest_is_of_what_is_in_it_however_it_is_laid_out() -> None:
    value = document()
    turned = json.loads(json.dumps(dict(reversed(value.items())), indent=7))
    assert read(turned).digest == read(value).digest
    assert read(value | {"code": "AB"}).digest != read(value).digest
    assert int(read(value).digest, 16) < 2**256


def test_its_repr_says_nothing() -> None:
    assert "drifting" not in repr(read(document())) + str(read(document()))
    assert mark(0) not in repr(read(document()))
