"""A calendar file as a help to remember: trimmed in the browser, read in the kernel, not kept."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.desk import desk, go, here, saved, until

pytestmark = pytest.mark.browser
EVENT = """BEGIN:VEVENT
UID:{uid}
SUMMARY:{title}
DESCRIPTION:{secret}
ATTENDEE;CN="{secret}":mailto:someone@example.com
DTSTART:{start:%Y%m%dT%H%M%SZ}
DTEND:{end:%Y%m%dT%H%M%SZ}
{rule}END:VEVENT
"""
SECRET = "a line that nobody asked for"


def event(title, days_ago, hours, rule=""):
    start = datetime.now(UTC).replace(hour=9, minute=0, second=0) - timedelta(days=days_ago)
    end = start + timedelta(hours=hours)
    return EVENT.format(uid=title, title=title, secret=SECRET, start=start, end=end, rule=rule)


def calendar(*events):
    inside = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n" + "".join(events)
    return (inside + "END:VCALENDAR\n").replace("\n", "\r\n")


@pytest.fixture
def listing(browser, workbook):
    """The page at its list of names, with every frame it sends to the kernel."""
    with desk(browser, workbook) as found:
        page = found.enter()
        frames = []

        def keep(frame):
            frames.append(frame)

        page.on("websocket", lambda line: line.on("framesent", keep))
        page.goto(f"{found.home}ten-tasks")
        page.locator("[data-q-field=guess] input[type=range]").wait_for()
        go(page)
        here(page, "summary").click()
        yield found, page, frames


def offer(page, tmp_path, text):
    file = tmp_path / "mine.ics"
    file.write_text(text, encoding="utf-8")
    here(page, ".q-file").set_input_files(file)


def test_what_one_picks_joins_the_list_with_its_hours_and_nothing_else_is_kept(listing, tmp_path):
    found, page, frames = listing
    weekly = event("Planning", 25, 2, "RRULE:FREQ=WEEKLY\n")
    offer(page, tmp_path, calendar(weekly, event("Dentist", 3, 1), event("Long ago", 900, 5)))
    here(page, "label:has-text('Planning') input").check()
    assert "8 h" in here(page, "label:has-text('Planning')").inner_text()
    here(page, "button:has-text('Add what I picked')").click()
    saved(page)
    until(page, lambda: bool(found.rounds()))
    assert [(row["name"], row["hours"]) for row in found.answers()["tasks"]] == [("Planning", 8)]
    assert "Dentist" not in found.journal.read_text(encoding="utf-8")
    sent = "".join(str(frame) for frame in frames)
    assert "Dentist" in sent
    assert "Long ago" not in sent
    assert SECRET not in sent


def test_a_file_that_is_no_calendar_is_said_so_and_the_list_stays(listing, tmp_path):
    _, page, _ = listing
    page.locator(".q-line").first.fill("The boat")
    offer(page, tmp_path, "BEGIN:VCALENDAR\nthis is no calendar")
    page.locator(".q-found").get_by_text("again").or_(page.locator(".q-found p")).first.wait_for()
    until(page, lambda: "Reading" not in page.locator(".q-found").inner_text())
    assert page.locator(".q-found").inner_text() != ""
    assert "Traceback" not in page.inner_text("body")
    assert page.locator(".q-line").first.input_value() == "The boat"
