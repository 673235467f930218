"""On a borrowed machine, in a real browser: Voila's own front end, below a hub's address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quadrantlib.borrowed import WORDS
from quadrantlib.exercises import CATALOG
from tests.borrowing import Lent, Machine, lent
from tests.browser.desk import ready, saved, until
from tests.browser.test_everyone import serious
from tests.test_packaging import clean_venv

pytestmark = pytest.mark.browser

PATIENCE = 60_000
FOUR_MINUTES_AGO = "sessionStorage.setItem('quadrant:since', Date.now() - 4 * 60_000)"
GUESS = "[data-q-field=guess] input[type=range]"


@dataclass(slots=True)
class Visit:
    """A browser at a borrowed machine, every request its pages made, and what went wrong."""

    served: Lent
    context: BrowserContext
    asked: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    def enter(self) -> Page:
        """Come by the badge."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.crashes.append(str(error)))
        page.goto(self.served.page())
        return page

    def hosts(self) -> set[str]:
        """Return whom the pages asked; what is made inside the browser asks nobody."""
        inside = ("data:", "blob:")
        return {urlsplit(url).netloc for url in self.asked if not url.startswith(inside)}

    def answers(self) -> dict:
        """Return the answers of the newest round of ten tasks on disk."""
        rounds = json.loads(self.served.journal.read_text(encoding="utf-8"))["rounds"]
        return rounds["ten-tasks"][-1]["answers"]


@pytest.fixture(scope="module")
def served(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lent]:
    venv = clean_venv(tmp_path_factory.mktemp("image") / "venv")
    venv.install("--editable", str(checkout))
    machine = Machine(tmp_path_factory.mktemp("jovyan"), venv)
    assert machine.lay_out(checkout).returncode == 0
    with lent(machine) as found:
        yield found


@pytest.fixture
def visit(served: Lent, browser: Browser) -> Iterator[Visit]:
    opened = browser.new_context(accept_downloads=True)
    opened.set_default_timeout(PATIENCE)
    found = Visit(served, opened)
    opened.on("request", lambda request: found.asked.append(request.url))
    yield found
    opened.close()


def test_the_way_leads_from_the_path_to_a_page_and_back_again(visit: Visit) -> None:
    page = visit.enter()
    assert WORDS["says"] in page.locator("main").inner_text()
    page.locator(".q-path a", has_text="Sparks").click()
    ready(page)
    assert page.url.startswith(f"{visit.served.address}voila/render/sparks.ipynb")
    assert page.locator(".q-lent").inner_text() == WORDS["says"]
    page.locator(".q-top a").click()
    page.locator(".q-path").first.wait_for()
    assert page.url == visit.served.page(token="")
    assert visit.crashes == []
    assert visit.hosts() == {urlsplit(visit.served.address).netloc}


def test_what_is_written_is_saved_and_there_after_a_reload(visit: Visit) -> None:
    page = visit.enter()
    page.goto(f"{visit.served.page('ten-tasks', token='')}#1-guess")
    ready(page)
    for _ in range(2):  # the newest round may ask for something else first
        if page.locator(GUESS).is_visible():
            break
        page.locator("[data-q-on]").click()
    other = "Home" if visit.answers().get("guess") == 10 else "End"
    page.locator(GUESS).press(other)
    saved(page)
    written = 0 if other == "Home" else 10
    until(page, lambda: visit.answers()["guess"] == written)
    page.reload()
    ready(page)
    assert page.locator(GUESS).input_value() == str(written)


def test_before_minute_five_it_says_that_nothing_is_kept_with_the_download_at_hand(
    visit: Visit, tmp_path: Path
) -> None:
    visit.context.add_init_script(FOUR_MINUTES_AGO)
    page = visit.enter()
    page.goto(visit.served.page("sparks", token=""))
    ready(page)
    notice = page.locator(".q-lent")
    until(page, lambda: WORDS["reminds"] in notice.inner_text())
    with page.expect_download() as download:
        notice.locator("[data-q-errand=journal]").click()
    kept = tmp_path / "kept.json"
    download.value.save_as(kept)
    assert json.loads(kept.read_text(encoding="utf-8"))["rounds"].keys() == {
        *json.loads(visit.served.journal.read_text(encoding="utf-8"))["rounds"]
    }
    with page.expect_file_chooser() as chooser:
        notice.locator("[data-q-errand=bring_back]").click()
    chooser.value.set_files(kept)
    until(page, lambda: "Your journal is back." in notice.inner_text())


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_nothing_serious(visit: Visit, scheme: str, width: int) -> None:
    visit.context.add_init_script(FOUR_MINUTES_AGO)
    page = visit.enter()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    assert serious(page) == []
    page.goto(visit.served.page("sparks", token=""))
    ready(page)
    page.locator(".q-lent [data-q-errand=journal]").wait_for()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.slow
def test_every_page_can_be_used_and_nothing_asks_another_host(visit: Visit) -> None:
    page = visit.enter()
    for exercise in CATALOG:
        page.goto(visit.served.page(exercise.slug, token=""))
        ready(page)
        assert page.locator(".q-lent").inner_text() == WORDS["says"]
        assert page.locator("[data-q-status]").get_attribute("data-state") == "saved"
    assert visit.crashes == []
    assert visit.hosts() == {urlsplit(visit.served.address).netloc}
    assert len(visit.asked) > 100


@pytest.mark.slow
def test_in_jupyterlab_the_path_leads_on_and_the_notice_stands_once(visit: Visit) -> None:
    page = visit.enter()
    page.goto(visit.served.address)
    run_all(page)
    page.locator(".jp-OutputArea a", has_text="Sparks").click()
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)", has_text="Sparks").wait_for()
    run_all(page)
    notice = page.locator(".q-lent")
    notice.wait_for()
    assert notice.count() == 1
    assert page.get_by_text("Jupyter news").count() == 0
    assert WORDS["says"] in notice.inner_text()


def run_all(page: Page) -> None:
    """Run the notebook in front, as soon as its kernel answers."""
    front = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    front.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    front.locator(".jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
