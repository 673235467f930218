from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from quadrantlib.recurrence import Rule, TooMuchWork, Work, onsets

AFTER, BEFORE = (datetime.combine(day, time()) for day in (date(2026, 11, 4), date(2026, 12, 3)))
BERLIN = ZoneInfo("Europe/Berlin")


def numbers(least: int, most: int) -> st.SearchStrategy[str]:
    chosen = st.lists(st.integers(least, most).filter(bool), min_size=1, max_size=3, unique=True)
    return chosen.map(lambda found: ",".join(map(str, found)))


PARTS = {
    "INTERVAL": st.integers(1, 5).map(str),
    "COUNT": st.integers(1, 400).map(str),
    "BYMONTH": numbers(1, 12),
    "BYMONTHDAY": numbers(-5, 28),
    "BYYEARDAY": numbers(-10, 365),
    "BYDAY": st.sampled_from(["MO", "TU,TH", "SU,MO", "SA"]),
    "BYHOUR": numbers(0, 23),
    "BYSETPOS": st.sampled_from(["1", "-1"]),
    "WKST": st.sampled_from(["SU", "WE"]),
}
DAYS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY")
OFTEN = st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"])
START = st.builds(
    datetime.combine,
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.times().map(lambda at: at.replace(microsecond=0)),
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """One part that chooses days: of two, the whole walk would seek to the year 9999."""
    days = draw(st.sampled_from(DAYS))
    others = st.lists(st.sampled_from(sorted({*PARTS} - {*DAYS})), max_size=3, unique=True)
    names = [days, *draw(others)]
    return ";".join([f"FREQ={draw(OFTEN)}", *(f"{name}={draw(PARTS[name])}" for name in names)])


@settings(max_examples=60, deadline=None)
@given(rules(), START, st.sampled_from([None, BERLIN]))
def test_a_rule_that_is_walked_in_part_means_what_it_means_as_a_whole(text, start, zone) -> None:
    """Fails when a stride is left out of `_strides`, and when `_near` skips what a COUNT counts."""
    start, after, before = (when.replace(tzinfo=zone) for when in (start, AFTER, BEFORE))
    try:
        whole = rrulestr(text, dtstart=start)
    except ValueError:
        reject()
    expected = takewhile(lambda moment: moment <= before, whole)
    enough = Work(float, 1, 10**6)
    found = list(Rule(whole, text, start, enough).between(after, before))
    assert found == [each for each in expected if each >= after]


@pytest.mark.parametrize("interval", ["0", "-1"])
def test_a_rule_that_does_not_move_on_is_none(interval) -> None:
    text = f"FREQ=DAILY;INTERVAL={interval}"
    with pytest.raises(ValueError, match=r"^$"):
        Rule(rrulestr(text, dtstart=AFTER), text, AFTER, Work(float, 1, 100))


def test_what_never_comes_is_looked_for_no_further_than_one_looks() -> None:
    """Fails when a stride does not count: the walk then takes 8000 years."""
    text = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    rule = Rule(rrulestr(text, dtstart=AFTER), text, AFTER, Work(float, 1, 100))
    assert list(rule.between(AFTER, BEFORE)) == []


def test_more_steps_than_are_given_are_too_much() -> None:
    text = "FREQ=MINUTELY"
    rule = Rule(rrulestr(text, dtstart=AFTER), text, AFTER, Work(float, 1, 1000))
    with pytest.raises(TooMuchWork):
        list(rule.between(AFTER, BEFORE))


def test_more_seconds_than_are_given_are_too_much() -> None:
    ticks = iter(range(100))
    work = Work(lambda: next(ticks), 2, 1000)
    work.step()
    work.step()
    with pytest.raises(TooMuchWork):
        work.step()


def test_a_part_of_the_work_ends_with_the_whole() -> None:
    ticks = iter([0, 1, 1, 1, 3])
    part = Work(lambda: next(ticks), 2, 1000).part(100)
    part.step()
    with pytest.raises(TooMuchWork):
        part.step()


def test_when_a_zone_changes_is_found_in_the_years_that_are_looked_at() -> None:
    text = "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20370101T000000Z"
    found = onsets(
        text, datetime.combine(date(1601, 10, 28), time(3)), range(2025, 2028), Work(float, 1, 5000)
    )
    assert [each.date().isoformat() for each in found] == ["2025-10-26", "2026-10-25", "2027-10-31"]
    assert list(onsets("", AFTER, range(2025, 2028), Work(float, 1, 5))) == []


def test_the_length_of_a_rule_is_limited() -> None:
    text = "FREQ=YEARLY;BYSETPOS=" + ",".join(["1"] * 1500)
    start = AFTER - timedelta(days=9)
    with pytest.raises(ValueError, match=r"^$"):
        Rule(rrulestr(text, dtstart=start), text, start, Work(float, 1, 100))


@pytest.mark.parametrize("unit", ["HOURLY;INTERVAL=7", "HOURLY;BYHOUR=3,9", "MINUTELY;INTERVAL=90"])
def test_hours_and_minutes_are_reached_as_they_would_be_step_by_step(unit) -> None:
    text, start = f"FREQ={unit}", AFTER - timedelta(days=100, minutes=13)
    whole = rrulestr(text, dtstart=start)
    found = list(Rule(whole, text, start, Work(float, 1, 10**6)).between(AFTER, BEFORE))
    assert found == whole.between(AFTER, BEFORE, inc=True)
    assert found
