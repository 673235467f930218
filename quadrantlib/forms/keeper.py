"""The two widgets of a page: a keeper that holds the line to the kernel, and the parts.

No answer is ever a trait. Traits end up in saved notebooks and in reprs; answers travel in
messages, which nobody stores.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from quadrantlib.forms.bundle import bundle, styles

Message = Mapping[str, Any]
OWN_OUTPUT = "application/vnd.quadrant.part+json"


class Silent(anywidget.AnyWidget):
    """A widget that says nothing about itself but its kind."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()} of a Quadrant page>"


class Keeper(Silent):
    """Carries the front end, the answers on their way in and what is said back.

    Parameters
    ----------
    page:
        The page's own random id, the same for its parts.
    hear:
        Called with every message from the browser.
    tokens:
        The colors and fonts, as CSS custom properties.
    """

    page = traitlets.Unicode().tag(sync=True)
    styles = traitlets.Unicode().tag(sync=True)

    def __init__(self, page: str, hear: Callable[[Message], None], tokens: str) -> None:
        super().__init__(page=page, styles=tokens + styles(), _esm=bundle("keeper.js"))
        self._hear = hear
        self.on_msg(self._heard)

    def _heard(self, _widget: object, message: Message, _buffers: object) -> None:
        self._hear(message)

    def say(self, message: Message) -> None:
        """Send `message` to the browser."""
        self.send(dict(message))


class Part(Silent):
    """One place on the page: the questions it asks, or what the exercise says back.

    Its output also says, for pages that the workbook serves itself, which keeper it belongs to.
    """

    page = traitlets.Unicode().tag(sync=True)
    asks = traitlets.List(traitlets.Unicode()).tag(sync=True)
    shows = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(self, keeper: Keeper, asks: tuple[str, ...] = (), *, shows: bool = False) -> None:
        page = keeper.page
        super().__init__(page=page, asks=list(asks), shows=shows, _esm=bundle("part.js"))
        self._keeper = keeper.model_id

    def _repr_mimebundle_(self, **words: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        found = super()._repr_mimebundle_(**words)
        if found is None:
            return None
        data, metadata = found
        own = {"keeper": self._keeper, "page": self.page, "asks": self.asks, "shows": self.shows}
        return {**data, OWN_OUTPUT: own}, metadata
