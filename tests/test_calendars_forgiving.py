"""Calendar files as strangers' programs write them: what is broken costs itself, and is counted.

What is wrong with bytes is in `tests/browser/test_filetext.py`: they are decoded there.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.calendars import Suggestions, tasks_from_calendar

CASES = Path(__file__).parent / "cases" / "calendars"
START, END = date(2026, 11, 5), date(2026, 12, 2)
MEETING = """BEGIN:VEVENT
UID:good
SUMMARY:Team meeting
DTSTART:20261126T090000Z
DTEND:20261126T100000Z
END:VEVENT
"""
OTHER = {"START": "DTSTART:20261126T110000Z", "END": "DTEND:20261126T120000Z", "UID": "UID:1"}


def event(*lines: str, **other: str) -> str:
    said = {**OTHER, **other}
    return "\n".join(
        (
            "BEGIN:VEVENT",
            said["UID"],
            "SUMMARY:First",
            said["START"],
            said["END"],
            *lines,
            "END:VEVENT\n",
        )
    )


def calendar(*parts: str, head: str = "", after: str = MEETING) -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(parts)}{after}END:VCALENDAR\n"


def read(text: str, zone: str = "Europe/Berlin") -> Suggestions:
    return tasks_from_calendar(text, START, END, zone, time.monotonic)


def hours(text: str, zone: str = "Europe/Berlin") -> dict[str, float | None]:
    return {each.title: each.hours for each in read(text, zone)}


def first(*lines: str, **other: str) -> float | None:
    """The hours of an event, the Team meeting being as it is; KeyError where it has none."""
    found = hours(calendar(event(*lines, **other)))
    assert found.pop("Team meeting") == 1
    return found["First"]


def unread(*lines: str, **other: str) -> int:
    found = read(calendar(event(*lines, **other)))
    assert "Team meeting" in {each.title for each in found}
    return found.unread


# ---- the cases ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected", "missed"),
    [
        ("zone-lmt", {"First": 1, "Team meeting": 1}, 0),
        ("zone-offset-with-colon", {"Team meeting": 1}, 0),
        ("gmt-zone", {"First": 1}, 0),
        ("end-without-begin", {"Team meeting": 1}, 1),
        ("interval-0", {"First": 1, "Team meeting": 1}, 1),
        ("two-languages", {"Besprechung": 1, "Team meeting": 1}, 0),
        ("description-with-bare-END-line", {"Lost": 1, "Team meeting": 1}, 0),
        ("whole-day-with-zone-counts-hours", {"Holiday": None, "Team meeting": 1}, 0),
    ],
)
def test_a_case_is_read_as_it_should_be(name, expected, missed) -> None:
    """Each fails when calendars are handed whole to `icalendar.Calendar.from_ical`."""
    found = read((CASES / f"{name}.ics").read_text(encoding="utf-8"))
    assert ({each.title: each.hours for each in found}, found.unread) == (expected, missed)


# ---- components --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken",
    [
        event(START="DTSTART:tomorrow"),
        event(START="X-NONE:1"),
        event(END="DTEND:later"),
        event(END="DTEND:20261126T100000Z"),
        event(END="DURATION:-PT1H"),
        event(END="DURATION:an hour"),
        event(START="DTSTART:00000101T000000Z"),
        event("RRULE:FREQ=OFTEN"),
        event("RRULE:COUNT=3"),
        event("RRULE:FREQ=WEEKLY;BYDAY=XX"),
        event("RRULE:FREQ=DAILY;INTERVAL=-1"),
        event("RRULE:RSCALE=CHINESE;FREQ=DAILY"),
        event("RRULE:FREQ=DAILY;COUNT=2", "EXDATE:junk"),
        event("RDATE:junk"),
        event("RECURRENCE-ID:junk", UID="UID:good"),
        "END:VEVENT\n",
    ],
)
def test_what_is_broken_costs_itself_and_is_counted(broken) -> None:
    found = read(calendar(broken))
    assert "Team meeting" in {each.title for each in found}
    assert found.unread == 1


@pytest.mark.parametrize(
    "odd",
    [
        "JUNK\n::::\n;;;;\n=\n",
        "BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:20001029T030000\n",
        "BEGIN:VTODO\nSUMMARY:Do\nDTSTART:20261126T110000Z\nDUE:20261126T120000Z\nEND:VTODO\n",
        "BEGIN:X-OWN\n" * 3000,
        "END:VTIMEZONE\nEND:VALARM\nEND: 11 o'clock\n",
        "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n",
        event("BEGIN:VALARM", "DTSTART:20201126T110000Z", "SUMMARY:Alarm", "END:VALARM"),
        event("BEGIN: the agenda", "END: the agenda"),
        event().replace("UID", "BEGIN:VALARM\nUID", 1),
        event().replace("END:VEVENT\n", ""),
    ],
)
def test_what_belongs_to_no_event_costs_nothing(odd) -> None:
    found = read(calendar(odd))
    assert found.unread == 0
    assert {each.title: each.hours for each in found if each.title != "First"} == {
        "Team meeting": 1
    }
    if "First" in odd:
        assert ("First", 1) in [(each.title, each.hours) for each in found]


@pytest.mark.parametrize(
    "dressed",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n", "\r\r\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("SUMMARY", "SUM\0MARY"),
        lambda text: text.replace("meeting", "mee\n\tting"),
        lambda text: text.replace("UID", "uid").replace("SUMMARY", "Summary"),
        lambda text: text.replace("END:VCALENDAR\n", ""),
        lambda text: text.replace("BEGIN:VCALENDAR\n", ""),
        lambda text: text.replace("VERSION:2.0", "VERSION"),
        lambda text: text + text,
        lambda text: text.replace("SUMMARY:", 'SUMMARY;ALTREP="http://a.example:80/":'),
        lambda text: text.replace("T090000", "T0900").replace("20261126", "2026-11-26"),
    ],
)
def test_the_meeting_is_read_however_the_file_is_dressed(dressed) -> None:
    found = read(dressed(calendar()))
    assert ([(each.title, each.hours) for each in found], found.unread) == (
        [("Team meeting", 1)],
        0,
    )


def test_different_events_under_one_uid_stay_different_and_a_newer_version_takes_its_place() -> (
    None
):
    same = event(UID="UID:good")
    assert hours(calendar(same)) == {"First": 1, "Team meeting": 1}
    longer = event("SEQUENCE:2", END="DTEND:20261126T140000Z")
    assert hours(calendar(event("SEQUENCE:1"), longer)) == {"First": 3, "Team meeting": 1}


def test_a_change_of_what_is_not_in_the_file_counts_by_itself() -> None:
    assert first("RECURRENCE-ID:20261126T110000Z", UID="UID:elsewhere") == 1


# ---- zones -------------------------------------------------------------------------------


def zoned(zone: str, *parts: str) -> dict[str, float | None]:
    """What lies in one person's day of an event from half past eleven to half past twelve there."""
    at = (f"DTSTART;TZID={zone}:20261202T233000", f"DTEND;TZID={zone}:20261203T003000")
    return hours(calendar(*parts, event(START=at[0], END=at[1])))


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "europe/berlin",
        '"Europe/Berlin"',
        "/mozilla.org/20050126_1/Europe/Berlin",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "W. Europe Standard Time",
        '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome"',
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome",
        "GMT+01:00",
        "GMT+0100",
        "UTC+1",
        "(GMT+01.00) Berlin",
        "Nowhere Standard Time",
    ],
)
def test_a_zone_is_known_by_whatever_name(zone) -> None:
    """Half an hour lies before the person's midnight: a wrong zone would make it none or whole."""
    assert zoned(zone)["First"] == 0.5


OWN = """BEGIN:VTIMEZONE
TZID:Own
BEGIN:{kind}
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+02:00
TZOFFSETTO:{to}
END:{kind}
BEGIN:DAYLIGHT
DTSTART:16010325T020000
{rule}
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
SUMMER = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"


def own(kind: str = "STANDARD", to: str = "+0100", rule: str = SUMMER) -> str:
    return OWN.format(kind=kind, to=to, rule=rule)


@pytest.mark.parametrize(
    "rule", [SUMMER, "RDATE:20260329T020000", "RRULE:FREQ=YEARLY;INTERVAL=0", "RRULE:junk", "X:1"]
)
def test_a_zone_that_the_file_describes_is_reckoned_with(rule) -> None:
    assert zoned("Own", own(rule=rule))["First"] == 0.5


def test_a_zone_of_ones_own_an_hour_east_is_not_taken_for_the_persons() -> None:
    assert zoned("Own", own(to="+0200"))["First"] == 1


def test_a_zone_whose_every_line_is_broken_is_the_persons() -> None:
    assert zoned("Own", own(to="+5328", rule="TZOFFSETTO:junk"))["First"] == 0.5


def test_a_known_name_means_what_everybody_means_by_it() -> None:
    described = own(to="-1100").replace("TZID:Own", "TZID:Europe/Berlin")
    assert zoned("Europe/Berlin", described)["First"] == 0.5


@pytest.mark.parametrize(("zone", "expected"), [("Asia/Tokyo", 1), ("Nowhere/Land", 0.5)])
def test_the_calendars_own_zone_places_what_has_none(zone, expected) -> None:
    floating = event(START="DTSTART:20261202T233000", END="DTEND:20261203T003000")
    assert hours(calendar(floating, head=f"X-WR-TIMEZONE:{zone}\n"))["First"] == expected


# ---- whole days --------------------------------------------------------------------------

FLAG = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        ("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261128", ()),
        ("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261126", ()),
        ("DTSTART;VALUE=DATE:20261126", "DURATION:P1W", ()),
        ("DTSTART;VALUE=DATE:20261126", "X-NO:END", ()),
        ("DTSTART:20261126", "DTEND:20261128", ()),
        ("DTSTART;TZID=Europe/Berlin:20261126", "DTEND;TZID=Europe/Berlin:20261127", ()),
        ("DTSTART;VALUE=DATE:20261126T000000", "DTEND;VALUE=DATE:20261128T000000", ()),
        ("DTSTART;VALUE=DATE:20261126", "DTEND:20261128T000000", ()),
        ("DTSTART:20261126T000000", "DTEND:20261128T000000", ()),
        ("DTSTART:20261126T000000", "DTEND:20261127T000000", (FLAG,)),
        ("DTSTART:20261126T000000", "DTEND:20261126T235900", ()),
        ("DTSTART:20261126T000000", "DTEND:20261126T235959", ()),
        ("DTSTART:20261126T000000", "DTEND:20261126T240000", ()),
        ("DTSTART:20261126T000000Z", "DTEND:20261127T000000Z", ()),
        ("DTSTART:20261125T230000Z", "DTEND:20261127T230000Z", ()),
        ("DTSTART:20261126T050000Z", "DTEND:20261127T050000Z", (FLAG,)),
        ("DTSTART;TZID=Asia/Tokyo:20261126T000000", "DTEND;TZID=Asia/Tokyo:20261129T000000", ()),
        ("DTSTART;TZID=Tokyo Standard Time:20261126T000000", "DURATION:P2D", (FLAG,)),
        ("DTSTART:20261126T000000", "DURATION:P1D", ("RRULE:FREQ=DAILY;COUNT=3",)),
        (
            "DTSTART;VALUE=DATE:20261126",
            "DURATION:P1D",
            ("RRULE:FREQ=DAILY;UNTIL=20261128T225959Z",),
        ),
    ],
)
def test_whole_days_are_whole_days_however_they_are_spelt(start, end, lines) -> None:
    assert first(*lines, START=start, END=end) is None
    assert unread(*lines, START=start, END=end) == 0


def test_a_night_that_begins_at_midnight_has_hours() -> None:
    assert first(START="DTSTART:20261126T000000", END="DTEND:20261126T060000") == 6


# ---- rules -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;UNTIL=20261128", 3),
        ("FREQ=DAILY;UNTIL=20261128T110000", 3),
        ("FREQ=DAILY;UNTIL=20261128T110000Z", 3),
        ("freq=daily;count=3", 3),
        ("FREQ=DAILY;COUNT=3;", 3),
        ("FREQ=DAILY; COUNT=3", 3),
        ("RSCALE=GREGORIAN;FREQ=DAILY;COUNT=3;SKIP=OMIT", 3),
        ("FREQ=DAILY;COUNT=3;X-OWN=1", 3),
        ("FREQ=DAILY;COUNT=1000000000", 7),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1),
    ],
)
def test_a_rule_is_read_in_every_spelling(rule, expected) -> None:
    assert first(f"RRULE:{rule}") == expected
    assert unread(f"RRULE:{rule}") == 0


def test_until_in_local_time_keeps_the_last_occurrence() -> None:
    there = "TZID=America/New_York"
    start, end = f"DTSTART;{there}:20261126T110000", f"DTEND;{there}:20261126T120000"
    assert first("RRULE:FREQ=DAILY;UNTIL=20261128T110000", START=start, END=end) == 3


def test_days_are_taken_out_and_added_whatever_their_kind() -> None:
    daily = "RRULE:FREQ=DAILY;COUNT=4"
    assert first(daily, "EXDATE;VALUE=DATE:20261127") == 3
    assert first(daily, "EXDATE:20261127T110000Z,20261128T110000Z", "EXDATE:20261129T110000Z") == 1
    assert first("RDATE;VALUE=PERIOD:20261127T110000Z/PT2H,20261128T110000Z/20261128T130000Z") == 5


ALL_TIMES = ";BYHOUR={};BYMINUTE={};BYSECOND={}".format(
    *(",".join(map(str, range(most))) for most in (24, 60, 60))
)
HEAVY = [
    "FREQ=SECONDLY",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;INTERVAL=0",
    "FREQ=YEARLY;INTERVAL=0",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
    "FREQ=YEARLY;BYSETPOS=" + ",".join(["1"] * 900),
    f"FREQ=YEARLY{ALL_TIMES}",
    f"FREQ=DAILY{ALL_TIMES}",
    "FREQ=DAILY;INTERVAL=" + "9" * 30,
]


@pytest.mark.parametrize("rule", HEAVY)
@pytest.mark.parametrize("since", ["00010101T110000Z", "20000101T110000Z", "20261126T110000Z"])
def test_no_rule_keeps_anybody_waiting(rule, since) -> None:
    """Without the count of strides, `INTERVAL=0` never ends and a 30 February takes minutes."""
    began = time.monotonic()
    start, end = f"DTSTART:{since}", f"DTEND:{since.replace('T11', 'T12')}"
    assert unread(f"RRULE:{rule}", START=start, END=end) <= 1
    assert time.monotonic() - began < 6


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=1000000", HEAVY[1], HEAVY[4]])
def test_ten_thousand_heavy_events_leave_the_meeting_and_are_counted(rule) -> None:
    """Fails without the order of `_effort`, when the meeting comes last."""
    heavy = "".join(
        event(
            f"RRULE:{rule}",
            UID=f"UID:{number}",
            START="DTSTART:19700101T110000Z",
            END="DURATION:PT1H",
        )
        for number in range(10_000)
    )
    began = time.monotonic()
    found = read(calendar(heavy))
    assert time.monotonic() - began < 10
    assert ("Team meeting", 1) in [(each.title, each.hours) for each in found]
    assert found.unread > 5000


# ---- laws --------------------------------------------------------------------------------

WORD = st.text(st.characters(exclude_characters="\r\n"), max_size=12)
NAME = st.sampled_from(
    ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE"]
) | st.sampled_from(["STATUS", "SUMMARY", "X-MICROSOFT-CDO-ALLDAYEVENT", "BEGIN", "END", "TZID"])
VALUE = st.sampled_from(
    ["20261126T110000Z", "20261126", "PT1H", "-P1D", "FREQ=DAILY;COUNT=2", "VEVENT ", "STANDARD"]
) | st.sampled_from(
    ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "99991231T235959Z", "00010101", "TRUE", "9" * 40]
)
PARAMETERS = st.sampled_from(
    ["", ";VALUE=DATE", ";TZID=Europe/Berlin", ";TZID=GMT+05:30", ';X="a:b"', ';X="a', ";TZID=Own"]
)
LINE = st.builds("{}{}:{}".format, NAME, PARAMETERS, VALUE | WORD) | WORD.filter(
    lambda word: not word.startswith((" ", "\t"))
)
EVENT = st.lists(LINE, max_size=6).map(
    lambda lines: "\n".join(
        [
            "BEGIN:VEVENT",
            *(f"X{line}" if is_bound(line) else line for line in lines),
            "END:VEVENT\n",
        ]
    )
)
ZONE = st.lists(LINE, max_size=6).map(
    lambda lines: "\n".join(
        ["BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", *lines, "END:STANDARD\nEND:VTIMEZONE\n"]
    )
)


def is_bound(line: str) -> bool:
    """Whether a line begins or ends an event, or seems to: nobody could tell it from a true one."""
    return line.upper().replace(" ", "").startswith(("BEGIN:V", "END:V"))


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENT | ZONE | LINE.map(lambda line: f"X{line}\n"), max_size=4))
def test_the_meetings_hour_is_offered_whatever_else_is_wrong(parts) -> None:
    """Fails when one exception of the library is let through."""
    found = read(calendar("".join(parts)))
    assert [each.hours for each in found if each.title == "Team meeting"] == [1]
    assert found.unread <= len(parts)
