"""A log: one line and Enter; what was written can be corrected, dated back and taken off."""

import pytest

from tests.browser.desk import desk, here, saved, until
from tests.browser.everyone import overflow
from tests.browser.journals import PHONE, ago, begin, comes, kept, opened, row_texts

pytestmark = pytest.mark.browser


@pytest.fixture
def at_home(browser, workbook):
    with desk(browser, workbook, viewport={"width": 1280, "height": 900}) as found:
        yield found


def things(found, slug="thirty-minutes", name="log"):
    return [
        {key: value for key, value in row.items() if key != "id"}
        for row in kept(found, slug, name) or []
    ]


def test_three_lines_go_by_keys_alone_and_the_cursor_is_ready_for_the_next(at_home):
    page = opened(at_home, "sparks", "1-sparks")
    here(page, ".q-log-line input").focus()
    for words in ("A bakery with four tables", "Ines, who teaches welding", "Half a year off"):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    saved(page)
    expected = ["A bakery with four tables", "Ines, who teaches welding", "Half a year off"]
    until(page, lambda: [row["what"] for row in things(at_home, "sparks", "sparks")] == expected)
    assert {row["date"] for row in things(at_home, "sparks", "sparks")} == {ago(0)}
    assert page.evaluate("document.activeElement.value") == ""
    assert row_texts(page, ".q-form-line .q-answer-name") == expected[::-1]


def test_what_is_written_is_safe_before_enter(at_home):
    page = opened(at_home, "sparks", "1-sparks")
    here(page, ".q-log-line input").fill("A half-written thought")
    saved(page)
    until(page, lambda: len(things(at_home, "sparks", "sparks")) == 1)
    page.reload()
    here(page, ".q-form-line").wait_for()
    assert row_texts(page, ".q-form-line .q-answer-name") == ["A half-written thought"]


def test_a_line_wiped_out_again_leaves_nothing(at_home):
    page = opened(at_home, "sparks", "1-sparks")
    line = here(page, ".q-log-line input")
    line.fill("Not this")
    saved(page)
    line.fill("")
    line.press("Enter")
    comes(page, at_home, "sparks", "sparks", None)


def test_minutes_and_an_earlier_day_go_with_the_line_and_the_next_is_of_today(at_home):
    page = opened(at_home, "thirty-minutes", "1-log")
    here(page, ".q-log-line .q-size[aria-label^='30']").first.click()
    here(page, f".q-log-line [data-day='{ago(2)}']").click()
    here(page, ".q-log-line input").first.fill("Guitar")
    page.keyboard.press("Enter")
    page.keyboard.type("The essay")
    page.keyboard.press("Enter")
    wanted = [
        {"thing": "Guitar", "date": ago(2), "minutes": 30},
        {"thing": "The essay", "date": ago(0)},
    ]
    until(page, lambda: things(at_home) == wanted)
    assert row_texts(page, ".q-form-line .q-answer-name") == ["The essay", "Guitar"]


def test_what_cannot_be_minutes_is_asked_again_and_nothing_is_lost(at_home):
    page = opened(at_home, "thirty-minutes", "1-log")
    fields = here(page, ".q-log-line input")
    fields.nth(0).fill("Guitar")
    fields.nth(1).press_sequentially("a while")
    page.keyboard.press("Enter")
    assert here(page, ".q-log-line .q-error:not([hidden])").count() == 1
    assert fields.nth(0).input_value() == "Guitar"
    fields.nth(1).fill("30")
    page.keyboard.press("Enter")
    wanted = [{"thing": "Guitar", "date": ago(0), "minutes": 30}]
    until(page, lambda: things(at_home) == wanted)
    assert fields.nth(0).input_value() == ""


def test_a_line_is_corrected_by_keys_and_taken_off_and_brought_back(at_home):
    row = {"id": "l1", "thing": "Gitar", "date": ago(1), "minutes": 30}
    begin(at_home, thirty_minutes={"log": [row]})
    page = opened(at_home, "thirty-minutes", "1-log")
    here(page, ".q-form-line").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Guitar")
    here(page, ".q-form-body >> text=Done").press("Enter")
    assert "Guitar" in page.evaluate("document.activeElement.textContent")
    comes(page, at_home, "thirty-minutes", "log", [row | {"thing": "Guitar"}])
    page.keyboard.press("Enter")
    here(page, ".q-form-body >> text=Take it off").press("Enter")
    comes(page, at_home, "thirty-minutes", "log", None)
    here(page, ".q-undo button").press("Enter")
    comes(page, at_home, "thirty-minutes", "log", [row | {"thing": "Guitar"}])


def test_a_long_log_shows_the_newest_and_the_rest_when_asked(at_home):
    rows = [{"id": f"s{i}", "what": f"Spark {i}", "date": ago(60 - i)} for i in range(60)]
    begin(at_home, sparks={"sparks": rows})
    page = opened(at_home, "sparks", "1-sparks")
    assert row_texts(page, ".q-form-line .q-answer-name")[0] == "Spark 59"
    shown = here(page, ".q-form-line").count()
    assert shown < 60
    here(page, ":text('Show earlier ones')").click()
    assert here(page, ".q-form-line").count() == 60


def test_a_thumb_writes_a_line_with_its_minutes(browser, workbook):
    with desk(browser, workbook, **PHONE) as found:
        page = opened(found, "thirty-minutes", "1-log")
        here(page, ".q-log-line input").first.tap()
        page.keyboard.type("Cello")
        here(page, ".q-log-line .q-size[aria-label^='45']").tap()
        here(page, ".q-log-line .q-button").tap()
        until(page, lambda: things(found) == [{"thing": "Cello", "date": ago(0), "minutes": 45}])
        assert overflow(page) <= 0
        assert found.crashes == []
