"""The cohort report in a real browser: it stands alone, for everybody, by day and by night."""

from __future__ import annotations

import pytest

from quadrantlib.published import Group
from quadrantlib.reporting.page import html
from tests.browser.everyone import LEAST_TARGET, SMALL, overflow, serious, unfold
from tests.reports import SHARES, changed, figure, found, grouped, withheld
from tests.test_reporting_page import made

pytestmark = pytest.mark.browser

OTHERS = Group("others", "The others", 12)
ODD = "<script>document.title = 'run'</script>"
LOADED = "() => [...document.images].every((each) => each.naturalWidth > 0)"
DRAWN = "() => [...document.images].map((each) => each.currentSrc)"


def small():
    extra = (withheld("direction", "drifting"), changed("relief", "relief", "lower"))
    answers = (ODD, "x" * 300, "ישיבות שאין בהן שאלה", *"abcdef")
    words = {"question": "Why? " * 40, "answered": 9, "answers": answers}
    return found(12, extra=extra, since="2026-05", wave=2, **words)


@pytest.fixture(scope="module", params=[small, grouped], ids=["few people", "groups"])
def page_file(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html(made(request.param())), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_asks_for_nothing_and_is_there_for_everybody(browser, page_file, width, scheme) -> None:
    size = {"width": width, "height": 844}
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=False)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_file.as_uri())
    page.wait_for_function(LOADED)
    assert [url for url in asked if not url.startswith("data:")] == [page_file.as_uri()]
    assert said == []
    assert page.title() != "run"
    assert overflow(page) == 0
    unfold(page)
    assert serious(page) == []
    assert page.evaluate(SMALL, LEAST_TARGET) == []
    assert overflow(page) == 0
    context.close()


def test_a_dark_page_and_a_phone_have_drawings_of_their_own(browser, page_file) -> None:
    seen = []
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)):
        size = {"width": width, "height": 844}
        context = browser.new_context(viewport=size, color_scheme=scheme)
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.wait_for_function(LOADED)
        seen.append(page.evaluate(DRAWN))
        page.emulate_media(media="print")
        page.wait_for_function(f"(light) => `${{({DRAWN})()}}` === `${{light}}`", arg=seen[0])
        context.close()
    assert len({tuple(each) for each in seen}) == 4


def test_on_a_phone_a_table_of_groups_is_seen_whole(browser, tmp_path) -> None:
    """Behind a scroll, nobody would look for the last group."""
    path = tmp_path / "report.html"
    groups = (Group("search", "Search", 14), Group("pay", "Payments", 14), OTHERS)
    split = tuple(
        figure(SHARES["direction"], item, mean, each.people, group=each.id)
        for each in groups
        for item, mean in zip(SHARES["direction"].items, (0.5, 0.3, 0.2), strict=True)
    )
    told = found(40, extra=split, groups=groups, ask="Which team are you in?")
    path.write_text(html(made(told)), encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(path.as_uri())
    cut = "() => [...document.querySelectorAll('.sheet')].map((e) => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(cut)
    assert max(page.evaluate(cut)) == 0
    context.close()
