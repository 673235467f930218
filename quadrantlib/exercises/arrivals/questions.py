"""What arrivals ask: before a milestone, and after it."""

from __future__ import annotations

from quadrantlib.questions import Choice, Day, Option, Rows, Step, Words

MILESTONE = Words(
    name="milestone",
    ask="What are you working toward?",
    longest=200,
    example="The launch, the exam, the new title, the move…",
)
DAY = Day(name="day", ask="When will it be there?", help="A guess is good enough.")
FEEL = Words(
    name="feel",
    ask="How will the Monday after feel?",
    help="Write it to yourself, and seal it. It opens on that Monday.",
    lines=5,
    sealed="sealed_on",
    opens="day",
)
SEALED_ON = Day(name="sealed_on", ask="Sealed on")
HOW = Words(name="how", ask="Now it is here: how is it?", lines=4, after="day")

PROMISE = Words(
    name="promise",
    ask="What was said?",
    longest=300,
    example="After the launch it will be calmer",
)
WHO = Words(name="who", ask="Who said it?", help="It may have been you.", longest=200)
BY = Day(name="by", ask="By when?")
KEPT = Choice(
    name="kept",
    ask="Did it calm down?",
    after="by",
    options=(
        Option("yes", "Yes"),
        Option("partly", "For a while"),
        Option("no", "No"),
    ),
)

LETTERS = Rows(
    name="letters",
    ask="Letters to the Monday after",
    noun="letter",
    columns=(MILESTONE, DAY, FEEL, SEALED_ON, HOW),
    steps=(
        Step(
            name="letters",
            view="forms",
            columns=("milestone", "day", "feel", "how"),
            title="A letter to the Monday after",
            help="One for each milestone ahead. What you seal stays out of sight until then.",
        ),
    ),
)
PROMISES = Rows(
    name="promises",
    ask="It will calm down after …",
    noun="promise",
    columns=(PROMISE, WHO, BY, KEPT),
    steps=(
        Step(
            name="promises",
            view="forms",
            columns=("promise", "who", "by", "kept"),
            title="It will calm down after …",
            help="Your own promises count too. Once the day has passed, you are asked: did it?",
        ),
    ),
)

QUESTIONS = (
    LETTERS,
    PROMISES,
    Words(
        name="regardless",
        ask="One small thing on the Monday after that is yours, however it turns out",
        help="An hour’s walk, a call, a page. Put it in your calendar now.",
        lines=2,
    ),
)
