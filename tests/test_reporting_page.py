"""A report as a page: nothing runs, nothing is fetched, and what people wrote is only ever text.

Seen to fail with its guard taken out: `autoescape=False`; the policy left out of the template.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.published import Group
from quadrantlib.reporting.desk import CHAPTER, Desk
from quadrantlib.reporting.manuscript import CHAPTERS, COVER, Manuscript, Part
from quadrantlib.reporting.page import html
from tests.reports import found, grouped

ODD = "</style><script>x</script><img src=x onerror=y> {{ 7 * 7 }} #let $x$ &amp; `a` **b** \\"


def made(opened, names=tuple(CHAPTER)) -> Manuscript:
    desk = Desk(opened, turned=1)
    shown = desk.show(*names)._repr_mimebundle_()[CHAPTERS]
    front = desk.cover()._repr_mimebundle_()[COVER]
    return Manuscript(front, (Part("Where the days live", ("A line.",), tuple(shown)),))


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


@pytest.fixture(scope="module")
def page() -> str:
    return html(made(found(12, question=ODD, answered=9, answers=(ODD, *"abcdefgh"))))


def test_what_looks_like_markup_is_text(page: str) -> None:
    read = Reader(page)
    assert ODD in read.text
    assert not {"script", "iframe", "object", "link", "form"} & {tag for tag, _ in read.tags}


def test_nothing_runs_and_nothing_is_fetched(page: str) -> None:
    read = Reader(page)
    metas = [each for tag, each in read.tags if tag == "meta"]
    policy = next(each["content"] for each in metas if "http-equiv" in each)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    coded = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; img-src data:; style-src 'sha256-{coded}'"
    attributes = [pair for _, each in read.tags for pair in each.items()]
    assert not {name for name, _ in attributes if name.startswith("on")}
    assert not {name for name, _ in attributes} & {"style", "href", "action", "background"}
    sources = [value for name, value in attributes if name in {"src", "srcset"}]
    assert all(value.startswith("data:image/svg+xml;base64,") for value in sources)
    assert "url(" not in style
    assert "@import" not in style


def test_a_drawing_fetches_nothing_either(page: str) -> None:
    for coded in re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", page):
        drawing = b64decode(coded).decode()
        assert fromstring(drawing).tag.endswith("svg")
        assert not re.search(r"<(script|image|foreignObject|a)\b|href=\"[^#]|url\((?!#)", drawing)


def test_every_picture_has_words_and_a_table(page: str) -> None:
    tags = Reader(page).tags
    images = [each for tag, each in tags if tag == "img"]
    assert images
    assert all(each["alt"] for each in images)
    assert len([tag for tag, _ in tags if tag == "table"]) >= len(images)
    assert len([tag for tag, _ in tags if tag == "figcaption"]) == len(images)


def test_headings_step_down_one_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_groups_have_a_table_with_a_head_for_each() -> None:
    tags = Reader(html(made(grouped(), ["map"]))).tags
    assert ("th", {"scope": "col", "dir": "auto"}) in tags
    assert ("th", {"scope": "row", "dir": "auto"}) in tags


@given(st.text(min_size=1, max_size=60))
def test_whatever_a_stranger_or_a_facilitator_writes_is_text(words: str) -> None:
    groups = (Group("search", words, 22), Group("data", words, 18))
    opened = found(
        40, cohort=words, question=words, answered=8, answers=(words,) * 8, groups=groups
    )
    desk = Desk(opened)
    shown = desk.show("words", "room")._repr_mimebundle_()[CHAPTERS]
    front = desk.cover()._repr_mimebundle_()[COVER]
    tags = {tag for tag, _ in Reader(html(Manuscript(front, (Part("", (), tuple(shown)),)))).tags}
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h3", "p"),
        *("section", "ul", "ol", "li", "div"),
    }
