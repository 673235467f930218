"""Whatever becomes of a file on the way: it is let in or turned down, and the others are let in.

Valid submissions are changed at random, in what they say and byte by byte. A few hundred in `make
test`, 5,000 in `make test-all`. Seen to fail with names not escaped, with unknown fields let
through, and with words read as they are.
"""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quadrantlib.exercises import CATALOG
from quadrantlib.strangers import Turned, received
from quadrantlib.submitted import Submission, submission_schema
from tests.generated import JUNK
from tests.submissions import ASKED, document, documents, mark, put

SCHEMA = Draft202012Validator(submission_schema(CATALOG))
CANARY = "Zyzzyva<img src=x onerror=alert(734251)>"
NASTY = st.sampled_from(
    [CANARY, f"\u202e{CANARY}", f"\x1b[31m{CANARY}", "__proto__", "shares", "", "\ud800", "=1+1"]
)
VALUES = st.sampled_from([CANARY, 734251]) | st.builds(lambda: [CANARY]) | JUNK
MORE_THAN_THE_SCHEMA = (
    "should add up to 100",
    "should be in alphabetical order",
    "should be words",
)
"""What only the walk can say: a sum, an order, and whether words are seen."""


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every object or list inside `value`, with each of its keys."""
    if not isinstance(value, dict | list) or not value:
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [p for key in keys for p in places(value[key])]


@st.composite
def changed(draw: Callable[..., Any]) -> Any:
    """Draw a submission in which one to four things are otherwise than they should be."""
    value = json.loads(json.dumps(draw(documents())))
    for _ in range(draw(st.integers(1, 4))):
        inside, key = draw(st.sampled_from(places(value) or [({}, "x")]))
        match draw(st.sampled_from(["put", "drop", "name", "add"])):
            case "drop":
                del inside[key]
            case "put":
                inside[key] = draw(VALUES)
            case "name" if isinstance(inside, dict):
                inside[draw(NASTY)] = inside.pop(key)
            case _ if isinstance(inside, dict):
                inside[draw(NASTY)] = draw(VALUES)
            case _:
                inside.append(draw(VALUES))
    return value


@st.composite
def garbled(draw: Callable[..., Any]) -> bytes:
    """Draw the bytes of a submission, some of them cut, doubled or otherwise."""
    content = json.dumps(draw(documents()), ensure_ascii=False).encode("utf-8", "replace")
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.integers(0, len(content))) for _ in range(2))
        piece = content[start:end]
        content = (
            content[:start]
            + draw(st.sampled_from([b"", piece * 2, piece[::-1]]) | st.binary(max_size=9))
            + content[end:]
        )
    return content


def judged(content: Any) -> Submission | Turned:
    """What becomes of `content` between two files with nothing wrong in them."""
    with tempfile.TemporaryDirectory() as folder:
        put(Path(folder), a=document("a"), bad=content, c=document("c"))
        first, found, last = received(Path(folder), CATALOG, ASKED)
    assert isinstance(first, Submission)
    assert isinstance(last, Submission)
    assert (first.participant, last.participant) == (mark("a"), mark("c"))
    return found


def check(content: Any) -> None:
    found = judged(content)
    if isinstance(found, Turned):
        assert found.name == "bad.json"
        assert found.faults
        quiet(found)
        return
    value = json.loads(content) if isinstance(content, bytes) else content
    assert SCHEMA.is_valid(value), "the walk lets through what the schema refuses"
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in found.answer)


def quiet(found: Turned) -> None:
    """Nothing is told that cannot be printed, and no value at all."""
    for fault in found.faults:
        assert fault.isprintable()
        assert fault.isascii() or "“" in fault or "’" in fault
        named = "is not a field here" in fault
        assert named or CANARY not in fault
        assert "734251" not in fault or named


def check_changed(value: Any) -> None:
    check(value)
    found = judged(value)
    if isinstance(found, Turned) and SCHEMA.is_valid(value):
        gate = {"is for another cohort", "names a group that is not offered"}
        beyond = [
            *MORE_THAN_THE_SCHEMA,
            "whole number",
            "names a group",
            "same journal",
            "another cohort",
        ]
        assert gate & set(found.faults) or any(
            part in fault for fault in found.faults for part in beyond
        )


@settings(max_examples=200)
@given(value=changed())
def test_what_is_otherwise_is_turned_down_with_its_faults(value: Any) -> None:
    check_changed(value)


@settings(max_examples=150)
@given(content=garbled())
def test_what_is_garbled_stops_nobody(content: bytes) -> None:
    check(content)


@settings(max_examples=100)
@given(value=JUNK)
def test_what_was_never_a_submission_stops_nobody(value: Any) -> None:
    check(value)


@pytest.mark.slow
@settings(max_examples=3000)
@given(value=changed())
def test_thousands_that_are_otherwise_are_turned_down(value: Any) -> None:
    check_changed(value)


@pytest.mark.slow
@settings(max_examples=2000)
@given(content=garbled())
def test_thousands_that_are_garbled_stop_nobody(content: bytes) -> None:
    check(content)


@settings(max_examples=50)
@given(
    value=documents(),
    wrong=st.sets(
        st.sampled_from(["cohort", "participant", "version", "month", "code", "answer"]), min_size=1
    ),
)
def test_as_many_faults_are_told_as_there_are(value: dict[str, Any], wrong: set[str]) -> None:
    found = judged(value | {name: [CANARY] for name in wrong} | {CANARY: 1})
    assert isinstance(found, Turned)
    told = {fault.split(" ")[0] for fault in found.faults}
    assert wrong <= told
    assert len(found.faults) == len(wrong) + 1
    quiet(found)
