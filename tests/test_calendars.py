from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.calendars import Suggested, tasks_from_calendar
from quadrantlib.errors import Unreadable

START, END = date(2026, 10, 12), date(2026, 11, 8)
"""Four weeks, Monday to Sunday; in Berlin the clock goes back on 25 October."""

BERLIN = """\
    BEGIN:VTIMEZONE
    TZID:Europe/Berlin
    BEGIN:DAYLIGHT
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    DTSTART:19700329T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    BEGIN:STANDARD
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    DTSTART:19701025T030000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    END:VTIMEZONE
"""


def calendar(*events):
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a test//EN\n" + dedent(BERLIN)
    bodies = (
        f"BEGIN:VEVENT\nUID:{number}\n{dedent(event).strip()}\nEND:VEVENT\n"
        for number, event in enumerate(events)
    )
    return (head + "".join(bodies) + "END:VCALENDAR\n").replace("\n", "\r\n")


def event(title="Stand-up", start="20261014T090000", end="20261014T100000", *more, zone=True):
    tzid = ";TZID=Europe/Berlin" if zone else ""
    lines = (f"SUMMARY:{title}", f"DTSTART{tzid}:{start}", f"DTEND{tzid}:{end}", *more)
    return "\n".join(lines)


def hours(*events, start=START, end=END, zone="Europe/Berlin"):
    found = tasks_from_calendar(calendar(*events), start, end, zone)
    return {each.title: each.hours for each in found}


def test_a_weekly_event_counts_once_a_week_though_it_began_years_ago():
    weekly = event("Stand-up", "20200108T090000", "20200108T093000", "RRULE:FREQ=WEEKLY")
    assert hours(weekly) == {"Stand-up": 2}


def test_a_day_that_was_taken_out_does_not_count():
    out = "EXDATE;TZID=Europe/Berlin:20261021T090000"
    assert hours(event("A", "20261007T090000", "20261007T100000", "RRULE:FREQ=WEEKLY", out)) == {
        "A": 3
    }


def test_an_occurrence_that_was_moved_and_made_longer_counts_as_it_became():
    series = event("A", "20261007T090000", "20261007T100000", "RRULE:FREQ=WEEKLY", "UID:s")
    moved = event(
        "A",
        "20261015T090000",
        "20261015T120000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261014T090000",
        "UID:s",
    )
    text = calendar(series, moved).replace("UID:0\r\n", "").replace("UID:1\r\n", "")
    assert tasks_from_calendar(text, START, END, "UTC") == (Suggested("A", 6),)


def test_an_hour_stays_an_hour_when_the_clocks_change():
    daily = event("A", "20261020T090000", "20261020T100000", "RRULE:FREQ=DAILY;COUNT=10")
    assert hours(daily) == {"A": 10}


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer():
    assert hours(event("On-call", "20261024T220000", "20261025T060000")) == {"On-call": 9}
    assert hours(event("On-call", "20261017T220000", "20261018T060000")) == {"On-call": 8}


def test_across_midnight_counts_once_and_whole():
    assert hours(event("Release", "20261014T230000", "20261015T010000")) == {"Release": 2}


def test_both_days_at_the_edge_count_and_nothing_beyond():
    first = event("First night", "20261011T220000", "20261012T030000")
    last = event("Last night", "20261108T220000", "20261109T030000")
    outside = event("Outside", "20261109T090000", "20261109T100000")
    assert hours(first, last, outside) == {"First night": 3, "Last night": 2}


def test_where_a_day_begins_depends_on_the_zone_of_the_person():
    late = event("Late", "20261109T003000", "20261109T013000")
    assert hours(late, zone="Europe/Berlin") == {}
    assert hours(late, zone="Europe/London") == {"Late": 0.5}


def test_a_time_without_a_zone_is_taken_where_the_person_is():
    floating = event("Floating", "20261108T230000", "20261109T010000", zone=False)
    assert hours(floating) == {"Floating": 1}


def test_an_unknown_zone_does_not_stand_in_the_way():
    assert hours(event(), zone="Nowhere/Land") == {"Stand-up": 1}
    assert hours(event(), zone="") == {"Stand-up": 1}


def test_whole_days_are_listed_last_and_without_hours():
    holiday = "SUMMARY:Away\nDTSTART;VALUE=DATE:20261013\nDTEND;VALUE=DATE:20261015"
    over = "SUMMARY:Over\nDTSTART;VALUE=DATE:20261005\nDTEND;VALUE=DATE:20261012"
    assert list(hours(holiday, over, event()).items()) == [("Stand-up", 1), ("Away", None)]


def test_what_was_called_off_is_left_out():
    series = event("A", "20261007T090000", "20261007T100000", "RRULE:FREQ=WEEKLY", "UID:s")
    off = event(
        "A",
        "20261014T090000",
        "20261014T100000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261014T090000",
        "STATUS:CANCELLED",
        "UID:s",
    )
    text = calendar(series, off).replace("UID:0\r\n", "").replace("UID:1\r\n", "")
    assert tasks_from_calendar(text, START, END, "UTC") == (Suggested("A", 3),)
    never = event("B", "20261014T090000", "20261014T100000", "STATUS:cancelled")
    assert hours(never) == {}


def test_titles_are_summed_whatever_their_case_and_spaces_largest_first():
    one = event("Sprint  planning", "20261014T090000", "20261014T100000")
    two = event("sprint planning ", "20261015T090000", "20261015T110000")
    longer = event("Review", "20261016T090000", "20261016T140000")
    assert list(hours(one, two, longer).items()) == [("Review", 5), ("Sprint planning", 3)]


def test_folded_lines_and_escapes_are_put_together():
    folded = event("Planning with the\n  people from next door\\, again")
    assert hours(folded) == {"Planning with the people from next door, again": 1}


def test_control_direction_and_zero_width_characters_are_taken_out_of_titles():
    assert hours(event("Pay\u202eroll\u200b \x07run\x1b[31m\\nnow")) == {"Payroll run[31m now": 1}


def test_a_long_title_fits_a_task_name():
    assert [len(title) for title in hours(event("x" * 900))] == [200]


def test_at_most_forty_are_suggested_the_largest():
    many = [event(f"E{n}", "20261014T090000", f"20261014T10{n:02}00") for n in range(50)]
    assert list(hours(*many)) == [f"E{n}" for n in range(49, 9, -1)]


def test_nothing_is_suggested_for_what_has_no_title_or_no_length():
    assert hours(event(""), event("Reminder", end="20261014T090000")) == {}


def test_an_event_every_second_does_not_keep_anybody_waiting():
    """Without its guard this takes minutes: 2.4 million occurrences."""
    flood = event("Flood", "20261001T000000", "20261001T000001", "RRULE:FREQ=SECONDLY")
    assert hours(flood, event()) == {"Stand-up": 1}


@pytest.mark.parametrize(
    "broken",
    [
        "SUMMARY:Broken\nDTSTART:tomorrow\nDTEND:later",
        "SUMMARY:Broken",
        event("Broken", "20261014T090000", "20261014T100000", "RRULE:FREQ=OFTEN"),
        event("Broken", "20261014T090000", "20261014T100000", "RRULE:FREQ=DAILY;COUNT=some"),
        event("Broken", "20261014T090000", "20261013T080000"),
    ],
)
def test_one_broken_event_does_not_hide_the_others(broken):
    assert hours(broken, event("Whole"))["Whole"] == 1


def test_a_zone_named_by_its_vendor_is_understood_without_a_word(recwarn):
    """Fails when warnings are let through: the parser's one quotes the file."""
    whole = calendar(event()).replace("Europe/Berlin", "/canary.example/Europe/Berlin")
    text = whole.replace("VTIMEZONE", "X-UNKNOWN")
    assert tasks_from_calendar(text, START, END, "UTC") == (Suggested("Stand-up", 1),)
    assert not recwarn.list


def test_two_calendars_in_one_file_are_both_read():
    text = calendar(event("One")) + calendar(event("Two"))
    found = tasks_from_calendar(text, START, END, "Europe/Berlin")
    assert {each.title for each in found} == {"One", "Two"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "canary-7319",
        "canary-7319: BEGIN",
        "BEGIN:VCALENDAR\nSUMMARY:canary-7319",
        "BEGIN:VEVENT\nSUMMARY:canary-7319\nEND:VEVENT",
        '{"a": "canary-7319"}',
        "\0\x01canary-7319",
    ],
)
def test_a_broken_file_is_told_in_three_parts_and_never_quoted(text):
    """Fails when the trouble is raised inside the `except`: then the parser's words hang on it."""
    with pytest.raises(Unreadable) as trouble:
        tasks_from_calendar(text, START, END, "UTC")
    assert str(trouble.value) == (
        "This calendar file could not be read: it is not a whole .ics calendar. "
        "Your answers are as they were. "
        "Export it from your calendar once more, or write the names yourself."
    )
    assert trouble.value.__context__ is None
    assert trouble.value.__cause__ is None


@given(st.text(max_size=80), st.integers(0, 400), st.integers(0, 20))
def test_any_text_is_read_or_refused(text, at, gone):
    whole = calendar(event())
    for tried in (text, whole[:at] + text + whole[at + gone :]):
        try:
            found = tasks_from_calendar(tried, START, END, "Europe/Berlin")
        except Unreadable:
            continue
        assert all(each.title.isprintable() for each in found)
