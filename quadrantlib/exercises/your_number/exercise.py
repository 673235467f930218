"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.your_number.asides import aside
from quadrantlib.exercises.your_number.figures import figures
from quadrantlib.exercises.your_number.heard import heard
from quadrantlib.exercises.your_number.questions import QUESTIONS
from quadrantlib.exercises.your_number.sentences import needs, says, wonders
from quadrantlib.exercises.your_number.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return how much is enough, how far it is, and whether it keeps moving.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own, earlier)
    return Reading(
        figures=found,
        says=says(found, own.started),
        needs=needs(found),
        wonders=wonders(found),
        aside=aside(found),
    )


EXERCISE = Exercise(
    slug="your-number",
    title="Your number",
    why=(
        "Working for money is nothing to be ashamed of, and more of it can look like growing. "
        "A figure for enough shows whether the years lead toward it, or it keeps moving ahead."
    ),
    minutes=15,
    rhythm="every 6–12 months",
    rhythm_days=182,
    evidence=(
        "The sum is the plain arithmetic of saving and compound growth; the part to live on each "
        "year goes back to Bengen’s look at past markets in 1994, which is argued about to this "
        "day and was about one country; that wants grow with pay is well studied. Whether you "
        "move toward your number or put it off is our own arithmetic, and no validated measure."
    ),
    questions=QUESTIONS,
    read=read,
    hears={"replay": heard},
    shares=SHARES,
)
