"""The exercise: its questions, and how they are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.five_years.figures import figures, said
from quadrantlib.exercises.five_years.questions import QUESTIONS
from quadrantlib.exercises.five_years.sentences import needs, says


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:
    """Return the signs, which of them are there, and what changed since the last round.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    found = figures(own.answers, earlier, today)
    written = bool(str(said("letter", own.answers) or "").strip())
    return Reading(figures=found, says=says(found, today), needs=needs(found, written=written))


EXERCISE = Exercise(
    slug="five-years",
    title="Five years from now",
    why=(
        "What you do not want to become is often clearer than what you do. "
        "Written down in particulars, it gives you signs that anybody could notice in time."
    ),
    minutes=15,
    sittings=2,
    rhythm="each quarter, rewritten yearly",
    rhythm_days=91,
    evidence=(
        "Picturing the selves one hopes for and fears is well studied, as possible selves; the "
        "feared one tends to help only beside one to move toward, so this ends with a step. "
        "Writing at length about one’s future has been tried mostly with students, with mixed "
        "results. The signs are your own and nobody has tested them: no forecast, no diagnosis, "
        "no advice."
    ),
    questions=QUESTIONS,
    read=read,
)
