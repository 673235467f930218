"""The made-up person's journal is whole, and shows all that the workbook can say back."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quadrantlib.cli import main
from quadrantlib.contradictions import contradictions
from quadrantlib.exercise import Reading
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal, parse
from quadrantlib.kinds import Brought
from quadrantlib.pictures.shown import LAYOUTS
from quadrantlib.questions import Question, walk
from quadrantlib.retelling import read_newest, retold
from quadrantlib.schema import faults_in_journal
from quadrantlib.shipped import shipped
from quadrantlib.telling import until
from tests.houses import house

SAMPLE = shipped("data/sample-journal.json")
TODAY = date(2026, 11, 22)
"""The day on which she looks at all of it."""
VERDICTS = {
    "2025-09-14": "too_early",
    "2026-01-11": "never_at_this_rate",
    "2026-05-10": "too_early",
    "2026-09-20": "deferring",
    "2026-11-15": "passed_and_moved",
}
FIGURES = {
    "ten-tasks": "hours shares waking_shares holding relief_hours loss_hours origin_hours "
    "anyway_hours guess_gap tensions suggestions change mean_difficulty mean_autonomy correlation "
    "sensitivity",
    "drift-check": "motion recent_moments signs_present medians far_from_it why_yes holds "
    "direction attention give keep green back",
    "five-years": "signs signs_present over_time change anyway success action letter_old",
    "values": "top core defaults_kept circle tensions options kept agreement",
    "role-of-work": "gaps unmet leaning days_left role intention for_money let_go",
    "your-number": "target coverage years fan targets then grown pay_growth verdict approach "
    "moved is_enough assumptions",
    "skills-ledger": "shares hour_shares freed_hours banked change claim_due",
    "sparks": "strongest picked kinds",
    "thirty-minutes": "days minutes_this_week last_shown series next",
    "skeptics": "answering reply their_fear not_asked change",
    "arrivals": "waiting due opened promises promises_due kept",
    "the-arc": "jobs",
    "my-page": "contradictions timeline due map number drift",
}
"""Those that the method names, by exercise."""
EIGHT = (
    *("unserved-", "supporting-yet-long", "empty-corner", "enough-yet-more"),
    *("untried-", "relief-", "claims-not-kept", "paid-first"),
)

every_exercise = pytest.mark.parametrize("slug", [each.slug for each in CATALOG])


def journal() -> Journal:
    return parse(SAMPLE.read_bytes())


def reading(slug: str, day: date = TODAY) -> Reading:
    told = retold(CATALOG, until(journal(), day), day)
    return read_newest(by_slug(slug), told, day)


def answered_in(question: Question, value: Any) -> set[str]:
    """The names of `question` and of the columns or parts in it that `value` answers."""
    inside = {each.name: each for each in walk((question,))}
    given = value if isinstance(value, list) else [value]
    cells = {name for row in given if isinstance(row, dict) for name in row}
    return {question.name, *(cells & inside.keys())}


def test_it_is_whole_and_every_answer_fits() -> None:
    assert faults_in_journal(json.loads(SAMPLE.read_text(encoding="utf-8")), CATALOG) == []


def test_it_is_written_as_the_workbook_writes() -> None:
    assert journal().text() == SAMPLE.read_text(encoding="utf-8")


def test_it_says_that_it_is_made_up_and_a_copy_still_does() -> None:
    assert journal().is_sample
    assert parse(journal().text()).is_sample
    assert not Journal.new("me").is_sample


def test_no_round_lies_ahead_or_out_of_order() -> None:
    for exercise in CATALOG:
        days = [each["started"] for each in journal().rounds(exercise.slug)]
        assert days == sorted(days)
        assert days[-1] <= TODAY.isoformat()


@every_exercise
def test_every_exercise_says_something_of_it_in_words(slug: str) -> None:
    said = reading(slug)
    assert said.says
    assert not said.needs
    assert all(words.strip() == words for words in said.says)


@every_exercise
def test_every_figure_that_the_method_names_is_in_its_reading(slug: str) -> None:
    assert set(FIGURES[slug].split()) <= reading(slug).figures.keys()


@every_exercise
def test_every_question_of_it_is_answered_once(slug: str) -> None:
    exercise, found = by_slug(slug), set()
    for each in journal().rounds(slug):
        for name, value in each["answers"].items():
            found |= answered_in(exercise.question(name), value)
    # The first seven are asked only where no exercise has the answer, and here one has.
    gathered = {each.name for each in exercise.questions[:7]} if slug == "my-page" else set()
    asked = {each.name for each in walk(exercise.questions) if not isinstance(each, Brought)}
    assert asked - found == gathered


@every_exercise
def test_every_picture_of_it_has_something_to_draw(slug: str) -> None:
    for layout in LAYOUTS.get(slug, ()):
        assert layout(reading(slug).figures, "")


def test_all_eight_contradictions_show() -> None:
    found = [each.id for each in contradictions(retold(CATALOG, journal(), TODAY))]
    assert len(found) == len(EIGHT)
    for name, start in zip(found, EIGHT, strict=True):
        assert name.startswith(start)
    assert sorted(reading("my-page").figures["contradictions"]) == sorted(found)


@pytest.mark.parametrize(("day", "verdict"), VERDICTS.items())
def test_her_number_has_another_verdict_from_round_to_round(day: str, verdict: str) -> None:
    words = ["read", str(SAMPLE), "--on", day, "--exercise", "your-number", "--format", "json"]
    told = json.loads(CliRunner().invoke(main, words).stdout)["your-number"]
    assert told["started"] == day
    assert told["figures"]["verdict"] == verdict


def test_what_has_been_says_of_each_round_what_the_one_before_did_not() -> None:
    rows = reading("my-page").figures["timeline"]
    for slug in {row["slug"] for row in rows}:
        words = [row["words"] for row in rows if row["slug"] == slug]
        assert all(one != other for one, other in pairwise(words)), slug


@pytest.mark.parametrize("words", [["read"], ["diff"]])
def test_the_commands_read_it(words: list[str]) -> None:
    done = CliRunner().invoke(main, [*words, str(SAMPLE)])
    assert done.exit_code == 0
    assert "Marit" not in done.stdout


def test_a_day_and_a_log_are_set_apart_from_what_is_said_of_them() -> None:
    said = CliRunner().invoke(main, ["read", str(SAMPLE), "--on", "2026-11-22"]).stdout
    assert "\n14 November, Ten tasks: About 56 % of" in said
    assert "\n21 December: A letter opens (Arrivals)\n" in said
    assert "\nSparks, since 9 October 2025\n" in said


def test_it_brings_a_journal_of_its_own() -> None:
    done = CliRunner().invoke(main, ["open", "--sample", "--journal", "mine.json"])
    assert done.exit_code == 2
    assert "leave --journal out" in done.stderr


def test_a_copy_is_opened_says_so_and_is_gone_afterwards(tmp_path: Path) -> None:
    before = SAMPLE.read_bytes()
    with house(tmp_path, "open", "--sample", "--no-browser") as running:
        page = running.owner().ask("/").text
        assert "This is a made-up person’s journal." in page
        (told,) = [line for line in running.heard if "made-up person’s journal" in line]
        copy = Path(told.split("copied to ")[1].split(": not kept")[0])
        assert copy.read_bytes() == before
    assert not copy.parent.exists()
    assert SAMPLE.read_bytes() == before
    assert not (tmp_path / "journal.json").exists()
