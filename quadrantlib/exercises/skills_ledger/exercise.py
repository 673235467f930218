"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.skills_ledger.figures import figures
from quadrantlib.exercises.skills_ledger.questions import QUESTIONS
from quadrantlib.exercises.skills_ledger.sentences import needs, says, wonders
from quadrantlib.exercises.skills_ledger.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return what a quarter leaves, what it could give back, and the skills kept so far.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own.answers, earlier, today)
    return Reading(
        figures=found,
        says=says(found, today),
        needs=needs(found),
        wonders=wonders(found),
    )


EXERCISE = Exercise(
    slug="skills-ledger",
    title="Skills ledger",
    why=(
        "A quarter can deliver everything and leave you nothing that you could take along. "
        "Here you see which of its objectives also leave you something to keep."
    ),
    minutes=10,
    rhythm="quarterly",
    rhythm_days=91,
    evidence=(
        "Economists have long told skills that are of use anywhere from those of use in one place "
        "only; applying that to a list of objectives is our own. "
        "That well enough gives back a third is a round figure to think with, not a finding. "
        "It is arithmetic on your own guesses: no test, no advice."
    ),
    questions=QUESTIONS,
    read=read,
    shares=SHARES,
)
