"""What sparks ask: one line each, and more for those who want it."""

from __future__ import annotations

from quadrantlib.kinds import Cards
from quadrantlib.questions import Choice, Day, Option, Rows, Scale, Step, Words

WHAT = Words(
    name="what",
    ask="A spark, in one line",
    longest=300,
    example="The woman who repairs cellos",
    prompts=(
        "making something by hand",
        "a small shop, or a piece of land",
        "advising people, or coaching them",
        "public service, or a cause",
        "half a year off",
        "building things again",
    ),
)
DATE = Day(name="date", ask="When?")
KIND = Choice(
    name="kind",
    ask="What is it?",
    more=True,
    options=(
        Option("person", "A person"),
        Option("job", "A job"),
        Option("arrangement", "A way to arrange work"),
        Option("craft", "A craft"),
        Option("place", "A place"),
    ),
)
PULL = Scale(
    name="pull",
    ask="How strongly does it pull?",
    low=1,
    low_end="a flicker",
    high_end="it keeps coming back",
    more=True,
)
PART = Words(name="part", ask="Which part of it?", longest=300, more=True)
TRIED = Choice(
    name="tried",
    ask="Has it had thirty minutes yet?",
    more=True,
    options=(Option("yes", "Yes"), Option("no", "Not yet")),
)

SPARKS = Rows(
    name="sparks",
    ask="What made you look twice?",
    noun="spark",
    at_most=2000,
    stay=2000,
    columns=(WHAT, DATE, KIND, PULL, PART, TRIED),
    steps=(
        Step(
            name="sparks",
            view="log",
            columns=("what", "date", "kind", "pull", "part", "tried"),
            title="What made you look twice?",
            help="A person, a job, a way to arrange work. One line, then Enter.",
        ),
    ),
)

QUESTIONS = (
    SPARKS,
    Cards(
        name="picked",
        ask="Which one gets thirty minutes?",
        help="It need not be the best one. You can pick another at any time.",
        source="to_pick",
        at_most=1,
        when="to_pick",
    ),
)
