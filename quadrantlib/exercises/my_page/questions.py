"""What my page asks: what nobody else has asked, and the links that only a person can see."""

from __future__ import annotations

from quadrantlib.kinds import Handing
from quadrantlib.questions import Amount, Choice, Option, Rows, Step, Words

DIRECTION = Words(
    name="direction",
    ask="If you had to say it in one sentence: where to?",
    help=(
        "Building toward …, keeping … hours a week mine. It will stand at the top of every page; "
        "change it when it changes."
    ),
    longest=300,
    carries=True,
    starters=("Building toward ",),
)
WEEKLY = Amount(
    name="weekly_hours",
    ask="How many hours a week will you keep for yourself?",
    unit="h",
    most=168,
    more=True,
    carries=True,
)


def _blank(name: str, ask: str, hint: str) -> Words:
    """Return one of the seven questions; it is asked only where no exercise has the answer."""
    return Words(
        name=name, ask=ask, help=hint, lines=3, longest=1000, when=f"blank_{name}", carries=True
    )


SEVEN = (
    _blank("values", "What matters most to you?", "A word or two will do for now."),
    _blank(
        "aim", "Are you after as much money as you can make, or after something else?", "What else?"
    ),
    _blank("role", "This season, does work lead, or does it support the rest?", "And why now?"),
    _blank("edge", "Should work be where you grow, or where you lean on what you have?", ""),
    _blank("sparks", "Who or what made you look twice lately?", "One or two will do."),
    _blank("people", "With whom can you think aloud?", "Somebody who will not shut it down."),
    _blank(
        "success", "Looking back one day: what would have counted?", "Not what would look good."
    ),
)
"""The seven questions, in order; their names are those of the figures."""

SERVES = Rows(
    name="serves",
    ask="Does one of your ten tasks serve it?",
    about="values.core_named",
    noun="value",
    columns=(
        Choice(
            name="served",
            ask="Does one of your ten tasks serve it?",
            options=(
                Option("one", "Yes, one does"),
                Option("none", "None of them"),
                Option("unsure", "Hard to say"),
            ),
        ),
        Words(name="task", ask="Which one?", longest=200, suggests="ten-tasks.placed", more=True),
    ),
    steps=(
        Step(
            name="served",
            view="one_by_one",
            columns=("served",),
            title="Does one of your ten tasks serve it?",
            help="What lies under all the rest, beside what takes your time.",
            when="both_known",
        ),
    ),
)
GAVE = Rows(
    name="gave",
    ask="Did it give you one of your moments too?",
    about="reliefs",
    noun="task",
    columns=(
        Choice(
            name="moment",
            ask="Did it give you one of your moments too?",
            options=(Option("yes", "Yes"), Option("no", "No")),
        ),
    ),
    steps=(
        Step(
            name="moment",
            view="one_by_one",
            columns=("moment",),
            title="A relief to lose. Did it give you one of your moments too?",
            help="An hour of making, somebody who grew, a decision that held.",
            when="reliefs",
        ),
    ),
)
FIRST_LOOK = Choice(
    name="first_look",
    ask="When you compare what is on the table, what do you look at first?",
    when="on_the_table",
    options=(
        Option("pay", "The pay"),
        Option("work", "The work itself"),
        Option("people", "The people"),
        Option("time", "The time it leaves"),
        Option("place", "The place"),
    ),
)
HAND_OVER = Handing(
    name="hand_over",
    ask="What would be in it?",
    help="Untick what you would rather keep to yourself.",
)

QUESTIONS = (*SEVEN, SERVES, GAVE, FIRST_LOOK, DIRECTION, WEEKLY, HAND_OVER)
