"""Every wait on a page ends in a word, whatever does not come; the kernel is played.

Seen to fail, each at every place: without the `catch` of `waitingPlace`, without its patience,
without its look at the line, and without the `catch` of `fileText`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from quadrantlib.exercises import by_slug
from quadrantlib.kinds import Brought
from quadrantlib.questions import Question
from tests.browser.mounted import mounted

pytestmark = pytest.mark.browser
TABLE = Brought(name="table", ask="A table, if you have one")
PLAYED = """() => {
  const store = globalThis[Symbol.for("quadrant.pages")].stores.get("p");
  globalThis.asked = [];
  store.sendRaw = (message) => { if (message.seq) asked.push(message); };
  tellBrowser({ ...store.state });
}"""
SHOWN = """async () => {
  const pages = globalThis[Symbol.for("quadrant.pages")];
  const el = document.body.appendChild(document.createElement("div"));
  const part = { page: "p", asks: [], shows: true };
  await pages.renderPart({ model: { get: (name) => part[name] }, el });
}"""
VANISH = """() => { File.prototype.arrayBuffer = async () => {
  throw new DOMException("", "NotReadableError");
}; }"""
SAVES_NOTHING = """() => {
  globalThis.store = globalThis[Symbol.for("quadrant.pages")].stores.get("p");
  store.sendRaw = ({ kind }) => { if (kind === "ping") store.receive({ kind: "pong" }); };
  store.watch();
}"""
ANOTHER = """() => {
  const el = document.body.appendChild(document.createElement("section"));
  globalThis[Symbol.for("quadrant.pages")].renderPart({ model: { get: () => "another" }, el });
}"""
READING = {"says": [], "needs": [], "wonders": [], "aside": [], "parts": [], "pictures": []}
OFFER = {"honest": "They may know.", "shares": [{"name": "a", "title": "A", "words": "B"}]}
OFFER |= {"nothing": "", "never": "Money.", "always": [], "invitation": None}
FILE = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"}
BROKEN = "Something went wrong on this page itself"
GONE, LONG, LOST = "could not be read: it may have been", "takes longer", "does not answer"


def brings(file: str) -> Callable[[Page], None]:
    def begin(page: Page) -> None:
        page.locator(file).first.set_input_files([FILE])

    return begin


def presses(button: str) -> Callable[[Page], None]:
    def begin(page: Page) -> None:
        page.locator(f"[data-q-errand={button}]").click()

    return begin


def offered(page: Page) -> None:
    page.wait_for_function("asked.length >= 1")
    page.evaluate("offer => tellBrowser({ kind: 'errand', seq: asked[0].seq, offer })", OFFER)


def downloads(page: Page) -> None:
    offered(page)
    page.get_by_label("What is the cohort called?").fill("Autumn")
    page.get_by_role("button", name="Download this file").click()


def nothing(page: Page) -> None:
    """What is looked for is asked for by itself."""


ERRANDS = ("journal", "keepsake", "keepsake_page", "dates")
TASKS = by_slug("ten-tasks").question("tasks")
CARDS = replace(by_slug("values").question("own_cards"), more=False)
CARD = by_slug("my-page").question("hand_over")
CALENDAR = (TASKS, brings(".q-file"), ".q-found", "")
PLACES: dict[str, tuple[Question | None, Callable[[Page], None], str, str]] = {
    "a calendar": CALENDAR,
    "a list in a text file": (CARDS, brings(".q-file"), ".q-text-file [role=status]", ""),
    "a table": (TABLE, brings(".q-file"), ".q-field [role=status]", ""),
    "what could leave": (CARD, nothing, ".q-handing > [role=status]", ""),
    "a submission": (CARD, downloads, ".q-handing > [role=status]", ""),
    "a journal": (None, brings(".q-errands .q-file"), ".q-errands > [role=status]", "my-page"),
    **{name: (None, presses(name), ".q-errands > [role=status]", "my-page") for name in ERRANDS},
}
OF_FILES = [name for name, (_, begin, _, _) in PLACES.items() if "brings" in begin.__qualname__]
BY_A_FIELD = {"a calendar", "a table"}
OF_KERNEL = [name for name in PLACES if name != "a list in a text file"]


def along(asks: Question | None) -> list[Question]:
    """A question, and those that are asked along with it."""
    if asks is None:
        return []
    also = [name for step in getattr(asks, "steps", ()) for name in step.also]
    return [asks, *(by_slug("ten-tasks").question(name) for name in also)]


@contextmanager
def place(browser: Any, name: str) -> Iterator[tuple[Page, Callable[[], None], Locator]]:
    """Open a page with one of the places: how its wait begins, and where it speaks."""
    asks, begin, where, slug = PLACES[name]
    state = {"slug": slug or "none", "reading": READING, "direction": ""}
    with mounted(browser, *along(asks), state=state) as page:
        page.set_default_timeout(8000)
        page.clock.install()
        page.evaluate(PLAYED)
        if not asks:
            page.evaluate(SHOWN)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        yield page, lambda: begin(page), page.locator(where).first


def until_says(page: Page, said: Locator, words: str) -> None:
    page.wait_for_function(
        "([node, words]) => node.textContent.includes(words)", arg=[said.element_handle(), words]
    )


@pytest.mark.parametrize("name", OF_FILES)
def test_a_file_that_vanishes_while_it_is_read_is_said_to_be_gone(browser, name) -> None:
    with place(browser, name) as (page, begin, said):
        page.evaluate(VANISH)
        begin()
        until_says(page, said, GONE)
        page.evaluate("delete File.prototype.arrayBuffer")
        begin()
        page.wait_for_function(
            "node => !node.textContent.includes('may have')", arg=said.element_handle()
        )


@pytest.mark.parametrize("name", ["a calendar", "a list in a text file"])
def test_a_fault_of_the_page_itself_is_said_to_be_one(browser, name) -> None:
    with place(browser, name) as (page, begin, said):
        page.evaluate("TextDecoder.prototype.decode = () => ({ replace: null })")
        begin()
        until_says(page, said, BROKEN)


def begun(page: Page, begin: Callable[[], None], name: str) -> dict[str, Any]:
    """Begin, and return what the kernel was asked last; the share card asks once by itself."""
    begin()
    times = 2 if name == "a submission" else 1
    page.wait_for_function("times => asked.length >= times", arg=times)
    asked: dict[str, Any] = page.evaluate("asked.at(-1)")
    return asked


@pytest.mark.parametrize("name", OF_KERNEL)
def test_a_kernel_that_never_answers_is_said_to_take_long_and_may_still_answer(
    browser, name
) -> None:
    with place(browser, name) as (page, begin, said):
        asked = begun(page, begin, name)
        page.clock.fast_forward(31_000)
        until_says(page, said, LONG)
        kind = {"calendar": "calendar", "hear": "heard"}.get(asked["kind"], "errand")
        answer = {"kind": kind, "seq": asked["seq"], "trouble": "No, it is not."}
        page.evaluate("(answer) => tellBrowser(answer)", answer)
        until_says(page, said, "No, it is not.")


@pytest.mark.parametrize("name", OF_KERNEL)
def test_a_line_that_is_cut_is_said_to_be(browser, name) -> None:
    with place(browser, name) as (page, begin, said):
        begun(page, begin, name)
        page.evaluate("tellBrowser({ kind: 'closed' })")
        until_says(page, said, LOST)


@pytest.mark.parametrize("name", [name for name in OF_KERNEL if name not in BY_A_FIELD])
def test_an_answer_that_the_page_stumbles_on_ends_in_a_word(browser, name) -> None:
    with place(browser, name) as (page, begin, said):
        asked = begun(page, begin, name)
        kind = {"calendar": "calendar", "hear": "heard"}.get(asked["kind"], "errand")
        broken = {"kind": kind, "seq": asked["seq"], "file": {}, "suggestions": 1, "offer": None}
        page.evaluate("(answer) => tellBrowser(answer)", broken)
        until_says(page, said, BROKEN)
