"""A person without a mouse: Tab to whatever is there, and an answer to each kind of control.

What is kept nowhere is walked through and not answered: it would change no journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from playwright.sync_api import Page

from quadrantlib.exercise import Exercise
from quadrantlib.questions import Amount, walk

MOST_TABS = 400
TRIES = 4
STOP = "[data-q-section]:not([data-q-away]) :is(.q-stop, .q-reading):not([hidden])"
BAR = "[data-q-on], a[data-q-home]"

# A kind of control, and the keys that answer it; the second where the first changes nothing.
WAYS: dict[str, tuple[str, ...]] = {
    "summary": ("Enter",),
    ".q-form-line": ("Enter",),
    ".q-pile": ("1",),
    ".q-side": ("1",),
    ".q-onebyone .q-big": ("Enter",),
    ".q-grip": ("ArrowDown", "ArrowUp"),
    ".q-tray .q-chip": ("Enter",),
    "[data-q-dot]": ("ArrowRight", "ArrowLeft"),
    ".q-taking .q-chip": ("Enter",),
    ".q-pick-one": ("Enter",),
    ".q-phrase": ("Enter",),
    ".q-bead-row": ("ArrowRight", "ArrowLeft"),
    ".q-curve-dot": ("ArrowUp", "ArrowDown"),
    ".q-range": ("ArrowRight", "ArrowLeft"),
    "[type=checkbox]": ("Space",),
    "[type=radio]:not([name=q-hours-unit])": ("Space", "ArrowRight"),
    "select": ("ArrowDown", "ArrowUp"),
    ".q-day": ("ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"),
    ".q-size": ("Enter",),
    ".q-money": (),
    ".q-number:not(.q-numbers *, .q-curve-numbers *)": (),
    ".q-input:is([type=text], textarea):not(.q-number)": (),
}
FOLDS = ("summary", ".q-form-line")
TYPED = (".q-money", ".q-number", ".q-input")

# Run before anything of the page: remembers what ever had the focus.
REMEMBER = """
window.__met = new WeakSet();
addEventListener("focusin", ({ target }) => window.__met.add(target), true);
window.__fields = new WeakMap();
"""
# What has the focus: its kind, its field, and all that is said and set around it.
HERE = """([ways, bar, stopHere]) => {
  const at = document.activeElement;
  const field = at.closest(".q-field, .q-field-less, li, .q-stop") ?? at;
  if (!window.__fields.has(field)) window.__fields.set(field, Math.random());
  const stop = document.querySelector(stopHere) ?? document.body;
  const said = [...stop.querySelectorAll("[role=status]")].map((one) => one.innerText);
  const words = said.reduce((text, each) => text.replace(each, ""), stop.innerText);
  const inputs = [...stop.querySelectorAll("input, select, textarea")];
  const signs = ["aria-pressed", "aria-valuenow", "aria-valuetext", "aria-expanded", "open"];
  const set = [...stop.querySelectorAll("[aria-pressed], [role], [aria-expanded], details")];
  return {
    way: at.closest("[data-q-unkept]") ? -1 : ways.findIndex((way) => at.matches(way)),
    isBar: at.matches(bar),
    isOpen: at.parentElement?.open ?? false,
    isOwn: at.matches(":is(.q-own, .q-log-line) input"),
    name: at.closest("[data-q-field]")?.dataset.qField ?? "",
    field: window.__fields.get(field),
    state: JSON.stringify([
      words, inputs.map((one) => [one.checked, one.value]),
      set.map((one) => [one.style.cssText, ...signs.map((sign) => one.getAttribute(sign))]),
    ]),
  };
}"""
# What can be used and never had the focus; one of a group of radios is enough.
UNMET = """() => {
  const used = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isShut = (one) => one.closest("details:not([open])") && one.tagName !== "SUMMARY";
  const group = (one) =>
    (one.type === "radio" ? [...document.getElementsByName(one.name)] : [one]);
  return [...document.querySelectorAll(used)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]"))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isShut(one))
    .filter((one) => !group(one).some((each) => window.__met.has(each)))
    .map((one) => one.outerHTML.slice(0, 160));
}"""


@dataclass
class Keys:
    """Somebody who answers an exercise by keys, one answer to each kind of control at each stop.

    Attributes
    ----------
    typed:
        The words that were typed at this stop.
    answered, tried:
        The kinds of control that were answered, and all that were met.
    """

    page: Page
    exercise: Exercise
    typed: list[str] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    number: Iterator[int] = field(default_factory=count)

    def answer_here(self) -> int:
        """Tab through the stop to Next and answer on the way; return how many answers changed."""
        self.typed = []
        changed, fields, tries = 0, set(), dict.fromkeys(WAYS, TRIES)
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            here = self.look()
            if here["isBar"]:
                return changed
            way = list(WAYS)[here["way"]] if here["way"] >= 0 else ""
            if not way or tries[way] <= 0 or (way not in FOLDS and here["field"] in fields):
                continue
            if way in FOLDS:
                tries[way] -= self.unfold(here, way)
            elif self.answer(here, way):
                fields.add(here["field"])
                changed, tries[way] = changed + 1, 0
            else:
                tries[way] -= 1
        raise AssertionError("no Tab leads on")

    def look(self) -> dict[str, Any]:
        """Return what has the focus, and what is set around it."""
        found: dict[str, Any] = self.page.evaluate(HERE, [list(WAYS), BAR, STOP])
        return found

    def unfold(self, here: dict[str, Any], way: str) -> int:
        """Open what has the focus where it is folded; return whether it was."""
        if here["isOpen"]:
            return 0
        self.page.keyboard.press("Enter")
        assert self.look()["state"] != here["state"], way
        return 2

    def answer(self, here: dict[str, Any], way: str) -> bool:
        """Answer what has the focus by its keys; return whether that changed anything."""
        self.tried.add(way)
        before = here["state"]
        if way.startswith(TYPED):
            self.type(here, way)
        for key in WAYS[way]:
            self.page.keyboard.press(key)
            if way != ".q-day" and self.look()["state"] != before:
                break
        while way == ".q-pile" and self.page.locator(".q-dealt:visible").count():
            self.page.keyboard.press("1")
        if self.look()["state"] == before:
            return False
        self.answered.add(way)
        return True

    def type(self, here: dict[str, Any], way: str) -> None:
        """Write what fits into what has the focus."""
        words = f"By keys {next(self.number)}"
        if way == ".q-money":
            words = str(42_000 + next(self.number))
        elif way.startswith(".q-number"):
            words = self.fitting(here["name"])
        else:
            self.typed.append(words)
        self.page.keyboard.type(words)
        if here["isOwn"]:
            self.page.keyboard.press("Enter")

    def fitting(self, name: str) -> str:
        """Return a number that fits the amount called `name`, as one would type it."""
        asked = [one for one in walk(self.exercise.questions) if one.name == name]
        amount = next((one for one in asked if isinstance(one, Amount)), None)
        if amount is None:
            return "7"
        least, most = ((100 if amount.percent else 1) * end for end in (amount.least, amount.most))
        return str(int(min(most, max(least, 2000 if least >= 1000 else 7))) + next(self.number) % 2)

    def unmet(self) -> list[str]:
        """Return what no Tab leads to; what an answer brought is looked for once more."""
        if self.page.evaluate(UNMET):
            for _ in range(MOST_TABS):
                self.page.keyboard.press("Tab")
                if self.look()["isBar"]:
                    break
        found: list[str] = self.page.evaluate(UNMET)
        return found

    def missing(self, answers: Iterable[Any]) -> list[str]:
        """Return what was typed at this stop and is in none of `answers`."""
        kept = "\n".join(each for each in answers if isinstance(each, str))
        return [words for words in self.typed if words not in kept]

    def to(self, selector: str) -> None:
        """Press Tab until what `selector` names has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab leads to {selector}")
