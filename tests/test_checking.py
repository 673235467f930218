"""`quadrant check` and `quadrant schema` know journals, submissions and invitations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quadrantlib.checking import LATER, faults_in
from quadrantlib.papers import LARGEST
from tests.submissions import INVITED, document, put
from tests.test_cli import CANARY, run, written

FITTING = {"submission": document(code="AB"), "invitation": INVITED}


@pytest.mark.parametrize(("what", "value"), FITTING.items())
def test_what_fits_has_nothing_wrong_and_meets_its_schema(
    tmp_path: Path, what: str, value: Any
) -> None:
    path = put(tmp_path, file=value) / "file.json"
    assert run("check", path).stdout == f"{path}: nothing is wrong.\n"
    Draft202012Validator(json.loads(run("schema", what).stdout)).validate(value)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (document(month=CANARY), "month should be a month, written YYYY-MM"),
        (
            document(shares={"role": CANARY, "diary": CANARY}),
            "shares.role should be one of leading, sharing, supporting",
        ),
        (document() | {f"<b>{CANARY}"[:20]: 1}, "'<b>Zyzzyva-Kanarienv' is not a field here"),
        (INVITED | {"cohort": [CANARY]}, "cohort should be words, at most 100 characters"),
    ],
)
def test_a_fault_is_told_with_its_place_and_no_value(tmp_path: Path, value, told: str) -> None:
    path = put(tmp_path, file=value) / "file.json"
    done = run("check", path)
    assert done.exit_code == 1
    assert f"{path}: {told}\n" in done.stderr
    assert CANARY not in done.output


@pytest.mark.parametrize("value", FITTING.values(), ids=FITTING)
def test_of_a_later_version_nothing_can_be_told(tmp_path: Path, value: Any) -> None:
    path = put(tmp_path, file=value | {"version": 2}) / "file.json"
    assert faults_in(path) == [LATER]


def test_a_submission_has_a_size_and_a_journal_has_none(tmp_path: Path) -> None:
    large = b" " * LARGEST + json.dumps(document()).encode()
    path = put(tmp_path, file=large) / "file.json"
    assert faults_in(path) == ["It is larger than 256 kB."]
    journal = written(tmp_path / "journal.json", {"mirror": "x" * 9_000}, note="x" * LARGEST)
    assert faults_in(journal) == []


@pytest.mark.parametrize("format_", [None, 1, [], {}, "quadrant-ledger"])
def test_what_names_no_format_of_ours_is_read_as_a_journal(tmp_path: Path, format_: Any) -> None:
    path = put(tmp_path, file={"format": format_}) / "file.json"
    assert faults_in(path)[0] == "format should be “quadrant-journal”"
