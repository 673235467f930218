"""Money is read as people type it; what could be two amounts is both, and what is none is neither.

What is shown back reads as the same amount, in every manner of writing.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from quadrantlib.forms.bundle import bundle

pytestmark = pytest.mark.browser

BOTH = "both"
WRONG = "wrong"

READS = [
    # what is typed, the browser's language, what it is
    ("", "en-US", None),
    ("   ", "en-US", None),
    ("0", "en-US", 0),
    ("120000", "en-US", 120_000),
    ("120k", "en-US", 120_000),
    ("120 K", "de-DE", 120_000),
    ("120 thousand", "en-GB", 120_000),
    ("85 tsd", "de-DE", 85_000),
    ("1.2m", "en-US", 1_200_000),
    ("1,2m", "en-US", 1_200_000),
    ("1,5 Mio.", "de-DE", 1_500_000),
    ("2 million", "en-GB", 2_000_000),
    ("2 Mrd", "de-AT", 2_000_000_000),
    ("1.1bn", "en-GB", 1_100_000_000),
    ("3 lakh", "en-IN", 300_000),
    ("2 crore", "en-IN", 20_000_000),
    ("500万", "ja-JP", 5_000_000),
    ("1 250", "en-US", 1250),
    ("1 250", "fr-FR", 1250),
    ("1\u202f250\u202f000", "fr-FR", 1_250_000),
    ("1\u00a0250,50", "sv-SE", 1250.5),
    ("1'250", "de-CH", 1250),
    ("1’250.50", "de-CH", 1250.5),
    ("1’250.-", "de-CH", 1250),
    ("1_250_000", "en-US", 1_250_000),
    ("1.250,50", "en-US", 1250.5),
    ("1,250.50", "de-DE", 1250.5),
    ("1.250.000", "en-US", 1_250_000),
    ("1,250,000", "de-DE", 1_250_000),
    ("1.250.000,5", "en-US", 1_250_000.5),
    ("12,34,567", "en-IN", 1_234_567),
    ("1,00,000.50", "en-IN", 100_000.5),
    ("1 250 000,50", "en-US", 1_250_000.5),
    ("1,250", "en-US", 1250),
    ("1.250", "de-DE", 1250),
    ("1.250", "en-US", BOTH),
    ("1,250", "de-DE", BOTH),
    ("1.250", "fr-FR", BOTH),
    ("1,250", "fr-FR", BOTH),
    ("1.250", "de-CH", BOTH),
    ("120.000 EUR", "en-US", BOTH),
    ("1.250k", "en-US", 1250),
    ("1.250k", "de-DE", 1_250_000),
    ("1,250k", "en-US", 1_250_000),
    ("1.250k", "fr-FR", BOTH),
    ("12.5", "de-DE", 12.5),
    ("12,50", "en-US", 12.5),
    ("0.125", "de-DE", 0.13),
    ("0,5", "en-US", 0.5),
    (".5", "en-US", 0.5),
    (",5", "de-DE", 0.5),
    ("1234.567", "de-DE", 1234.57),
    ("1.", "en-US", 1),
    ("€120k", "en-US", 120_000),
    ("120 k€", "fr-FR", 120_000),
    ("120kEUR", "en-US", 120_000),
    ("CHF 1'250.50", "en-US", 1250.5),
    ("Fr. 1'250", "de-CH", 1250),
    ("Fr.1250", "de-CH", 1250),
    ("$ 5,000", "en-US", 5000),
    ("US$5,000.00", "en-US", 5000),
    ("R$ 1.234.567,89", "pt-BR", 1_234_567.89),
    ("120 000 kr", "nb-NO", 120_000),
    ("5000,-", "nb-NO", 5000),
    ("1.250,-", "nb-NO", 1250),
    ("120 dollars", "en-US", 120),
    ("120 Euros", "en-US", 120),
    ("¥１２０，０００", "ja-JP", 120_000),
    ("-5k", "en-US", -5000),
    ("−5k", "en-US", -5000),
    ("(5,000)", "en-US", -5000),
    ("€ -5k", "de-DE", -5000),
    ("+5k", "en-US", 5000),
    ("~120k", "en-US", 120_000),
    ("about 120k", "en-US", 120_000),
    ("ca. 120k", "de-DE", 120_000),
    ("١٬٢٥٠", "ar-EG", 1250),
    ("١٬٢٥٠٫٥٠", "ar-EG", 1250.5),
    ("۱۲۰", "fa-IR", 120),
    ("१,२५०", "mr-IN", 1250),
    ("\u200f1250\u200f", "he-IL", 1250),
    ("1.2.3", "en-US", WRONG),
    ("1,23,4", "en-US", WRONG),
    ("12 50", "en-US", WRONG),
    ("1,234.567,8", "en-US", WRONG),
    ("5-10k", "en-US", WRONG),
    ("5k to 10k", "en-US", WRONG),
    ("1e5", "en-US", WRONG),
    ("50 %", "en-US", WRONG),
    ("12 k m", "en-US", WRONG),
    ("€ 5 $", "en-US", WRONG),
    ("a lot", "en-US", WRONG),
    ("k", "en-US", WRONG),
    ("$", "en-US", WRONG),
    ("--5", "en-US", WRONG),
    ("5-", "en-US", WRONG),
    ("10²", "en-US", WRONG),
    ("½", "en-US", WRONG),
    ("40k-50k", "en-US", WRONG),
    # as it is pasted
    ("$50,000 USD", "en-US", 50_000),
    ("1,250.00 CAD $", "en-US", 1250),
    ("\u202d50,000\u202c", "en-US", 50_000),
    ("40,000-", "en-US", -40_000),
    ("1´000", "de-CH", 1000),
    ("1,5 Md€", "fr-FR", 1_500_000_000),
    ("1.234,56 €", "de-DE", 1234.56),
    ("CHF 1'234.50", "de-CH", 1234.5),
    ("Rs 12,34,567.00", "en-IN", 1_234_567),
    ("R$ 1.234,56", "pt-BR", 1234.56),
    ("(1,234.50)", "en-US", -1234.5),
    ("EUR 40.000,-", "de-DE", 40_000),
    ("５０，０００", "ja-JP", 50_000),
    ("−2", "sv-SE", -2),
    ("3 apples", "en-US", WRONG),
]
LOCALES = (
    *("en-US", "en-GB", "en-IN", "de-DE", "de-CH", "de-AT", "fr-FR", "fr-CH", "es-ES", "pt-PT"),
    *("pl-PL", "sv-SE", "nb-NO", "et-EE", "ja-JP", "he-IL", "ar-EG", "fa-IR", "mr-IN", "bn-BD"),
)
SHOW = """cases => cases.map(([value, locale, known]) => {
  const shown = shownMoney(value, locale, known);
  return [shown, readMoney(shown, locale, known)];
})"""
READ = "cases => cases.map(([text, locale, known]) => readMoney(text, locale, known ?? null))"


@pytest.fixture(scope="module")
def through(browser) -> Any:
    """Run cases through the front end's own modules."""
    page = browser.new_page()
    text = bundle("money.js") + bundle("numberwords.js")
    yield lambda run, cases: page.evaluate(f"cases => {{ {text}\n return ({run})(cases); }}", cases)
    page.close()


@pytest.fixture(scope="module")
def read(through) -> list[Any]:
    return through(READ, [list(case[:2]) for case in READS])


@pytest.mark.parametrize("at", range(len(READS)), ids=lambda at: f"{READS[at][0]}-{READS[at][1]}")
def test_an_amount_is_read_as_it_was_meant(read, at: int) -> None:
    found, meant = read[at], READS[at][2]
    if meant is None:
        assert found is None
    elif meant is WRONG:
        assert found == {"wrong": True}
    elif meant is BOTH:
        assert len(found["either"]) == 2
        assert found["either"][0] == pytest.approx(found["either"][1] * 1000)
    else:
        assert found["value"] == meant


@pytest.mark.parametrize(
    ("text", "known", "value"),
    [("1.250", ",", 1250), ("1,250", ".", 1250)],
)
@pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR", "de-CH"])
def test_a_mark_that_was_given_away_settles_the_next_amount(
    through, locale: str, text: str, known: str, value: float
) -> None:
    assert through(READ, [[text, locale, known]])[0]["value"] == value


@pytest.mark.parametrize(("text", "known"), [("40,000", ","), ("60.000", ".")])
@pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR", "de-CH"])
def test_one_slip_makes_no_amount_a_thousandth_of_itself(
    through, locale: str, text: str, known: str
) -> None:
    """ "250,00" typed once in an English browser made the next "40,000" forty, unasked."""
    found = through(READ, [[text, locale, known]])[0]
    assert found["either"] == [int(text[:2]) * 1000, int(text[:2])]


@pytest.mark.parametrize(
    ("text", "decimal"),
    [("1.250,50", ","), ("1,250.50", "."), ("1.250.000", ","), ("12.50", "."), ("5000,-", ",")],
)
def test_an_amount_gives_away_which_mark_is_the_decimal_one(through, text, decimal) -> None:
    assert through(READ, [[text, "en-US"]])[0]["decimal"] == decimal


@pytest.mark.parametrize("text", ["1250", "1 250", "120k", "1'250", "1,250", "1."])
def test_an_amount_that_leaves_it_open_gives_nothing_away(through, text: str) -> None:
    assert through(READ, [[text, "en-US"]])[0].get("decimal") is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("€5", ["EUR"]),
        ("5 sek", ["SEK"]),
        ("5 kr", ["SEK", "NOK", "DKK", "ISK"]),
        ("CA$5", ["CAD"]),
        ("5 pounds", ["GBP"]),
        ("5", None),
    ],
)
def test_a_currency_written_along_is_told(through, text: str, codes: Any) -> None:
    assert through(READ, [[text, "en-US"]])[0]["codes"] == codes


def test_what_is_shown_back_reads_as_the_same_amount(through) -> None:
    dice = Random(7)
    values = [0, 1, 999, 1000, 1250, 1250.5, -1250, 0.01, 12_345.67, 1e12, -1e12]
    values += [round(dice.uniform(-1, 1) * 10 ** dice.randint(0, 12), 2) for _ in range(60)]
    values += [dice.randint(-(10**9), 10**9) for _ in range(40)]
    cases = [[v, where, known] for v in values for where in LOCALES for known in (None, ".", ",")]
    assert len(cases) > 6000
    wrong = [
        (case, shown, found)
        for case, (shown, found) in zip(cases, through(SHOW, cases), strict=True)
        if not found or found.get("value") != case[0]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (14, "fourteen"),
        (42, "forty-two"),
        (1.25, "one point two five"),
        (1250, "one thousand two hundred and fifty"),
        (100_005, "one hundred thousand and five"),
        (1_250_000, "one million two hundred and fifty thousand"),
        (-2e9, "minus two billion"),
        (1e12, "one trillion"),
        (0.5, "zero point five"),
    ],
)
def test_a_reading_is_said_in_words(through, value: float, words: str) -> None:
    assert through("values => values.map(inWords)", [value]) == [words]
