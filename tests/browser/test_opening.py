"""Where a page opens, what it says when it does not, and what the browser's Back undoes."""

from importlib.resources import files

import nbformat
import pytest

from tests.browser.desk import PATIENCE, answered, desk, go, journal_of, ready, saved
from tests.running import serving

pytestmark = pytest.mark.browser
FAILED = "This page did not open. What you wrote is safe."
HERE = ".q-stop:not([hidden])"
BROKEN = {"bad": "1 / 0", "worse": "open_page = 1 / 0"}
OF_NOTEBOOKS = """
from pathlib import Path
from quadrantlib import serve
here = Path.cwd()
door = serve.open_door()
print(door.address(serve.server_token(here / "journal.json")), flush=True)
serve.serve_pages(here / "journal.json", door, lambda: None, here / "notebooks")
"""


@pytest.fixture
def opened(browser, workbook):
    with desk(browser, workbook) as found:
        yield found


def test_a_notebook_that_fails_says_so_and_offers_to_try_again(browser, tmp_path, python):
    (tmp_path / "notebooks").mkdir()
    for name, broken in BROKEN.items():
        cells = [nbformat.v4.new_markdown_cell("# A page"), nbformat.v4.new_code_cell(broken)]
        made = nbformat.v4.new_notebook(cells=cells)
        nbformat.write(made, tmp_path / "notebooks" / f"{name}.ipynb")
    with serving([python, "-c", OF_NOTEBOOKS], tmp_path) as address:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        for name in BROKEN:
            page.goto(address.replace("/?", f"/{name}?"))
            page.wait_for_selector(f"[role=alert]:visible >> text={FAILED}")
            assert page.locator("[data-q-status]").inner_text() == "Not opened"
            with page.expect_navigation():
                page.get_by_role("button", name="Try again").click()
        page.close()


def test_a_page_that_hears_nothing_for_long_says_so_until_it_does(opened):
    page = opened.enter()
    page.route_web_socket("**/channels**", lambda _: None)  # opens, and stays silent
    page.clock.install()
    page.goto(f"{opened.home}ten-tasks")
    page.clock.fast_forward(14_000)
    assert page.get_by_text(FAILED).count() == 0
    page.clock.fast_forward(2_000)
    page.wait_for_selector(f"[role=alert]:visible >> text={FAILED}")
    assert page.get_by_role("button", name="Try again").is_visible()


def test_an_exercise_tapped_through_blank_opens_at_its_first_question(opened):
    page = opened.open()
    go(page, 3)
    page.goto(f"{opened.home}ten-tasks")
    ready(page)
    assert page.locator(f"{HERE} [data-q-field=guess]").is_visible()


def test_one_that_is_begun_opens_where_one_was(opened):
    page = opened.open()
    page.locator("[data-q-field=guess] input[type=range]").press("End")
    go(page)
    page.locator(".q-line").first.fill("The boat")
    go(page)
    saved(page)
    page.goto(f"{opened.home}welcome")
    page.goto(f"{opened.home}ten-tasks")
    ready(page)
    assert page.locator("[data-q-field=feeling]:visible").count() == 1


def test_one_that_is_done_opens_at_what_it_says_back(opened):
    done = answered()
    done["tasks"] = [row | {"anyway": "no"} for row in done["tasks"]]
    opened.journal.write_text(journal_of((2, done)), encoding="utf-8")
    page = opened.open()
    page.evaluate("localStorage.setItem('quadrant:ten-tasks', '1-guess')")
    page.goto(f"{opened.home}welcome")
    page.goto(f"{opened.home}ten-tasks")
    ready(page)
    assert page.locator(".q-reading:visible").count() == 1


def test_a_log_with_lines_opens_at_its_line(opened):
    page = opened.open("sparks")
    page.locator(".q-log-line input").first.fill("A door that sticks")
    go(page)
    saved(page)
    page.goto(f"{opened.home}welcome")
    page.goto(f"{opened.home}sparks")
    ready(page)
    assert page.locator(".q-log-line:visible").count() == 1


def test_the_browsers_back_undoes_a_step_and_leaves_from_the_first(opened):
    page = opened.enter()
    page.goto(f"{opened.home}ten-tasks")
    ready(page)
    go(page, 2)
    page.go_back()
    page.wait_for_selector(".q-line:visible")
    page.go_back()
    page.wait_for_selector("[data-q-field=guess]:visible")
    page.go_back()
    page.wait_for_url(lambda address: "ten-tasks" not in address)


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-22T09:00:00", ["2026-11-22", "2026-11-28"]),
        ("2026-11-22T12:00:00", ["2026-11-28", "2026-11-29"]),
        ("2026-11-28T21:00:00", ["2026-11-28", "2026-11-29"]),
    ],
)
def test_late_on_a_sunday_the_next_weekend_is_offered(browser, now, days):
    source = (files("quadrantlib") / "forms/static/day.js").read_text(encoding="utf-8")
    weekend = source[source.index("export function weekendDays") :].replace("export ", "")
    local = "const localDay = (day) => day.toLocaleDateString('sv');"
    page = browser.new_page()
    assert page.evaluate(f"{local} {weekend}; weekendDays(new Date('{now}'))") == days
    page.close()
