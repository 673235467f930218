"""The same notebook in JupyterLab: it runs, it saves, and the saved notebook holds no answer."""

import contextlib
import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error

from tests.browser.desk import PATIENCE, until
from tests.running import serving

pytestmark = pytest.mark.browser
CANARY = "Zanzibar 8675309"
A_RUN = 10_000
"""Milliseconds after which a run counts as missed; once more does no harm."""


@pytest.fixture
def lab(browser, tmp_path, python):
    command = [python, "-m", "quadrantlib", "lab", "--no-browser"]
    with serving(command, tmp_path) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 1000})
        context.set_default_timeout(3 * PATIENCE)
        yield address, context, tmp_path
        context.close()


def arrive(page, address):
    """Go to the address; JupyterLab binds its port itself, a moment after it is printed."""
    for _ in range(100):
        try:
            page.goto(address)
        except Error:
            page.wait_for_timeout(50)
        else:
            return
    raise AssertionError("JupyterLab never answered")


def run_all(page):
    """Run the notebook, as soon as its kernel answers."""
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
    page.locator(".jp-NotebookPanel .jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def run_until(page, selector):
    """Run the notebook until `selector` shows: a kernel that has just started may miss a run."""
    for _ in range(3 * PATIENCE // A_RUN):
        run_all(page)
        with contextlib.suppress(Error):
            page.wait_for_selector(selector, timeout=A_RUN)
            return
    raise AssertionError("the notebook never ran")


def whole(notebook):
    """Return a notebook's text; nothing of one that is being written just now."""
    text = notebook.read_text(encoding="utf-8")
    with contextlib.suppress(ValueError):
        json.loads(text)
        return text
    return ""


def test_the_same_notebook_runs_saves_and_holds_no_answer(lab):
    address, context, folder = lab
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    arrive(page, address.replace("welcome", "ten-tasks"))
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    run_until(page, "[data-q-field=guess] input[type=range]")
    page.locator("[data-q-field=guess] input[type=range]").press("End")
    line = page.locator(".q-line").first
    line.fill(CANARY)
    page.wait_for_selector("[data-q-status][data-state=saved]")
    answers = json.loads((folder / "journal.json").read_text())["rounds"]["ten-tasks"][0]["answers"]
    assert answers["guess"] == 10
    assert answers["tasks"][0]["name"] == CANARY

    page.locator(".jp-NotebookPanel .jp-Cell").first.click()
    page.keyboard.press("Control+s")
    notebook = folder / "workbooks" / "ten-tasks.ipynb"
    until(page, lambda: '"output_type"' in whole(notebook))
    saved = whole(notebook)
    assert "Zanzibar" not in saved
    assert "8675309" not in saved
    assert not (folder / "workbooks" / "journal.json").exists()

    # Its home is the same folder: nothing was noted down there.
    noted = (".jupyter", ".ipython", ".cache", ".config", ".npm", ".local/share")
    assert [name for name in noted if (folder / name).exists()] == []

    assert page.get_by_text("Jupyter news").count() == 0
    others = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}
    assert others == {urlsplit(address).netloc}
