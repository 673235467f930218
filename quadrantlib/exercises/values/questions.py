"""What the values ask, in the order of the page."""

from __future__ import annotations

from quadrantlib.exercises.values.deck import DECK
from quadrantlib.kinds import Cards, Piles
from quadrantlib.questions import Choice, Option, Rows, Step, Words

SIZE = Choice(
    name="deck",
    ask="How many cards would you like to go through?",
    options=(
        Option("short", "A short deck", "46 cards, about six minutes."),
        Option("full", "The full deck", "90 cards, about ten minutes."),
        Option("own", "Only my own", "Write them below, or bring a text file."),
    ),
    carries=True,
)
OWN_CARDS = Rows(
    name="own_cards",
    ask="Cards of your own",
    help="A word that matters to you and is missing. They are dealt last.",
    columns=(Words(name="name", ask="Your word", longest=80, example="Music", carries=True),),
    noun="card",
    more=True,
    carries=True,
    steps=(
        Step(
            name="own",
            view="list",
            columns=("name",),
            title="Cards of your own",
            help="In a text file, each line becomes a card. The cards stay, the file does not.",
            aid="text_file",
        ),
    ),
)
PILES = Piles(
    name="piles",
    ask="How much does it matter to you, the way you live now?",
    help="The first answer will do. A card can be taken back.",
    deck=DECK,
    piles=(
        Option("very", "Very much"),
        Option("somewhat", "Somewhat"),
        Option("not", "Not much"),
    ),
)
FINALISTS = Cards(
    name="finalists",
    ask="Which of these come along? Up to ten",
    help="From the pile that matters very much. Would you notice within a month if it were gone?",
    source="very",
    at_most=10,
    when="very",
)
TOP = Cards(
    name="top",
    ask="Which five, and in what order?",
    help="What you would give up last comes first.",
    source="finalists_named",
    ordered=True,
    at_most=5,
    when="finalists_named",
    leaves=(
        "the regions of the circle that your first five lie in, and their names where they are "
        "cards of the deck; never a card of your own"
    ),
)
PAIRS = Rows(
    name="pairs",
    ask="Two at a time",
    help="If the order will not come, this finds one. Ten cards take 25 questions at most.",
    columns=(
        Words(name="a", ask="One card", longest=100),
        Words(name="b", ask="The other card", longest=100),
        Words(name="winner", ask="Which would you keep?", longest=100),
    ),
    noun="pair",
    more=True,
    when="finalists_named",
    steps=(
        Step(
            name="two",
            view="pairs",
            columns=("winner",),
            title="If only one could stay, which?",
            help=(
                "At the end a few come back with sides swapped, to see which are close to call. "
                "Your first answer keeps counting."
            ),
        ),
    ),
)
CORE = Cards(
    name="core",
    ask="Which one or two lie under all the others?",
    help="The one without which the rest would not be yours.",
    source="top_named",
    at_most=2,
    when="top_named",
)
CORE_WAYS = Rows(
    name="core_ways",
    ask="How would somebody see it?",
    help="A value is easy to nod at. What does it look like on an ordinary Tuesday?",
    about="core_named",
    noun="value",
    when="core_named",
    columns=(
        Words(
            name="behavior",
            ask="Something you do when you live by it",
            longest=300,
            example="I say early when I cannot do a thing.",
        ),
        Words(name="other_behavior", ask="And another", longest=300),
        Words(
            name="slippery",
            ask="And one small thing you do when it starts to slip",
            longest=300,
            example="I say “soon” and mean never.",
        ),
    ),
    steps=(
        Step(
            name="ways",
            view="forms",
            columns=("behavior", "other_behavior", "slippery"),
            title="What does it look like?",
            help="Small and plain: something a friend could notice.",
        ),
    ),
)
DEFAULTS = Rows(
    name="defaults",
    ask="Some of your cards are also what success mostly looks like from outside",
    help="That makes them neither better nor worse. How did each come to you?",
    about="ladder_defaults",
    noun="card",
    when="ladder_defaults",
    columns=(
        Choice(
            name="whose",
            ask="Where did it come from?",
            options=(
                Option("chosen", "I chose it", "You would want it even if nobody saw."),
                Option("inherited", "It came along", "From home, school, or those around you."),
            ),
        ),
    ),
    steps=(
        Step(
            name="whose",
            view="one_by_one",
            columns=("whose",),
            title="Chosen, or come along?",
            help="If nobody clapped, would you still want it?",
        ),
    ),
)
COMPARE = Words(
    name="compare",
    ask="Whose success do you hold yours against, and by whose values?",
    help=(
        "Somebody who sold a company, a sister, a name in the news. "
        "Would their measure be one of your five?"
    ),
    lines=3,
)
OPTIONS = Rows(
    name="options",
    ask="Is there something to decide?",
    help="A job, a role, a move, and staying as you are.",
    columns=(Words(name="name", ask="What could you do?", longest=200, example="Stay, for now"),),
    noun="option",
    at_most=6,
    when="top_named",
    steps=(
        Step(
            name="options",
            view="list",
            columns=("name",),
            title="What is on the table?",
            help=(
                "Each is held against your five. Where belonging is one of them, a fortune made "
                "beside people you do not trust may look smaller. "
                "With nothing to decide at present, just go on."
            ),
        ),
    ),
)
HOLDS = Rows(
    name="holds",
    ask="How would each sit with what matters to you?",
    help="The one that pays best can still ask you to leave something at the door.",
    about="option_checks",
    noun="pair",
    when="option_checks",
    columns=(
        Choice(
            name="fit",
            ask="How does it sit?",
            options=(
                Option(-2, "Clearly against it"),
                Option(-1, "A little against it"),
                Option(0, "Neither"),
                Option(1, "A little with it"),
                Option(2, "Clearly with it"),
            ),
        ),
    ),
    steps=(
        Step(
            name="fit",
            view="one_by_one",
            columns=("fit",),
            title="With it, or against it?",
            help="As you expect it to be, not as it is advertised. The first answer will do.",
        ),
    ),
)
SMALL_THING = Words(
    name="small_thing",
    ask="What will you do once this week, on purpose?",
    help=(
        "Nobody has to notice. If nothing comes, ask somebody close which value they would guess "
        "to be yours."
    ),
    longest=300,
    suggests="ways",
)
ORDER = Cards(name="order", ask="The order in which the cards were dealt")

QUESTIONS = (
    SIZE,
    OWN_CARDS,
    ORDER,
    PILES,
    FINALISTS,
    TOP,
    PAIRS,
    CORE,
    CORE_WAYS,
    DEFAULTS,
    COMPARE,
    OPTIONS,
    HOLDS,
    SMALL_THING,
)
