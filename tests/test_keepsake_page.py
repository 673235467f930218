"""A keepsake as a page: every word is there, as text, and nothing else runs or is fetched.

Seen to fail with `autoescape=False`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings

from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.keepsake.document import keepsake
from quadrantlib.keepsake.page import html
from quadrantlib.questions import Group, Rows, Words
from tests.keepsakes import TODAY, book, journals, words_in

ODD = "#let $x$ <b onclick='x'>*b*</b> & @ref // \\ `{{ 7 * 7 }}` </style><script>x</script>"
TASKS = [
    {"id": "a", "name": "Garden", "if_gone": 1, "autonomy": 9.5, "difficulty": 7.0, "hours": 12},
    {"id": "b", "name": "Planning", "if_gone": -1, "autonomy": 2, "difficulty": 8, "hours": 40},
]


class Reader(HTMLParser):
    """What somebody reads, the tags that were used, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def pressed(text: str) -> str:
    """Without blanks, and without the signs that keep a name to itself."""
    return "".join(text.split()).replace("\u2068", "").replace("\u2069", "")


def written(questions, answers):
    """Every text that a person wrote in their own words, but for what is sealed."""
    for question in questions:
        value = answers.get(question.name)
        if isinstance(question, Rows) and question.name != "pairs":
            for row in value or ():
                yield from written(question.columns, row)
        elif isinstance(question, Group):
            yield from written(question.parts, value or {})
        elif isinstance(question, Words) and not question.sealed and question.name != "winner":
            yield from words_in(value)


@pytest.fixture(scope="module")
def page() -> str:
    return html(book(ten_tasks={"tasks": TASKS, "mirror": ODD}))


def test_what_looks_like_markup_is_text(page: str) -> None:
    found = Reader(page)
    assert ODD in found.text
    assert not {"script", "b"} & {tag for tag, _ in found.tags}


def test_nothing_runs_and_nothing_is_fetched(page: str) -> None:
    found = Reader(page)
    given_ = [each for tag, each in found.tags if tag == "meta"]
    policy = next(each["content"] for each in given_ if "http-equiv" in each)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    coded = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{coded}'"
    names = {name for _, each in found.tags for name in each}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "style"})
    assert all(each["href"].startswith("#") for tag, each in found.tags if tag == "a")
    assert "url(" not in style


def test_every_chapter_is_led_to_and_every_picture_has_its_words(page: str) -> None:
    found = Reader(page)
    there = {each["id"] for _, each in found.tags if "id" in each}
    led = [each["href"] for tag, each in found.tags if tag == "a"]
    assert led == ["#ten-tasks", "#my-page"]
    assert {name.removeprefix("#") for name in led} <= there
    assert [each.get("role") for tag, each in found.tags if tag == "svg"] == ["img", "img"]
    assert "hard and assigned" in " ".join(found.text)


def test_headings_step_down_one_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_words_from_right_to_left_are_laid_out_so() -> None:
    found = Reader(html(book(ten_tasks={"mirror": "מה שלומך"})))
    assert "מה שלומך" in found.text
    assert ("p", {"dir": "auto"}) in found.tags


@given(journals())
@settings(max_examples=20, deadline=None)
def test_every_word_that_was_written_is_on_the_page(drawn) -> None:
    text = pressed("".join(Reader(html(keepsake(CATALOG, drawn, TODAY))).text))
    for slug, rounds in drawn.value["rounds"].items():
        for one in rounds:
            for words in written(by_slug(slug).questions, one["answers"]):
                assert pressed(words) in text
