"""What the ten tasks ask, in the order of the page."""

from __future__ import annotations

from quadrantlib.questions import Amount, Choice, Day, Group, Option, Rows, Scale, Step, Words

YES_NO = (Option("yes", "Yes"), Option("no", "No"))

NAME = Words(
    name="name",
    ask="What is it?",
    longest=200,
    example="The school run, planning, forms…",
    carries=True,
)
IF_GONE = Choice(
    name="if_gone",
    ask="Off your hands tomorrow: relief, or a loss?",
    help="Take the first answer that comes.",
    options=(Option(-1, "Relief"), Option(0, "Neither"), Option(1, "A loss")),
    leaves="the share of your hours that would be a relief, to 5 %",
)
STRENGTH = Choice(
    name="strength",
    ask="How strongly?",
    options=(
        Option("faintly", "Faintly"),
        Option("clearly", "Clearly"),
        Option("deeply", "Deeply"),
    ),
    more=True,
)
ORIGIN = Choice(
    name="origin",
    carries=True,
    ask="Who put it there?",
    options=(
        Option("chosen", "I did", "You picked it up yourself."),
        Option("assigned", "Somebody asked me", "A person handed it to you."),
        Option("inherited", "It was there before me", "It came with the place, or the family."),
        Option("escalated", "It landed on me", "Something happened, and it became yours."),
        Option("filed", "It came with the pile", "A ticket, a form, a letter, an inbox."),
    ),
)
AUTONOMY = Scale(
    name="autonomy",
    ask="How far did you choose it?",
    low_end="not my choice",
    high_end="entirely my choice",
    leaves="the share of your hours in each region, to 5 %",
)
DIFFICULTY = Scale(
    name="difficulty",
    ask="How much did it ask of you?",
    low_end="hardly anything",
    high_end="everything I had",
    leaves="the share of your hours in each region, to 5 %",
)
HOURS = Amount(
    name="hours",
    ask="How many hours?",
    help="A guess is good enough.",
    unit="h",
    most=2000,
    sizes=(2, 5, 10, 20, 40, 80),
    leaves="the share of your hours in each region, to 5 %",
)
FOR_WORK = Choice(name="for_work", ask="For work?", options=YES_NO, carries=True)
ANYWAY = Choice(
    name="anyway",
    ask="If nobody expected it of you, would you still do it?",
    options=(*YES_NO, Option("unsure", "Not sure")),
)

TASKS = Rows(
    name="tasks",
    ask="Ten things that took most of your waking time",
    help="Work and home alike. Up to fifteen may be listed; ten stay.",
    carries=True,
    columns=(NAME, IF_GONE, STRENGTH, ORIGIN, AUTONOMY, DIFFICULTY, HOURS, FOR_WORK, ANYWAY),
    at_most=15,
    stay=10,
    noun="task",
    steps=(
        Step(
            name="names",
            view="list",
            columns=("name",),
            title="What took your time?",
            help="Think of the last four weeks, work and home alike. Any order will do.",
            aid="calendar",
        ),
        Step(
            name="feeling",
            view="one_by_one",
            columns=("if_gone", "strength"),
            title="Relief, or a loss?",
            help="If this were gone from tomorrow, what would you feel first?",
        ),
        Step(
            name="origin",
            view="one_by_one",
            columns=("origin",),
            title="Who put it there?",
            help="How did each one first come to you?",
        ),
        Step(
            name="board",
            view="board",
            columns=("autonomy", "difficulty"),
            title="Where does each one live?",
            help="Further right: more your own choice. Further up: it asked more of you.",
        ),
        Step(
            name="hours",
            view="each",
            columns=("hours", "for_work"),
            title="How much time did each one take?",
            help="Round figures are fine.",
            also=("window_days", "sleep_hours"),
        ),
        Step(
            name="anyway",
            view="one_by_one",
            columns=("anyway",),
            title="Would you do it anyway?",
            help="Only the hard things you did not choose.",
            region="hard_assigned",
        ),
    ),
)

QUESTIONS = (
    Scale(
        name="guess",
        ask="Of ten waking hours, how many went to hard things you did not choose?",
        help="A feeling, before any counting. You can see later how close it was.",
        low_end="none of them",
        high_end="all ten",
    ),
    TASKS,
    Words(
        name="belongs",
        when="belongs_due",
        ask="What belongs in the corner that is hard and your own?",
        help=(
            "Something at the edge of what you can do? Something that may fail? "
            "Something honest, written down?"
        ),
        lines=3,
    ),
    Group(
        name="claim",
        ask="Thirty minutes this weekend, for something from your own side",
        help="The point is the choosing.",
        parts=(
            Words(
                name="what",
                ask="What will you do?",
                longest=300,
                suggests="sparks.strongest suggestions",
            ),
            Day(name="when", ask="When?"),
            Words(name="place", ask="Where?", longest=300, more=True),
            Words(
                name="obstacle",
                ask="What might get in the way, and what will you do then?",
                lines=2,
                more=True,
            ),
        ),
    ),
    Choice(
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
    ),
    Amount(
        name="window_days",
        ask="How many days are you looking back on?",
        unit="days",
        least=1,
        most=366,
        usual=28,
        more=True,
        carries=True,
    ),
    Amount(
        name="sleep_hours",
        ask="How many hours do you sleep a night?",
        unit="h",
        most=23,
        usual=8,
        more=True,
        carries=True,
    ),
    Amount(
        name="portion",
        ask="How many hours a week will you defend as your own?",
        unit="h",
        most=168,
        more=True,
    ),
    Words(
        name="mirror",
        ask=(
            "If you put work on other people’s plates: "
            "whose days are hard, and not of their choosing, because of it?"
        ),
        help="And whom will you ask what they would choose? This never leaves your journal.",
        lines=3,
        more=True,
    ),
)
