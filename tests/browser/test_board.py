"""The board: three equal ways in, and nothing asks the kernel while a mark is under way."""

import pytest

from tests.browser.desk import answered, desk, journal_of, saved, until

pytestmark = pytest.mark.browser
UNIT = 11.5


@pytest.fixture
def board(browser, workbook):
    """A board with the worked example on it, at the desk."""
    with desk(browser, workbook, viewport={"width": 1280, "height": 900}) as found:
        found.journal.write_text(journal_of((40, earlier()), (2, answered())), encoding="utf-8")
        yield found


def earlier():
    return {"tasks": [row | {"autonomy": 2} for row in answered()["tasks"][:3]]}


def opened(found):
    page = found.open("ten-tasks", "2-board")
    page.locator("[data-q-dot=t0]").wait_for()
    return page


def at(page, hard, chosen):
    box = page.locator(".q-board").bounding_box()
    unit = box["width"] / UNIT
    return box["x"] + (chosen + 0.75) * unit, box["y"] + (10 - hard + 0.75) * unit


def test_the_shares_follow_the_mark_before_it_is_let_go_and_without_the_kernel(board):
    page = opened(board)
    page.evaluate(
        "() => { globalThis.sent = []; const send = WebSocket.prototype.send;"
        " WebSocket.prototype.send = function (text) {"
        "   if (!text.includes('\"ping\"')) sent.push(text); return send.call(this, text); } }"
    )
    assert "58 % hard and assigned" in page.locator(".q-sentence").inner_text()
    page.mouse.move(*at(page, 8, 2))
    page.mouse.down()
    page.mouse.move(*at(page, 6, 6), steps=6)
    page.mouse.move(*at(page, 8, 8), steps=6)
    until(page, lambda: "29 % hard and assigned" in page.locator(".q-sentence").inner_text())
    assert page.evaluate("sent.length") == 0
    page.mouse.up()
    saved(page)
    until(page, lambda: board.answers()["tasks"][1]["autonomy"] > 7)


def test_undo_puts_a_mark_back_where_it_was(board):
    page = opened(board)
    page.mouse.move(*at(page, 8, 2))
    page.mouse.down()
    page.mouse.move(*at(page, 3, 7), steps=5)
    page.mouse.up()
    saved(page)
    assert board.answers()["tasks"][1]["autonomy"] == pytest.approx(7, abs=0.3)
    page.locator(".q-boardview .q-clear:has-text('Undo')").click()
    until(page, lambda: board.answers()["tasks"][1]["autonomy"] == 2)
    assert board.answers()["tasks"][1]["difficulty"] == 8


def test_numbers_typed_in_the_table_move_the_mark_and_arrow_keys_change_the_numbers(board):
    page = opened(board)
    page.locator("summary:has-text('Type numbers')").click()
    fields = page.locator(".q-number-line").nth(0).locator("input")
    fields.nth(0).fill("7,5")
    fields.nth(0).press("Tab")
    label = page.locator("[data-q-dot=t0]").get_attribute("aria-label")
    assert "hard and chosen" in label
    page.locator("[data-q-dot=t0]").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowUp")
    assert fields.nth(0).input_value() in ("7", "7.0")
    assert fields.nth(1).input_value() == "9.1"
    saved(page)
    until(page, lambda: board.answers()["tasks"][0]["difficulty"] == 9.1)
    assert board.answers()["tasks"][0]["autonomy"] == 7


def test_what_is_typed_wrong_changes_nothing(board):
    page = opened(board)
    page.locator("summary:has-text('Type numbers')").click()
    field = page.locator(".q-number-line").nth(0).locator("input").nth(0)
    for nonsense in ("eleven", "11", "-3", "1e9", "<b>"):
        field.fill(nonsense)
        field.press("Tab")
        assert field.input_value() == "1"
    assert board.answers()["tasks"][0]["autonomy"] == 1


def test_exactly_on_the_line_it_asks_which_side_and_may_stay(board):
    page = opened(board)
    page.locator("[data-q-dot=t4]").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    asked = page.locator(".q-onaline")
    assert "Reading in the evening" in asked.inner_text()
    assert "on the line" in page.locator("[data-q-dot=t4]").get_attribute("aria-label")
    asked.locator("button").first.click()
    saved(page)
    until(page, lambda: board.answers()["tasks"][4]["autonomy"] == 4.9)


def test_it_shows_the_guess_last_round_and_what_other_lines_would_change(board):
    page = opened(board)
    assert page.locator(".q-faint").count() == 3
    words = page.locator(".q-guess").inner_text()
    assert "36 %" in words
    assert "60 %" in words
    page.locator("summary:has-text('line lay elsewhere')").click()
    table = page.locator(".q-sensitivity").inner_text()
    assert "51 %" in table
    assert "The quarterly plan" in table


def test_names_beside_the_marks_do_not_overlap(board):
    page = opened(board)
    boxes = page.locator(".q-dot-name").evaluate_all(
        "names => names.map(name => name.getBBox()).map(({x, y, width, height}) =>"
        " ({x, y, width, height}))"
    )
    assert len(boxes) == 10
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart_x = a["x"] + a["width"] <= b["x"] + 1 or b["x"] + b["width"] <= a["x"] + 1
            apart_y = a["y"] + a["height"] <= b["y"] + 4 or b["y"] + b["height"] <= a["y"] + 4
            assert apart_x or apart_y
