"""What the arc asks: the jobs, a line for each, and where its days lived."""

from __future__ import annotations

from quadrantlib.kinds import Curve
from quadrantlib.questions import Amount, Rows, Scale, Step, Words

NAME = Words(
    name="name",
    ask="What was it?",
    longest=200,
    example="The first shop, raising the twins…",
    carries=True,
)
FROM = Amount(name="from", ask="From which year?", least=1900, most=2200, carries=True)
TO = Amount(
    name="to",
    ask="Until which year?",
    least=1900,
    most=2200,
    carries=True,
)
ALIVE = Curve(
    name="alive",
    ask="How alive were you in it, year by year?",
    begins="from",
    ends="to",
    low_end="numb",
    high_end="wide awake",
    carries=True,
)
AUTONOMY = Scale(
    name="autonomy",
    ask="How far did you choose its days?",
    low_end="not my choice",
    high_end="entirely my choice",
    carries=True,
)
DIFFICULTY = Scale(
    name="difficulty",
    ask="How much did its days ask of you?",
    low_end="hardly anything",
    high_end="everything I had",
    carries=True,
)

JOBS = Rows(
    name="jobs",
    ask="The stretches of your life so far",
    help="Paid or not: whatever had most of your days for a year or more.",
    noun="stretch",
    carries=True,
    at_most=20,
    stay=20,
    columns=(NAME, FROM, TO, ALIVE, AUTONOMY, DIFFICULTY),
    steps=(
        Step(
            name="jobs",
            view="list",
            columns=("name",),
            title="Which stretches were there?",
            help=(
                "A job, a child at home, a year away: whatever had most of your days for a year "
                "or more. Two are enough."
            ),
        ),
        Step(
            name="years",
            view="each",
            columns=("from", "to"),
            title="From when until when?",
            help="Years are enough. Leave the end open if it goes on.",
        ),
        Step(
            name="lines",
            view="each",
            columns=("alive",),
            title="How alive were you in it?",
            help="Draw a line for each, from the first year to the last. Memory is enough.",
        ),
        Step(
            name="board",
            view="board",
            columns=("autonomy", "difficulty"),
            title="Roughly, where did the days of each one lie?",
            help="Further right: more your own choice. Further up: it asked more of you.",
        ),
    ),
)

REPEATS = Words(
    name="repeats",
    ask="What repeats?",
    help="And what was different the one time it did not?",
    lines=3,
)

QUESTIONS = (
    JOBS,
    REPEATS,
    Words(
        name="sooner",
        ask="What would you look at a year sooner, next time?",
        help="And one small thing this week: ask somebody who was there what they saw.",
        lines=2,
    ),
)
