"""The share card: seen field by field, unticked, downloaded; the same bytes as `quadrant submit`.

Seen to fail: the bytes with a card that sends no `without`; the songs with a share that takes the
first task's name; what is kept nowhere with a card that remembers in localStorage, and with one
that sets an answer; that nothing is asked for elsewhere with an offer asked for at once.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from quadrantlib.cli import main
from quadrantlib.shipped import shipped
from tests.browser.by_keys import REMEMBER, Keys
from tests.browser.desk import Desk, desk, ready
from tests.browser.everyone import nameless, overflow, serious, small
from tests.browser.journals import PHONE, opened
from tests.browser.test_lab import arrive, lab, run_until
from tests.canaries import heard
from tests.test_sharing import COHORT, INVITATION, singing_sample

__all__ = ["lab"]
pytestmark = pytest.mark.browser
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
FILE = {"name": "invitation.json", "mimeType": "application/json"}
NAME = "What is the cohort called?"
CODE = "A one-time code, if you were given one"
SENT = "Zyzzyva"
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"


@pytest.fixture
def at_home(browser, workbook) -> Iterator[Desk]:
    with desk(browser, workbook, **DESKTOP) as found:
        found.context.add_init_script(REMEMBER)
        shutil.copy(shipped("data/sample-journal.json"), found.journal)
        yield found


def at_card(found: Desk) -> Page:
    """Open my page at the card, and wait until it says what could leave."""
    page = opened(found, "my-page", "5-hand_over")
    page.locator(".q-offered-one").first.wait_for()
    return page


def untick(page: Page, name: str) -> None:
    page.locator(f".q-offered-one [value={name}]").uncheck()


def downloaded(page: Page) -> bytes:
    with page.expect_download() as download:
        page.locator("[data-q-download]").click()
    return Path(download.value.path()).read_bytes()


def seen(page: Page) -> str:
    """Unfold the file itself, and return what stands there."""
    if not page.locator("details:has(.q-the-file)").evaluate("(one) => one.open"):
        page.locator("summary", has_text="Look at the file itself").click()
    text = page.locator(".q-the-file")
    text.filter(has_text="quadrant-submission").wait_for()
    return text.text_content() or ""


def submitted(journal: Path, out: Path, *words: str) -> bytes:
    """Return what `quadrant submit` writes for the same choices."""
    done = CliRunner().invoke(main, ["submit", str(journal), "-o", str(out), *words, "--yes"])
    assert done.exit_code == 0, done.output
    return out.read_bytes()


def test_the_downloaded_file_is_the_one_that_the_command_writes(at_home, tmp_path) -> None:
    page = at_card(at_home)
    page.get_by_label(NAME).fill(COHORT)
    page.get_by_label(CODE).fill("ab-12")
    untick(page, "relief")
    untick(page, "month")
    content = downloaded(page)
    words = ("--cohort", COHORT, "--code", "ab-12", "--without", "relief", "--without", "month")
    assert content == submitted(at_home.journal, tmp_path / "out.json", *words)
    assert "relief" not in json.loads(content)["shares"]
    assert seen(page).encode() == content
    assert at_home.crashes == []


def test_what_is_seen_follows_what_is_ticked_and_is_what_is_downloaded(at_home) -> None:
    page = at_card(at_home)
    page.get_by_label(NAME).fill(COHORT)
    assert "relief" in json.loads(seen(page))["shares"]
    untick(page, "relief")
    page.locator(".q-the-file").filter(has_not_text='"relief"').wait_for()
    assert seen(page).encode() == downloaded(page)
    assert "in your downloads" in page.locator(".q-handing > [role=status]").inner_text()


def test_an_invitation_brings_its_questions_and_they_are_answered(at_home, tmp_path) -> None:
    page = at_card(at_home)
    brought = {**FILE, "buffer": INVITATION.encode()}
    page.get_by_label("Or bring the invitation").set_input_files([brought])
    page.get_by_label("Payments").check()
    page.get_by_label("What should we stop doing?").fill("The Monday round")
    assert page.get_by_label(NAME).input_value() == COHORT
    content = downloaded(page)
    lying = tmp_path / "invitation.json"
    lying.write_text(INVITATION, encoding="utf-8")
    words = ("--invitation", str(lying), "--belongs", "pay", "--answer", "The Monday round")
    assert content == submitted(at_home.journal, tmp_path / "out.json", *words)
    page.get_by_role("button", name="Put the invitation away").click()
    page.get_by_label("Payments").wait_for(state="detached")
    assert page.get_by_label(NAME).input_value() == ""


def test_no_song_of_the_journal_is_in_what_is_downloaded(at_home) -> None:
    at_home.journal.write_text(json.dumps(singing_sample()), encoding="utf-8")
    page = at_card(at_home)
    page.get_by_label(NAME).fill(COHORT)
    content = downloaded(page)
    assert len(json.loads(content)["shares"]) > 10
    assert not heard(content)


def test_what_is_typed_on_the_card_is_kept_nowhere_and_sent_to_nobody(at_home) -> None:
    before = at_home.journal.read_bytes()
    page = at_card(at_home)
    page.get_by_label(NAME).fill(SENT)
    page.get_by_label(CODE).fill(SENT)
    downloaded(page)
    assert SENT not in page.evaluate(STORED) + page.url
    page.reload()
    ready(page)
    page.locator(".q-offered-one").first.wait_for()
    assert [page.get_by_label(name).input_value() for name in (NAME, CODE)] == ["", ""]
    assert at_home.journal.read_bytes() == before
    lying = [each for each in at_home.journal.parent.rglob("*") if each.is_file()]
    assert not [each for each in lying if SENT.encode() in each.read_bytes()]
    assert {urlsplit(url).netloc for url in at_home.requests} == {urlsplit(at_home.home).netloc}
    assert not [url for url in at_home.requests if SENT in url]


def test_it_is_done_by_keys_alone(at_home) -> None:
    page = at_card(at_home)
    keys = Keys(page, exercise=None)
    keys.to(".q-handing [type=text]")
    page.keyboard.type(COHORT)
    keys.to("[type=checkbox][value=relief]")
    page.keyboard.press("Space")
    keys.to(".q-handing summary")
    page.keyboard.press("Enter")
    page.locator(".q-the-file").filter(has_text="quadrant-submission").wait_for()
    keys.to(".q-the-file")
    keys.to("[data-q-download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    found = json.loads(Path(download.value.path()).read_bytes())
    assert found["cohort"] == COHORT
    assert "relief" not in found["shares"]
    assert keys.unmet() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_holds_it_and_a_finger_hits_it(browser, workbook, scheme) -> None:
    with desk(browser, workbook, **PHONE, color_scheme=scheme) as found:
        shutil.copy(shipped("data/sample-journal.json"), found.journal)
        page = at_card(found)
        brought = {**FILE, "buffer": INVITATION.encode()}
        page.get_by_label("Or bring the invitation").set_input_files([brought])
        page.locator(".q-option", has_text="Search").tap()
        page.locator(".q-offered-one").first.tap()
        seen(page)
        assert (overflow(page), small(page), serious(page)) == (0, [], [])
        assert nameless(page) == []
        with page.expect_download() as download:
            page.locator("[data-q-download]").tap()
        kept = json.loads(Path(download.value.path()).read_bytes())
        assert kept["belongs"] == {"team": "search"}
        assert "regions" not in kept["shares"]


def test_where_nothing_can_leave_there_is_one_sentence_and_nothing_to_press(
    browser, workbook
) -> None:
    with desk(browser, workbook, **DESKTOP) as found:
        page = opened(found, "my-page", "5-hand_over")
        card = page.locator(".q-handing")
        card.get_by_text("There is nothing yet that could be handed over.").wait_for()
        assert card.locator("button:visible, input:visible, summary:visible").count() == 0
        assert not found.journal.exists()


@pytest.mark.parametrize(("slug", "place"), [("ten-tasks", "0-guess"), ("my-page", "0-reading")])
def test_nothing_is_asked_for_where_the_card_is_not_looked_at(at_home, slug, place) -> None:
    page = at_home.enter()
    frames: list[str] = []
    page.on("websocket", lambda line: line.on("framesent", lambda one: frames.append(str(one))))
    page.goto(f"{at_home.home}{slug}#{place}")
    ready(page)
    page.wait_for_timeout(500)
    assert [frame for frame in frames if "hello" in frame]
    assert not [frame for frame in frames if "offer" in frame]
    assert page.locator(".q-handing").count() == (slug == "my-page")


def test_in_jupyterlab_it_hands_over_and_the_saved_notebook_holds_nothing_typed(lab) -> None:
    address, context, folder = lab
    shutil.copy(shipped("data/sample-journal.json"), folder / "journal.json")
    page = context.new_page()
    arrive(page, address.replace("welcome", "my-page"))
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    run_until(page, ".q-reading .q-says")
    page.locator(".q-handing").scroll_into_view_if_needed()
    page.locator(".q-offered-one").first.wait_for()
    page.get_by_label(NAME).fill(SENT)
    assert json.loads(downloaded(page))["cohort"] == SENT
    page.locator(".jp-NotebookPanel .jp-Cell").first.click()
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    saved = (folder / "workbooks" / "my-page.ipynb").read_text(encoding="utf-8")
    assert '"output_type"' in saved
    assert SENT not in saved
