"""Time from a key to the next card on the screen, beside a bare word that a key changes."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser, Page

from quadrantlib.exercises.values.deck import DECK
from tests.bench.figures import Figure, p95
from tests.bench.servers import Site

REACH = 50
"""Milliseconds."""
DEALT = {"deck": "full", "order": [card.id for card in DECK]}
BARE = """<p class="q-card-name">0</p><script>
  const word = document.querySelector("p");
  onkeydown = () => { word.textContent = Number(word.textContent) + 1; };
</script>"""
# A message that is sent in a frame comes once that frame is painted.
WATCH = """
window.__cards = [];
addEventListener("keydown", (event) => {
  const word = document.querySelector(".q-card-name");
  const before = word.textContent;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const changed = word.textContent !== before;
      window.__cards.push(changed ? performance.now() - event.timeStamp : Infinity);
    };
    port2.postMessage(null);
  });
}, { capture: true });
"""


def measure(browser: Browser, ours: Site) -> list[Figure]:
    """Return the line; `ours` has a journal with the full deck dealt and no card sorted."""
    floor = _on_a_page(browser, lambda page: page.set_content(BARE))
    mine = _on_a_page(browser, lambda page: page.goto(f"{ours.url}#1-piles", timeout=60_000))
    return [
        Figure(
            "key to next card, p95",
            f"{p95(mine):.1f} ms (median {median(mine):.1f}, worst {max(mine):.1f})",
            f"bare word {p95(floor):.1f} ms (median {median(floor):.1f})",
            f"{REACH} ms at most",
            p95(mine) <= REACH,
        )
    ]


def _on_a_page(browser: Browser, opened) -> list[float]:
    profile = browser.new_context(viewport={"width": 1280, "height": 900})
    page = profile.new_page()
    opened(page)
    page.locator(".q-card-name").first.wait_for(timeout=60_000)
    page.wait_for_timeout(1000)
    times = _sort(page)
    profile.close()
    return times


def _sort(page: Page) -> list[float]:
    page.evaluate(WATCH)
    for i in range(len(DECK) - 1):
        page.keyboard.press(str(i % 3 + 1))
        page.wait_for_timeout(120)
    times: list[float] = page.evaluate("window.__cards")
    return times
