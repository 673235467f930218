"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.role_of_work.figures import figures
from quadrantlib.exercises.role_of_work.questions import QUESTIONS
from quadrantlib.exercises.role_of_work.sentences import needs, says, wonders
from quadrantlib.exercises.role_of_work.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return how the beads would move, which needs have no place, and how long this season runs.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own.answers, earlier, today)
    return Reading(
        figures=found,
        says=says(found, today),
        needs=needs(found),
        wonders=wonders(found, today),
    )


EXERCISE = Exercise(
    slug="role-of-work",
    title="Role of work",
    why=(
        "Work may fill a season or only pay for it, and either can be right. "
        "Here you decide which part it plays now, and what it need not carry."
    ),
    minutes=12,
    rhythm="each season",
    # A season here is one of life: the shortest that `until` is asked for.
    rhythm_days=182,
    evidence=(
        "Laying out a life in beads comes from coaching and measures nothing. "
        "That people need a say, growing skill and others to belong to is well supported; "
        "the rest of the list is our own choice from research on what work gives besides pay. "
        "Speaking to oneself as to a friend has helped a little in small studies. "
        "It is a way to think, no test and no advice."
    ),
    questions=QUESTIONS,
    read=read,
    shares=SHARES,
)
