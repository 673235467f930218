"""What is too much to remember in memory: it lies in a temporary file of SQLite's own.

Nobody else sees that file, it survives nothing, and it is gone once whoever asked for it is. So a
cohort takes as much memory as another, however many people are in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator
from typing import Final
from weakref import finalize

KEPT: Final = 1024
"""So many KiB of a file are held in memory."""
_SETTINGS: Final = (
    f"PRAGMA temp_store = FILE; PRAGMA journal_mode = OFF; PRAGMA cache_size = -{KEPT};"
)


def scratch(owner: object, tables: str) -> sqlite3.Connection:
    """Return a database with `tables`, as SQL makes them, that is closed when `owner` is gone."""
    # Whichever thread finds that the owner is gone closes it.
    database = sqlite3.connect("", check_same_thread=False)
    finalize(owner, database.close)
    database.executescript(f"{_SETTINGS} {tables}")
    return database


class Many(Container[str]):
    """A set of texts, in alphabetical order by code point.

    >>> found = Many(["b", "a", "b"])
    >>> list(found), "c" in found
    (['a', 'b'], False)
    """

    __slots__ = ("__weakref__", "_texts")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = scratch(self, "CREATE TABLE many (text BLOB PRIMARY KEY) WITHOUT ROWID;")
        self._texts.executemany(_ADD, ((_bytes(text),) for text in texts))

    def add(self, text: str) -> None:
        """Put `text` in, unless it is there."""
        self._texts.execute(_ADD, (_bytes(text),))

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str):
            return False
        found = self._texts.execute("SELECT 1 FROM many WHERE text = ?", (_bytes(text),))
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        for (text,) in self._texts.execute("SELECT text FROM many ORDER BY text"):
            yield text.decode("utf-8", "surrogateescape")


_ADD: Final = "INSERT OR IGNORE INTO many VALUES (?)"


def _bytes(text: str) -> bytes:
    """Return `text` as it is kept: the name of a file may be no text at all."""
    return text.encode("utf-8", "surrogateescape")
