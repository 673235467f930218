"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.values.asides import aside
from quadrantlib.exercises.values.cards import hand_in
from quadrantlib.exercises.values.figures import figures
from quadrantlib.exercises.values.questions import QUESTIONS
from quadrantlib.exercises.values.sentences import needs, says, wonders
from quadrantlib.exercises.values.shares import SHARES


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return what matters most, what of it came with the ladder, and how options sit with it.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields. Nothing is ever inferred from what somebody wrote.
    """
    hand, found = hand_in(own.answers), figures(own.answers, earlier)
    return Reading(
        figures=found,
        says=says(found, today),
        needs=needs(found, hand),
        wonders=wonders(hand),
        aside=aside(found),
    )


EXERCISE = Exercise(
    slug="values",
    title="Values",
    why=(
        "Everybody has a measure for a good life, and some of it came along unasked. "
        "Here you find the few that are yours, so that you can hold a decision against them."
    ),
    minutes=10,
    sittings=2,
    rhythm="yearly",
    rhythm_days=365,
    evidence=(
        "Sorting cards comes from motivational interviewing, where it opens a conversation; by "
        "itself it is little studied. The circle is Schwartz’s, well tried across many countries; "
        "which card lies where on it is our own sorting. Asking what a value looks like in deeds "
        "comes from coaching practice. "
        "It is no test, no diagnosis, no advice."
    ),
    questions=QUESTIONS,
    read=read,
    shares=SHARES,
)
