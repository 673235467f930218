"""`make bench`: how fast a page is, and what it weighs, as a table.

Everything is measured in one run on this machine, ours beside plain Voila with an equal form.
Compare ratios, and only within one run; an idle machine gives the truest ones.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import (
    auditing,
    cards,
    chance,
    dragging,
    first_use,
    pages,
    printing,
    reporting,
    saving,
    starting,
    weight,
)
from tests.bench.chrome import chrome
from tests.bench.figures import Figure, print_table
from tests.bench.servers import TEN_TASKS, ours, plain


def main() -> None:
    """Measure, and print as each part is done what comes next."""
    with tempfile.TemporaryDirectory(prefix="quadrant-bench-") as name:
        folders = [Path(name, part) for part in ("new", "filled", "dealt", "plain", "cohort")]
        for folder in folders:
            folder.mkdir()
        print_table(all_figures(*folders))


def all_figures(new: Path, filled: Path, dealt: Path, beside: Path, cohort: Path) -> list[Figure]:
    """Return every line of the table."""
    print("Starting…", flush=True)
    figures = starting.measure(new) + chance.measure() + printing.measure(beside)
    print("Reporting of 12, 1,000 and 100,000 people…", flush=True)
    figures += reporting.measure(cohort) + auditing.measure()
    with chrome() as browser, ours(filled, TEN_TASKS) as site:
        print("Dragging and saving…", flush=True)
        figures += dragging.measure(browser, site) + saving.measure(browser, site)
    with chrome() as browser, ours(dealt, cards.DEALT, "values") as site:
        print("Sorting cards…", flush=True)
        figures += cards.measure(browser, site)
    with chrome() as browser, ours(new) as site, plain(beside) as other:
        print("Weighing a page, then opening it again and again…", flush=True)
        figures += weight.measure(browser, site, other) + first_use.measure(browser, site, other)
    with chrome() as browser, ours(new) as site:
        print("Opening every page in turn…", flush=True)
        figures += pages.measure(browser, site)
    return figures


if __name__ == "__main__":
    main()
