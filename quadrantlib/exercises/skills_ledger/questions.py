"""What the skills ledger asks, in the order of the page."""

from __future__ import annotations

from quadrantlib.questions import Amount, Choice, Day, Group, Option, Rows, Step, Words

OBJECTIVE = Words(
    name="objective",
    ask="What is to be done?",
    longest=200,
    example="The migration, a full house by March, the exam…",
)
LEAVES = Choice(
    name="leaves",
    ask="What of it would still be yours?",
    options=(
        Option("deposited", "A skill I keep", "It would come along, wherever I go."),
        Option("local", "Something only this place uses", "It counts here, and nowhere else."),
        Option("execution", "Nothing", "It is of use to others; nothing of it stays with me."),
    ),
    leaves="the share of your objectives that leave a skill you keep, to 10 %",
)
SKILL = Words(name="skill", ask="Which skill is it?", longest=200, more=True)
STANCE = Choice(
    name="stance",
    ask="How much of you will it get?",
    options=(
        Option("invest", "I invest in it", "More than is asked, because I want to."),
        Option("well_enough", "Well enough", "As good as was promised, and no better."),
        Option("drop", "Drop it or hand it over", "It can do without me."),
    ),
)
ANYWAY = Choice(
    name="anyway",
    ask="If whoever sets the priorities were gone tomorrow, would you go on with it?",
    options=(Option("yes", "Yes"), Option("no", "No"), Option("unsure", "Not sure")),
    more=True,
)
HOURS = Amount(
    name="hours",
    ask="How many hours a week?",
    unit="h a week",
    most=168,
    sizes=(1, 2, 5, 10, 20),
)

OBJECTIVES = Rows(
    name="objectives",
    ask="What this quarter asks of you",
    columns=(OBJECTIVE, LEAVES, SKILL, STANCE, ANYWAY, HOURS),
    at_most=10,
    stay=10,
    noun="objective",
    steps=(
        Step(
            name="objectives_listed",
            view="list",
            columns=("objective",),
            title="What does this quarter ask of you?",
            help=(
                "Objectives somebody set, and those of your own; paid or not. "
                "Three to five are plenty."
            ),
        ),
        Step(
            name="what_it_leaves",
            view="one_by_one",
            columns=("leaves", "skill"),
            title="What does it leave you?",
            help="Imagine it is done, and done well.",
        ),
        Step(
            name="stances",
            view="one_by_one",
            columns=("stance", "anyway"),
            title="How much of you will it get?",
            help="Well enough is a choice too.",
        ),
        Step(
            name="hours_a_week",
            view="each",
            columns=("hours",),
            title="How many hours a week does each one take?",
            help="Leave this out if you like. With it you see what well enough gives back.",
        ),
    ),
)
CLAIM = Group(
    name="claim",
    ask="One small thing: thirty minutes of this week back, for something of your own",
    help="Before the rest has filled up again.",
    parts=(
        Words(
            name="what",
            ask="What will you do?",
            longest=300,
            suggests="sparks.strongest ten-tasks.suggestions",
        ),
        Day(name="when", ask="When?"),
    ),
)
CLAIM_KEPT = Choice(
    name="claim_kept",
    when="claim_due",
    looks_back=True,
    ask="The thirty minutes you set aside: did they happen?",
    help="Any answer is useful.",
    options=(
        Option("yes", "Yes"),
        Option("changed", "Something else did"),
        Option("no", "Not this time"),
    ),
)

QUESTIONS = (OBJECTIVES, CLAIM, CLAIM_KEPT)
