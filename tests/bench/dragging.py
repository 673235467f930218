"""Time from frame to frame while a dot is dragged, beside a bare SVG circle in the same run."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser, Locator, Page

from tests.bench.figures import Figure, p95
from tests.bench.servers import Site

MOVES = 240
BARE = """<svg width="640" height="640"><circle r="16" cx="320" cy="320" data-q-dot="0"/></svg>
<script>
  const dot = document.querySelector("circle");
  let held = false;
  dot.onpointerdown = () => { held = true; };
  onpointerup = () => { held = false; };
  onpointermove = (event) => {
    if (!held) return;
    dot.setAttribute("cx", event.offsetX);
    dot.setAttribute("cy", event.offsetY);
  };
</script>"""
FRAMES = """
window.__frames = [];
(function next(last) {
  requestAnimationFrame((now) => { if (last) window.__frames.push(now - last); next(now); });
})();
"""


def measure(browser: Browser, ours: Site) -> list[Figure]:
    """Return the line; `ours` has a journal with ten placed tasks."""
    floor = _on_a_page(browser, lambda page: page.set_content(BARE))
    mine = _on_a_page(browser, lambda page: page.goto(f"{ours.url}#2-board", timeout=60_000))
    reach = max(17.0, p95(floor))
    return [
        Figure(
            "frame while dragging, p95",
            f"{p95(mine):.1f} ms (median {median(mine):.1f}, worst {max(mine):.1f})",
            f"bare SVG {p95(floor):.1f} ms (median {median(floor):.1f})",
            f"{reach:.1f} ms at most",
            p95(mine) <= reach,
        )
    ]


def _on_a_page(browser: Browser, opened) -> list[float]:
    profile = browser.new_context(viewport={"width": 1280, "height": 900})
    page = profile.new_page()
    opened(page)
    dot = page.locator("[data-q-dot]").first
    dot.wait_for(timeout=60_000)
    dot.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    frames = _drag(page, dot)
    profile.close()
    return frames


def _drag(page: Page, dot: Locator) -> list[float]:
    box = dot.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for move in range(MOVES):
        swing = abs(move % 80 - 40)
        page.mouse.move(x + swing * 2, y + swing)
    frames = page.evaluate("window.__frames")
    page.mouse.up()
    return frames
