"""What a page owes everybody: said to those who cannot see it, wide and large enough for a hand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

ROLES = ("button", "checkbox", "combobox", "link", "radio", "slider", "spinbutton", "textbox")
LEAST_TARGET = 44
"""CSS pixels, up and down and across."""
UNFOLD = """() => {
  const at = document.activeElement;
  for (const one of document.querySelectorAll("details")) one.open = true;
  const rows = [...document.querySelectorAll(".q-form-line")];
  for (const one of rows.filter((each) => each.checkVisibility()).slice(0, 2)) one.click();
  at?.focus({ preventScroll: true });
}"""
SERIOUS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""
# A radio or a checkbox is aimed at by its label; a phrase, a mark on the board and a link in a
# sentence lie among others, and have an equal way beside them.
SMALL = """(least) => {
  const aimed = "a[href], button, input, select, textarea, summary, [role=button], [tabindex='0']";
  const among = ".q-sr, .q-phrase, .q-board, .q-curve-handles, p:not(.q-where) a, li[dir] a";
  return [...document.querySelectorAll(aimed)]
    .map((one) => (/radio|checkbox/.test(one.type) ? one.closest("label") ?? one : one))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest(":disabled, [inert]") && !one.closest(among))
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 120)])
    .filter(([{ width, height }]) => Math.min(width, height) < least - 0.5)
    .map(([{ width, height }, html]) => `${Math.round(width)} x ${Math.round(height)}: ${html}`);
}"""
NAMELESS = re.compile(rf"^\s*- (?:{'|'.join(ROLES)})(?! [\"/]).*", re.MULTILINE)


def unfold(page: Page) -> None:
    """Open what waits behind *more*, and a few of the rows that are folded to a line."""
    page.evaluate(UNFOLD)


def serious(page: Page) -> list[str]:
    """Return axe's serious and critical findings, as text."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[str] = page.evaluate(SERIOUS)
    return found


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen.

    Not `innerWidth`: a phone zooms out until that holds the widest thing there is.
    """
    of = "document.documentElement"
    wide: int = page.evaluate(f"{of}.scrollWidth - {of}.clientWidth")
    return wide


def small(page: Page) -> list[str]:
    """Return what a finger should be able to hit and is too small for it."""
    found: list[str] = page.evaluate(SMALL, LEAST_TARGET)
    return found


def nameless(page: Page) -> list[str]:
    """Return what can be used and has no name, as a reader of screens has it."""
    return NAMELESS.findall(page.locator("body").aria_snapshot())


@cache
def _axe() -> str:
    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
