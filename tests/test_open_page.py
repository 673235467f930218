"""What a notebook's cells call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quadrantlib import open_page
from quadrantlib.errors import Refused
from quadrantlib.page import Page


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setenv("QUADRANT_JOURNAL", str(tmp_path / "journal.json"))
    open_page.cache_clear()
    yield open_page("ten-tasks")
    open_page.cache_clear()


def test_a_page_opened_twice_is_the_same(page: Page) -> None:
    assert open_page("ten-tasks") is page


def test_there_is_no_page_of_an_unknown_exercise(page: Page) -> None:
    with pytest.raises(Refused, match=r"no exercise of that name.*Choose one of: ten-tasks"):
        open_page("eleven-tasks")


@pytest.mark.parametrize("names", [("tempo",), ("guess", "tempo"), ()])
def test_an_unknown_question_is_refused_with_those_there_are(
    page: Page, names: tuple[str, ...]
) -> None:
    with pytest.raises(Refused, match=r"no question of that name.*Name one or more of: guess, "):
        page.ask(*names)


def test_a_cell_run_again_shows_the_same_part(page: Page) -> None:
    assert page.ask("guess") is page.ask("guess")
    assert page.show() is page.show()
    assert page.ask("guess") is not page.ask("tasks")
    assert {part.page for part in (page.ask("guess"), page.show())} == {page.keeper.page}


def test_opening_a_page_writes_no_file(page: Page, tmp_path: Path) -> None:
    page.ask("guess")
    page.show()
    assert not list(tmp_path.iterdir())


def test_what_a_page_calls_itself_says_nothing(page: Page) -> None:
    assert repr(page) == "<page ten-tasks>"
