"""Every page whose rows are listed, picked, logged or marked: for everyone, at any width."""

from collections.abc import Iterator

import pytest

from tests.browser.desk import desk, go
from tests.browser.everyone import overflow, serious
from tests.browser.journals import PHONE, ago, begin, opened

pytestmark = pytest.mark.browser
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
LONG = "A name so long that no line of any telephone on this earth could ever hold all of it"
ANSWERS = {
    "sparks": {"sparks": [{"id": "s", "what": LONG, "date": ago(1), "pull": 9}]},
    "thirty_minutes": {
        "log": [{"id": "l", "thing": "Guitar", "date": ago(1), "minutes": 30, "unit": LONG}]
    },
    "arrivals": {
        "letters": [
            {"id": "a", "milestone": LONG, "day": ago(30), "feel": LONG, "sealed_on": ago(60)},
            {"id": "b", "milestone": "The exam", "day": ago(-30), "sealed_on": ago(2)},
        ],
        "promises": [{"id": "p", "promise": LONG, "who": "Everybody", "by": ago(3)}],
    },
    "the_arc": {
        "jobs": [
            {"id": "j", "name": LONG, "from": 1999, "to": 2003, "autonomy": 7, "difficulty": 8},
            {"id": "k", "name": "The bank", "from": 2003},
        ]
    },
    "skills_ledger": {"objectives": [{"id": "o", "objective": LONG, "leaves": "local"}]},
    "role_of_work": {"needs": [{"id": "money", "at_work": 3}], "let_go": [{"id": "guilt"}]},
    "skeptics": {
        "believe": [{"id": "cv"}, {"id": "own", "doubt": LONG}],
        "people": [{"id": "x", "name": LONG, "last": ago(90)}],
    },
    "five_years": {"letter": f"{LONG}. I nod, {LONG}.", "signs": [{"id": "g", "what": LONG}]},
    "drift_check": {"why_yes": LONG},
}
STARTS = {
    "sparks": "1-sparks",
    "thirty-minutes": "1-log",
    "arrivals": "1-letters",
    "the-arc": "1-jobs",
    "skills-ledger": "1-objectives_listed",
    "role-of-work": "3-which_needs",
    "skeptics": "1-half_believed",
    "five-years": "2-marking",
    "drift-check": "2-signs",
}


def stops(page) -> Iterator[str]:
    """Walk from here to the page's end, everything unfolded; yield each stop's address."""
    while True:
        page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
        for folded in page.locator(".q-stop:not([hidden]) .q-form-line:visible").all()[::-1]:
            folded.click()
        yield page.url
        if not page.locator("[data-q-on]").is_visible():
            return
        go(page)


@pytest.mark.parametrize(("scheme", "view"), [("light", PHONE), ("dark", DESKTOP)])
def test_axe_finds_nothing_serious_where_rows_are_answered(browser, workbook, scheme, view):
    with desk(browser, workbook, color_scheme=scheme, **view) as found:
        begin(found, **ANSWERS)
        for slug, place in STARTS.items():
            page = opened(found, slug, place)
            for address in stops(page):
                assert serious(page) == [], address
                assert overflow(page) <= 0, address
            page.close()
        assert found.crashes == []
