"""The front end of our own pages: two files, under names that change with what is in them."""

from __future__ import annotations

import hashlib
from functools import cache

from tornado import web

from quadrantlib.forms.bundle import bundle, styles
from quadrantlib.serving.pages import Page

KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}


@cache
def text(kind: str) -> str:
    """Return the code (`js`) or the style sheet (`css`)."""
    return bundle("live.js") if kind == "js" else styles()


@cache
def address(kind: str) -> str:
    """Return where that lies; a new version lies elsewhere, so a browser may keep it for ever."""
    return f"/front/{hashlib.sha256(text(kind).encode()).hexdigest()[:16]}.{kind}"


class Front(Page):
    """The code and the style sheet of the pages."""

    @web.authenticated
    def get(self, kind: str) -> None:
        """Send the one asked for; an address of another version finds nothing."""
        if self.request.path != address(kind):
            raise web.HTTPError(404)
        self.set_header("Content-Type", KINDS[kind])
        self.set_header("Cache-Control", "private, max-age=31536000, immutable")
        self.finish(text(kind))
