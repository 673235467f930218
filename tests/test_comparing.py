"""What changed in a journal: the newest round beside the one before, or the one of a day."""

from __future__ import annotations

from datetime import date

from quadrantlib.comparing import alone, as_text, changes
from quadrantlib.journal import Journal

TODAY = date(2026, 11, 22)


def journal(*rounds: tuple[str, float]) -> Journal:
    listed = [
        {"id": f"r{n}", "started": started, "updated": "", "answers": {"guess": guess}}
        for n, (started, guess) in enumerate(rounds)
    ]
    new = Journal.new("me").value
    return Journal({**new, "revision": 1, "rounds": {"ten-tasks": listed}})


THREE = journal(("2026-08-01", 9), ("2026-09-15", 6), ("2026-11-01", 4))


def test_the_newest_round_is_laid_beside_the_one_before() -> None:
    (change,) = changes(THREE, None, TODAY)
    assert (change.since, change.until) == (date(2026, 9, 15), date(2026, 11, 1))
    assert change.words[0].endswith("Was 6, is 4.")


def test_since_a_day_the_newest_is_laid_beside_the_round_of_that_day() -> None:
    (change,) = changes(THREE, date(2026, 9, 1), TODAY)
    assert change.since == date(2026, 8, 1)
    assert change.words[0].endswith("Was 9, is 4.")


def test_before_the_first_round_there_is_only_the_first() -> None:
    (change,) = changes(THREE, date(2020, 1, 1), TODAY)
    assert change.since == date(2026, 8, 1)


def test_one_round_alone_is_said_to_be_alone() -> None:
    found = changes(journal(("2026-11-01", 4)), None, TODAY)
    assert as_text(found, TODAY) == "There are no two rounds to lay side by side yet."


def test_exercises_of_which_there_is_one_round_are_named() -> None:
    assert alone(journal(("2026-11-01", 4))) == "Only one round so far: Ten tasks."
    assert alone(THREE) == ""


def test_the_text_names_the_exercise_and_both_days() -> None:
    text = as_text(changes(THREE, None, TODAY), TODAY)
    assert text.startswith("Ten tasks, 15 September to 1 November\n\n")


def test_two_rounds_that_say_the_same_are_said_to() -> None:
    same = journal(("2026-09-15", 6), ("2026-11-01", 6))
    assert "Nothing was answered differently." in as_text(changes(same, None, TODAY), TODAY)
