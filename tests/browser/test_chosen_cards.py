"""Cards brought in a file, taken, put in order, and held one against the other."""

from __future__ import annotations

import pytest

from tests.browser.cardtable import NAMES, TEN, VERY, answers, sit_down
from tests.browser.desk import desk, go, here, ready, saved, until

pytestmark = pytest.mark.browser


@pytest.fixture
def table(browser, workbook):
    size = {"width": 1280, "height": 900}
    with desk(browser, workbook, viewport=size) as found:
        yield found


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
    assert f"To take “{NAMES[VERY[10]]}”, put one back first" in said.inner_text()
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
