"""Marking: phrases of one's own text become rows, by key, tap or selection, and can be reworded."""

import json

import pytest

from quadrantlib.exercises import by_slug
from quadrantlib.forms.bundle import bundle
from tests.browser.everyone import overflow
from tests.browser.journals import PHONE
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser
SIGNS = by_slug("five-years").question("signs")
TEXT = (
    "By then I know one system by heart, and nothing beyond it. My calendar owns the day; "
    "somebody else owns my calendar.\n"
    "Yes, I nod in meetings. I said: it depends – and that was that."
)
STATE = {"answers": {"letter": TEXT}}
PHRASES = [
    (
        TEXT.partition("\n")[0],
        [
            [
                "By then I know one system by heart,",
                "and nothing beyond it.",
                "My calendar owns the day;",
                "somebody else owns my calendar.",
            ]
        ],
    ),
    ("Yes, I nod in meetings.", [["Yes, I nod in meetings."]]),
    ("It costs 3,5 or 1.200 a day.", [["It costs 3,5 or 1.200 a day."]]),
    ("I said it depends – and left.", [["I said it depends", "– and left."]]),
    ("He says “no.” I stay quiet.", [["He says “no.”", "I stay quiet."]]),
    ("我没有意见。日程是别人的。", [["我没有意见。", "日程是别人的。"]]),
    ("first line here\n\n  second line here ", [["first line here"], ["second line here"]]),
    ("  \n ", []),
]
SPLIT = """async ([text, cases]) => {
  const own = text.replace("export default", "globalThis.phrased = phrasesIn; export default");
  await import(URL.createObjectURL(new Blob([own], { type: "text/javascript" })));
  return cases.map((each) => phrased(each));
}"""


def whats(page):
    return [row["what"] for row in answers(page).get("signs", [])]


def phrase(page, words):
    return page.locator(".q-phrase").filter(has_text=words)


def test_a_text_falls_into_phrases_at_the_ends_of_sentences_and_clauses(browser):
    page = browser.new_page()
    try:
        found = page.evaluate(SPLIT, [bundle("keeper.js"), [text for text, _ in PHRASES]])
        for each, (text, expected) in zip(found, PHRASES, strict=True):
            assert each == expected, json.dumps(text)
    finally:
        page.close()


def test_no_word_of_the_text_is_lost_between_the_phrases(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        shown = page.locator(".q-marktext").inner_text()
        assert shown.split() == TEXT.split()


def test_a_phrase_is_marked_and_unmarked_by_keys_alone(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        phrase(page, "My calendar owns the day").focus()
        page.keyboard.press("Enter")
        assert whats(page) == ["My calendar owns the day"]
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert whats(page) == ["My calendar owns the day", "somebody else owns my calendar."]
        assert page.locator(".q-phrase[aria-pressed=true]").count() == 2
        page.keyboard.press("Space")
        assert whats(page) == ["My calendar owns the day"]


def test_any_words_that_are_selected_can_be_marked(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        page.evaluate(
            "() => { const node = document.querySelectorAll('.q-phrase')[0].firstChild;"
            " getSelection().setBaseAndExtent(node, 8, node, 25); }"
        )
        button = page.locator(".q-marksel button")
        button.wait_for()
        assert "I know one system" in button.inner_text()
        button.click()
        assert whats(page) == ["I know one system"]
        assert button.is_hidden()


def test_a_mouse_that_draws_over_words_selects_them_and_toggles_nothing(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        box = phrase(page, "one system by heart").bounding_box()
        middle = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 4, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 6, middle, steps=5)
        page.mouse.up()
        assert whats(page) == []
        page.locator(".q-marksel button").click()
        (words,) = whats(page)
        assert "know one system by" in words


def test_a_marked_phrase_is_put_into_other_words_and_stays_marked(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        phrase(page, "nod in meetings").click()
        page.locator(".q-line").fill("I nod, and say nothing")
        assert whats(page) == ["I nod, and say nothing"]
        assert phrase(page, "nod in meetings").get_attribute("aria-pressed") == "true"


def test_after_five_it_says_that_these_are_enough(browser):
    with mounted(browser, SIGNS, state=STATE) as page:
        for each in page.locator(".q-phrase").all()[:6]:
            each.click()
        assert len(whats(page)) == 5
        assert "5 are marked" in page.locator(".q-markview > [role=status]").inner_text()
        page.locator(".q-line-row .q-icon").first.click()
        assert len(whats(page)) == 4


def test_without_a_text_it_says_to_write_one_first(browser):
    with mounted(browser, SIGNS) as page:
        assert "Write the text first" in page.locator(".q-markview").inner_text()
        assert page.locator(".q-phrase").count() == 0


def test_a_text_is_only_ever_text(browser):
    state = {"answers": {"letter": "<img src=x onerror=alert(1)>. Then <b>more</b>."}}
    with mounted(browser, SIGNS, state=state) as page:
        assert page.locator(".q-marktext img, .q-marktext b").count() == 0
        phrase(page, "Then").click()
        assert whats(page) == ["Then <b>more</b>."]


def test_a_finger_taps_a_phrase(browser):
    with mounted(browser, SIGNS, state=STATE, **PHONE) as page:
        phrase(page, "My calendar owns the day").tap()
        assert whats(page) == ["My calendar owns the day"]
        assert overflow(page) <= 0
