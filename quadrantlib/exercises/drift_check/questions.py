"""What the drift check asks, in the order of the page."""

from __future__ import annotations

from quadrantlib.kinds import Many
from quadrantlib.questions import Choice, Day, Group, Option, Rows, Step, Words

HOW_MUCH = (
    Option(0, "None"),
    Option(1, "A little"),
    Option(2, "Some"),
    Option(3, "Much"),
    Option(4, "Nearly all"),
)
"""Summed over the five: 0 to 20."""
WHEN_LAST = (
    Option("week", "This week"),
    Option("month", "This month"),
    Option("quarter", "This quarter"),
    Option("longer", "Longer ago"),
    Option("unknown", "Can’t recall"),
)
RECENT = ("week", "month")
MOTION_LEAVES = "the sum of the five signs of motion, 0 to 20"
MOMENTS_LEAVES = "how many of the five moments lie within a month"


def _motion(name: str, ask: str) -> Choice:
    return Choice(name=name, ask=ask, options=HOW_MUCH, leaves=MOTION_LEAVES)


def _moment(name: str, ask: str) -> Choice:
    return Choice(name=name, ask=ask, options=WHEN_LAST, leaves=MOMENTS_LEAVES)


WHY_YES = Words(
    name="why_yes",
    ask="What takes most of your days now, and why did you say yes to it?",
    help=(
        "A job, looking for one, a child, a recovery. "
        "You write it once; every check begins with it."
    ),
    lines=3,
    carries=True,
)
HOLDS = Choice(
    name="holds",
    ask="Does your reason still hold?",
    when="why_yes",
    options=(Option("yes", "Yes"), Option("partly", "Partly"), Option("no", "No")),
    leaves="your answer: yes, partly or no",
)
DIRECTION = Choice(
    name="direction",
    ask="And which way are you walking?",
    when="why_yes",
    options=(
        Option("walking", "Toward it"),
        Option("drifting", "I am drifting"),
        Option("changed", "Elsewhere, on purpose"),
    ),
    leaves="your answer: toward it, drifting, or elsewhere on purpose",
)
MOTION = Group(
    name="motion",
    ask="This month, how much was there of this?",
    parts=(
        _motion("full_days", "Full days that looked important, and felt like being shut in"),
        _motion("more_people", "More people involved, and less coming of it"),
        _motion("fast", "Going fast, and not sure toward what"),
        _motion("more_say", "More decisions, about smaller things"),
        _motion("alike", "Weeks you could not tell apart"),
    ),
)
MOMENTS = Group(
    name="moments",
    ask="When was the last time?",
    help="At work or anywhere else.",
    parts=(
        _moment("far_effect", "You did something that will still matter next quarter"),
        _moment("made", "You spent an hour making something"),
        _moment("grown", "You helped somebody do what they could not do before"),
        _moment("made_room", "An old decision of yours made room for something good"),
        _moment("the_thing", "You talked about the thing itself, not how to organize it"),
    ),
)
SIGNS = Rows(
    name="signs",
    ask="Your signs from “Five years from now”",
    about="five-years.signs",
    noun="sign",
    at_most=20,
    columns=(
        Choice(
            name="present",
            ask="Was it there this month?",
            options=(Option("yes", "Yes"), Option("no", "No")),
            leaves="how many of your signs are there, never which",
        ),
    ),
    steps=(
        Step(
            name="signs",
            view="one_by_one",
            columns=("present",),
            title="Was it there this month?",
            help="The signs you named yourself, in “Five years from now”.",
        ),
    ),
)
QUESTIONS = (
    WHY_YES,
    HOLDS,
    DIRECTION,
    MOTION,
    MOMENTS,
    Words(
        name="moment",
        ask="One of these moments, in a line",
        help="Where were you, and who else was there?",
        longest=300,
    ),
    Many(
        name="attention",
        ask="Did any of these happen to you this month?",
        help="They can come from too little sleep as well. You know best.",
        options=(
            Option("blank", "I read, and took nothing in"),
            Option("rereading", "The same lines, over and over"),
            Option("awake", "Awake at night, a mind that would not switch off"),
            Option("reaching", "In a free hour I reached for tasks that were not there"),
        ),
    ),
    SIGNS,
    Words(
        name="give",
        ask="What will you give to whatever takes your days, this coming month?",
        help="It can always take more. You may draw the line.",
        longest=300,
    ),
    Words(name="keep", ask="And what will you keep for yourself?", longest=300),
    Words(
        name="green",
        ask="Is there a number that looks good and means nothing?",
        help="A target met, a box ticked, a count that goes up. What would mean something?",
        longest=300,
        more=True,
    ),
    Group(
        name="back",
        ask="One thing that takes you back toward your reason",
        help="Half an hour is plenty.",
        parts=(
            Words(name="what", ask="What will you do?", longest=300, suggests="sparks.strongest"),
            Day(name="when", ask="When?"),
        ),
    ),
)
