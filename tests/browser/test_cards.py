"""Cards sorted at a real table: by keys, by mouse and by touch."""

from __future__ import annotations

import pytest

from quadrantlib.exercises.values.deck import DECK
from tests.browser.cardtable import HALF, NAMES, PILES, SHORT, SORTED, TEN, VERY, answers, sit_down
from tests.browser.desk import desk, here, ready, saved, until
from tests.browser.test_everyone import serious
from tests.browser.test_newcomer import tab_to
from tests.browser.test_touch import PHONE, overflow, touch_drag

pytestmark = pytest.mark.browser


@pytest.fixture
def table(browser, workbook):
    size = {"width": 1280, "height": 900}
    with desk(browser, workbook, viewport=size) as found:
        yield found


@pytest.fixture
def phone(browser, workbook):
    with desk(browser, workbook, **PHONE) as found:
        yield found


def card(page):
    return page.locator(".q-deck .q-card-name").inner_text()


def count(page):
    return page.locator(".q-piles .q-card-count").inner_text()


# ---- sorting -------------------------------------------------------------------------------


def test_a_deck_is_sorted_by_one_key_a_card_and_chosen_from_by_keys_alone(table) -> None:
    page = sit_down(table, {}, "1-deck")
    tab_to(page, "[data-q-field=deck] input")
    page.keyboard.press("Space")
    tab_to(page, "[data-q-on]")
    page.keyboard.press("Enter")
    page.locator(".q-deck .q-dealt").wait_for()
    assert count(page) == f"1 of {len(SHORT)}"
    met = []
    for i in range(len(SHORT)):
        met.append(card(page))
        page.keyboard.press(str(i % 3 + 1))
    page.locator(".q-deck .q-dealt").wait_for(state="hidden")
    assert sorted(met) == sorted(NAMES[c] for c in SHORT)
    saved(page)
    until(page, lambda: len(answers(table)["piles"]) == len(SHORT))
    kept = answers(table)
    assert [NAMES[c] for c in kept["order"]] == met
    assert [kept["piles"][c] for c in kept["order"]] == [PILES[i % 3] for i in range(len(SHORT))]

    tab_to(page, "[data-q-on]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-q-field=finalists] .q-chip")
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    saved(page)
    until(page, lambda: answers(table).get("finalists") == kept["order"][:9:3])
    tab_to(page, "[data-q-on]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-q-field=top] .q-chip")
    for _ in range(3):
        page.keyboard.press("Enter")
    page.keyboard.press("End")
    saved(page)
    first, second, third = kept["order"][:9:3]
    until(page, lambda: answers(table).get("top") == [second, third, first])
    assert table.crashes == []


def test_the_next_card_asks_nobody(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    page.evaluate("WebSocket.prototype.send = () => {}")
    for place in range(12, 20):
        assert count(page) == f"{place} of {len(SHORT)}"
        assert card(page) == NAMES[SHORT[place - 1]]
        page.keyboard.press("2")
    page.close()


def test_sorting_goes_on_at_the_same_card_after_a_reload(table) -> None:
    page = sit_down(table, {"deck": "full"}, "1-piles")
    for _ in range(7):
        page.keyboard.press("1")
    at, name = count(page), card(page)
    saved(page)
    page.reload()
    ready(page)
    assert (count(page), card(page)) == (at, name) == (f"8 of {len(DECK)}", name)


def test_the_last_card_comes_back_by_key_and_by_button_even_after_a_reload(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    now, last = card(page), NAMES[SHORT[10]]
    page.keyboard.press("Backspace")
    assert card(page) == last
    assert last in page.locator(".q-piles [role=status]").text_content()
    page.keyboard.press("3")
    assert card(page) == now
    page.keyboard.press("Control+z")
    page.locator(".q-piles .q-clear").click()
    assert card(page) == NAMES[SHORT[9]]
    saved(page)
    until(page, lambda: len(answers(table)["piles"]) == 9)


def test_undo_gives_a_card_that_was_looked_at_again_its_old_pile_back(table) -> None:
    page = sit_down(table, SORTED, "1-piles")
    page.get_by_role("button", name=f"Look at {NAMES[SHORT[4]]} again").click()
    assert card(page) == NAMES[SHORT[4]]
    page.keyboard.press("1")
    page.locator(".q-deck .q-dealt").wait_for(state="hidden")
    saved(page)
    until(page, lambda: answers(table)["piles"][SHORT[4]] == "very")
    page.keyboard.press("Backspace")
    assert card(page) == NAMES[SHORT[4]]
    saved(page)
    until(page, lambda: answers(table)["piles"] == SORTED["piles"])


def test_a_key_held_down_or_pressed_elsewhere_sorts_nothing(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    page.keyboard.down("1")
    page.keyboard.down("1")
    page.keyboard.down("1")
    page.keyboard.up("1")
    assert count(page) == f"13 of {len(SHORT)}"
    page.locator("[data-q-on]").focus()
    page.keyboard.press("1")
    assert count(page) == f"13 of {len(SHORT)}"


def test_a_round_that_had_its_time_is_only_looked_at(table) -> None:
    page = sit_down(table, HALF, "1-piles", days_ago=500)
    page.keyboard.press("1")
    page.keyboard.press("Backspace")
    assert count(page) == f"12 of {len(SHORT)}"


def test_a_card_is_dragged_onto_the_pile_under_the_mouse(table) -> None:
    page = sit_down(table, HALF, "1-piles")
    now = SHORT[11]
    start, pile = (
        page.locator(name).bounding_box() for name in (".q-deck .q-dealt", "[data-pile=somewhat]")
    )
    page.mouse.move(start["x"] + 80, start["y"] + 40)
    page.mouse.down()
    page.mouse.move(pile["x"] + 40, pile["y"] + 20, steps=5)
    page.mouse.up()
    assert card(page) == NAMES[SHORT[12]]
    saved(page)
    until(page, lambda: answers(table)["piles"].get(now) == "somewhat")


def test_cards_of_ones_own_come_last_or_alone(table) -> None:
    own = [{"id": "a", "name": "The sea"}, {"id": "b", "name": "Quiet"}]
    page = sit_down(table, SORTED | {"own_cards": own}, "1-piles")
    assert (card(page), count(page)) == ("The sea", f"{len(SHORT) + 1} of {len(SHORT) + 2}")
    page = sit_down(table, {"deck": "own", "own_cards": own}, "1-piles")
    assert (card(page), count(page)) == ("The sea", "1 of 2")


# ---- by touch ------------------------------------------------------------------------------


def test_a_finger_taps_a_pile_and_swipes_a_card_to_either_side(phone) -> None:
    page = sit_down(phone, HALF, "1-piles")
    box = page.locator(".q-deck .q-dealt").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    here(page, "[data-pile=somewhat]").tap()
    touch_drag(page, middle, (middle[0] - 120, middle[1] + 10))
    touch_drag(page, middle, (middle[0] + 120, middle[1] - 10))
    touch_drag(page, middle, (middle[0] + 20, middle[1]))
    assert count(page) == f"15 of {len(SHORT)}"
    assert overflow(page) <= 0
    saved(page)
    until(page, lambda: len(answers(phone)["piles"]) == 14)
    assert [answers(phone)["piles"][c] for c in SHORT[11:14]] == ["somewhat", "very", "not"]


def test_a_double_tap_sorts_one_card_only(phone) -> None:
    page = sit_down(phone, HALF, "1-piles")
    here(page, "[data-pile=very]").dblclick()
    assert count(page) == f"13 of {len(SHORT)}"


def test_a_finger_drags_a_card_by_its_number(phone) -> None:
    page = sit_down(phone, TEN | {"top": VERY[:5]}, "2-top")
    grips = page.locator(".q-grip")
    last, first = grips.nth(4).bounding_box(), grips.nth(0).bounding_box()
    touch_drag(page, (last["x"] + 20, last["y"] + 20), (first["x"] + 20, first["y"] + 5))
    saved(page)
    until(page, lambda: answers(phone)["top"] == [VERY[4], *VERY[:4]])
    assert overflow(page) <= 0
    assert phone.crashes == []


# ---- for everyone --------------------------------------------------------------------------


@pytest.mark.parametrize("seat", ["table", "phone"])
def test_axe_finds_nothing_serious_among_the_cards(request, seat) -> None:
    states = [
        ({"deck": "own"}, "1-deck"),
        (HALF, "1-piles"),
        (SORTED, "1-piles"),
        (TEN, "2-finalists"),
        (TEN | {"top": VERY[:5]}, "2-top"),
    ]
    for given, where in states:
        page = sit_down(request.getfixturevalue(seat), given, where)
        assert page.url.endswith(where)
        page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert serious(page) == [], (where, scheme)
        assert overflow(page) <= 0, where
