"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.thirty_minutes.figures import figures
from quadrantlib.exercises.thirty_minutes.log import sessions_in
from quadrantlib.exercises.thirty_minutes.questions import QUESTIONS
from quadrantlib.exercises.thirty_minutes.sentences import aside, needs, says, wonders
from quadrantlib.exercises.thirty_minutes.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return on how many days there was time of one's own, and what gets quicker.

    Every answer may be missing, and one that does not fit counts as missing; what is dated after
    today does not count yet. `figures` describes the fields.
    """
    begun = sessions_in(own.answers)
    sessions = [each for each in begun if each.day is None or each.day <= today]
    found = figures(sessions, own.answers, today)
    return Reading(
        figures=found,
        says=says(found, today),
        needs=needs(sessions),
        wonders=wonders(sessions, len(begun) - len(sessions)),
        aside=aside(found),
    )


EXERCISE = Exercise(
    slug="thirty-minutes",
    title="Thirty minutes",
    why=(
        "Half an hour for something you picked yourself is little enough to be possible. "
        "Noted in a line, it shows what the half hours become."
    ),
    minutes=1,
    rhythm="a line a day, or whenever",
    rhythm_days=None,
    evidence=(
        "That practice makes a repeated task quicker, fast at first and slowly later, is among "
        "the steadiest findings about skill; noting what one does helps a little to go on doing "
        "it. Thirty minutes is a threshold low enough to keep, no dose. The pace is worked out "
        "from medians of your own times: arithmetic, and no measure of talent."
    ),
    questions=QUESTIONS,
    read=read,
    log=True,
    place="alongside",
    shares=SHARES,
)
