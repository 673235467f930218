"""What the skeptics ask, in the order of the page."""

from __future__ import annotations

from quadrantlib.kinds import Cards
from quadrantlib.questions import Choice, Day, Group, Option, Rows, Step, Words

STEP = Words(
    name="step",
    ask="Which step is before you?",
    longest=200,
    example="Four days a week, a shop of my own…",
)
DOUBT = Words(name="doubt", ask="What do they say?", longest=300, example="At your age?")
WHO = Words(name="who", ask="Who says it?", longest=200)
BELIEVE = Rows(
    name="believe",
    ask="What of this do you half believe?",
    columns=(DOUBT, WHO),
    at_most=12,
    stay=12,
    noun="doubt",
    offers=(
        Option("stay", "Stay. It is not that bad, and nobody is hiring."),
        Option("cv", "A step back? It will look odd on a CV."),
        Option("insurance", "And what about health insurance?"),
        Option("scale", "Nice idea. But how would it ever scale?"),
        Option("left", "You left without something lined up?"),
    ),
    steps=(
        Step(
            name="half_believed",
            view="pick",
            columns=("doubt",),
            title="What of this do you half believe?",
            help="Leave what leaves you cold, and add what you have heard yourself.",
        ),
        Step(
            name="voices",
            view="each",
            columns=("who",),
            title="Who says it?",
            help=(
                "Somebody who never left the path they are unhappy on? "
                "Somebody who loves you, and worked in another time? A name will do, or “I do”."
            ),
        ),
    ),
)
STRONGEST = Cards(
    name="strongest",
    when="several",
    ask="Which one is the strongest?",
    help="Only this one gets an answer. The others may stand.",
    source="believed",
    at_most=1,
)
REPLY = Words(
    name="reply",
    when="answering",
    ask="What do you answer to the strongest one?",
    help="As you would say it, calmly, at a kitchen table. It need not win.",
    lines=4,
)
THEIR_FEAR = Words(
    name="their_fear",
    when="answering",
    ask="What fear may be behind it?",
    help="Theirs, or yours if you say it. Theirs may be about their road more than about yours.",
    lines=3,
)
PEOPLE = Rows(
    name="people",
    ask="Who lets you think aloud?",
    carries=True,
    columns=(
        Words(name="name", ask="Who?", longest=200, carries=True),
        Words(
            name="for_what",
            ask="For what?",
            longest=300,
            example="Money, courage, the trade itself…",
            carries=True,
        ),
        Day(name="last", ask="When did you last ask them?", carries=True),
    ),
    at_most=20,
    stay=20,
    noun="person",
    steps=(
        Step(
            name="thinking_aloud",
            view="forms",
            columns=("name", "for_what", "last"),
            title="Who lets you think aloud?",
            help="Two or three are enough. They need not know each other, or the trade.",
        ),
    ),
)
AIM = Choice(
    name="aim",
    ask="Is this step for as much money as you can make?",
    options=(Option("money", "Yes, for now"), Option("instead", "No, for something else")),
)
INSTEAD = Words(name="instead", when="not_money", ask="For what instead?", lines=2, longest=500)
EDGE = Choice(
    name="edge",
    ask="And the work itself: where should it lie?",
    options=(
        Option("grow", "Where I grow", "At the edge of what I can do."),
        Option("lean", "Where I am good already", "I lean on what I have, and grow elsewhere."),
    ),
)
ASKING = Group(
    name="asking",
    ask="Ask one of them",
    help="Not whether you should. What they see.",
    parts=(
        Words(name="who", ask="Whom?", longest=200, suggests="not_asked"),
        Day(name="when", ask="When?"),
    ),
)

QUESTIONS = (STEP, BELIEVE, STRONGEST, REPLY, THEIR_FEAR, PEOPLE, AIM, INSTEAD, EDGE, ASKING)
