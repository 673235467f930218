"""Every exercise on the made-up journal: as its page opens, and what it says back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.browser.screenshots.state import State
from tests.conftest import CHECKOUT

SAMPLE = CHECKOUT / "data" / "sample-journal.json"


def everywhere() -> Iterator[State]:
    """Yield two states of each exercise, in workbook order."""
    from quadrantlib.exercises import CATALOG

    full = SAMPLE.read_text(encoding="utf-8")
    told = _nothing_asked(full)
    for number, exercise in enumerate(CATALOG, start=1):
        name, path = f"full-{number:02}-{exercise.slug}", f"/voila/render/{exercise.slug}.ipynb"
        yield State(f"{name}-1-opens", full, f"{path}#1")
        yield State(f"{name}-2-reading", told, f"{path}#{_says_back(exercise.slug)}-reading")


def _nothing_asked(text: str) -> str:
    """Return the journal once every claim was asked about: a page would begin with that."""
    value = json.loads(text)
    for found in (one for rounds in value["rounds"].values() for one in rounds):
        if "claim" in found["answers"]:
            found["answers"].setdefault("claim_kept", "yes")
    return json.dumps(value, ensure_ascii=False)


def _says_back(slug: str) -> int:
    """Return the number of the section that shows the reading."""
    notebook = json.loads(Path(CHECKOUT, "workbooks", f"{slug}.ipynb").read_text(encoding="utf-8"))
    sections = 0
    for cell in notebook["cells"]:
        sections += cell["cell_type"] == "markdown"
        if "page.show()" in "".join(cell["source"]):
            return sections
    raise LookupError(slug)
