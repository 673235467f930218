"""A page in a state, and how it gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.houses import House

EXERCISE = "/voila/render/ten-tasks.ipynb"
Act = Callable[[Page, House], None]


def nothing(_page: Page, _house: House) -> None:
    """Leave the page as it opened."""


@dataclass(frozen=True, slots=True)
class State:
    """A page in a state.

    Attributes
    ----------
    name:
        Its files begin with it.
    journal:
        What the file holds before the page opens; empty: there is none.
    path:
        The page.
    awaits:
        What is there once the page is ready.
    act:
        What brings it into its state then.
    before:
        What is done to the browser before it opens the page.
    known:
        Whether the visitor has the key.
    """

    name: str
    journal: str = ""
    path: str = EXERCISE
    awaits: str = ".q-stop:visible, .q-reading:visible"
    act: Act = nothing
    before: Act = nothing
    known: bool = True
