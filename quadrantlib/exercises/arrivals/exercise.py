"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.arrivals.figures import figures
from quadrantlib.exercises.arrivals.questions import QUESTIONS
from quadrantlib.exercises.arrivals.sentences import needs, says


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return which letters are sealed, due or opened, and what became of the promises.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields. What a letter says is not in the reading before its Monday.
    """
    found = figures(own.answers, today)
    return Reading(figures=found, says=tuple(says(found, today)), needs=tuple(needs(found)))


EXERCISE = Exercise(
    slug="arrivals",
    title="Arrivals",
    why=(
        "Much is put off until something is reached: the launch, the title, the move. "
        "Here you write down what you expect of that day, and look again when it is there."
    ),
    minutes=3,
    rhythm="when there is occasion",
    rhythm_days=None,
    evidence=(
        "People foresee poorly how long and how strongly a success or a setback will move them; "
        "that is well supported, on average, and less sure for any one of us. Writing the "
        "forecast down and looking again is our own use of it. It is no test of you."
    ),
    questions=QUESTIONS,
    read=read,
    log=True,
    place="occasion",
)
