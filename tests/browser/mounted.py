"""Questions in a browser without a kernel: all is saved at once, and nothing is read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from quadrantlib.forms.bundle import bundle, styles
from quadrantlib.forms.spec import spec
from quadrantlib.pictures.style import css_variables
from quadrantlib.questions import Question

HEAD = """<!doctype html><html lang="en"><head><title>Questions</title>
<meta name="viewport" content="width=device-width"></head><body><main></main></body></html>"""
GROUND = """body { margin: 0; background: var(--q-paper); }
main { max-width: 672px; margin: 0 auto; padding: 16px; }"""
MOUNT = """async ([text, state, asks]) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const { initialize } = (await import(address)).default;
  const listeners = [];
  const answer = (message) => setTimeout(() => listeners.forEach((listener) => listener(message)));
  const send = (message) => {
    if (message.kind === "hello") answer({ kind: "state", ...state });
    if (message.kind === "ping") answer({ kind: "pong" });
    if (message.kind === "edits") {
      (globalThis.sent ??= []).push(message);
      answer({ kind: "saved", seq: message.seq, at: new Date().toISOString() });
    }
  };
  const on = (_, listener) => listeners.push(listener);
  initialize({ model: { get: (name) => ({ page: "p" })[name], send, on } });
  const pages = globalThis[Symbol.for("quadrant.pages")];
  const part = { page: "p", asks, shows: false };
  globalThis.answers = () => pages.stores.get("p").answers;
  globalThis.tellBrowser = (message) => listeners.forEach((listener) => listener(message));
  const el = document.querySelector("main");
  await pages.renderPart({ model: { get: (name) => part[name] }, el });
}"""


@contextmanager
def mounted(
    browser: Browser, *asked: Question, state: dict[str, Any] | None = None, **context: Any
) -> Iterator[Page]:
    """Open a page of a browser that asks `asked`; `state` is what the kernel would have said."""
    opened = browser.new_context(**context)
    page = opened.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.set_content(HEAD)
    page.add_style_tag(content=css_variables(":root") + GROUND + styles())
    given = {
        "slug": "none",
        "questions": spec(asked),
        "journal": {},
        "round": "r",
        "started": "2026-01-01",
    }
    given |= {
        "saved": None,
        "answers": {},
        "earlier": {},
        "conflicts": [],
        "locked": "",
        "trouble": None,
    }
    given |= {"reading": None, "offered": [], "suggestions": {}, "about": {}, "back": None}
    try:
        page.evaluate(MOUNT, [bundle("keeper.js"), given | (state or {}), [q.name for q in asked]])
        yield page
        assert faults == []
    finally:
        opened.close()


def answers(page: Page) -> dict[str, Any]:
    """Return what is answered on a mounted page."""
    found: dict[str, Any] = page.evaluate("globalThis.answers()")
    return found
