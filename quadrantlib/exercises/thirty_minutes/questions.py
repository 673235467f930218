"""What thirty minutes ask: a line a day, and more for those who want it."""

from __future__ import annotations

from quadrantlib.questions import Amount, Day, Group, Rows, Step, Words

SPARKS = "sparks.picked sparks.strongest"
OWN = f"recent {SPARKS}"

THING = Words(
    name="thing",
    ask="What did you do?",
    longest=200,
    example="Guitar, the essay, welding…",
    suggests=OWN,
)
MINUTES = Amount(
    name="minutes",
    ask="How many minutes?",
    unit="min",
    least=1,
    most=1440,
    sizes=(15, 30, 45, 60),
)
DATE = Day(
    name="date",
    ask="When?",
    leaves="on how many of the last 28 days: 0, 1 to 7, 8 to 14, or 15 and more",
)
UNIT = Words(
    name="unit",
    ask="Which piece of it, that you do again and again?",
    help=(
        "A page, a song, a weld: then you can see whether it gets quicker. If your tool or the "
        "size of the piece changes, give it a new name, and the count begins anew."
    ),
    longest=200,
    suggests="units",
    more=True,
)
BASELINE = Amount(
    name="baseline",
    ask="How long did it use to take?",
    unit="min",
    least=1,
    most=10_000,
    more=True,
)
SHOWN = Words(
    name="shown",
    ask="Something small enough to show this week?",
    help="To one person is enough.",
    longest=300,
    more=True,
)
SPARK = Words(
    name="spark",
    ask="Which spark is behind it?",
    help="Only if it has another name there.",
    longest=300,
    suggests=SPARKS,
    more=True,
)

LOG = Rows(
    name="log",
    ask="What you gave your own time to",
    noun="session",
    at_most=5000,
    stay=5000,
    columns=(THING, MINUTES, DATE, UNIT, BASELINE, SHOWN, SPARK),
    steps=(
        Step(
            name="log",
            view="log",
            columns=("thing", "minutes", "date", "unit", "baseline", "shown", "spark"),
            title="What had your half hour?",
            help="One line, then Enter. The last three days can still be filled in.",
        ),
    ),
)

QUESTIONS = (
    LOG,
    Group(
        name="next",
        ask="The next half hour",
        help="A thing and a day. Twenty minutes will do.",
        parts=(
            Words(name="what", ask="What will it be?", longest=300, suggests=OWN),
            Day(name="when", ask="When?"),
        ),
    ),
)
