"""What strangers wrote is shown without what cannot be seen, and what they named is escaped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.visible import file_name, visible, where

UNSEEN = {
    "a control character": "\x00\x07\x1b\x7f\x85",
    "what turns the direction": "\u200e\u200f\u061c\u202a\u202d\u202e\u2066\u2067\u2069",
    "what has no width": "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e",
    "a letter drawn as nothing": "\u115f\u1160\u3164\uffa0\u2800\u034f",
    "a tag": "\U000e0041\U000e007f",
    "half a character": "\ud800\udfff",
    "no character at all": "\ufffe\uffff\ufdd0",
}


@pytest.mark.parametrize("signs", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_left_out(signs: str) -> None:
    for sign in signs:
        assert visible(f"be{sign}fore").replace(" ", "") == "before", ascii(sign)
    assert visible(signs) == ""


def test_any_gap_is_one_space() -> None:
    assert visible("\u3000one\r\n\ttwo\u2028three\u00a0\u2003four\v") == "one two three four"


@pytest.mark.parametrize(
    "words", ["Sitzungen kürzen", "ישיבות שאין בהן שאלה", "会議", "📅 → ☕️", "<b>&amp;</b>", "=1+1"]
)
def test_words_of_any_script_stay(words: str) -> None:
    assert visible(words) == words


@given(text=st.text())
def test_what_is_left_is_printable_composed_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown == unicodedata.normalize("NFC", shown)
    assert "  " not in shown
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in shown)
    shown.encode()


def test_a_file_always_has_a_name_to_show() -> None:
    assert file_name("anna\u202enosj.exe") == "annanosj.exe"
    assert file_name("\udcff.json") == ".json"
    assert file_name("\u200b") == "a file whose name cannot be shown"
    assert len(file_name("x" * 10_000)) == 120


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", "'<script>alert(1)</script>'"),
        ("a\nb", "'a\\nb'"),
        ("\u202eevil", "'\\u202eevil'"),
        ("\ud800", "'\\ud800'"),
        ("x" * 61, repr("x" * 60)),
        ("", "''"),
    ],
)
def test_a_name_that_a_stranger_chose_is_escaped_and_cut(name: str, shown: str) -> None:
    assert where((name,)) == shown
    assert where(("shares", name)) == f"shares.{shown}"
