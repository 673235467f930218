"""Time to the first readable prose and to the first field one can use, cold and warm.

Both servers take turns, so that whatever else the machine does meets both. Times are the browser's
own, from the moment it was told to open the page.
"""

from __future__ import annotations

import time
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from tests.bench.figures import Figure, seconds
from tests.bench.servers import Site

RUNS = 7
PAUSE = 2.0

# Looks once a frame, from before the page's first byte, and keeps the first time it saw each.
WATCH = """
window.__first = {};
(function look() {
  const seen = {prose: %(prose)r, field: %(field)r};
  for (const [what, selector] of Object.entries(seen)) {
    if (window.__first[what]) continue;
    const nodes = document.querySelectorAll(selector);
    const shown = [...nodes].some((node) => {
      const box = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      return box.width && box.height && style.visibility === 'visible' && !node.disabled
        && !node.closest('[inert]') && (what === 'field' || node.textContent.trim());
    });
    if (shown) window.__first[what] = performance.now() / 1000;
  }
  requestAnimationFrame(look);
})();
"""


def measure(browser: Browser, ours: Site, plain: Site) -> list[Figure]:
    """Return the four lines, after one visit that is not counted."""
    seen: dict[tuple[str, str, str], list[float]] = {}
    for run in range(RUNS + 1):
        for name, site in (("ours", ours), ("plain", plain)):
            profile = browser.new_context(bypass_csp=True)
            for visit in ("cold", "warm"):
                for what, at in first_seen(profile, site).items():
                    seen.setdefault((name, what, visit), []).extend([at] if run else [])
            profile.close()
    return [_line(seen, what, visit) for what in ("prose", "field") for visit in ("cold", "warm")]


def first_seen(profile: BrowserContext, site: Site) -> dict[str, float]:
    """Open the page, wait until it can be used and close it; return when what was there."""
    page = profile.new_page()
    page.add_init_script(WATCH % {"prose": site.prose, "field": site.field})
    page.goto(site.url, wait_until="commit", timeout=60_000)
    page.wait_for_function("window.__first.prose && window.__first.field", timeout=60_000)
    first = page.evaluate("window.__first")
    page.close()
    time.sleep(PAUSE)
    return first


def _line(seen: dict[tuple[str, str, str], list[float]], what: str, visit: str) -> Figure:
    mine, theirs = seen["ours", what, visit], seen["plain", what, visit]
    ratio = median(mine) / median(theirs)
    if what == "prose":
        reach, reached = "0.4 s at most", median(mine) <= 0.4
    else:
        reach, reached = "0.85 x plain at most", ratio <= 0.85
    shown = {"prose": "first readable prose", "field": "first usable field"}[what]
    beside = f"plain Voila {seconds(theirs)}, ratio {ratio:.2f}"
    return Figure(f"{shown}, {visit}", seconds(mine), beside, reach, reached)
