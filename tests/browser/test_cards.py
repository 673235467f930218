"""Cards at a real table: sorted, taken, put in order, by keys, by mouse and by touch."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from quadrantlib.exercises.values.deck import DECK
from tests.browser.desk import desk, go, here, ready, saved, until
from tests.browser.test_everyone import serious
from tests.browser.test_newcomer import tab_to
from tests.browser.test_touch import PHONE, overflow, touch_drag

pytestmark = pytest.mark.browser

SHORT = [card.id for card in DECK if card.short]
NAMES = {card.id: card.label for card in DECK}
PILES = ("very", "somewhat", "not")
SORTED = {"deck": "short", "order": SHORT, "piles": {c: PILES[i % 3] for i, c in enumerate(SHORT)}}
HALF = SORTED | {"piles": {c: PILES[i % 3] for i, c in enumerate(SHORT[:11])}}
VERY = SHORT[::3]
TEN = SORTED | {"finalists": VERY[:10]}


@pytest.fixture(scope="module")
def table(browser, tmp_path_factory, python):
    size = {"width": 1280, "height": 900}
    with desk(browser, tmp_path_factory.mktemp("table"), python, viewport=size) as found:
        yield found


@pytest.fixture(scope="module")
def phone(browser, tmp_path_factory, python):
    with desk(browser, tmp_path_factory.mktemp("phone"), python, **PHONE) as found:
        yield found


def sit_down(found, answers, where, days_ago=0):
    """Open the values at a place, with these answers in the journal."""
    for page in found.context.pages:
        saved(page)  # else it writes what it still holds into the journal made below
        page.close()
    day = (datetime.now(UTC).date() - timedelta(days=days_ago)).isoformat()
    one = {"id": "r", "started": day, "updated": f"{day}T09:00:00Z", "answers": answers}
    head = {"format": "quadrant-journal", "version": 1, "id": "a-journal", "revision": 3}
    text = json.dumps({**head, "rounds": {"values": [one]}})
    found.journal.write_text(text, encoding="utf-8")
    page = found.enter()
    page.goto(f"{found.home}values#{where}")
    ready(page)
    return page


def answers(found):
    return found.rounds("values")[-1]["answers"]


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


# ---- a text file ---------------------------------------------------------------------------


def bring(page, content: bytes, name="cards.txt") -> str:
    with page.expect_event("filechooser") as chosen:
        page.locator(".q-text-file .q-file").click()
    chosen.value.set_files({"name": name, "mimeType": "text/plain", "buffer": content})
    said = page.locator(".q-text-file [role=status]")
    until(page, lambda: said.inner_text().strip() != "")
    return said.inner_text()


@pytest.fixture
def own_cards(table):
    page = sit_down(table, {"deck": "own"}, "1-deck")
    page.get_by_text("Cards of your own", exact=True).first.click()
    return page


def test_each_line_of_a_text_file_becomes_a_card_and_can_be_taken_back(table, own_cards) -> None:
    asked = len(table.requests)
    text = "\ufeffThe sea\r\n- Quiet\n\n  the SEA \nMusik für alle\n" + "x" * 81
    said = bring(own_cards, text.encode())
    assert said.startswith("3 are added. One line was longer than 80 characters")
    saved(own_cards)
    until(own_cards, lambda: len(answers(table).get("own_cards", [])) == 3)
    names = [row["name"] for row in answers(table)["own_cards"]]
    assert names == ["The sea", "Quiet", "Musik für alle"]
    assert len(table.requests) == asked
    own_cards.locator(".q-text-file .q-clear").click()
    saved(own_cards)
    until(own_cards, lambda: "own_cards" not in answers(table))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "does not look like plain text"),
        (b"x" * 200_001, "larger than a list of words"),
        (b"\n \n", "Nothing in this file is new"),
        ("\n".join(map(str, range(230))).encode(), "200 are added. 30 more did not fit"),
        ("Größe\nWürde".encode("cp1252"), "2 are added."),
        ("Größe\nWürde".encode("utf-16"), "2 are added."),
    ],
)
def test_a_file_that_is_no_list_is_met_with_words(own_cards, content, words) -> None:
    assert words in bring(own_cards, content)


# ---- taking and ordering -------------------------------------------------------------------


def test_the_eleventh_card_is_met_with_a_word_and_not_taken(table) -> None:
    page = sit_down(table, TEN, "2-finalists")
    here(page, f"[data-card='{VERY[10]}']").click()
    said = page.locator("[data-q-field=finalists] [role=status]")
    assert f"To take {NAMES[VERY[10]]}, put one back first" in said.inner_text()
    here(page, f"[data-card='{VERY[0]}']").click()
    here(page, f"[data-card='{VERY[10]}']").click()
    saved(page)
    until(page, lambda: answers(table)["finalists"] == VERY[1:11])


def test_the_order_changes_by_dragging_by_buttons_and_by_putting_back(table) -> None:
    page = sit_down(table, TEN | {"top": VERY[:5]}, "2-top")
    rows = page.locator(".q-order-row")
    first, third = rows.nth(0).bounding_box(), rows.nth(2).bounding_box()
    page.mouse.move(first["x"] + 150, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(first["x"] + 150, third["y"] + 30, steps=6)
    page.mouse.up()
    a, b, c, d, e = VERY[:5]
    until(page, lambda: answers(table)["top"] == [b, c, a, d, e])
    said = page.locator("[data-q-field=top] .q-sr[role=status]")
    assert said.text_content() == f"{NAMES[a]}: place 3 of 5"
    page.get_by_role("button", name=f"Move {NAMES[e]} up").click()
    page.keyboard.press("Enter")
    assert said.text_content() == f"{NAMES[e]}: place 3 of 5"
    page.get_by_role("button", name=f"Put {NAMES[b]} back").click()
    saved(page)
    until(page, lambda: answers(table)["top"] == [c, e, a, d])


# ---- pairs ---------------------------------------------------------------------------------


def test_pairs_put_ten_in_order_by_keys_and_ask_five_again(table) -> None:
    page = sit_down(table, TEN, "2-top")
    page.get_by_text("Two at a time").click()
    wanted = sorted(VERY[:10])
    for asked in range(31):
        if not page.locator(".q-duel").is_visible():
            break
        sides = [name.inner_text() for name in page.locator(".q-side-name").all()]
        ids = [next(c for c in wanted if NAMES[c] == side) for side in sides]
        if asked == 3:
            page.keyboard.press("ArrowLeft")
            page.keyboard.press("Backspace")
            assert page.locator(".q-side-name").first.inner_text() == sides[0]
        page.keyboard.press("1" if wanted.index(ids[0]) < wanted.index(ids[1]) else "2")
    assert 15 <= asked <= 30
    order = page.locator(".q-order-said .q-order-name").all_inner_texts()
    assert order == [NAMES[c] for c in wanted]
    page.get_by_role("button", name="Take the first 5 in this order").click()
    saved(page)
    until(page, lambda: answers(table).get("top") == wanted[:5])
    assert len(answers(table)["pairs"]) == asked


def test_pairs_may_be_left_at_any_time_and_nobody_is_led_back_to_them(table) -> None:
    page = sit_down(table, TEN | {"top": VERY[:5]}, "2-top")
    page.get_by_text("Two at a time").click()
    page.locator(".q-side").first.click()
    saved(page)
    go(page)
    assert "core" in page.url
    page.reload()
    ready(page)
    assert "core" in page.url
    assert len(answers(table)["pairs"]) == 1


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_among_the_cards(table, phone, scheme) -> None:
    states = [
        ({"deck": "own"}, "1-deck"),
        (HALF, "1-piles"),
        (SORTED, "1-piles"),
        (TEN, "2-finalists"),
        (TEN | {"top": VERY[:5]}, "2-top"),
    ]
    for found in (table, phone):
        for given, where in states:
            page = sit_down(found, given, where)
            page.emulate_media(color_scheme=scheme)
            page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
            assert re.search(where, page.url)
            assert serious(page) == [], where
            assert overflow(page) <= 0, where
