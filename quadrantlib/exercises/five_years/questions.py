"""What five years asks: tonight a letter, tomorrow the signs in it."""

from __future__ import annotations

from quadrantlib.questions import Choice, Day, Group, Option, Rows, Step, Words

LETTER = Words(
    name="letter",
    ask="A letter about the version of you that you do not want to meet, five years on",
    help="Be particular: a Tuesday, a room, a sentence they say. Nobody reads it but you.",
    lines=12,
    minutes=15,
    stamps="letter_on",
    carries=True,
    prompts=(
        "What do they know by heart, and what lies beyond it that they gave up following?",
        "Where have they stopped having an opinion on how they grow?",
        "If everything around them changed tomorrow, what would still be theirs?",
        "Who decides what their days hold?",
        "What can they do that would count anywhere, and what only where they are?",
    ),
)
LETTER_ON = Day(name="letter_on", ask="When did you last write in it?", carries=True, more=True)
PRESENT = Choice(
    name="present",
    ask="Is it there today?",
    help="As somebody else would see it, who knows your weeks.",
    options=(Option("yes", "Yes"), Option("no", "No")),
)
SIGNS = Rows(
    name="signs",
    ask="The signs by which anybody could tell",
    help="Three to five.",
    carries=True,
    columns=(
        Words(
            name="what",
            ask="What could somebody see?",
            longest=200,
            example="Every answer begins with “In our system…”",
            carries=True,
        ),
        PRESENT,
        Words(
            name="opposite",
            ask="And its opposite: what would they see instead?",
            longest=200,
            carries=True,
        ),
    ),
    at_most=5,
    stay=5,
    noun="sign",
    steps=(
        Step(
            name="marking",
            view="mark",
            columns=("what",),
            marks="letter",
            title="What in your letter could somebody see?",
            help="Mark three to five phrases of your own: not moods, but what a friend would see.",
        ),
        Step(
            name="present",
            view="one_by_one",
            columns=("present",),
            title="Is it there today?",
            help="One at a time. Either answer is only a place to start from.",
            when="signs",
        ),
        Step(
            name="opposite",
            view="each",
            columns=("opposite",),
            title="And its opposite?",
            help="What would somebody see instead? Leave open what has none.",
            when="signs",
        ),
    ),
)
QUESTIONS = (
    LETTER,
    LETTER_ON,
    SIGNS,
    Words(
        name="anyway",
        ask="If whoever sets the priorities were gone tomorrow, what would you go on doing?",
        help="Of your work, or of whatever fills your days.",
        lines=3,
    ),
    Words(
        name="success",
        ask="Looking back from far away, what would count?",
        help="In your own measure. It stays here, and you can change it in any round.",
        lines=3,
        carries=True,
    ),
    Group(
        name="action",
        ask="One thing, this month",
        help="Small enough to happen. Leave the fear behind: what does it take you closer to?",
        parts=(
            Words(name="what", ask="What will you do?", longest=300, suggests="opposites"),
            Day(name="when", ask="When?"),
        ),
    ),
)
