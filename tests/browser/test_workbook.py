"""The workbook that tests share is to each as if nobody had been there.

Taken out of `begin_again`, one by one and seen to fail: the end of kernels, the folder put back,
what was heard; and out of `desk` the context of its own.
"""

from contextlib import suppress

import psutil
import pytest

from tests.browser.desk import desk, saved

pytestmark = pytest.mark.browser
GUESS = "[data-q-field=guess] input[type=range]"


def names_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def leave_things_about(found, workbook):
    """Do in the workbook whatever a test might."""
    page = found.open()
    page.locator(GUESS).press("End")
    saved(page)
    page.evaluate("localStorage.setItem('left', 'there')")
    workbook.journal.with_name("journal.corrupt-20261122T090000Z.json").write_text("{")
    (workbook.folder / ".quadrant" / "journal.json.lock").unlink()
    (workbook.folder / "a folder").mkdir()
    (workbook.folder / "a link").symlink_to(workbook.folder / "a folder")
    workbook.house.heard.append("Something unexpected happened.")


def test_nothing_that_one_test_does_is_met_by_the_next(browser, workbook):
    with desk(browser, workbook) as found:
        before = names_in(workbook.folder), found.enter().inner_text("main")
        leave_things_about(found, workbook)
        kernels = workbook.house.kernels()
        assert len(kernels) == 1
        workbook.folder.chmod(0o500)
    with desk(browser, workbook) as found:
        assert not any(psutil.pid_exists(kernel.pid) for kernel in kernels)
        assert workbook.house.heard == []
        assert found.rounds() == []
        page = found.enter()
        assert (names_in(workbook.folder), page.inner_text("main")) == before
        assert page.evaluate("localStorage.length") == 0
        assert found.open().locator(GUESS).get_attribute("aria-valuetext") == "not set"


def test_whoever_left_no_longer_belongs_to_the_workbook(browser, workbook):
    with desk(browser, workbook) as found:
        found.enter()
    with desk(browser, workbook) as found:
        page = found.context.new_page()
        page.goto(found.home)
        assert page.get_by_role("heading", level=1).inner_text() == "This workbook has a key"


def test_a_page_that_still_held_something_writes_it_into_nobodys_journal(browser, workbook):
    with desk(browser, workbook) as found:
        page = found.open()
        kernel = workbook.house.kernels()[0]
        kernel.suspend()
        page.locator(GUESS).press("End")
        page.wait_for_timeout(300)  # it has sent its answer, which waits in the kernel's mailbox
    with desk(browser, workbook) as found:
        with suppress(psutil.NoSuchProcess):
            kernel.resume()
        found.open()
        assert not found.journal.exists()


def test_no_two_tests_are_at_it_at_once(browser, workbook):
    with (
        desk(browser, workbook),
        pytest.raises(AssertionError, match="another test"),
        desk(browser, workbook),
    ):
        pass
