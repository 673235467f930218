"""The workbooks as copies that a person may change, and what was changed told from what was not."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quadrantlib import durable
from quadrantlib.errors import NotSaved
from quadrantlib.shipped import shipped

RECORD = ".copied.json"
"""Beside the copies: what each looked like when it was made."""
FIRST = ("welcome.ipynb", "ten-tasks.ipynb")


@dataclass(frozen=True, slots=True)
class Copies:
    """The folder, and the names of notebooks there that the person has changed."""

    folder: Path
    changed: tuple[str, ...]

    @property
    def first(self) -> str:
        """The name of the notebook to begin with."""
        there = sorted(path.name for path in self.folder.glob("*.ipynb"))
        return next((name for name in FIRST if name in there), there[0])


def copy_workbooks(folder: Path, source: Path | None = None) -> Copies:
    """Copy the participant notebooks into `folder` where they are not.

    A copy that the person has not changed follows the workbook; one that they have stays. Running a
    notebook changes its outputs and its metadata, which are not the person's doing.

    Raises
    ------
    NotSaved
        When the folder cannot be written.
    """
    try:
        folder.mkdir(exist_ok=True)
        return _copy(folder, source or shipped("workbooks"))
    except OSError as fault:
        raise NotSaved(
            f"The workbooks could not be copied to {folder}.",
            "Nothing that was there is changed.",
            "Start in a folder that you may write to.",
        ) from fault


def _copy(folder: Path, source: Path) -> Copies:
    record, changed = _record(folder), []
    for original in sorted(source.glob("*.ipynb")):
        copy, now = folder / original.name, words(original)
        if copy.is_symlink():  # it leads to what is not ours
            changed.append(original.name)
            continue
        there = words(copy)
        if there is None or there == record.get(original.name) != now:
            copy.write_bytes(durable.read(original) or b"")
        elif there not in (now, record.get(original.name)):
            changed.append(original.name)
            continue
        record[original.name] = now or ""
    noted = json.dumps(record, indent=1).encode()
    durable.write(folder / RECORD, noted, folder / f".{secrets.token_hex(8)}.new")
    return Copies(folder, tuple(changed))


def _record(folder: Path) -> dict[str, str]:
    try:
        found = json.loads(durable.read(folder / RECORD) or b"{}")
    except (OSError, ValueError):
        return {}
    return dict(found) if isinstance(found, Mapping) else {}


def words(notebook: Path) -> str | None:
    """Return a digest of what stands in a notebook's cells; of its bytes if it is none.

    None, where there is no file.
    """
    content = durable.read(notebook)
    if content is None:
        return None
    try:
        cells = [
            (cell["cell_type"], _joined(cell["source"])) for cell in json.loads(content)["cells"]
        ]
    except (ValueError, KeyError, TypeError):
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
