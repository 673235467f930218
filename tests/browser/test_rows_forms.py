"""Small forms: folded when done, asked again when their day has come; letters stay sealed."""

from datetime import timedelta

import pytest

from quadrantlib.exercises import by_slug
from tests.browser.everyone import overflow
from tests.browser.journals import PHONE, ago, today
from tests.browser.mounted import answers, mounted

pytestmark = pytest.mark.browser
LETTERS = by_slug("arrivals").question("letters")
PROMISES = by_slug("arrivals").question("promises")
PEOPLE = by_slug("skeptics").question("people")
SECRET = "Light, and a little empty."


def letter(day, **more):
    row = {"id": "a", "milestone": "The launch", "day": day, "feel": SECRET, **more}
    return {"answers": {"letters": [row]}}


def field(page, name):
    return page.locator(f".q-form-body:visible [data-q-field={name}]")


def test_a_form_is_filled_in_by_keys_alone_and_folds_to_a_line(browser):
    with mounted(browser, PEOPLE) as page:
        field(page, "name").locator("input").focus()
        page.keyboard.type("Ines")
        page.keyboard.press("Tab")
        page.keyboard.type("Courage")
        page.locator(".q-form-body:visible .q-button").press("Enter")
        (row,) = answers(page)["people"]
        assert (row["name"], row["for_what"]) == ("Ines", "Courage")
        assert page.locator(".q-form-body:visible").count() == 0
        assert page.evaluate("document.activeElement.textContent") == "InesCourage"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.value") == "Ines"


def test_another_form_opens_ready_to_write_and_an_empty_one_leaves_nothing(browser):
    state = {"answers": {"people": [{"id": "x", "name": "Ines"}]}}
    with mounted(browser, PEOPLE, state=state) as page:
        page.locator("text=Another person").click()
        page.keyboard.type("Oleg")
        assert [row["name"] for row in answers(page)["people"]] == ["Ines", "Oleg"]
        page.locator(".q-form-body:visible .q-button").click()
        page.locator("text=Another person").click()
        page.locator(".q-form-body:visible .q-button").click()
        assert len(answers(page)["people"]) == 2
        assert page.locator(".q-form").count() == 2


def test_a_form_taken_off_the_list_comes_back_with_undo(browser):
    state = {"answers": {"people": [{"id": "x", "name": "Ines", "for_what": "Courage"}]}}
    with mounted(browser, PEOPLE, state=state) as page:
        page.locator(".q-form-line").click()
        page.locator(".q-form-body:visible >> text=Take it off").click()
        assert answers(page) == {}
        page.locator(".q-undo button").click()
        assert answers(page) == state["answers"]


def test_a_letter_is_sealed_and_then_its_words_are_nowhere_on_the_page(browser):
    day = (today() + timedelta(days=30)).isoformat()
    with mounted(browser, LETTERS) as page:
        field(page, "milestone").locator("input").fill("The launch")
        page.locator(".q-seal textarea").fill(SECRET)
        assert not page.locator("button:text-is('Seal it')").is_visible()
        field(page, "day").locator("input").fill(day)
        page.locator("button:text-is('Seal it')").click()
        (row,) = answers(page)["letters"]
        assert row["sealed_on"] == ago(0)
        assert "It opens on Monday" in page.locator(".q-sealed:visible").inner_text()
        assert SECRET not in page.content()
        assert SECRET not in page.locator(".q-seal textarea").input_value()


def test_a_seal_of_today_can_be_opened_again_and_an_older_one_cannot(browser):
    day = (today() + timedelta(days=30)).isoformat()
    with mounted(browser, LETTERS, state=letter(day, sealed_on=ago(0))) as page:
        page.locator(".q-form-line").click()
        page.locator("text=Not yet").click()
        assert "sealed_on" not in answers(page)["letters"][0]
        assert page.locator(".q-seal textarea").input_value() == SECRET
    with mounted(browser, LETTERS, state=letter(day, sealed_on=ago(1))) as page:
        page.locator(".q-form-line").click()
        assert not page.locator("text=Not yet").is_visible()


@pytest.mark.parametrize("since", range(1, 9))
def test_a_letter_opens_on_the_monday_after_its_day_and_asks_then(browser, since):
    day = today() - timedelta(days=since)
    monday = next(d for n in range(1, 8) if (d := day + timedelta(days=n)).isoweekday() == 1)
    is_open = today() >= monday
    with mounted(browser, LETTERS, state=letter(ago(since), sealed_on=ago(40))) as page:
        if not is_open:
            page.locator(".q-form-line").click()
        assert (SECRET in page.content()) == is_open
        assert field(page, "how").is_visible() == is_open


@pytest.mark.parametrize(("by", "asks"), [(1, True), (0, False), (-1, False)])
def test_whether_a_promise_was_kept_is_asked_once_its_day_has_passed(browser, by, asks):
    row = {"id": "p", "promise": "It will be calmer", "by": ago(by)}
    with mounted(browser, PROMISES, state={"answers": {"promises": [row]}}) as page:
        assert page.locator(".q-form-body:visible").count() == asks
        if asks:
            field(page, "kept").locator("text=No").click()
            assert answers(page)["promises"][0]["kept"] == "no"
        else:
            page.locator(".q-form-line").click()
            assert not field(page, "kept").is_visible()


def test_a_thumb_fills_in_a_form(browser):
    with mounted(browser, PROMISES, **PHONE) as page:
        field(page, "promise").locator("input").tap()
        page.keyboard.type("After the launch")
        page.locator(".q-form-body:visible .q-button").tap()
        assert page.locator(".q-form-line:visible").inner_text() == "After the launch"
        assert overflow(page) <= 0
