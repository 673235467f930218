"""What is written is kept: two windows, a new round, a line that breaks, kernels that end."""

import time

import pytest

from quadrantlib.journal import parse
from tests.browser.desk import answered, desk, go, here, journal_of, ready, saved, until

pytestmark = pytest.mark.browser
GUESS = "[data-q-field=guess] input[type=range]"


@pytest.fixture
def kept(browser, workbook):
    with desk(browser, workbook, accept_downloads=True) as found:
        yield found


def kill_kernels(workbook):
    for kernel in workbook.house.kernels():
        kernel.kill()


def test_saved_is_shown_within_two_seconds_and_only_once_it_is_on_disk(kept):
    page = kept.open()
    page.locator(GUESS).press("End")
    start = time.monotonic()
    saved(page)
    assert kept.answers() == {"guess": 10}
    assert time.monotonic() - start < 2
    assert "Saved" in page.locator("[data-q-status]").inner_text()


def test_what_one_window_writes_the_other_shows_and_none_overwrites(kept):
    one, two = kept.open(), kept.open()
    one.locator(GUESS).press("End")
    go(two)
    two.locator(".q-line").first.fill("The boat")
    saved(one)
    saved(two)
    until(one, lambda: len(kept.rounds()) == 1)
    assert kept.answers()["guess"] == 10
    assert kept.answers()["tasks"][0]["name"] == "The boat"
    go(one)
    until(one, lambda: one.locator(".q-line").first.input_value() == "The boat")


def test_two_windows_that_begin_at_once_share_one_round_and_stay_where_they_are(kept):
    one, two = kept.open(), kept.open()
    go(two)
    two.locator(".q-line").first.fill("The boat")
    one.locator(GUESS).press("End")
    saved(one)
    saved(two)
    until(two, lambda: kept.answers().get("guess") == 10)
    two.locator(".q-line").nth(1).fill("The garden")
    saved(two)
    assert len(kept.rounds()) == 1
    assert [row["name"] for row in kept.answers()["tasks"]] == ["The boat", "The garden"]
    assert two.locator(".q-line").first.is_visible()


def test_the_same_answer_changed_in_both_windows_is_asked_about_and_nothing_is_lost(kept):
    one, two = kept.open(), kept.open()
    one.locator(GUESS).press("End")
    until(two, lambda: "10 of 10" in two.locator(GUESS).get_attribute("aria-valuetext"))
    one.locator(GUESS).press("Home")
    two.locator(GUESS).press("PageDown")
    until(two, lambda: two.locator(".q-conflict").count() + one.locator(".q-conflict").count() > 0)
    until(one, lambda: one.locator(".q-conflict").count() == 1)
    stands = kept.answers()["guess"]
    waits = kept.rounds()[-1]["conflicts"][0]["other"]
    assert {stands, waits} == {0, 8}
    one.locator(".q-conflict button").nth(1).click()
    until(one, lambda: kept.answers()["guess"] == waits)
    until(two, lambda: two.locator(".q-conflict").count() == 0)


def test_a_round_that_has_had_its_time_is_only_shown_until_one_says_otherwise(kept):
    claim = {"what": "The boat", "when": "2026-01-03"}
    first = answered() | {"claim": claim}
    kept.journal.write_text(journal_of((40, first)), encoding="utf-8")
    page = kept.open()
    assert page.locator("[data-q-do=start_round]").is_visible()
    page.locator("[data-q-do=start_round]").click()
    until(page, lambda: len(kept.rounds()) == 2)
    rows = kept.answers()["tasks"]
    assert [row["name"] for row in rows] == [row["name"] for row in first["tasks"]]
    assert set().union(*rows) == {"id", "name", "origin", "for_work"}
    here(page, "label:has-text('Something else did')").click()
    until(page, lambda: kept.rounds()[0]["answers"].get("claim_kept") == "changed")
    here(page, "label:has-text('Yes')").click()
    until(page, lambda: kept.rounds()[0]["answers"].get("claim_kept") == "yes")
    assert "conflicts" not in kept.rounds()[0]
    assert "claim_kept" not in kept.answers()


def test_an_old_round_can_be_corrected(kept):
    kept.journal.write_text(journal_of((40, {"guess": 6})), encoding="utf-8")
    page = kept.open()
    page.locator(".q-bar [data-q-on]").wait_for()
    assert page.locator(".q-stop:not([hidden])").first.get_attribute("inert") is not None
    page.locator("[data-q-do=correct_round]").click()
    until(page, lambda: page.locator(".q-stop[inert]").count() == 0)
    page.evaluate("location.hash = '1-guess'")
    page.locator(GUESS).press("End")
    until(page, lambda: kept.answers()["guess"] == 10)
    assert len(kept.rounds()) == 1


def test_a_kernel_that_dies_is_seen_and_the_copy_is_a_journal_that_can_be_read(kept, workbook):
    page = kept.open()
    page.locator(GUESS).press("End")
    saved(page)
    kill_kernels(workbook)
    go(page)
    page.locator(".q-line").first.fill("Written after the kernel died")
    page.wait_for_selector("[data-q-status][data-state=lost]", timeout=10_000)
    with page.expect_download() as download:
        page.locator("[data-q-copy]").click()
    copy = parse(download.value.path().read_bytes())
    answers = copy.rounds("ten-tasks")[0]["answers"]
    assert answers["guess"] == 10
    assert [row["name"] for row in answers["tasks"]] == ["Written after the kernel died"]
    assert "Written" not in download.value.suggested_filename


def test_a_journal_that_cannot_be_written_is_said_so_and_the_answers_stay(kept):
    page = kept.open()
    kept.journal.mkdir()
    page.locator(GUESS).press("End")
    page.wait_for_selector("[data-q-status][data-state=unsaved]")
    assert "Traceback" not in page.inner_text("body")
    kept.journal.rmdir()
    page.locator(".q-notice button:has-text('Save again')").click()
    saved(page)
    assert kept.answers() == {"guess": 10}


# Taken out: `self.xsrf_token` in `Notebook.get`: three kernels stay until they are culled.
# By a bookmark: whoever comes by the path has the cookie from there.
def test_kernels_do_not_pile_up_on_reload_and_close(kept, workbook):
    pages = [kept.open() for _ in range(2)]
    for _ in range(3):
        pages[0].reload()
        ready(pages[0])
    assert len(workbook.house.wait_for_kernels(10, left=2)) == 2
    pages[0].close(run_before_unload=True)
    pages[1].close()
    assert not workbook.house.wait_for_kernels(20)
