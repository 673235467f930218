"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.the_arc.figures import figures
from quadrantlib.exercises.the_arc.jobs import jobs_in
from quadrantlib.exercises.the_arc.questions import QUESTIONS, REPEATS
from quadrantlib.exercises.the_arc.sentences import aside, needs, says, wonders
from quadrantlib.questions import answered


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return what repeats from one to the next.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    jobs = jobs_in(own)
    before = jobs_in(earlier[-1]) if earlier else ()
    found = figures(jobs, before, " ".join((answered(REPEATS, own.answers) or "").split()))
    return Reading(
        figures=found,
        says=says(found),
        needs=needs(jobs),
        wonders=wonders(jobs),
        aside=aside(found),
    )


EXERCISE = Exercise(
    slug="the-arc",
    title="The arc",
    why=(
        "Each stretch of work seems to have a story of its own. "
        "Laid over one another from the first day, their lines show what repeats."
    ),
    minutes=6,
    rhythm="yearly",
    rhythm_days=365,
    evidence=(
        "Drawing one’s working life as a line comes from career counselling, where it is used to "
        "talk, not to measure. Memory smooths: how a thing ended colors how it began. What "
        "repeats in a handful of lines may be chance; it is a question, and no diagnosis."
    ),
    questions=QUESTIONS,
    read=read,
    place="occasion",
)
