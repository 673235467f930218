"""Time from an edit to the moment the page says "saved", which it says once that is durable."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from tests.bench.figures import Figure, p95
from tests.bench.servers import Site

EDITS = 25
WATCH = """
window.__saved = [];
let edited = 0;
const status = document.querySelector("[data-q-status]");
addEventListener("keydown", () => { edited = performance.now(); }, true);
new MutationObserver(() => {
  if (edited && status.dataset.state === "saved") {
    window.__saved.push(performance.now() - edited);
    edited = 0;
  }
}).observe(status, {attributes: true, attributeFilter: ["data-state"]});
"""


def measure(browser: Browser, ours: Site) -> list[Figure]:
    """Return two lines: a choice is sent at once, typing waits for a pause first."""
    scale = "[data-q-field=guess] input[type=range]", ("ArrowRight", "ArrowLeft")
    typing = "input.q-line", ("a", "b")
    return [
        _line("edit to durable save, p95: a scale", _edits(browser, ours, "1-guess", *scale)),
        _line("edit to durable save, p95: typing", _edits(browser, ours, "2-names", *typing)),
    ]


def _line(what: str, took: list[float]) -> Figure:
    ours = f"{p95(took):.0f} ms (median {median(took):.0f})"
    return Figure(what, ours, reach="300 ms at most", reached=p95(took) <= 300)


def _edits(
    browser: Browser, site: Site, place: str, selector: str, keys: tuple[str, str]
) -> list[float]:
    profile = browser.new_context(bypass_csp=True)
    page = profile.new_page()
    page.goto(f"{site.url}#{place}", timeout=60_000)
    field = page.locator(selector).first
    field.wait_for(timeout=60_000)
    page.wait_for_timeout(1000)
    page.evaluate(WATCH)
    field.focus()
    for edit in range(EDITS):
        page.keyboard.press(keys[edit % 2])
        page.wait_for_function(f"window.__saved.length > {edit}", timeout=10_000)
    took = page.evaluate("window.__saved")
    profile.close()
    return took
