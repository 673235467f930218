"""A browser that visits every state, wide and narrow, light and dark, and keeps what it saw."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.screenshots.state import State
from tests.houses import House

WIDTHS = {"wide": (1280, 800), "narrow": (390, 844)}
SCHEMES = ("light", "dark")
UNROLLED = ".q-foot { position: static !important; }"
"""A picture shows the whole page: the bar lies at its end, not over its middle."""


def visit(browser: Browser, house: House, journal: Path, state: State, folder: Path) -> None:
    """Write four pictures of `state` to `folder`; `journal` is the file that `house` serves."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    try:
        page = context.new_page()
        if state.known:
            page.goto(house.address)
        _lay(journal, state.journal)
        _open(page, house, state)
        for width, (across, down) in WIDTHS.items():
            for scheme in SCHEMES:
                page.set_viewport_size({"width": across, "height": down})
                page.emulate_media(color_scheme=scheme)
                _settle(page)
                path = folder / f"{state.name}-{width}-{scheme}.png"
                page.screenshot(path=path, full_page=True, style=UNROLLED)
    finally:
        context.close()


def portrait(browser: Browser, house: House, journal: Path, state: State, path: Path) -> None:
    """Write the picture for the README to `path`: `state` as far as its first sentence."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB") as context:
        page = context.new_page()
        page.goto(house.address)
        _lay(journal, state.journal)
        _open(page, house, state)
        _settle(page)
        last = page.locator(".q-says p").first.bounding_box()
        clip = {"x": 0, "y": 0, "width": 1280, "height": last["y"] + last["height"] + 12}
        page.screenshot(path=path, full_page=True, clip=clip, style=UNROLLED)


def _lay(journal: Path, text: str) -> None:
    """Put `text` where the journal is; last, for every page that reads it may set it aside."""
    if text:
        journal.write_text(text, encoding="utf-8")
    else:
        journal.unlink(missing_ok=True)


def _open(page: Page, house: House, state: State) -> None:
    state.before(page, house)
    page.goto(f"http://{house.host}{state.path}", wait_until="commit")
    page.wait_for_load_state("load")
    page.locator(state.awaits).first.wait_for(timeout=30_000)
    state.act(page, house)


def _settle(page: Page) -> None:
    """Wait for two frames, and until what moves has arrived."""
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => "
        "setTimeout(done, 200))))"
    )


def shown(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the names that begin with any of `wanted`; all, if nothing is."""
    starts = tuple(wanted)
    return [name for name in names if not starts or name.startswith(starts)]
