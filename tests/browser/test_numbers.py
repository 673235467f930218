"""What a page shows it can read: in every language that the browser knows."""

from __future__ import annotations

from typing import Any

import pytest

from quadrantlib.forms.bundle import bundle

pytestmark = pytest.mark.browser

LETTERS = [chr(each) for each in range(ord("a"), ord("z") + 1)]
NAMES = [a + b for a in LETTERS for b in LETTERS] + ["gsw", "ckb", "fil", "haw", "kok", "yue"]
VALUES = [0, 4, 12, 7.5, -2, -2.5, 40, 1200, 1234.5, 2000]
LAW = """([names, values]) => {
  const asked = [...names, "ar-EG", "de-CH", "fa-IR", "mr-IN"];
  const known = Intl.NumberFormat.supportedLocalesOf(asked);
  const against = [];
  for (const locale of known) for (const value of values) {
    const shown = shortNumber(value, locale);
    if (parseTyped(shown) !== value) against.push([locale, value, shown]);
    if (parseMeasure(`${shown} hours`, "hours") !== value) against.push([locale, value, "measure"]);
    const money = shownMoney(value, locale);
    const back = readMoney(money, locale);
    const is = [back?.value, ...(back?.either ?? [])].includes(value);
    if (!is) against.push([locale, value, money]);
  }
  return [known.length, against];
}"""


@pytest.fixture(scope="module")
def through(browser) -> Any:
    page = browser.new_page()
    text = bundle("money.js") + bundle("measure.js").replace(bundle("numbers.js"), "")
    yield lambda run, given: page.evaluate(f"given => {{ {text}\n return ({run})(given); }}", given)
    page.close()


def test_what_is_shown_reads_back_in_every_language(through) -> None:
    """It fails without `westernDigits`, and with groups: "1,200" is read as 1.2."""
    known, against = through(LAW, [NAMES, VALUES])
    assert known >= 60
    assert against == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("４", 4), ("٤", 4), ("٧٫٥", 7.5), ("۱۲", 12), ("९", 9), ("৭", 7), ("၄", 4), ("៤", 4)),
        *(("−2,5", -2.5), ("\u200e−۲٫۵", -2.5), ("\u061c-٢", -2), ("\u202d12\u202c", 12)),
    ],
)
def test_a_number_is_read_whichever_digits_it_has(through, text: str, value: float) -> None:
    assert through("text => parseTyped(text)", text) == value


@pytest.mark.parametrize("text", ["10²", "½", "①", "1 2 x", "--2", "a"])
def test_what_is_no_number_is_none(through, text: str) -> None:
    assert through("text => parseTyped(text) === undefined", text)


def test_a_percent_sign_of_any_width_is_the_unit(through) -> None:
    run = "text => parseMeasure(text, '%')"
    assert [through(run, text) for text in ("7％", "7 %", "٧ %")] == [7, 7, 7]
