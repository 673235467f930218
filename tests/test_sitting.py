"""One person and one exercise: which round is open, what is asked, what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from quadrantlib.errors import Newer, NotSaved, Refused
from quadrantlib.exercises import by_slug
from quadrantlib.journal import Journal
from quadrantlib.retelling import offered, suggestions
from quadrantlib.sitting import Gone, Sitting
from tests.pages import DAY, SLUG
from tests.people import Person

LATER = DAY + timedelta(days=28)
GARDEN = {"id": "a", "name": "Garden", "autonomy": 9, "difficulty": 8, "hours": 12, "if_gone": 1}
PLANNING = {"id": "b", "name": "Planning", "autonomy": 1, "difficulty": 9, "for_work": "yes"}
CLAIM = {"what": "The old radio", "when": "2026-11-21"}


@pytest.fixture
def sits(tmp_path: Path) -> Callable[[str], Person]:
    return lambda name: Person(tmp_path / "journal.json", name)


@pytest.fixture
def one(sits: Callable[[str], Person]) -> Person:
    return sits("one")


def test_nothing_is_written_before_the_first_answer_and_that_starts_a_round(one: Person) -> None:
    asked = one.sitting.round_id
    assert not one.sitting.journal.rounds(SLUG)
    one.writes((("guess",), None, 4))
    assert one.sitting.round_id == asked
    assert one.sitting.round()["started"] == DAY.isoformat()
    assert one.answers() == {"guess": 4}


@pytest.mark.parametrize(("days", "locked"), [(0, ""), (27, ""), (28, "past"), (400, "past")])
def test_a_round_past_its_rhythm_is_only_shown(one: Person, days: int, locked: str) -> None:
    one.writes((("guess",), None, 4))
    assert one.sitting.locked(DAY + timedelta(days=days)) == locked


def test_a_round_that_nobody_began_is_never_past(one: Person) -> None:
    assert one.sitting.locked(LATER) == ""


def test_a_past_round_can_be_corrected(one: Person) -> None:
    one.writes((("guess",), None, 4))
    one.sitting.correct_round()
    assert one.sitting.locked(LATER) == ""
    one.writes((("guess",), 4, 5), day=LATER)
    assert len(one.sitting.journal.rounds(SLUG)) == 1


def test_a_new_round_is_open_and_the_last_one_lies_behind_it(one: Person) -> None:
    one.writes((("guess",), None, 4))
    first = one.sitting.round_id
    one.sitting.correct_round()
    one.sitting.start_round(LATER)
    assert one.sitting.round_id != first
    assert one.sitting.locked(LATER) == ""
    assert [(r.id, r.answers) for r in one.sitting.earlier()] == [(first, {"guess": 4})]
    one.writes((("guess",), None, 6), day=LATER)
    assert one.sitting.locked(LATER + timedelta(days=28)) == "past"


def test_names_and_habits_are_carried_into_a_new_round_and_nothing_else(one: Person) -> None:
    everything = [
        *((("tasks", row["id"]), None, row) for row in (GARDEN, PLANNING)),
        *(((name,), None, 7) for name in ("guess", "sleep_hours", "window_days", "portion")),
        *(((name,), None, "…") for name in ("belongs", "mirror")),
        *((("claim", part), None, value) for part, value in CLAIM.items()),
    ]
    one.writes(*everything)
    one.sitting.start_round(LATER)
    rows = [
        {"id": "a", "name": "Garden"},
        {"id": "b", "name": "Planning", "for_work": "yes"},
    ]
    assert one.answers() == {"tasks": rows, "sleep_hours": 7, "window_days": 7}


def test_a_journal_of_a_later_version_is_only_shown(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.new("j")
    path.write_text(Journal(journal.value | {"version": 99}).text(), encoding="utf-8")
    one = Person(path, "one")
    assert one.sitting.locked(DAY) == "newer"
    with pytest.raises(Newer):
        one.writes((("guess",), None, 4))


# ---- looking back ----------------------------------------------------------------------------


def claims(one: Person) -> str:
    one.writes(*((("claim", part), None, value) for part, value in CLAIM.items()))
    return one.sitting.round_id


def test_a_claim_is_asked_about_once_its_day_is_over(one: Person) -> None:
    here = claims(one)
    assert one.back(date(2026, 11, 21)) is None
    assert one.back(DAY) == {**CLAIM, "round": here, "answer": None}


def test_a_new_round_asks_about_the_claim_of_the_last_and_writes_the_answer_there(
    one: Person,
) -> None:
    before = claims(one)
    one.sitting.start_round(DAY)
    assert one.back()["round"] == before
    one.writes((("claim_kept",), None, "yes"), round_id=before)
    assert one.sitting.earlier()[-1].answers["claim_kept"] == "yes"
    assert "claim_kept" not in one.answers()


def test_an_answer_about_a_claim_can_still_be_seen_and_changed_in_this_sitting(
    one: Person, sits: Callable[[str], Person]
) -> None:
    here = claims(one)
    assert one.back()["answer"] is None
    one.writes((("claim_kept",), None, "yes"))
    assert one.back() == {**CLAIM, "round": here, "answer": "yes"}
    assert "claim_kept" in asked(one.sitting)
    assert sits("next").back() is None


def test_a_claim_that_comes_due_takes_the_place_of_one_that_was_answered(one: Person) -> None:
    first = claims(one)
    one.sitting.start_round(DAY)
    assert one.back()["round"] == first
    one.writes((("claim_kept",), None, "no"), round_id=first)
    one.writes((("claim", "what"), None, "Bread"), (("claim", "when"), None, "2026-11-23"))
    assert one.back(date(2026, 11, 24))["what"] == "Bread"


def test_questions_that_wait_for_the_reading_are_offered_when_it_asks_for_them(one: Person) -> None:
    assert asked(one.sitting) == []
    one.writes((("tasks", "b"), None, PLANNING))
    assert asked(one.sitting) == ["belongs"]
    one.writes((("tasks", "a"), None, GARDEN))
    assert asked(one.sitting) == []


def asked(sitting: Sitting) -> list[str]:
    reading = sitting.read(DAY)
    return offered(sitting.exercise, reading, looks_back=sitting.back(reading) is not None)


def suggested(sitting: Sitting) -> list[str]:
    reading = sitting.read(DAY)
    (names,) = suggestions(sitting.exercise, reading, sitting.told(DAY)).values()
    return names


def test_what_one_chose_is_suggested_and_never_what_was_assigned(one: Person) -> None:
    assert suggested(one.sitting) == []
    one.writes(*((("tasks", row["id"]), None, row) for row in (PLANNING, GARDEN)))
    assert suggested(one.sitting) == ["Garden"]


# ---- writing ----------------------------------------------------------------------------------


def test_one_answer_that_does_not_fit_and_none_is_written(one: Person) -> None:
    with pytest.raises(Refused) as refused:
        one.writes((("guess",), None, 4), (("sleep_hours",), None, 734251))
    assert str(refused.value) == (
        "An answer could not be saved: it does not fit its question. What was saved before is "
        "safe, and what you wrote is still on this page. Write it another way, or leave it open."
    )
    one.sitting.look()
    assert one.sitting.journal.revision == 0


def test_a_journal_that_was_there_and_is_gone_is_missed_and_not_begun_anew(
    one: Person, tmp_path: Path
) -> None:
    """Seen to fail with `_still_there` taken out: the page went on in an empty journal."""
    one.writes((("guess",), None, 4))
    (tmp_path / "journal.json").rename(tmp_path / "elsewhere.json")
    with pytest.raises(Gone) as gone:
        one.sitting.look()
    assert str(gone.value) == (
        f"Your journal is gone from its place: {tmp_path / 'journal.json'}. What you wrote is "
        "still on this page. If you forgot it on purpose, reload to begin anew. If not, put the "
        "file back, or download what is here first."
    )
    with pytest.raises(Gone):
        one.writes((("sleep_hours",), None, 7))
    assert one.answers() == {"guess": 4}
    (tmp_path / "elsewhere.json").rename(tmp_path / "journal.json")
    assert not one.sitting.look()
    (tmp_path / "journal.json").unlink()
    assert one.sitting.look(anew=True)
    assert one.answers() == {}


def test_what_could_not_be_saved_changes_nothing_that_is_shown(
    one: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise NotSaved("Full.")

    one.writes((("guess",), None, 4))
    before = one.sitting.round_id
    monkeypatch.setattr(one.sitting._storage, "change", full)
    for attempt in (
        lambda: one.sitting.start_round(LATER),
        lambda: one.writes((("guess",), 4, 5)),
    ):
        with pytest.raises(NotSaved):
            attempt()
    assert one.sitting.round_id == before
    assert one.answers() == {"guess": 4}


def test_a_round_that_keeps_its_first_day_has_it_from_the_first_answer_on(
    sits: Callable[[str], Person],
) -> None:
    one = sits("one")
    one.sitting.exercise = by_slug("your-number")
    one.writes((("wealth",), None, 1000))
    assert one.answers() == {"wealth": 1000, "counted_on": DAY.isoformat()}
