"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.skeptics.figures import figures
from quadrantlib.exercises.skeptics.questions import QUESTIONS
from quadrantlib.exercises.skeptics.sentences import needs, says


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return the doubt to answer next, and who has not been asked for a while.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own.answers, earlier, today)
    return Reading(figures=found, says=says(found, today), needs=needs(found))


EXERCISE = Exercise(
    slug="skeptics",
    title="Skeptics",
    why=(
        "Before a step off the usual road you will hear the same few sentences, some of them from "
        "yourself. Answer the strongest one once, in your own words, and it need not be answered "
        "every night."
    ),
    minutes=8,
    rhythm="before a step",
    # By then it is another step: its doubts begin on an empty page.
    rhythm_days=90,
    evidence=(
        "That much of what others say against a step is about their own road is an observation "
        "of coaches, not a finding. That it helps to think a plan through with somebody else "
        "is well supported. It says nothing on whether the step is right."
    ),
    questions=QUESTIONS,
    read=read,
    place="occasion",
)
