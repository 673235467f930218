"""What is seen under a hand is what is kept, however the hand was lost; a candidate is no Enter."""

from __future__ import annotations

import pytest

from quadrantlib.exercises import by_slug
from quadrantlib.forms.bundle import bundle
from quadrantlib.questions import Rows, Step, Words
from tests.browser.cardtable import HALF, NAMES, SHORT, TEN, VERY, answers, sit_down
from tests.browser.desk import answered, desk, journal_of, saved, until
from tests.browser.mounted import answers as answered_here
from tests.browser.mounted import mounted
from tests.browser.test_board import at as on_board
from tests.browser.test_fields import ALIVE, FROM, NOW, TO

pytestmark = pytest.mark.browser

LOSE = "() => globalThis.held.releasePointerCapture(globalThis.pointer)"
WATCH = """() => document.addEventListener("gotpointercapture", (event) => {
  Object.assign(globalThis, { held: event.target, pointer: event.pointerId });
})"""
"""Another window takes the pointer: nobody tells the page that the button went up."""

DRAGS = """text => {
  const told = globalThis.told = [];
  const node = document.body.appendChild(document.createElement("div"));
  node.style = "position: fixed; left: 0; top: 0; width: 50px; height: 50px";
  const onDrag = new Function(`${text}; return onDrag;`)();
  onDrag(node, {
    begin: (event) => ({ from: event.clientX }),
    move: (event) => { told.push(["move", event.clientX]); },
    end: (event, held, way) => { told.push([way, held.from, event.clientX]); },
  });
}"""


def ends(page):
    return [told for told in page.evaluate("told") if told[0] != "move"]


def test_a_drag_ends_once_however_it_ends(browser) -> None:
    """Without the listener for lost captures nothing is told until the next press."""
    page = browser.new_page()
    page.evaluate(WATCH)
    page.evaluate(DRAGS, bundle("drag.js"))
    page.mouse.move(10, 10)
    page.mouse.down()
    page.mouse.move(200, 10)
    page.evaluate(LOSE)
    page.mouse.up()
    assert ends(page) == [["lost", 10, 200]]
    page.mouse.move(20, 10)
    page.mouse.down()
    page.mouse.up()
    assert ends(page)[1:] == [["let go", 20, 20]]
    page.mouse.down()
    page.evaluate("held.dispatchEvent(new PointerEvent('pointercancel', { pointerId: pointer }))")
    page.mouse.up()
    assert ends(page)[2:] == [["cancelled", 20, 20]]
    page.close()


def test_a_mouse_that_comes_back_with_no_button_down_has_let_go(browser) -> None:
    """Some screenshot tools take the release along and leave the capture."""
    page = browser.new_page()
    page.evaluate(WATCH)
    page.evaluate(DRAGS, bundle("drag.js"))
    page.mouse.move(10, 10)
    page.mouse.down()
    page.mouse.move(90, 10)
    page.evaluate(
        "held.dispatchEvent(new PointerEvent('pointermove', { pointerId: pointer, buttons: 0 }))"
    )
    assert ends(page) == [["lost", 10, 90]]
    page.close()


@pytest.fixture
def table(browser, workbook):
    with desk(browser, workbook, viewport={"width": 1280, "height": 900}) as found:
        yield found


def dragged_and_lost(page, start, *way) -> None:
    page.evaluate(WATCH)
    page.mouse.move(*start)
    page.mouse.down()
    for place in way:
        page.mouse.move(*place, steps=6)
    page.evaluate(LOSE)
    page.mouse.move(1, 1)  # only now does the browser say that the capture is gone


def test_on_the_board_a_lost_mark_lies_where_it_is_seen(table) -> None:
    table.journal.write_text(journal_of((2, answered())), encoding="utf-8")
    page = table.open("ten-tasks", "2-board")
    page.locator("[data-q-dot=t0]").wait_for()
    said = page.locator(".q-sentence")
    dragged_and_lost(page, on_board(page, 8, 2), on_board(page, 6, 6), on_board(page, 8, 8))
    saved(page)
    until(page, lambda: table.answers()["tasks"][1]["autonomy"] > 7)
    assert "29 % hard and assigned" in said.inner_text()
    page.mouse.up()
    page.mouse.move(*on_board(page, 2, 2), steps=3)
    assert "29 % hard and assigned" in said.inner_text()


def test_a_lost_line_is_kept_as_it_is_drawn(browser) -> None:
    given = {"answers": {"from": 2015, "to": 2019}}
    with mounted(browser, FROM, TO, ALIVE, state=given) as page:
        box = page.locator(".q-curve-plot").bounding_box()
        left, top = box["x"] + 0.1 * box["width"], box["y"]
        dragged_and_lost(page, (left, top), (left + 0.2 * box["width"], top))
        drawn = answered_here(page)["alive"]
        assert drawn == {"2015": 10, "2016": 10}
        page.mouse.move(left + 0.8 * box["width"], top + 50, steps=4)
        page.mouse.up()
        assert answered_here(page)["alive"] == drawn


def test_lost_beads_lie_where_they_are_seen(browser) -> None:
    with mounted(browser, NOW) as page:
        row = page.get_by_role("spinbutton", name="Work")
        box = row.bounding_box()
        slot, middle = box["width"] / 20, box["y"] + box["height"] / 2
        start = (box["x"] + slot * 5.5, middle)
        dragged_and_lost(page, start, (box["x"] + slot * 11.5, middle))
        page.mouse.move(box["x"] + slot * 2.5, middle, steps=4)
        page.mouse.up()
        assert answered_here(page)["now"] == {"work": 12}
        assert row.get_attribute("aria-valuenow") == "12"


def test_a_lost_card_is_on_no_pile_and_goes_back(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    dealt = page.locator(".q-deck .q-dealt")
    start, pile = dealt.bounding_box(), page.locator("[data-pile=somewhat]").bounding_box()
    dragged_and_lost(page, (start["x"] + 80, start["y"] + 40), (pile["x"] + 40, pile["y"] + 20))
    until(page, lambda: "q-held" not in dealt.get_attribute("class"))
    page.mouse.up()
    assert NAMES[SHORT[11]] in dealt.inner_text()
    assert SHORT[11] not in answers(table)["piles"]


def test_a_lost_line_of_the_order_goes_back(table) -> None:
    page = sit_down(table, TEN | {"top": VERY[:5]}, "2-top")
    rows = page.locator(".q-order-row")
    first, third = rows.nth(0).bounding_box(), rows.nth(2).bounding_box()
    dragged_and_lost(page, (first["x"] + 150, first["y"] + 20), (first["x"] + 150, third["y"] + 30))
    page.mouse.up()
    assert page.locator(".q-order-row.q-held").count() == 0
    assert NAMES[VERY[0]] in rows.nth(0).inner_text()
    assert answers(table)["top"] == VERY[:5]


# ---- keys while an input method composes ---------------------------------------------------

CONFIRM = """node => node.dispatchEvent(new KeyboardEvent("keydown", {
  key: "Enter", keyCode: 229, bubbles: true, cancelable: true,
}))"""
LINES = Rows(
    name="things",
    ask="What do you do?",
    columns=(Words(name="what", ask="What?", longest=30),),
    steps=(Step(name="list", view="list", columns=("what",), title="A line each"),),
    at_most=12,
    stay=10,
)


def question(slug: str, name: str):
    return next(each for each in by_slug(slug).questions if each.name == name)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ((LINES,), ".q-lines input"),
        ((question("sparks", "sparks"),), ".q-log-line input"),
        ((question("skeptics", "believe"),), ".q-own input"),
        ((question("your-number", "gut"),), ".q-money"),
    ],
    ids=["list", "log", "pick", "money"],
)
def test_an_enter_that_confirms_a_candidate_is_none(browser, asked, line: str) -> None:
    """The browser's own doing (`preventDefault`) is left alone, and the line stays as it is."""
    with mounted(browser, *asked) as page:
        field = page.locator(line).first
        field.focus()
        page.keyboard.insert_text("500")
        assert field.evaluate(CONFIRM), "the key was taken for an Enter"
        assert field.input_value() == "500"
        assert field.evaluate("node => node === document.activeElement")
        assert not field.evaluate(CONFIRM.replace("229", "13")), "a real Enter is one"


def test_keys_that_sort_cards_wait_for_an_input_method(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    press = CONFIRM.replace('"Enter"', '"1"')
    assert page.locator("body").evaluate(press)
    assert not page.locator("body").evaluate(press.replace("229", "49"))
