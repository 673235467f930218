"""Every state that a page can be in, by a speaking name, and how to get there."""

from __future__ import annotations

import resource
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.screenshots import journals
from tests.browser.screenshots.everywhere import everywhere
from tests.browser.screenshots.journals import journal, month, written
from tests.browser.screenshots.sheets import sheets
from tests.browser.screenshots.state import EXERCISE, Act, State
from tests.houses import House


def states() -> Iterator[State]:
    """Yield all of them, in the order in which a person would meet them."""
    yield from sheets()
    yield from _steps()
    yield from _boards()
    yield from _readings()
    yield from _rounds()
    yield from _mishaps()
    yield from everywhere()


def at(section: int, stop: str) -> str:
    """Return the address of a stop of the ten tasks."""
    return f"{EXERCISE}#{section}-{stop}"


# ---- the ten tasks, step by step ---------------------------------------------------------------


def _steps() -> Iterator[State]:
    names = journal(written({"guess": 4, "tasks": journals.asked()}))
    some = [*journals.without(journals.tasks()[:4], "origin"), *journals.asked()[4:]]
    felt = journal(written({"guess": 4, "tasks": some}))
    everything = journal(month(belongs=None, claim=None, portion=None))
    yield State("step-01-guess-untouched")
    yield State("step-01-guess-focused", act=_press("ArrowRight"))
    yield State("step-01-guess-answered", names, at(1, "guess"))
    yield State("step-02-names-empty", "", at(2, "names"))
    three = written({"guess": 4, "tasks": journals.asked()[:3]})
    yield State("step-02-names-half-filled", journal(three), at(2, "names"))
    yield State("step-02-names-full", names, at(2, "names"), act=_unfold("Help me remember"))
    yield State("step-03-feeling-empty", "", at(2, "feeling"))
    yield State("step-03-feeling-first", names, at(2, "feeling"))
    yield State("step-03-feeling-half", felt, at(2, "feeling"))
    yield State("step-03-feeling-all", everything, at(2, "feeling"), act=_unfold("More"))
    yield State("step-04-origin", names, at(2, "origin"))
    yield State("step-06-hours-empty", names, at(2, "hours"))
    yield State("step-06-hours-filled", everything, at(2, "hours"), act=_unfold("More"))
    yield State("step-07-anyway", journal(month(tasks=_no_anyway())), at(2, "anyway"))
    yield State("step-09-belongs", journal(month(tasks=_no_corner())), at(4, "belongs"))
    yield State("step-10-claim-empty", everything, at(4, "claim"))
    filled = State("step-10-claim-filled", journal(month()), at(4, "claim"))
    yield filled
    yield State("step-10-claim-more", filled.journal, filled.path, act=_unfold_all)


def _no_anyway() -> list[dict[str, object]]:
    return journals.without(journals.tasks(), "anyway")


def _no_corner() -> list[dict[str, object]]:
    return [row for row in journals.tasks() if row["autonomy"] < 5 or row["difficulty"] < 5]


def _press(key: str) -> Act:
    def act(page: Page, _house: House) -> None:
        page.focus(".q-range:visible")
        page.keyboard.press(key)
        page.wait_for_selector('[data-q-status][data-state="saved"]')

    return act


def _unfold(words: str) -> Act:
    def act(page: Page, _house: House) -> None:
        page.locator("summary:visible", has_text=words).first.click()

    return act


def _unfold_all(page: Page, _house: House) -> None:
    for summary in page.locator("summary:visible").all():
        summary.click()


# ---- the board ---------------------------------------------------------------------------------


def _boards() -> Iterator[State]:
    waiting = journals.without(journals.tasks(), "autonomy", "difficulty", "hours", "anyway")
    placed = journals.without(journals.tasks()[:5], "hours", "anyway")
    path = at(2, "board")
    yield State("step-05-board-all-to-place", _board(waiting), path)
    yield State("step-05-board-half-filled", _board([*placed, *waiting[5:]]), path)
    yield State("step-05-board-filled", journal(month()), path)
    yield State("step-05-board-more", journal(month()), path, act=_unfold_all)
    yield State("step-05-board-focused", journal(month()), path, act=_nudge)
    yield State("step-05-board-on-the-line", journal(month()), path, act=_onto_the_line)
    yield State("step-05-board-one-region", _board(_one_region()), path)
    yield State("step-05-board-long-name", _board(_long_names()), path)
    yield State("step-05-board-arabic", _board(journals.named(journals.ELSEWHERE[0])), path)
    yield State("step-05-board-chinese", _board(journals.named(journals.ELSEWHERE[1])), path)
    yield State("step-05-board-fifth-round", journal(*journals.five()), path)


def _board(rows: list[dict[str, object]]) -> str:
    return journal(month(tasks=rows))


def _one_region() -> list[dict[str, object]]:
    return [
        row | {"autonomy": round(0.4 + 0.42 * number, 1), "difficulty": 9.4 - 0.9 * (number % 5)}
        for number, row in enumerate(journals.tasks())
    ]


def _long_names() -> list[dict[str, object]]:
    rows = journals.tasks()
    return [rows[0] | {"name": journals.LONG}, *rows[1:9], rows[9] | {"name": journals.LONG * 4}]


def _nudge(page: Page, _house: House) -> None:
    page.focus('[data-q-dot="task0"]')
    page.keyboard.press("Shift+ArrowUp")


def _onto_the_line(page: Page, _house: House) -> None:
    page.focus('[data-q-dot="task6"]')
    for _ in range(6):
        page.keyboard.press("Shift+ArrowLeft")


# ---- what it says back -------------------------------------------------------------------------


def _readings() -> Iterator[State]:
    path = at(3, "reading")
    no_hours = journals.without(journals.tasks(), "hours", "anyway")
    rows = journals.tasks()
    half = [*rows[:4], *journals.asked()[4:7]]
    yield State("reading-1-empty", "", path)
    yield State("reading-2-half-filled", _board(half), path)
    yield State("reading-3-no-hours", _board(no_hours), path)
    yield State("reading-4-first-round", journal(month()), path)
    yield State("reading-4-first-round-unfolded", journal(month()), path, act=_unfold_all)
    yield State("reading-5-fifth-round", journal(*journals.five()), path)
    yield State("reading-6-hours-over-the-month", _board(_overfull()), path)
    yield State("reading-7-one-region", _board(_one_region()), path)
    yield State("reading-8-long-name", _board(_long_names()), path)
    yield State("reading-9-arabic", _board(journals.named(journals.ELSEWHERE[0])), path)
    yield State("reading-9-chinese", _board(journals.named(journals.ELSEWHERE[1])), path)


def _overfull() -> list[dict[str, object]]:
    return [row | {"hours": 10 * round(row["hours"] / 4)} for row in journals.tasks()]


# ---- rounds ------------------------------------------------------------------------------------


def _rounds() -> Iterator[State]:
    long = "What I would miss is the quiet after nine, when nobody asks. " * 30
    yield State("round-past", journal(month(33, claim_kept="yes")), at(1, "guess"))
    yield State("round-past-reading", journal(month(33, claim_kept="yes")), at(3, "reading"))
    yield State("round-new-begun", journal(month(33, claim_kept="yes")), act=_new_round)
    yield State("round-looks-back", journal(month(8, claim=journals.claim(6))))
    yield State("very-long-paragraph", _long_paragraph(long), at(4, "belongs"))
    yield State("somebody-elses-list", _elsewhere(), at(2, "names"))
    yield State("somebody-elses-hours", _elsewhere(), at(2, "hours"))
    yield State("somebody-elses-card", _elsewhere(), at(2, "anyway"))


def _long_paragraph(words: str) -> str:
    return journal(month(belongs=words, tasks=_no_corner()))


def _elsewhere() -> str:
    rows = journals.named([*journals.ELSEWHERE[0], *journals.ELSEWHERE[1]])
    return _board(journals.without(rows, "anyway"))


def _new_round(page: Page, _house: House) -> None:
    page.click('[data-q-do="start_round"]')
    page.wait_for_selector('[data-q-do="start_round"]', state="hidden")


# ---- what goes wrong ---------------------------------------------------------------------------


def _mishaps() -> Iterator[State]:
    full, hours = journal(month()), at(2, "hours")
    yield State("loading", full, awaits=".q-outline:visible", before=_no_kernel)
    yield State("loading-later", full, at(2, "board"), act=_reload_without_kernel)
    yield State("kernel-gone", full, hours, act=_lose_the_kernel)
    yield State("not-saved", full, hours, act=_fill_the_disk)
    yield State("newer-journal", journal(month(), version=9), at(3, "reading"))
    yield State("newer-journal-guess", journal(month(), version=9), at(1, "guess"))
    yield State("broken-journal", "{ torn", awaits=".q-notice:visible")
    yield State("conflict", _conflict(), at(1, "guess"))


def _no_kernel(page: Page, _house: House) -> None:
    """Keep the script away that connects to it, so that the page stays as it is sent."""
    page.route("**/*.js", lambda route: route.abort())


def _reload_without_kernel(page: Page, house: House) -> None:
    _no_kernel(page, house)
    page.reload()


def _lose_the_kernel(page: Page, house: House) -> None:
    for kernel in house.kernels():
        kernel.suspend()
    page.wait_for_selector('[data-q-status][data-state="lost"]', timeout=20_000)
    for kernel in house.kernels():
        kernel.kill()


def _fill_the_disk(page: Page, house: House) -> None:
    for kernel in house.kernels():
        resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (16, 16))
    page.locator(".q-number:visible").first.fill("7")
    page.wait_for_selector('[data-q-status][data-state="unsaved"]')
    page.evaluate("document.activeElement.blur()")


def _conflict() -> str:
    place = {"id": "c1", "path": ["guess"], "other": 6.5, "at": "2026-11-20T18:00:00+00:00"}
    return journal(month() | {"conflicts": [place]})
