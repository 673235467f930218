"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.drift_check.figures import figures
from quadrantlib.exercises.drift_check.questions import QUESTIONS
from quadrantlib.exercises.drift_check.sentences import needs, says
from quadrantlib.exercises.drift_check.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return the reason, motion beside moments, and how both went over the rounds.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own.answers, earlier)
    return Reading(figures=found, says=says(found, today), needs=needs(own.answers, found))


EXERCISE = Exercise(
    slug="drift-check",
    title="Drift check",
    why=(
        "Much can move without going anywhere you meant to go. "
        "Once a month you hold what moved beside what mattered, and both beside your reason."
    ),
    minutes=8,
    rhythm="monthly",
    rhythm_days=28,
    evidence=(
        "The signs and the moments come from what people who lead and build have told of "
        "themselves; nobody has tested them as a scale, and where we speak of much or far is our "
        "own line. A single month is mostly weather, so what is said over time is the middle one "
        "of three. It is a look at your own answers: no test, no diagnosis, no advice."
    ),
    questions=QUESTIONS,
    read=read,
    shares=SHARES,
)
