"""What is asked about your number, in the order of the page."""

from __future__ import annotations

from quadrantlib.exercises.your_number.currencies import CURRENCIES
from quadrantlib.kinds import Brought, Money
from quadrantlib.questions import Amount, Choice, Day, Option, Rows, Step, Words

MOST = 1e12
GUESSED = (
    Choice(
        name="currency",
        ask="In which currency do you count?",
        options=CURRENCIES,
        menu=True,
        carries=True,
    ),
    Money(
        name="enough_pay",
        ask="What pay a year would be enough, so that you would stop climbing for more?",
        help="The first figure that comes. If you are not paid at present: what would be enough?",
    ),
    Money(
        name="gut",
        ask="And how much would you want to have in the bank?",
        help="The figure you carry around, if you carry one; before any arithmetic.",
    ),
)
REMEMBERED = (
    Money(
        name="then_pay",
        ask="Five years ago, what pay a year would have been enough for you?",
        help="As you remember it.",
    ),
    Money(name="then_wealth", ask="And how much in the bank would have been enough, back then?"),
    Money(
        name="pay_then",
        ask="What were you paid a year, five years ago?",
        help="Roughly. Before or after tax, but the same for both years.",
    ),
    Money(name="pay_now", ask="What are you paid a year now?"),
    Rows(
        name="grown",
        ask="What can you do now that you could not do then?",
        help="At work or anywhere else.",
        columns=(
            Words(
                name="name",
                ask="What is it?",
                longest=200,
                example="Say no in a meeting, bake bread, read a balance sheet…",
            ),
        ),
        at_most=30,
        noun="thing",
        steps=(
            Step(
                name="names",
                view="list",
                columns=("name",),
                title="What can you do now that you could not do then?",
                help="Five years are long. Small things count.",
            ),
        ),
    ),
)
COUNTED = (
    Money(
        name="bare",
        ask="A bare year: what would you spend?",
        help="A roof, food, health, whoever depends on you.",
    ),
    Money(
        name="enough",
        ask="A year with enough: what would you spend?",
        help="Nothing missing, nothing to prove.",
    ),
    Money(name="plenty", ask="A year with plenty?"),
    Choice(
        name="chosen_change",
        when="since",
        ask="Since the last time, has something you chose changed what you need?",
        help="A child, a move, a shorter week: the number may move for a reason.",
        options=(Option("yes", "Yes"), Option("no", "No")),
    ),
    Money(
        name="wealth",
        ask="What do you have, less what you owe?",
        help="What could be lived on: not the home you live in. It may be below zero.",
        least=-MOST,
    ),
    Money(
        name="saving",
        ask="What do you put aside in a year?",
        help="Zero is an answer; below zero, if you are living on what you have.",
        least=-MOST,
    ),
)
AMOUNT = Money(name="amount", ask="How much?", carries=True)
# What waits behind *more* is carried over: left out unseen, it would look as if the number moved.
FINER = (
    Money(
        name="other_income",
        ask="What would come in each year without work?",
        help="A pension, a rent, somebody’s share.",
        more=True,
        carries=True,
    ),
    Rows(
        name="one_offs",
        ask="What is still to be paid once, on top?",
        help="A roof, a degree, a year off.",
        columns=(
            Words(name="name", ask="For what?", longest=200, carries=True),
            AMOUNT,
        ),
        at_most=30,
        noun="thing",
        more=True,
        carries=True,
        steps=(
            Step(
                name="names",
                view="forms",
                columns=("name", "amount"),
                title="What is still to be paid once?",
            ),
        ),
    ),
    Amount(
        name="r",
        ask="What may it all earn in a year, above inflation?",
        help="Nobody knows; lower is the careful side.",
        unit="%",
        percent=True,
        least=-0.2,
        most=0.3,
        usual=0.05,
        more=True,
        carries=True,
    ),
    Amount(
        name="w",
        ask="What part of it would you live on each year?",
        help="A careful guess of ours. Lower asks for more, and lasts longer.",
        unit="%",
        percent=True,
        least=0.005,
        most=0.2,
        usual=0.035,
        more=True,
        carries=True,
    ),
    Amount(
        name="volatility",
        ask="How far may a year stray from that?",
        help="12 is roughly what stocks and bonds together have done. 0: every year alike.",
        unit="%",
        percent=True,
        most=0.6,
        usual=0.12,
        more=True,
        carries=True,
    ),
    Amount(
        name="inflation",
        when="since",
        ask="By how much have prices risen since the last time?",
        help="In all, not a year. Left open, it counts as nothing.",
        unit="%",
        percent=True,
        least=-0.5,
        most=100,
        usual=0,
        more=True,
    ),
    Amount(
        name="horizon",
        ask="How many years ahead do you want to look?",
        unit="years",
        least=1,
        most=60,
        more=True,
        carries=True,
    ),
    Day(
        name="counted_on",
        ask="Which day are these figures from?",
        help="The day on which you began this round, unless you say another.",
        more=True,
        begins=True,
    ),
)
WEIGHED = (
    Choice(
        name="is_enough",
        ask="Has enough already been reached?",
        help="Whatever the arithmetic says.",
        options=(Option("yes", "Yes"), Option("no", "No"), Option("unsure", "Not sure")),
    ),
    Words(
        name="already",
        ask="One thing that enough would let you do: what is its smallest version, this week?",
        help="Something that costs little, and does not have to wait.",
        longest=300,
    ),
)
REPLAYED = (
    Brought(
        name="replay",
        ask="Live through past years with it",
        help=(
            "Bring a CSV file of yearly returns as fractions, 0.05 for five in a hundred, with "
            "the columns year, stocks_nominal, bonds_nominal, inflation."
        ),
        more=True,
    ),
    Amount(
        name="stocks",
        ask="What part of it is in stocks, the rest in bonds?",
        unit="%",
        percent=True,
        most=1,
        usual=0.6,
        more=True,
        carries=True,
    ),
    Amount(
        name="replay_years",
        ask="For how many years should it last?",
        unit="years",
        least=1,
        most=100,
        usual=30,
        more=True,
        carries=True,
    ),
    Choice(
        name="timing",
        ask="When is each year’s money taken out?",
        options=(
            Option("start", "At its start", "What we take, unless you say otherwise."),
            Option("end", "At its end"),
        ),
        more=True,
        carries=True,
    ),
)
QUESTIONS = (*GUESSED, *REMEMBERED, *COUNTED, *FINER, *WEIGHED, *REPLAYED)
