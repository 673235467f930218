"""What a page makes of the bytes of a file, and what it sends on of a calendar."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from quadrantlib.calendars import Suggestions, tasks_from_calendar
from quadrantlib.forms.bundle import bundle

pytestmark = pytest.mark.browser
CASES = Path(__file__).parents[1] / "cases" / "calendars"
START, END = date(2026, 11, 5), date(2026, 12, 2)
READ = """([text, data, isFolded]) => {
  const { decoded, trimCalendar } = new Function(`${text}\\nreturn { decoded, trimCalendar };`)();
  const read = decoded(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)), isFolded);
  return [read, trimCalendar(read, "2026-11-05", "2026-12-02")];
}"""
CODE = "\n".join((bundle("filetext.js"), bundle("ics.js")))


@pytest.fixture(scope="module")
def page(browser) -> Iterator[Page]:
    made = browser.new_page()
    yield made
    made.close()


def decoded(page: Page, content: bytes, *, folded: bool = False) -> str:
    return str(run(page, content, folded=folded)[0])


def trimmed(page: Page, content: str | bytes) -> str:
    return str(
        run(page, content if isinstance(content, bytes) else content.encode(), folded=True)[1]
    )


def run(page: Page, content: bytes, *, folded: bool) -> Any:
    return page.evaluate(READ, [CODE, base64.b64encode(content).decode(), folded])


def suggested(page: Page, content: str | bytes) -> Suggestions:
    """What the kernel makes of what the page sends on."""
    text = trimmed(page, content)
    return tasks_from_calendar(text, START, END, "Europe/Berlin", time.monotonic)


# ---- bytes -------------------------------------------------------------------------------

WORDS = "Büro räumen – 25 € 👍\r\nzweite Zeile\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_every_encoding_that_says_or_shows_what_it_is(page, encoding) -> None:
    """Fails for UTF-16 without the look at its mark, or at every other byte."""
    assert decoded(page, WORDS.encode(encoding)) == WORDS


def test_a_mark_of_the_other_end_is_heeded(page) -> None:
    assert decoded(page, b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


def test_older_programs_wrote_western_european(page) -> None:
    """Fails without the fallback: the letters become replacement characters."""
    assert decoded(page, "Büro – 25 €\r\n".encode("cp1252")) == "Büro – 25 €\r\n"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_one_broken_line_leaves_the_others_their_letters(page, end) -> None:
    """Fails when the whole file is taken for Western European."""
    lines = "\ufeffräumen".encode(), "Büro".encode("cp1252"), "👍".encode()
    assert decoded(page, end.join(lines)).split(end.decode()) == ["räumen", "Büro", "👍"]


@pytest.mark.parametrize("fold", [b"\r\n ", b"\n\t", b"\r ", b"\r\r\n "])
def test_bytes_are_unfolded_before_they_are_letters(page, fold) -> None:
    """Fails when the letters are made first: three replacement characters for a face."""
    thumb = "👍".encode()
    assert decoded(page, thumb[:2] + fold + thumb[2:] + b"\r\nX", folded=True) == "👍\r\nX"


def test_nothing_and_odd_bytes_are_read_without_a_fault(page) -> None:
    assert decoded(page, b"") == ""
    assert decoded(page, bytes(range(256)), folded=True).startswith("\0\x01")
    assert decoded(page, b"\xff\xfe\x00")[-1] == "\ufffd"


# ---- calendars, from their bytes to what is suggested ------------------------------------


@pytest.mark.parametrize(
    ("name", "expected", "missed"),
    [
        ("zone-lmt", {"First": 1, "Team meeting": 1}, 0),
        ("zone-offset-with-colon", {"Team meeting": 1}, 0),
        ("gmt-zone", {"First": 1}, 0),
        ("end-without-begin", {"Team meeting": 1}, 1),
        ("interval-0", {"First": 1, "Team meeting": 1}, 1),
        ("two-languages", {"Besprechung": 1, "Team meeting": 1}, 0),
        ("windows-1252", {"Büro räumen": 1, "Team meeting": 1}, 0),
        ("fold-inside-emoji", {"Walk 👍 with Ann": 1}, 0),
        ("utf-16", {"Büro räumen": 1, "Team meeting": 1}, 0),
        ("description-with-bare-END-line", {"Lost": 1, "Team meeting": 1}, 0),
        ("whole-day-with-zone-counts-hours", {"Holiday": None, "Team meeting": 1}, 0),
    ],
)
def test_a_case_is_read_from_its_bytes_to_what_is_suggested(page, name, expected, missed) -> None:
    found = suggested(page, (CASES / f"{name}.ics").read_bytes())
    assert ({each.title: each.hours for each in found}, found.unread) == (expected, missed)


HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:ann@example.com\nX-WR-TIMEZONE:Asia/Tokyo\n"
WHEN = "DTSTART:20261126T110000Z\nDTEND:20261126T120000Z"


def event(*lines: str, when: str = WHEN, uid: str = "1") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:First", when, *lines, "END:VEVENT\n"])


def calendar(*parts: str) -> str:
    return f"{HEAD}{''.join(parts)}END:VCALENDAR\n"


def names(text: str) -> list[str]:
    """The names of the lines of a text, with what begins and ends."""
    return [
        line if line.startswith(("BEGIN", "END")) else line.split(";")[0].split(":")[0]
        for line in text.split("\r\n")
    ]


def test_the_trim_keeps_what_the_reader_needs_and_nothing_else(page) -> None:
    """Fails for each name that is taken out of KEPT."""
    kept = ["STATUS:CONFIRMED", "TRANSP:OPAQUE", "SEQUENCE:1", "DURATION:PT1H"]
    kept += ["RRULE:FREQ=DAILY", "RDATE:20261128", "EXDATE:20261127", "RECURRENCE-ID:20261126"]
    kept += ["X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "X-FUNAMBOL-ALLDAY:1"]
    left = ["DESCRIPTION:Secret", "LOCATION:Home", "ATTENDEE;CN=Bob:mailto:bob@example.com"]
    left += ["ORGANIZER:mailto:bob@example.com", "COMMENT:Secret", "X-OWN:Secret", "CLASS:PRIVATE"]
    text = trimmed(page, calendar(event(*kept, *left)))
    whole = ["BEGIN:VCALENDAR", "X-WR-TIMEZONE", "BEGIN:VEVENT", "UID", "SUMMARY", "DTSTART"]
    whole += ["DTEND", *(line.split(":")[0] for line in kept), "END:VEVENT", "END:VCALENDAR"]
    assert names(text) == whole
    assert "bob" not in text
    assert "Secret" not in text


ZONE = """BEGIN:VTIMEZONE
TZID:Own
X-LIC-LOCATION:Secret
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""


def test_zones_come_along_without_what_nobody_reckons_with(page) -> None:
    text = trimmed(page, calendar(ZONE))
    zone = [line.split(":")[0] for line in ZONE.split("\n")[4:9] if "TZNAME" not in line]
    begun = ["BEGIN:VTIMEZONE", "TZID", "BEGIN:STANDARD", *zone]
    ended = ["END:STANDARD", "END:VTIMEZONE", "END:VCALENDAR"]
    assert names(text) == ["BEGIN:VCALENDAR", "X-WR-TIMEZONE", *begun, *ended]


@pytest.mark.parametrize(
    "when",
    [
        "DTSTART:20261001T110000Z\nDURATION:P6W",
        "DTSTART:20261001T110000Z\nDURATION:PT1000H",
        "DTSTART;VALUE=DATE:20261001\nDTEND;VALUE=DATE:20261107",
        "DTSTART;TZID=GMT+05:30:20261126T110000\nDURATION:PT1H",
        "DTSTART:2026-11-26T11:00:00Z\nDTEND:2026-11-26T12:00:00Z",
        "DTSTART:20261126T110000Z",
        "dtstart:20261126T110000Z\ndtend:20261126T120000Z",
        "DTSTART:20200101T110000Z\nDTEND:20200101T120000Z\nRRULE:FREQ=DAILY",
        "DTSTART:20200101T110000Z\nDTEND:20200101T120000Z\nRECURRENCE-ID:20261126T110000Z",
        "DTSTART:tomorrow",
        "X-NONE:1",
    ],
)
def test_what_may_fall_in_the_weeks_is_sent_on_and_so_is_what_cannot_be_told(page, when) -> None:
    assert "SUMMARY" in trimmed(page, calendar(event(when=when)))


@pytest.mark.parametrize("when", ["DTSTART:20261001T110000Z", "DTSTART:20270101\nDURATION:P1D"])
def test_what_lies_elsewhere_stays_here(page, when) -> None:
    assert "SUMMARY" not in trimmed(page, calendar(event(when=when)))


DECLINED = "ATTENDEE;CN=Ann;PARTSTAT=DECLINED;ROLE=REQ-PARTICIPANT:mailto:Ann@example.com"


def test_what_the_owner_declined_does_not_count_and_no_name_is_sent_on(page) -> None:
    """Known where the calendar is named after its owner's address, as Google does."""
    assert list(suggested(page, calendar(event(DECLINED)))) == []
    assert "example.com" not in trimmed(page, calendar(event(DECLINED)))
    others = DECLINED.replace("Ann", "Bob")
    assert [each.title for each in suggested(page, calendar(event(others)))] == ["First"]
    unnamed = calendar(event(DECLINED)).replace("X-WR-CALNAME:ann@example.com\n", "")
    assert [each.title for each in suggested(page, unnamed)] == ["First"]


def test_one_declined_day_of_a_series_is_taken_out(page) -> None:
    series = event("RRULE:FREQ=DAILY;COUNT=3")
    day = "DTSTART:20261127T110000Z\nDTEND:20261127T120000Z\nRECURRENCE-ID:20261127T110000Z"
    (found,) = suggested(page, calendar(series, event(DECLINED, when=day)))
    assert found.hours == 2


MEETING = event(uid="good").replace("First", "Team meeting")


@pytest.mark.parametrize(
    ("odd", "missed"),
    [
        ("NoneBEGIN:VEVENT\nUID:1\nEND:VEVENT\n", 1),
        ("END:VEVENT\nEND:VALARM\nEND:VTIMEZONE\n", 1),
        ("BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\n", 0),
        ("BEGIN:X-OWN\n" * 3000, 0),
        (event("BEGIN:VALARM", "TRIGGER:-PT5M"), 0),
        (event("BEGIN: 9 o'clock", "END: 11 o'clock", "END:VALARM"), 0),
        (event().replace("END:VEVENT\n", ""), 0),
        ("JUNK\n::::\n;;;;\n=\n\0\n", 0),
        (HEAD, 0),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_the_meetings_hour_is_offered_whatever_else_is_wrong(page, odd, missed, end) -> None:
    found = suggested(page, calendar(odd, MEETING).replace("\n", end))
    assert ("Team meeting", 1) in [(each.title, each.hours) for each in found]
    assert found.unread == missed


def test_a_large_file_is_trimmed_at_once(page) -> None:
    began = time.monotonic()
    long = calendar(*(event("DESCRIPTION:" + "x" * 900, uid=str(n)) for n in range(10_000)))
    assert len(trimmed(page, long)) < len(long) / 5
    assert time.monotonic() - began < 10
