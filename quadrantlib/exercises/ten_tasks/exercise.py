"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.ten_tasks.asides import aside
from quadrantlib.exercises.ten_tasks.figures import figures
from quadrantlib.exercises.ten_tasks.questions import QUESTIONS
from quadrantlib.exercises.ten_tasks.sentences import needs, says, wonders
from quadrantlib.exercises.ten_tasks.shares import SHARES
from quadrantlib.exercises.ten_tasks.tasks import tasks_in, waking_in


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return where the hours went, what holds them there, and what is one's own.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    tasks, waking = tasks_in(own.answers), waking_in(own.answers)
    found = figures(own.answers, earlier, today)
    return Reading(
        figures=found,
        says=says(found, today),
        needs=needs(own.answers, tasks),
        wonders=wonders(tasks, waking),
        aside=aside(found),
    )


EXERCISE = Exercise(
    slug="ten-tasks",
    title="Ten tasks",
    why=(
        "Ten things took most of your waking time this month. "
        "Laid out by how hard they were and how far you chose them, "
        "they show where your days live."
    ),
    minutes=15,
    rhythm="monthly",
    rhythm_days=28,
    evidence=(
        "Listing what fills your days and rating it comes from Personal Projects Analysis, "
        "well tried in research; the grid borrows from Karasek’s studies of demand and control "
        "in jobs, as an analogy only; imagining a thing gone is a known way to feel its worth; "
        "a plan with a when and an obstacle helps a little, and more with another person. "
        "It is arithmetic on your own guesses: no test, no diagnosis, no advice."
    ),
    questions=QUESTIONS,
    read=read,
    shares=SHARES,
)
