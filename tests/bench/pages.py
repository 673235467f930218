"""Time to the first usable field of every page, each beside that of the ten tasks.

As in `first_use`: a new browser profile for every visit, and the pages take turns, so that whatever
else the machine does meets all of them.
"""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from quadrantlib.exercises import CATALOG
from tests.bench.figures import Figure, seconds
from tests.bench.first_use import first_seen
from tests.bench.servers import Site

RUNS = 9
"""A kernel's start strays by a third, more than pages differ: with five the middle still moved."""
REACH = 1.15
FIRST = CATALOG[0].slug
# My page asks nothing at first: what it says back is what one came for.
FIELD = "[data-q-field] :is(input, button, select, textarea), .q-reading:not(:empty)"


def measure(browser: Browser, ours: Site) -> list[Figure]:
    """Return a line for every page but the ten tasks, after one round that is not counted."""
    seen: dict[str, list[float]] = {exercise.slug: [] for exercise in CATALOG}
    for run in range(RUNS + 1):
        for slug, times in seen.items():
            site = Site(ours.url.replace(f"{FIRST}.ipynb", f"{slug}.ipynb"), ours.prose, FIELD)
            profile = browser.new_context(bypass_csp=True)
            found = first_seen(profile, site)
            profile.close()
            times.extend([found["field"]] if run else [])
    return [_line(slug, times, seen[FIRST]) for slug, times in seen.items() if slug != FIRST]


def _line(slug: str, times: list[float], first: list[float]) -> Figure:
    ratio = median(times) / median(first)
    return Figure(
        f"first usable field, cold: {slug}",
        seconds(times),
        f"ten tasks {seconds(first)}, ratio {ratio:.2f}",
        f"{REACH} x ten tasks at most",
        ratio <= REACH,
    )
