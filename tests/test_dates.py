"""What comes next, as a calendar file: whole days, steady names, and no answer in it."""

from __future__ import annotations

import json
from datetime import date, timedelta

from icalendar import Calendar

from quadrantlib.dates import calendar_of
from quadrantlib.errands import dates_file
from quadrantlib.journal import parse
from tests import canaries
from tests.paths import TODAY

ROUND = {"slug": "ten-tasks", "title": "Ten tasks"}
MEANT = {"slug": "ten-tasks", "title": "What you meant to do (Ten tasks)"}


def events(*rows, journal: str = "x", today: date = TODAY):
    return Calendar.from_ical(calendar_of(rows, journal, today)).walk("VEVENT")


def on(row, when: str):
    return {**row, "date": when}


def test_each_row_is_a_whole_day_that_blocks_nothing_and_is_private() -> None:
    (event,) = events(on(ROUND, "2026-12-05"))
    assert event.decoded("dtstart") == date(2026, 12, 5)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert (event["summary"], event["transp"], event["class"]) == (
        "Ten tasks",
        "TRANSPARENT",
        "PRIVATE",
    )


def test_a_round_keeps_its_name_when_its_day_moves_and_other_things_have_their_own() -> None:
    rows = [on(ROUND, "2026-12-05"), on(MEANT, "2026-12-05"), on(MEANT, "2026-12-06")]
    names = [event["uid"] for event in events(*rows)]
    assert len({*names}) == 3
    (moved,) = events(on(ROUND, "2027-01-02"), today=date(2026, 12, 30))
    assert moved["uid"] == names[0]


def test_two_people_with_the_same_dates_have_other_names_for_them() -> None:
    one, other = (events(on(ROUND, "2026-12-05"), journal=each)[0] for each in ("x", "y"))
    assert one["uid"] != other["uid"]


def test_the_same_dates_give_the_same_file() -> None:
    rows = [on(ROUND, "2026-12-05"), on(MEANT, "2026-11-28")]
    assert calendar_of(rows, "x", TODAY) == calendar_of(rows, "x", TODAY)


# Taken out: the title given as an answer, and the journal's id as a name.
def test_no_answer_and_no_id_is_in_the_file() -> None:
    value = canaries.journal()
    claim = value["rounds"]["ten-tasks"][0]["answers"]["claim"]
    claim["when"] = "2026-11-28"
    told = dates_file(parse(json.dumps(value)), TODAY).content
    titles = {str(event["summary"]) for event in Calendar.from_ical(told).walk("VEVENT")}
    assert "What you meant to do (Ten tasks)" in titles
    assert not canaries.heard(told)
    assert value["id"].encode() not in told
