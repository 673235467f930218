"""My page hands the keepsake over, once, and the page in it stands alone."""

import shutil

import pytest

from quadrantlib.shipped import shipped
from tests.browser.desk import desk
from tests.browser.journals import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def at_home(browser, workbook):
    with desk(browser, workbook, viewport={"width": 1280, "height": 900}) as found:
        shutil.copy(shipped("data/sample-journal.json"), found.journal)
        yield found


def test_the_keepsake_is_one_file_on_paper_and_one_as_a_page(at_home, tmp_path):
    page = opened(at_home, "my-page", "0-reading")
    names = []
    page.on("download", lambda each: names.append(each.suggested_filename))
    for name in ("keepsake", "keepsake_page"):
        button = page.locator(f".q-reading + .q-errands [data-q-errand={name}]")
        with page.expect_download() as download:
            button.press("Enter")
        download.value.save_as(tmp_path / download.value.suggested_filename)
    assert [(name[:8], name.split(".")[-1]) for name in names] == [
        ("keepsake", "pdf"),
        ("keepsake", "html"),
    ]
    kept = next(tmp_path.glob("keepsake-*.html"))

    read = at_home.context.new_page()
    asked, errors = [], []
    read.on("request", lambda request: asked.append(request.url))
    read.on("console", lambda message: errors.append(message.text))
    read.goto(kept.as_uri())
    assert asked == [kept.as_uri()]
    assert errors == []
    assert read.locator("main > section").count() == len(read.locator("nav a").all())
    assert read.locator("figure svg:visible").count() == read.locator("figure").count()
    read.set_viewport_size({"width": 390, "height": 844})
    assert read.locator("figure svg:visible").count() == read.locator("figure").count()
    assert read.evaluate("document.documentElement.scrollWidth") <= 390
