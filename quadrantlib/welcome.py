"""The path inside a notebook: the first page in JupyterLab, and on a borrowed machine.

What is shown is stored with the notebook, so nothing in it is an answer: titles, and days at most.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from quadrantlib.borrowed import borrowed
from quadrantlib.errors import Trouble
from quadrantlib.exercises import CATALOG
from quadrantlib.landing import Landing, landing
from quadrantlib.stops import Stop
from quadrantlib.storage import Storage, default_path

MADE_UP = (
    "What you see here is a made-up person’s journal. To begin with an empty one, open any page "
    "and choose “Forget everything” under “Your journal”."
)


@dataclass(frozen=True, slots=True)
class Way:
    """The exercises as links, beside this notebook; the next thing first.

    Attributes
    ----------
    landing:
        The path as it lies before the person.
    notices:
        What has to be said above it, a sentence each.
    """

    landing: Landing
    notices: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<the path>"

    def _repr_html_(self) -> str:
        return "\n".join([*map(_notice, self.notices), _next(self.landing), *_groups(self.landing)])


def open_path() -> Way:
    """Return the path as it is now; a journal that cannot be read is a notice above it."""
    now = datetime.now(UTC)
    path = default_path(os.environ, Path.cwd())
    storage = Storage(path, now=lambda: now, new_id=lambda: secrets.token_hex(16))
    lent = borrowed(os.environ)
    notices, journal = [lent["says"]] if lent else [], None
    try:
        journal = storage.read()
    except Trouble as trouble:
        notices.append(str(trouble))
    if journal and journal.is_sample:
        notices.append(MADE_UP)
    return Way(landing(CATALOG, journal, now.astimezone().date()), tuple(notices))


def _notice(words: str) -> str:
    return f'<p class="q-notice q-well">{escape(words)}</p>'


def _next(found: Landing) -> str:
    if found.next is None:
        later = escape(found.later)
        return f'<section class="q-next"><h2>Nothing is waiting</h2><p>{later}</p></section>'
    stop = found.next
    when = f"{'Start here' if found.is_new else 'Next'} · {stop.words or stop.takes}"
    return (
        f'<section class="q-next"><p class="q-quietly">{escape(when)}</p>'
        f"<h2>{escape(stop.title)}</h2><p>{escape(stop.why)}</p>"
        f'<p><a class="q-button" href="{stop.slug}.ipynb">{escape(stop.offer)}</a></p></section>'
    )


def _groups(found: Landing) -> Iterator[str]:
    (path, *beside) = [_group(title, stops) for title, stops in found.groups]
    yield path
    yield f'<div class="q-beside">{"".join(beside)}</div>'


def _group(title: str, stops: Sequence[Stop]) -> str:
    lines = "".join(map(_line, stops))
    title = f'<h2 class="q-part-title">{escape(title)}</h2>'
    return f'<section class="q-group">{title}<ol class="q-path">{lines}</ol></section>'


def _line(stop: Stop) -> str:
    """Return a stop as a link; without styles, as in JupyterLab, it still reads as a line."""
    return (
        f'<li><a href="{stop.slug}.ipynb" data-state="{stop.state}">'
        '<span class="q-sign" aria-hidden="true"></span>'
        f'<span class="q-name">{escape(stop.title)}</span> '
        f'<small class="q-quietly">{escape(stop.words or stop.takes)}</small></a></li>'
    )
