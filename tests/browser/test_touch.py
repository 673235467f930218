"""The same way by touch, on a phone."""

import pytest

from tests.browser.desk import TASKS, answered, desk, here, journal_of, saved, until
from tests.browser.everyone import overflow

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
UNIT = 11.5
"""The board's side, in units of its axes; 0 lies 0.75 inside."""


@pytest.fixture
def phone(browser, workbook):
    with desk(browser, workbook, **PHONE) as found:
        yield found


def on_board(page, hard, chosen):
    box = page.locator(".q-board").bounding_box()
    unit = box["width"] / UNIT
    return box["x"] + (chosen + 0.75) * unit, box["y"] + (10 - hard + 0.75) * unit


def touch_drag(page, start, end):
    """Move a finger from one point to another, in steps."""
    line = page.context.new_cdp_session(page)
    (x1, y1), (x2, y2) = start, end

    def touch(kind, *points):
        touches = [{"x": x, "y": y} for x, y in points]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    touch("touchStart", start)
    for step in range(1, 9):
        touch("touchMove", (x1 + (x2 - x1) * step / 8, y1 + (y2 - y1) * step / 8))
    touch("touchEnd")
    page.wait_for_timeout(300)  # a tap that comes at once would only stop the page from gliding


def answer(page, option):
    """Tap an answer no faster than one reads a card: two taps at once count as one."""
    page.wait_for_timeout(300)
    here(page, f".q-big[data-option='{option}']").tap()


def test_a_double_click_answers_one_card_only(phone):
    rows = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    phone.journal.write_text(journal_of((2, {"tasks": rows})), encoding="utf-8")
    page = phone.open("ten-tasks", "2-feeling")
    page.locator(".q-card-name").first.wait_for()
    here(page, ".q-big[data-option='1']").dblclick()
    saved(page)
    until(page, lambda: "if_gone" in phone.answers()["tasks"][0])
    assert "if_gone" not in phone.answers()["tasks"][1]


def test_the_whole_way_goes_by_touch_and_never_sideways(phone):
    page = phone.open()
    assert overflow(page) <= 0
    slider = page.locator("[data-q-field=guess] input[type=range]")
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    page.locator("[data-q-on]").tap()
    for i, (name, *_) in enumerate(TASKS):
        page.locator(".q-line").nth(i).tap()
        page.keyboard.type(name)
    assert overflow(page) <= 0
    page.locator("[data-q-on]").tap()
    for *_, gone, _ in TASKS:
        answer(page, gone)
    assert overflow(page) <= 0
    page.locator("[data-q-on]").tap()
    for *_, origin in TASKS:
        answer(page, origin)
    assert overflow(page) <= 0
    page.locator("[data-q-on]").tap()
    for _, _, hard, chosen, _, _ in TASKS:
        page.locator(".q-board").scroll_into_view_if_needed()
        page.touchscreen.tap(*on_board(page, hard, chosen))
    until(page, lambda: page.locator(".q-dot").count() == len(TASKS))
    assert overflow(page) <= 0
    page.locator("[data-q-on]").tap()
    for i, (_, hours, *_) in enumerate(TASKS):
        here(page, f".q-each-row:nth-child({i + 1}) input.q-number").tap()
        page.keyboard.type(str(hours))
    assert overflow(page) <= 0
    page.locator("[data-q-on]").tap()
    page.locator("[data-q-on]").tap()
    page.wait_for_selector(".q-picture-title")
    assert overflow(page) <= 0
    saved(page)
    tasks = phone.answers()["tasks"]
    assert [t["if_gone"] for t in tasks] == [gone for *_, gone, _ in TASKS]
    for task, (_, _, hard, chosen, _, _) in zip(tasks, TASKS, strict=True):
        assert task["difficulty"] == pytest.approx(hard, abs=0.3)
        assert task["autonomy"] == pytest.approx(chosen, abs=0.3)
    assert phone.crashes == []


def test_a_finger_drags_a_mark_across_the_board(phone):
    phone.journal.write_text(journal_of((2, answered())), encoding="utf-8")
    page = phone.open("ten-tasks", "2-board")
    dot = page.locator("[data-q-dot=t0]")
    dot.wait_for()
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    touch_drag(page, start, on_board(page, 2, 8))
    saved(page)
    until(page, lambda: phone.answers()["tasks"][0]["autonomy"] > 7)
    assert phone.answers()["tasks"][0]["difficulty"] == pytest.approx(2, abs=0.5)


def test_a_finger_drags_a_waiting_task_onto_the_board(phone):
    rows = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    phone.journal.write_text(journal_of((2, {"tasks": rows})), encoding="utf-8")
    page = phone.open("ten-tasks", "2-board")
    chip = page.locator("[data-q-chip=b]")
    chip.wait_for()
    box = chip.bounding_box()
    start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    touch_drag(page, start, on_board(page, 7, 3))
    saved(page)
    until(page, lambda: "autonomy" in phone.answers()["tasks"][1])
    assert phone.answers()["tasks"][1]["autonomy"] == pytest.approx(3, abs=0.5)
    assert "autonomy" not in phone.answers()["tasks"][0]


def test_the_chosen_task_can_be_dragged_sideways_and_the_next_set_down_on_its_mark(phone):
    rows = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    phone.journal.write_text(journal_of((2, {"tasks": rows})), encoding="utf-8")
    page = phone.open("ten-tasks", "2-board")
    chip = page.locator("[data-q-chip=a]")
    chip.wait_for()
    box = chip.bounding_box()
    start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    touch_drag(page, start, on_board(page, 9.5, 9))
    until(page, lambda: "autonomy" in phone.answers()["tasks"][0])
    page.touchscreen.tap(*on_board(page, 9.4, 8.9))
    until(page, lambda: "autonomy" in phone.answers()["tasks"][1])
    assert phone.answers()["tasks"][1]["autonomy"] == pytest.approx(8.9, abs=0.3)
