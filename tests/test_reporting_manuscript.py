"""Out of the notebook that was run come its prose and what its cells gave, and nothing else.

Seen to fail with its guard taken out: prose that is for whoever runs it by hand (`BY_HAND` not
asked for).
"""

from __future__ import annotations

import json
import re

import nbformat

from quadrantlib.report import NOTEBOOK
from quadrantlib.reporting import handed
from quadrantlib.reporting.desk import CHAPTER, Desk
from quadrantlib.reporting.manuscript import CHAPTERS, COVER, manuscript
from quadrantlib.shipped import shipped
from tests.reports import found, published

CANARY = "/tmp/Zyzzyva/published.json"
NOTEBOOK_CELLS = nbformat.read(shipped(NOTEBOOK), as_version=4).cells


def run(source: str, data: dict | None = None, **more) -> dict:
    outputs = [{"output_type": "display_data", "data": data}] if data else []
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": outputs} | more
    return {"cells": [cell], "metadata": {"papermill": {"input_path": CANARY}}}


def test_no_code_no_parameter_no_path_and_no_metadata_goes_on() -> None:
    parameters = run(f'published = "{CANARY}"')
    stream = {"output_type": "stream", "name": "stdout", "text": CANARY}
    html = {"output_type": "display_data", "data": {"text/html": CANARY, "text/plain": CANARY}}
    shown = run("report.show()", {CHAPTERS: [{"title": "Z"}]}, metadata={"path": CANARY})
    other = run("x", outputs=[stream, html])
    cells = [each["cells"][0] for each in (parameters, other, shown)]
    made = manuscript({"cells": cells, "metadata": {"papermill": {"input_path": CANARY}}})
    assert "Zyzzyva" not in repr(made)
    assert [part.chapters for part in made.parts] == [({"title": "Z"},)]


def test_prose_becomes_a_heading_and_paragraphs_and_chapters_stand_below_it() -> None:
    prose = {"cell_type": "markdown", "metadata": {}, "source": "## One\n\nA line\nand on.\n\nTwo."}
    shown = run("x", {CHAPTERS: [{"title": "Z"}]})["cells"][0]
    (part,) = manuscript({"cells": [prose, shown]}).parts
    assert (part.heading, part.prose) == ("One", ("A line and on.", "Two."))
    assert part.chapters == ({"title": "Z"},)


def test_what_is_for_whoever_runs_it_by_hand_is_left_out() -> None:
    notes = {"cell_type": "markdown", "metadata": {"tags": ["by-hand"]}, "source": "# Run me"}
    assert manuscript({"cells": [notes]}).parts == ()


def test_the_notebook_uses_no_more_markdown_than_is_read() -> None:
    prose = [
        cell.source
        for cell in NOTEBOOK_CELLS
        if cell.cell_type == "markdown" and "by-hand" not in cell.metadata.get("tags", ())
    ]
    assert prose
    for source in prose:
        assert source.startswith("## ")
        assert not re.search(r"[*_`\[\]<>#]|^[-\d]", source.removeprefix("## "), re.MULTILINE)


def test_the_notebook_shows_every_chapter_once() -> None:
    shown = re.findall(r"report\.show\((.*)\)", "\n".join(cell.source for cell in NOTEBOOK_CELLS))
    names = [name for each in shown for name in re.findall(r'"(\w+)"', each)]
    assert sorted(names) == sorted(CHAPTER)


def test_every_parameter_of_the_notebook_says_what_it_is() -> None:
    cell = next(c for c in NOTEBOOK_CELLS if "parameters" in c.metadata.get("tags", ()))
    assert all(re.match(r'\w+ = (""|0)  # \w', line) for line in cell.source.splitlines())


def test_a_cell_gives_data_for_the_painters_and_a_page_for_whoever_looks() -> None:
    desk = Desk(found(12))
    front = desk.cover()._repr_mimebundle_()
    assert front[COVER]["title"] == "Platform, autumn"
    shown = desk.show("map", "changes")._repr_mimebundle_()
    assert [each["title"] for each in shown[CHAPTERS]] == ["The map"]
    assert "About 45" in shown["text/html"]
    assert shown["text/plain"] == ""
    assert json.loads(json.dumps(shown)) == shown


def test_what_the_notebook_is_handed_comes_back_as_it_was() -> None:
    given = published(12, answers=("a", "b"), question="Why?", answered=2)
    assert handed.loads(handed.dumps(given, 3)) == (given, 3)
