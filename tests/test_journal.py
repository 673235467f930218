"""A journal keeps its rounds, its unknown fields, and its word about versions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib import journal as journals
from quadrantlib.errors import Newer, Unreadable
from quadrantlib.journal import Edit, Journal, apply, parse, settle, start_round
from tests.pages import DAY, EMPTY, NOW, SLUG, edit, edited, journal, waiting
from tests.test_strictjson import VALUES

LATER = NOW + timedelta(days=8)
FIELDS = st.dictionaries(st.text(min_size=1).map("x-{}".format), VALUES, max_size=3)
ROW = {"id": "a", "name": "dishes"}

TEXT = """{
  "format": "quadrant-journal",
  "version": 1,
  "id": "journal-id",
  "revision": 2,
  "rounds": {
    "ten-tasks": [
      {
        "id": "r1",
        "started": "2026-11-22",
        "updated": "2026-11-22T18:04:11Z",
        "answers": {
          "belongs": "eine Bank am Fluß"
        }
      }
    ]
  }
}
"""


def value(**changes) -> dict:
    """Return a journal's JSON with one round, changed."""
    return journal({"guess": 3}).value | changes


def parsed(value: dict) -> Journal:
    return parse(Journal(value).text())


def a_round(**changes) -> dict:
    return {SLUG: [journal().value["rounds"][SLUG][0] | changes]}


def test_the_file_is_readable_and_in_the_order_of_the_contract() -> None:
    assert edited(journal(), (("belongs",), None, "eine Bank am Fluß")).text() == TEXT


@given(FIELDS, FIELDS, FIELDS)
def test_saving_and_loading_is_identity_unknown_fields_included(top, inside, answers) -> None:
    extended = Journal(value(rounds=a_round(answers=answers, **inside), **top))
    assert parse(extended.text().encode()) == extended
    assert parse(extended.text()).text() == extended.text()


@given(FIELDS, FIELDS, FIELDS)
def test_unknown_fields_survive_an_edit(top, inside, row) -> None:
    known = Journal(value(rounds=a_round(answers={"tasks": [ROW | row]}, **inside), **top))
    after = parse(edited(known, (("tasks", "a", "hours"), None, 4)).text())
    assert after.value | top == after.value
    assert after.round(SLUG, "r1") | inside == after.round(SLUG, "r1")
    assert after.answer(SLUG, "r1", ("tasks", "a")) == ROW | row | {"hours": 4}


FAULTS = {
    "It is not a journal of this workbook.": [value(format="zq-canary"), {}],
    "It does not say which version of the workbook wrote it.": [
        *(value(version=version) for version in (0, -1, None, True, "zq-canary", 1.5)),
    ],
    "It has no id.": [value(id=""), value(id=5), value(id=None)],
    "It does not say how often it was changed.": [value(revision=-1), value(revision="zq-canary")],
    "Its rounds are not listed by exercise.": [value(rounds=[]), value(rounds={"zq-canary": {}})],
    "One of its rounds lacks an id, its dates or its answers.": [
        value(rounds={"zq-canary": ["zq-canary"]}),
        *(
            value(rounds=a_round(**{name: each}))
            for name in ("id", "started", "updated", "answers")
            for each in (None, 7)
        ),
        value(rounds=a_round(started="20261122")),
        value(rounds=a_round(started="zq-canary")),
        value(rounds=a_round(also=["r2", 3])),
        value(rounds=a_round(conflicts=[{"id": "1.1", "path": "zq-canary", "other": 1}])),
        value(rounds=a_round(conflicts=[{"id": "1.1", "path": ["guess"]}])),
        value(rounds=a_round(removed=[{"path": ["tasks", "a"], "row": "zq-canary"}])),
    ],
    "Two of its rounds have the same id.": [value(rounds={SLUG: a_round()[SLUG] * 2})],
}


@pytest.mark.parametrize(
    ("reason", "faulty"), [(reason, each) for reason, all_ in FAULTS.items() for each in all_]
)
def test_what_is_no_journal_is_refused_with_a_reason_that_quotes_nothing(reason, faulty) -> None:
    with pytest.raises(Unreadable) as raised:
        parsed(faulty)
    assert str(raised.value) == reason


def test_a_list_is_no_journal() -> None:
    with pytest.raises(Unreadable, match="not a journal"):
        parse("[]")


def test_a_newer_journal_opens_to_be_read_only() -> None:
    newer = parsed(value(version=2, invented=1))
    assert newer.read_only
    assert newer.answer(SLUG, "r1", ("guess",)) == 3
    assert not parsed(value()).read_only


def test_a_newer_journal_that_cannot_even_be_shown_says_so() -> None:
    with pytest.raises(Newer, match=r"later version .* left as it is"):
        parsed(value(version=2, rounds="somewhere else"))


def test_an_older_journal_is_brought_up_step_by_step(monkeypatch) -> None:
    old = Journal(value(rounds=None, passes=value()["rounds"])).text()
    monkeypatch.setattr(journals, "VERSION", 3)
    monkeypatch.setattr(
        journals,
        "MIGRATIONS",
        {
            1: lambda was: {"rounds" if k == "passes" else k: v for k, v in was.items()},
            2: lambda was: was | {"seen": was["version"]},
        },
    )
    now = parse(old)
    assert now.migrated
    assert now.value == value(version=3, seen=2)
    assert not parse(now.text()).migrated


def test_one_save_is_one_revision_and_one_time() -> None:
    first = journal()
    second = apply(first, [edit(("guess",), None, 3), edit(("belongs",), None, "x")], LATER)
    assert second.revision == first.revision + 1
    assert second.round(SLUG, "r1")["updated"] == "2026-11-30T18:04:11Z"


def test_a_save_leaves_other_rounds_alone() -> None:
    two = start_round(
        journal(), SLUG, "r2", started=LATER.date(), answers={}, now=LATER, seen=journal()
    )
    after = apply(two, [edit(("guess",), None, 3, "r2")], LATER)
    assert after.rounds(SLUG)[0] == journal().rounds(SLUG)[0]


def test_a_save_that_is_tried_again_changes_nothing() -> None:
    once = edited(journal(), (("guess",), None, 3))
    assert edited(once, (("guess",), None, 3)) is once


def test_nothing_handed_in_is_ever_changed() -> None:
    before, row = journal({"tasks": [ROW]}), dict(ROW)
    text = before.text()
    after = edited(before, (("tasks", "b"), None, row), (("tasks", "a", "hours"), None, 3))
    after.round(SLUG, "r1")["answers"]["tasks"][1]["name"] = "changed"
    assert (before.text(), row) == (text, ROW)


def test_an_answer_taken_back_is_absent() -> None:
    filled = edited(
        journal({"tasks": [ROW]}),
        (("guess",), None, 3),
        (("claim", "what"), None, "a walk"),
        (("tasks", "a", "hours"), None, 4),
    )
    cleared = edited(
        filled,
        (("guess",), 3, None),
        (("claim", "what"), "a walk", None),
        (("tasks", "a", "hours"), 4, None),
    )
    assert cleared.round(SLUG, "r1")["answers"] == {"tasks": [ROW]}


def test_rounds_are_told_oldest_first() -> None:
    one = journal()
    two = start_round(one, SLUG, "r2", started=LATER.date(), answers={}, now=LATER, seen=one)
    assert [each["id"] for each in two.rounds(SLUG)] == ["r1", "r2"]
    assert two.rounds("values") == ()
    assert two.round(SLUG, "r3") is None


def test_a_round_that_is_there_is_not_started_again() -> None:
    one = journal({"guess": 3})
    again = {"started": LATER.date(), "answers": {"guess": 9}, "now": LATER, "seen": EMPTY}
    assert start_round(one, SLUG, "r1", **again) is one


def test_two_first_rounds_started_at_once_are_one() -> None:
    first = edited(journal({"window_days": 28}), (("guess",), None, 3))
    arguments = {"started": DAY, "now": NOW, "seen": EMPTY}
    both = start_round(first, SLUG, "r2", answers={"window_days": 30}, **arguments)
    both = apply(both, [edit(("belongs",), None, "mine", "r2")], NOW)
    (only,) = both.rounds(SLUG)
    assert only["answers"] == {"window_days": 30, "guess": 3, "belongs": "mine"}
    assert waiting(both) == [(("window_days",), 28)]
    assert both.round(SLUG, "r2") is only


def test_rows_carried_into_a_round_started_twice_stand_there_once() -> None:
    first = edited(journal({"tasks": [ROW]}), (("tasks", "a", "hours"), None, 4))
    arguments = {"started": DAY, "now": NOW, "seen": EMPTY}
    both = start_round(first, SLUG, "r2", answers={"tasks": [ROW]}, **arguments)
    assert both.answer(SLUG, "r1", ("tasks",)) == [ROW | {"hours": 4}]
    assert waiting(both) == []


def test_an_edit_of_a_round_that_is_not_there_makes_it() -> None:
    made = apply(EMPTY, [Edit("sparks", "new", ("sparks", "s"), None, {"what": "kites"})], NOW)
    (only,) = made.rounds("sparks")
    assert (only["id"], only["started"]) == ("new", "2026-11-22")
    assert only["answers"] == {"sparks": [{"id": "s", "what": "kites"}]}


@pytest.mark.parametrize(("keep", "stands"), [("mine", 7), ("other", 3)])
def test_a_settled_conflict_leaves_the_one_that_was_chosen(keep, stands) -> None:
    both = edited(edited(journal(), (("guess",), None, 3)), (("guess",), None, 7))
    (conflict,) = both.round(SLUG, "r1")["conflicts"]
    settled = settle(both, SLUG, "r1", conflict["id"], keep=keep, now=LATER, seen=both)
    assert settled.answer(SLUG, "r1", ("guess",)) == stands
    assert "conflicts" not in settled.round(SLUG, "r1")
    assert settle(settled, SLUG, "r1", conflict["id"], keep=keep, now=LATER, seen=both) is settled


@pytest.mark.parametrize(("keep", "rows"), [("mine", [ROW | {"hours": 5}]), ("other", None)])
def test_a_row_that_came_back_can_be_kept_or_let_go(keep, rows) -> None:
    gone = edited(journal({"tasks": [ROW]}), (("tasks", "a"), ROW, None))
    back = edited(gone, (("tasks", "a", "hours"), None, 5))
    (conflict,) = back.round(SLUG, "r1")["conflicts"]
    settled = settle(back, SLUG, "r1", conflict["id"], keep=keep, now=NOW, seen=back)
    assert settled.answer(SLUG, "r1", ("tasks",)) == rows
    assert waiting(settled) == []


def test_a_removed_row_is_forgotten_after_thirty_days() -> None:
    gone = edited(journal({"tasks": [ROW]}), (("tasks", "a"), ROW, None))
    for days, kept in ((30, True), (31, False)):
        later = apply(gone, [edit(("guess",), None, 3)], NOW + timedelta(days=days))
        assert ("dishes" in later.text()) is kept
