"""One front-end module out of the small ones in static/.

anywidget takes a single module without imports. The files are joined in the order of their
imports, and the import and export words are taken out; a test holds every top-level name unique.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).with_name("static")
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(async )?(function|const|class) )", re.MULTILINE)


@cache
def bundle(entry: str) -> str:
    """Return `entry` and everything it imports, as the text of one module."""
    return "\n".join(_bare((STATIC / name).read_text(encoding="utf-8")) for name in order(entry))


def order(entry: str) -> tuple[str, ...]:
    """Return the names of the files that `entry` needs, each after those it imports."""
    found: list[str] = []
    _visit(entry, found, set())
    return tuple(found)


def _visit(name: str, found: list[str], seen: set[str]) -> None:
    if name in seen:
        return
    seen.add(name)
    for needed in IMPORT.findall((STATIC / name).read_text(encoding="utf-8")):
        _visit(needed, found, seen)
    found.append(name)


def _bare(source: str) -> str:
    return EXPORT.sub("", IMPORT.sub("", source))


@cache
def styles() -> str:
    """Return every style sheet as one, the form's first; its tokens are the page's business."""
    sheets = sorted(STATIC.glob("*.css"), key=lambda sheet: (sheet.name != "form.css", sheet.name))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
