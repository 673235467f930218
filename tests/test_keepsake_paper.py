"""A keepsake on paper: set in memory, in any script, and every word is text.

Seen to fail: the scripts, with `PACKAGES` empty; the disk, with the PDF going through
a temporary file; markup, with `spoken` evaluating what it prints.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG
from quadrantlib.keepsake import paper
from quadrantlib.keepsake.document import keepsake
from quadrantlib.keepsake.fonts import families, fonts
from quadrantlib.keepsake.paper import pdf, typeset
from quadrantlib.shipped import shipped
from tests.keepsakes import TODAY, book, journals

pytest.importorskip("typst")

TASKS = [
    {"id": "a", "name": "Garden", "if_gone": 1, "autonomy": 9.5, "difficulty": 7.0, "hours": 12},
    {"id": "b", "name": "Planning", "if_gone": -1, "autonomy": 2, "difficulty": 8, "hours": 40},
]
SCRIPTS = {
    "greek": "Πού ζουν οι μέρες μου;",
    "cyrillic": "Где живут мои дни?",
    "arabic": "أين تعيش أيامي؟ 12",
    "hebrew": "איפה הימים שלי? שָׁלוֹם",
    "chinese": "我的日子在哪里？",
    "japanese": "私の日々はどこに？カタカナ",
    "korean": "나의 날들은 어디에?",
    "devanagari": "मेरे दिन कहाँ हैं?",
    "thai": "วันของฉันอยู่ที่ไหน",
    "georgian": "სად ცხოვრობს ჩემი დღეები",
    "emoji": "😀 👩‍👩‍👧 👍🏽 🇩🇪 ❤️ ☺️ ✨",
    "signs": "→ ½ ★ ☃ ∞ ≈ € ₹ “x” … — № ² ♥",
    "latin": "Łódź, Ålesund, Ñandú, Tiếng Việt, ħ, ə",
}
MARKUP = '#panic("x") $x^$ <label> *b* _i_ @missing // \\ ` = h #import "x.typ" /* {'


@pytest.mark.parametrize("script", SCRIPTS)
def test_any_script_has_its_letters(script: str) -> None:
    # PDF/UA-1 is refused where a letter has no sign in any font.
    words = SCRIPTS[script]
    found = book(ten_tasks={"tasks": [{**each, "name": words} for each in TASKS], "mirror": words})
    assert pdf(found, standards=["ua-1"]).startswith(b"%PDF-")


def test_a_letter_nobody_has_is_no_reason_to_fail() -> None:
    found = book(ten_tasks={"mirror": "\U0001fbff \ue123 \x07 \ud800"})
    with pytest.raises(Refused):
        pdf(found, standards=["ua-1"])
    assert pdf(found).startswith(b"%PDF-")


def test_what_looks_like_markup_is_text() -> None:
    found = book(ten_tasks={"tasks": [{**TASKS[0], "name": MARKUP}, TASKS[1]], "mirror": MARKUP})
    assert pdf(found, standards=["ua-1"]).startswith(b"%PDF-")


def test_nothing_is_imported_or_read_by_the_template() -> None:
    template = shipped("template/keepsake.typ").read_text(encoding="utf-8")
    assert not re.findall(r"#import|#include|@preview|\bread\(|\beval\(|json\((?!bytes)", template)


@pytest.mark.parametrize(("size", "box"), [("a4", "595.28 841.89"), ("letter", "612 792")])
def test_it_is_set_for_the_paper(size, box: str) -> None:
    made = typeset(book(ten_tasks={"tasks": TASKS}), size, format="pdf", pretty=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", made)
    rounded = {f"{float(x):.2f} {float(y):.2f}" for x, y in boxes}
    assert rounded == {" ".join(f"{float(each):.2f}" for each in box.split())}


def test_it_has_a_title_a_language_and_tags() -> None:
    made = typeset(book(ten_tasks={"tasks": TASKS}), "a4", format="pdf", pretty=True)
    for part in (
        b"Where my days live",
        b"/Lang",
        b"/StructTreeRoot",
        b"/Outlines",
        b"/H1",
        b"/TOC",
    ):
        assert part in made


def test_every_exercise_begins_on_a_page_of_its_own() -> None:
    one = typeset(book(ten_tasks={"guess": 6}), "a4", format="png", ppi=20)
    two = typeset(
        book(ten_tasks={"guess": 6}, the_arc={"repeats": "x"}), "a4", format="png", ppi=20
    )
    assert (len(one), len(two)) == (4, 5)


def test_a_sign_shared_by_east_asia_is_drawn_as_the_letters_beside_it_say() -> None:
    there = fonts().families()
    if "Noto Sans CJK JP" not in there:
        pytest.skip("no font for Chinese, Japanese and Korean is installed")
    for text, region in (("日々の", "JP"), ("나의 日", "KR"), ("日子", "SC")):
        assert f"Noto Sans CJK {region}" in families("Libertinus Serif", text)


def test_nothing_is_left_on_disk(tmp_path: Path, monkeypatch) -> None:
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(tmp_path)
    assert pdf(book(ten_tasks={"tasks": TASKS}))
    assert list(tmp_path.rglob("*")) == []


def test_where_typst_is_missing_the_page_is_offered(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Refused, match=r"could not be set as a PDF.*Take it as a page instead"):
        pdf(book(ten_tasks={"guess": 6}))


def test_no_error_quotes_what_was_set(monkeypatch) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise RuntimeError("Zyzzyva")

    monkeypatch.setattr("typst.compile", fails)
    with pytest.raises(Refused) as caught:
        pdf(book(ten_tasks={"mirror": "Zyzzyva"}))
    assert "Zyzzyva" not in str(caught.value)
    assert caught.value.__context__ is None


@given(journals())
@settings(max_examples=12, deadline=None)
def test_any_journal_can_be_printed(drawn) -> None:
    assert paper.pdf(keepsake(CATALOG, drawn, TODAY)).startswith(b"%PDF-")
