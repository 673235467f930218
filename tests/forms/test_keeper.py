"""The widgets of a page carry no answer: not as a trait, not in what they say of themselves.

Seen to fail with the guards taken out: with what is said, or what is heard, kept in a synced trait,
and without `Silent.__repr__`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quadrantlib.forms.keeper import OWN_OUTPUT, Keeper, Part
from tests.windows import Window

CANARY = "Zyzzyva-Kanarienvogel"
NUMBER = 1234.5625
ROW = {"id": "a", "name": CANARY, "hours": NUMBER, "autonomy": 2.7, "difficulty": 8.1}


@pytest.fixture
def window(tmp_path: Path) -> Window:
    """A page whose journal, form and reading are full of canaries."""
    window = Window(tmp_path / "journal.json")
    window.opens()
    window.writes("tasks.a", ROW)
    state = json.dumps(window.opens())
    assert CANARY in state
    assert str(NUMBER) in state
    window.writes("tasks.b", ROW | {"id": "b"})
    return window


def widgets(window: Window) -> list[Keeper | Part]:
    page = window.page
    return [page.keeper, page.ask("tasks"), page.ask("claim", "mirror"), page.show()]


def everything_told(widget: Keeper | Part) -> str:
    """Whatever a notebook, a log or a debugger could write down of it."""
    shown: Any = widget._repr_mimebundle_()
    return " ".join((repr(widget), str(widget), str(shown), str(widget.get_state())))


def test_no_widget_tells_an_answer(window: Window) -> None:
    for widget in widgets(window):
        told = everything_told(widget)
        assert len(told) > 100
        assert CANARY not in told
        assert str(NUMBER) not in told


def test_an_edit_changes_no_trait(window: Window) -> None:
    before = [widget.get_state() for widget in widgets(window)]
    window.writes("belongs", CANARY)
    assert [widget.get_state() for widget in widgets(window)] == before


def test_a_widget_says_no_more_than_its_kind(window: Window) -> None:
    assert {repr(widget) for widget in widgets(window)} == {
        "<keeper of a Quadrant page>",
        "<part of a Quadrant page>",
    }


def test_a_part_knows_its_keeper_and_which_questions_it_asks() -> None:
    keeper = Keeper("p1", print, "")
    part = Part(keeper, ("claim", "mirror"))
    assert (part.page, part.asks, part.shows) == ("p1", ["claim", "mirror"], False)
    told, _ = part._repr_mimebundle_()
    own = {"keeper": keeper.model_id, "page": "p1", "asks": ["claim", "mirror"], "shows": False}
    assert told[OWN_OUTPUT] == own
    assert Part(keeper, shows=True).shows


def test_a_keeper_hands_on_what_it_hears_and_says_what_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[Any] = []
    sent: list[Any] = []
    keeper = Keeper("p1", heard.append, ".tokens {}")
    monkeypatch.setattr(keeper, "send", sent.append)
    keeper._handle_custom_msg({"kind": "hello"}, [])
    keeper.say({"kind": "pong"})
    assert (heard, sent) == ([{"kind": "hello"}], [{"kind": "pong"}])
    assert keeper.styles.startswith(".tokens {}")
