"""Single fields, by keys and by hand: what is written is what was meant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Page

from quadrantlib.kinds import Beads, Brought, Curve, Many, Money
from quadrantlib.questions import Amount, Choice, Day, Option, Question, Words
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser

ENGLISH = {"locale": "en-GB"}
CURRENCY = Choice(
    name="currency",
    ask="In which currency?",
    options=(Option("EUR", "Euro"), Option("USD", "US dollar"), Option("CHF", "Swiss franc")),
    menu=True,
)
PAY = Money(name="pay", ask="What pay would be enough?")
WEALTH = Money(name="wealth", ask="And in the bank?", least=-1e12)
MOODS = Many(
    name="moods",
    ask="Which visited you?",
    options=(Option("a", "Rereading"), Option("b", "Reaching"), Option("c", "A busy mind")),
    at_most=2,
)
AREAS = (Option("work", "Work"), Option("rest", "Rest"), Option("people", "People"))
NOW = Beads(name="now", ask="Your days now", areas=AREAS, own="areas")
WANTED = Beads(name="wanted", ask="As you want them", areas=AREAS, own="areas", starts_with="now")
ALIVE = Curve(
    name="alive", ask="How alive?", begins="from", ends="to", low_end="hardly", high_end="wide"
)
FROM, TO = Amount(name="from", ask="From?"), Amount(name="to", ask="To?")
YEAR = Amount(name="year", ask="Since?", least=1900, most=2200)
RATE = Amount(name="rate", ask="At which rate?")
PART = Amount(name="part", ask="Which part of it?", least=-0.2, most=0.3, unit="%", percent=True)
LETTER = Words(
    name="letter",
    ask="The letter",
    lines=6,
    minutes=15,
    prompts=("Whose calendar owns the day",),
    stamps="letter_on",
)
LETTER_ON = Day(name="letter_on", ask="When?", more=True)
MEANT = Words(name="meant", ask="For this season", lines=3, starters=("This season,", "I want"))
TABLE = Brought(name="table", ask="A table, if you have one")


@pytest.fixture
def at(browser) -> Any:
    """Open a page that asks these questions, every one of them in view."""
    opened = []

    def open_page(*asked: Question, **state: Any) -> Page:
        context = mounted(browser, *asked, state={"answers": state}, **ENGLISH)
        opened.append(context)
        page = context.__enter__()
        page.add_style_tag(content=".q-stop[hidden] { display: block !important; }")
        return page

    yield open_page
    for context in opened:
        context.__exit__(None, None, None)


def field(page: Page, name: str, selector: str) -> Any:
    return page.locator(f"[data-q-field={name}] {selector}")


def answer(page: Page, name: str) -> Any:
    return answers(page).get(name)


# ---- an amount ---------------------------------------------------------------------------


def test_a_year_is_shown_as_a_year_and_half_of_one_is_no_mistake_yet(at) -> None:
    page = at(YEAR, year=2009)
    typed = field(page, "year", "input")
    assert typed.input_value() == "2009"
    typed.fill("")
    typed.press_sequentially("20")
    assert not field(page, "year", "[role=alert]").is_visible()
    page.keyboard.press("Tab")
    assert field(page, "year", "[role=alert]").inner_text().startswith("This needs a year from")
    assert answer(page, "year") is None


@pytest.mark.parametrize(
    ("unit", "typed", "stored"),
    [
        *(("min", "half an hour", 30), ("min", "1h", 60), ("min", "1.5 h", 90)),
        *(("min", "45 min", 45), ("min", "1h30", 90), ("h", "40h", 40), ("h", "90 min", 1.5)),
        *(("h a week", "40 h a week", 40), ("h a week", "6 hours", 6), ("days", "12 days", 12)),
    ],
)
def test_an_amount_may_be_typed_with_its_unit(at, unit: str, typed: str, stored: float) -> None:
    page = at(Amount(name="time", ask="How long?", unit=unit, most=100))
    field(page, "time", "input").fill(typed)
    assert answer(page, "time") == stored


@pytest.mark.parametrize("typed", ["h", "a while", "1,5,5 h", "12 apples"])
def test_what_is_no_time_is_asked_again_with_numbers_as_one_writes_them_here(at, typed) -> None:
    page = at(Amount(name="time", ask="How long?", unit="h", most=744))
    field(page, "time", "input").fill(typed)
    page.keyboard.press("Tab")
    assert "from 0 to 744, like 12 or 7.5" in field(page, "time", ".q-error").inner_text()
    assert field(page, "time", "input").input_value() == typed


def test_text_that_is_full_says_so(at) -> None:
    page = at(Words(name="short", ask="What?", longest=5))
    field(page, "short", "input").press_sequentially("longer")
    assert "as much as fits" in field(page, "short", ".q-help").inner_text()


@pytest.mark.parametrize(("typed", "stored"), [("3.5", 0.035), ("7 %", 0.07), ("-1,1", -0.011)])
def test_a_part_is_typed_in_hundredths_and_stored_as_a_fraction(at, typed: str, stored: float):
    page = at(PART)
    field(page, "part", "input").fill(typed)
    assert answer(page, "part") == stored
    page.keyboard.press("Tab")
    assert float(field(page, "part", "input").input_value()) == pytest.approx(stored * 100)


def test_a_part_out_of_its_bounds_is_refused_in_hundredths(at) -> None:
    page = at(PART)
    field(page, "part", "input").fill("31")
    page.keyboard.press("Tab")
    assert "from -20 to 30" in field(page, "part", ".q-error").inner_text()


@pytest.mark.parametrize("value", [0.035, 1250, 7.25, 0.6])
def test_an_amount_is_shown_as_it_was_typed_and_stays_the_same(at, value: float) -> None:
    page = at(RATE, rate=value)
    typed = field(page, "rate", "input")
    assert typed.input_value() == str(value)
    typed.press("End")
    typed.press_sequentially("0")
    typed.press("Backspace")
    assert answer(page, "rate") == value


# ---- several of a few --------------------------------------------------------------------


def test_several_are_taken_by_keys_and_kept_in_the_order_of_the_options(at) -> None:
    page = at(MOODS)
    field(page, "moods", "input >> nth=2").press("Space")
    field(page, "moods", "input >> nth=0").press("Space")
    assert answer(page, "moods") == ["a", "c"]
    field(page, "moods", "input >> nth=2").press("Space")
    assert answer(page, "moods") == ["a"]
    field(page, "moods", "input >> nth=0").press("Space")
    assert answer(page, "moods") is None


def test_a_third_waits_until_one_of_two_is_let_go(at) -> None:
    page = at(MOODS, moods=["a", "b"])
    assert field(page, "moods", "input >> nth=2").is_disabled()
    assert "let one of them go" in field(page, "moods", "[role=status]").inner_text()
    field(page, "moods", "label >> nth=1").click()
    field(page, "moods", "label >> nth=2").click()
    assert answer(page, "moods") == ["a", "c"]


def test_a_long_list_is_a_menu_that_can_be_left_open_again(at) -> None:
    page = at(CURRENCY)
    menu = page.get_by_label("In which currency?")
    assert menu.input_value() == ""
    menu.select_option("USD")
    assert answer(page, "currency") == "USD"
    menu.select_option("")
    assert answer(page, "currency") is None


# ---- money -------------------------------------------------------------------------------


def test_an_amount_is_shown_back_as_the_person_writes_it_with_its_currency(at) -> None:
    page = at(CURRENCY, PAY, currency="EUR")
    field(page, "pay", "input").fill("120k")
    page.keyboard.press("Tab")
    assert answer(page, "pay") == 120_000
    assert field(page, "pay", "input").input_value() == "120,000"
    assert field(page, "pay", ".q-unit").inner_text() == "EUR"


def test_an_amount_counts_before_the_page_is_left(at) -> None:
    page = at(PAY)
    field(page, "pay", "input").press_sequentially("12")
    assert answer(page, "pay") is None
    page.evaluate("dispatchEvent(new Event('beforeunload'))")
    assert answer(page, "pay") == 12


def test_what_can_be_read_in_two_ways_is_asked_back_in_words_and_counts_when_chosen(at) -> None:
    page = at(PAY, pay=5)
    field(page, "pay", "input").fill("1.250")
    page.keyboard.press("Tab")
    assert answer(page, "pay") is None
    assert field(page, "pay", "input").input_value() == "1.250"
    ways = field(page, "pay", ".q-asked button")
    assert ways.all_inner_texts() == ["one thousand two hundred and fifty", "one point two five"]
    assert page.evaluate("document.activeElement.textContent") == ways.first.inner_text()
    page.keyboard.press("Enter")
    assert answer(page, "pay") == 1250
    assert field(page, "pay", "input").input_value() == "1,250"
    assert not field(page, "pay", ".q-asked").is_visible()


def test_an_amount_that_gives_its_marks_away_settles_the_next_one(at) -> None:
    page = at(PAY, WEALTH)
    field(page, "pay", "input").fill("1.250.000")
    field(page, "wealth", "input").fill("-1.250")
    page.keyboard.press("Tab")
    assert answers(page) == {"pay": 1_250_000, "wealth": -1250}
    assert field(page, "wealth", "input").input_value() == "-1.250"


def test_below_zero_is_asked_about_only_where_it_makes_no_sense(at) -> None:
    page = at(PAY, WEALTH)
    field(page, "wealth", "input").fill("-5k")
    field(page, "pay", "input").fill("-5k")
    page.keyboard.press("Tab")
    assert answers(page) == {"wealth": -5000}
    assert "from 0 up" in field(page, "pay", "[role=alert]").inner_text()
    assert field(page, "pay", "input").input_value() == "-5k"


def test_another_currency_than_the_rounds_is_asked_about(at) -> None:
    page = at(CURRENCY, PAY, currency="USD")
    field(page, "pay", "input").fill("€90k")
    page.keyboard.press("Tab")
    assert answer(page, "pay") is None
    page.get_by_role("button", name="All of them are in EUR").click()
    assert answers(page) == {"currency": "EUR", "pay": 90_000}


def test_the_rounds_own_currency_may_stand_beside_every_amount(at) -> None:
    page = at(CURRENCY, PAY, currency="USD")
    field(page, "pay", "input").fill("$90,000.50")
    page.keyboard.press("Tab")
    assert answer(page, "pay") == 90_000.5
    assert field(page, "pay", "input").input_value() == "90,000.50"


def test_what_is_no_amount_stays_to_be_corrected(at) -> None:
    page = at(PAY)
    field(page, "pay", "input").fill("a lot")
    page.keyboard.press("Tab")
    assert field(page, "pay", "input").input_value() == "a lot"
    assert "120k" in field(page, "pay", "[role=alert]").inner_text()
    field(page, "pay", "input").fill("")
    page.keyboard.press("Tab")
    assert not field(page, "pay", "[role=alert]").is_visible()


# ---- beads -------------------------------------------------------------------------------


def test_beads_are_laid_by_keys_until_none_is_left(at) -> None:
    page = at(NOW)
    work, rest = (
        page.get_by_role("spinbutton", name="Work"),
        page.get_by_role("spinbutton", name="Rest"),
    )
    work.press("ArrowRight")
    work.press("PageUp")
    rest.press("End")
    assert answer(page, "now") == {"work": 6, "rest": 14}
    work.press("+")
    assert answer(page, "now") == {"work": 6, "rest": 14}
    assert "none left" in field(page, "now", "[role=status]").inner_text()
    rest.press("Home")
    assert answer(page, "now") == {"work": 6}
    assert work.get_attribute("aria-valuetext") == "6 beads"


def test_beads_are_laid_by_buttons_and_areas_of_ones_own_take_them_too(at) -> None:
    page = at(NOW, areas=[{"id": "x1", "name": "The garden"}])
    for _ in range(3):
        page.get_by_role("button", name="One more on The garden").click()
    page.get_by_role("button", name="One less on The garden").click()
    assert answer(page, "now") == {"x1": 2}


def test_a_tap_lays_as_many_as_it_points_at_and_a_drag_goes_along(at) -> None:
    page = at(NOW)
    box = page.get_by_role("spinbutton", name="Work").bounding_box()
    slot, middle = box["width"] / 20, box["y"] + box["height"] / 2
    page.mouse.click(box["x"] + slot * 6.5, middle)
    assert answer(page, "now") == {"work": 7}
    page.mouse.click(box["x"] + slot * 6.5, middle)
    assert answer(page, "now") == {"work": 6}
    page.mouse.move(box["x"] + slot * 5.5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + slot * 11.5, middle, steps=6)
    page.mouse.up()
    assert answer(page, "now") == {"work": 12}


def test_the_wanted_beads_begin_as_they_lie_now_and_show_what_moved(at) -> None:
    page = at(NOW, WANTED, now={"work": 15, "rest": 5})
    work = field(page, "wanted", "[role=spinbutton] >> nth=0")
    assert work.get_attribute("aria-valuenow") == "15"
    assert answer(page, "wanted") is None
    work.press("ArrowLeft")
    field(page, "wanted", "[role=spinbutton] >> nth=2").press("ArrowRight")
    assert answers(page) == {
        "now": {"work": 15, "rest": 5},
        "wanted": {"work": 14, "rest": 5, "people": 1},
    }
    counts = field(page, "wanted", ".q-bead-count").all_inner_texts()
    assert counts == ["14 (−1)", "5", "1 (+1)"]
    assert work.get_attribute("aria-valuetext") == "14 beads, 1 fewer than there"
    assert field(page, "wanted", "[data-is=gone]").count() == 1
    assert field(page, "wanted", "[data-is=came]").count() == 1


# ---- a line over the years ---------------------------------------------------------------


def test_a_line_is_drawn_with_the_mouse_over_every_year_it_passes(at) -> None:
    page = at(FROM, TO, ALIVE, **{"from": 2015, "to": 2019})
    box = field(page, "alive", ".q-curve-plot").bounding_box()
    x = lambda year: box["x"] + (year - 2015 + 0.5) / 5 * box["width"]  # noqa: E731
    page.mouse.move(x(2015), box["y"])
    page.mouse.down()
    page.mouse.move(x(2019), box["y"] + box["height"])
    page.mouse.up()
    drawn = answer(page, "alive")
    assert drawn == pytest.approx(
        {"2015": 10, "2016": 7.5, "2017": 5, "2018": 2.5, "2019": 0}, abs=0.2
    )
    page.get_by_role("button", name="Begin the line anew").click()
    assert answer(page, "alive") is None


def test_a_line_is_drawn_by_keys_year_by_year(at) -> None:
    page = at(FROM, TO, ALIVE, **{"from": 2015, "to": 2017})
    first = page.get_by_role("slider", name="In 2015")
    assert first.get_attribute("aria-valuetext") == "not set"
    first.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    assert answer(page, "alive") == {"2015": 5.5, "2016": 4.9, "2017": 10}
    page.keyboard.press("Delete")
    assert answer(page, "alive") == {"2015": 5.5, "2016": 4.9}


def test_a_line_is_typed_as_numbers(at) -> None:
    page = at(FROM, TO, ALIVE, **{"from": 2015, "to": 2016})
    page.get_by_text("Year by year, with keys or numbers").click()
    page.get_by_label("2016", exact=True).fill("7,25")
    page.keyboard.press("Tab")
    page.get_by_label("2015", exact=True).fill("12")
    page.keyboard.press("Tab")
    assert answer(page, "alive") == {"2015": 10, "2016": pytest.approx(7.3, abs=0.051)}
    assert page.get_by_label("2015", exact=True).input_value() == "10"


def test_a_number_that_is_none_stays_to_be_corrected_on_the_line_too(at) -> None:
    page = at(FROM, TO, ALIVE, **{"from": 2015, "to": 2016})
    page.get_by_text("Year by year, with keys or numbers").click()
    typed = page.get_by_label("2016", exact=True)
    typed.fill("12 apples")
    page.keyboard.press("Tab")
    assert typed.input_value() == "12 apples"
    assert "from 0 to 10, like 7.5" in field(page, "alive", ".q-error:visible").inner_text()
    assert answer(page, "alive") is None
    typed.fill("6")
    page.keyboard.press("Tab")
    assert answer(page, "alive") == {"2016": 6}


def test_an_open_end_is_this_year_and_no_beginning_draws_nothing(at) -> None:
    page = at(FROM, TO, ALIVE)
    assert "first year" in field(page, "alive", ".q-help").first.inner_text()
    year = datetime.now(UTC).year
    field(page, "from", "input").fill(str(year - 2))
    assert field(page, "alive", "[role=slider]").count() == 3
    field(page, "to", "input").fill(str(year - 1))
    assert field(page, "alive", "[role=slider]").count() == 2


# ---- timed writing -----------------------------------------------------------------------


def test_the_clock_can_be_hidden_and_stops_nobody(at) -> None:
    page = at(LETTER, LETTER_ON)
    page.clock.install()
    page.get_by_role("button", name="Write for 15 minutes").click()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    clock = page.get_by_role("timer")
    assert clock.inner_text() == "About 15 minutes left"
    page.get_by_role("button", name="Hide the clock").click()
    assert not clock.is_visible()
    page.get_by_role("button", name="Show the clock").click()
    page.clock.fast_forward("16:00")
    assert "as long as you like" in clock.inner_text()
    field(page, "letter", "textarea").fill("Still writing")
    assert answer(page, "letter") == "Still writing"


def test_writing_keeps_the_day_on_which_it_was_written(at) -> None:
    page = at(LETTER, LETTER_ON, letter="old", letter_on="2026-01-01")
    assert answer(page, "letter_on") == "2026-01-01"
    field(page, "letter", "textarea").fill("new")
    assert answer(page, "letter_on") == page.evaluate("new Date().toLocaleDateString('sv')")


def test_what_helps_while_writing_stands_beside_it(at) -> None:
    page = at(LETTER, LETTER_ON)
    aside = page.get_by_role("complementary", name="In case it helps")
    assert aside.get_by_role("listitem").all_inner_texts() == ["Whose calendar owns the day"]


def test_a_beginning_is_taken_up_and_gives_way_until_one_goes_on(at) -> None:
    page = at(MEANT)
    page.get_by_role("button", name="I want").click()
    page.get_by_role("button", name="This season").click()
    assert answer(page, "meant") == "This season, "
    page.keyboard.type("I rest.")
    page.get_by_role("button", name="I want").click()
    assert answer(page, "meant") == "This season, I rest.\nI want "


# ---- a file that is brought --------------------------------------------------------------


def bring(page: Page, data: bytes) -> Any:
    """Bring a file, and return what the kernel is told of it."""
    page.evaluate(
        "() => { const s = globalThis[Symbol.for('quadrant.pages')].stores.get('p');"
        " s.sendRaw = (m) => { if (m.kind === 'hear') globalThis.heard = m; }; }"
    )
    file = {"name": "returns.csv", "mimeType": "text/csv", "buffer": data}
    field(page, "table", "input").set_input_files([file])
    page.wait_for_function("document.querySelector('.q-field [role=status]').textContent")
    return page.evaluate("globalThis.heard ?? null")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_brought_file_is_sent_as_text_however_a_spreadsheet_wrote_it(at, encoding) -> None:
    page = at(TABLE)
    heard = bring(page, "year,café\n1990,1\n".encode(encoding))
    assert (heard["kind"], heard["name"]) == ("hear", "table")
    assert heard["text"] == "year,café\n1990,1\n"
    assert heard["today"] == page.evaluate("new Date().toLocaleDateString('sv')")
    assert answers(page) == {}


def test_what_was_brought_is_answered_below_it_and_a_second_time(at) -> None:
    page = at(TABLE)
    first = bring(page, b"year\n")
    reading = {"says": ["64 of 68 starts."], "needs": [], "wonders": [], "aside": [], "parts": []}
    said = {"kind": "heard", "name": "table", "reading": {**reading, "pictures": []}}
    page.evaluate("m => tellBrowser(m)", {**said, "seq": first["seq"], "trouble": None})
    assert field(page, "table", ".q-says").inner_text() == "64 of 68 starts."
    page.evaluate("m => tellBrowser(m)", {**said, "seq": 99, "trouble": "Another's."})
    second = bring(page, b"month\n")
    trouble = "Line 3 has no year."
    page.evaluate("m => tellBrowser(m)", {**said, "seq": second["seq"], "trouble": trouble})
    assert field(page, "table", "[role=status]").inner_text() == "Line 3 has no year."
    assert field(page, "table", ".q-says").count() == 0


@pytest.mark.parametrize(
    ("data", "words"), [(b"1," * 1_000_001, "larger than two"), (b"PK\x03\x04\x00", "plain text")]
)
def test_what_is_too_large_or_no_text_is_refused_here_and_goes_nowhere(at, data, words) -> None:
    page = at(TABLE)
    assert bring(page, data) is None
    assert words in field(page, "table", "[role=status]").inner_text()


def test_a_brought_file_is_said_to_be_read_here_and_not_kept(at) -> None:
    page = at(TABLE)
    file = page.get_by_label("A table, if you have one")
    promise = page.locator(f"#{file.get_attribute('aria-describedby')}")
    assert promise.inner_text() == "It is read here, answered below and not kept."
