"""What the role of work asks, in the order of the page."""

from __future__ import annotations

from quadrantlib.kinds import Beads
from quadrantlib.questions import Choice, Day, Group, Option, Rows, Step, Words

GIVEN = (
    Option("work", "Work", "Paid or looked for, the way there and the thinking about it too."),
    Option("people", "People close to me"),
    Option("health", "Health"),
    Option("making", "Learning and making"),
    Option("community", "Community"),
    Option("rest", "Rest"),
)
NAME = Words(
    name="name", ask="What is it?", longest=40, example="The garden, the move…", carries=True
)
AREAS = Rows(
    name="areas",
    ask="Where can your days go?",
    columns=(NAME,),
    carries=True,
    at_most=3,
    stay=3,
    noun="area",
    steps=(
        Step(
            name="own_areas",
            view="list",
            columns=("name",),
            title="Where can your days go?",
            help=(
                "Six places are on the table: work, people close to me, health, "
                "learning and making, community, rest. Add one of your own if it is missing."
            ),
        ),
    ),
)
NOW = Beads(
    name="now",
    ask="Twenty beads: where do your days go now?",
    help="All of you that is awake. A feeling is good enough.",
    areas=GIVEN,
    own="areas",
)
WANTED = Beads(
    name="wanted",
    ask="Now move them to where you want them this season",
    help="There are no more than twenty. What one place gets, another gives.",
    areas=GIVEN,
    own="areas",
    starts_with="now",
)
ROLE = Choice(
    name="role",
    ask="This season, what part should work play?",
    options=(
        Option("leading", "The leading part", "It comes first for a while, evenings too."),
        Option("sharing", "A shared part", "It stands beside other things of the same weight."),
        Option("supporting", "A supporting part", "Done well, and done; the rest comes first."),
    ),
    leaves="which of the three it is",
)
INTENTION = Words(
    name="intention",
    ask="Say it in one sentence",
    help="As I …, I want work to …, so that …",
    lines=3,
    longest=600,
    starters=(
        "While somebody close to me needs me, I want work to ",
        "As I go all in on one thing, I want work to ",
        "Until my strength is back, I want work to ",
        "Before I choose what comes next, I want work to ",
    ),
)
UNTIL = Day(
    name="until",
    ask="Until when does it hold?",
    help="Six to twelve months is far enough. After that you will be asked again.",
)
FOR_MONEY = Choice(
    name="for_money",
    ask="Is this a season of trading time for money?",
    help="It is a fine thing to do for a while. It helps to know whether you are.",
    options=(
        Option("yes", "Yes, on purpose"),
        Option("drifted", "Yes, but I never decided it"),
        Option("no", "No"),
    ),
)
MONEY_UNTIL = Day(name="money_until", when="on_purpose", ask="On purpose, and until when?")

MET = (
    Option(0, "Not at all"),
    Option(1, "A little"),
    Option(2, "Half"),
    Option(3, "Mostly"),
    Option(4, "Fully"),
)
NAMED = "the names of needs that are met neither at work nor elsewhere"
AT_WORK = Choice(name="at_work", ask="Met at work, if you have any?", options=MET, leaves=NAMED)
ELSEWHERE = Choice(name="elsewhere", ask="Met elsewhere?", options=MET, leaves=NAMED)
NEEDS = Rows(
    name="needs",
    ask="Three things you need most now",
    columns=(AT_WORK, ELSEWHERE),
    at_most=3,
    stay=3,
    noun="need",
    offers=(
        Option("money", "Money", "Enough to live, and not to lie awake over it."),
        Option("autonomy", "A say of my own", "What to do, when, and how."),
        Option("mastery", "Getting good at something"),
        Option("people", "People", "To belong, and to be with others."),
        Option("meaning", "Meaning", "That it matters to somebody."),
        Option("recovery", "Recovery"),
        Option("recognition", "To be seen", "That somebody notices what I do."),
        Option("security", "Safety", "To know where I stand next year."),
    ),
    steps=(
        Step(
            name="which_needs",
            view="pick",
            columns=(),
            title="What do you need most just now?",
            help="Three at most. Not for ever: for this season.",
        ),
        Step(
            name="met",
            view="each",
            columns=("at_work", "elsewhere"),
            title="Where is each one met?",
            help="Work need not be the place for all of them.",
        ),
    ),
)

FRIEND = Words(
    name="friend",
    ask="What would you tell a friend who has it?",
    lines=2,
    longest=500,
)
LET_GO = Rows(
    name="let_go",
    ask="What comes up when work gets a smaller part?",
    columns=(FRIEND,),
    at_most=4,
    stay=4,
    noun="visitor",
    offers=(
        Option("guilt", "Guilt", "Others carry on, and I do less."),
        Option("shame", "Shame", "What will they think I am?"),
        Option("standing_still", "Standing still", "Everybody moves but me."),
        Option("no_purpose", "No purpose", "What am I for, without it?"),
    ),
    steps=(
        Step(
            name="visitors",
            view="pick",
            columns=(),
            title="When work gets a smaller part, which of these come to visit?",
            help="They come to many people. None at all is an answer too.",
        ),
        Step(
            name="friend_words",
            view="each",
            columns=("friend",),
            title="What would you tell a friend who has it?",
        ),
    ),
)
TELL = Group(
    name="tell",
    ask="Tell one person",
    help="Whoever will notice the difference: at home, at work, a friend.",
    parts=(
        Words(name="who", ask="Whom will you tell?", longest=200),
        Day(name="when", ask="When?"),
    ),
)

QUESTIONS = (
    AREAS,
    NOW,
    WANTED,
    ROLE,
    INTENTION,
    UNTIL,
    FOR_MONEY,
    MONEY_UNTIL,
    NEEDS,
    LET_GO,
    TELL,
)
