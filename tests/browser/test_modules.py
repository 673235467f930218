"""What a browser is handed parses, and offers what anywidget asks a module for."""

from __future__ import annotations

import pytest

from quadrantlib.forms.bundle import bundle

pytestmark = pytest.mark.browser

LOAD = """async text => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const loaded = await import(address);
  return Object.entries(loaded.default).map(([name, value]) => [name, typeof value]);
}"""


@pytest.mark.parametrize(("entry", "offers"), [("keeper.js", "initialize"), ("part.js", "render")])
def test_a_joined_module_loads_in_a_browser(browser, entry: str, offers: str) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    try:
        assert page.evaluate(LOAD, bundle(entry)) == [[offers, "function"]]
        assert not faults
    finally:
        page.close()
