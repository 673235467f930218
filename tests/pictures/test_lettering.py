"""Cutting long names, in any language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.pictures.lettering import lines, shortened, text_width

FAMILY = "👩\u200d👩\u200d👧"


def test_a_long_name_keeps_about_24_letters() -> None:
    cut = shortened("Preparing the quarterly planning workshop", 13.5 * 15, 15)
    assert cut.endswith("…")
    assert 20 <= len(cut) <= 28


def test_a_family_of_emoji_is_never_cut_in_two() -> None:
    assert shortened(f"a{FAMILY}b c d e f", 3.2 * 15, 15) == f"a{FAMILY}…"
    assert shortened(f"a{FAMILY}", 15, 15) in {"…", "a…"}


def test_a_letter_keeps_its_accent_and_a_flag_its_other_half() -> None:
    assert shortened("e\u0301" * 9, 4 * 15, 15).count("e") == shortened(
        "e\u0301" * 9, 60, 15
    ).count("\u0301")
    assert shortened("🇫🇮🇫🇮🇫🇮🇫🇮", 4 * 15, 15) in {"🇫🇮…", "🇫🇮🇫🇮…"}


def test_a_name_is_set_on_one_line() -> None:
    assert shortened("Sprint\n\tplanning\u2028  now ", 400, 15) == "Sprint planning now"


@given(st.text(max_size=80), st.floats(30, 300))
def test_what_is_shortened_is_no_wider_than_asked(text, longest) -> None:
    assert text_width(shortened(text, longest, 15), 15) <= longest + 1e-6


@given(st.lists(st.text("abcdefghij%58", min_size=1, max_size=12), min_size=1, max_size=12))
def test_lines_lose_no_word(words) -> None:
    text = " ".join(words)
    assert " ".join(lines(text, 120, 15)) == text


def test_a_figure_keeps_its_sign() -> None:
    assert lines("58 % of it", 40, 15)[0] == "58 %"
