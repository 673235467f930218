"""JSON from outside is read strictly, written readably, and quoted nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib import strictjson
from quadrantlib.errors import Unreadable

CANARY = "zq-canary"
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FAULTS = {
    b'{"a": "zq-canary': "It is not JSON: line 1, column 7.",
    b'{"zq-canary": 1, "zq-canary": 2}': "It names a field twice in the same place.",
    b'{"zq-canary": NaN}': "It holds a number that is not finite.",
    b'["zq-canary", -Infinity]': "It holds a number that is not finite.",
    b'["zq-canary", 1e999]': "It holds a number that is not finite.",
    b'["zq-canary", ' + b"1" * 5000 + b"]": "It holds a number that is too long.",
    b'"zq-canary \xff"': "It is no text, or not in UTF-8.",
    '"zq-canary"'.encode("utf-16"): "It is no text, or not in UTF-8.",
    b"": "It is not JSON: line 1, column 1.",
    b"[" * 100 + b"]" * 100: "It is nested too deeply.",
    b'{"a":' * 100_000: "It is nested too deeply.",
}


@given(VALUES)
def test_what_is_written_is_read_back(value) -> None:
    assert strictjson.loads(strictjson.dumps(value).encode()) == value


def test_half_a_character_from_a_browser_survives() -> None:
    assert strictjson.loads(strictjson.dumps(["\ud83d"]).encode()) == ["\ud83d"]


def test_a_byte_order_mark_from_an_editor_is_no_fault() -> None:
    assert strictjson.loads("[1]".encode("utf-8-sig")) == [1]


@pytest.mark.parametrize(("text", "reason"), FAULTS.items(), ids=range(len(FAULTS)))
def test_a_fault_is_told_without_quoting_the_file(text: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        strictjson.loads(text)
    assert raised.value.what == reason
    # Raised inside its `except`, this one would carry the decoder's error, and that the whole file.
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_could_not_be_read_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        strictjson.dumps({"a": value})
