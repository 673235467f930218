"""The reading in words: the number, how far it is, and what moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.exercises.your_number.sentences_over_time import OURS, assumptions, verdict
from quadrantlib.exercises.your_number.wording import Said, far, rate
from quadrantlib.phrases import about, count, listed, money, percent, quoted, rough_money

Figures = Mapping[str, Any]
CLOSE = 0.1
"""So near to each other, two amounts are about the same."""
NAMED = 5
YEARS = {"bare": "A bare year", "enough": "A year with enough", "plenty": "A year with plenty"}


def says(found: Figures, begun: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first."""
    if "target" not in found:
        return (*_then(found), *_growth(found), *_own_word(found))
    return (
        *_number(found),
        *_there(found),
        *_left(found, begun),
        *verdict(found),
        OURS,
        *_own_word(found),
        *_chance(found),
        *assumptions(found),
        *_guess(found),
        *_then(found),
        *_growth(found),
    )


def needs(found: Figures) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    return tuple(_missing(found))


def wonders(found: Figures) -> tuple[str, ...]:
    """Return what looks unlikely, as questions; nothing is corrected."""
    return tuple(_odd(found))


def _missing(found: Figures) -> Iterator[str]:
    if "gut" not in found and "enough" not in found:
        yield "There is still time for a guess, before any arithmetic."
    if "enough" not in found:
        yield "Say what a year with enough would cost, and your number can be told."
        return
    if "wealth" not in found and found["target"] > 0:
        yield "What is there already? With that, it can be told how much of the way is behind you."
    elif "saving" not in found and not found.get("reached"):
        yield "What do you put aside in a year? With that, the years can be told."
    if "pay_growth" in found and "grown" not in found:
        yield "Beside your pay, the other column is still empty: what can you do now?"


def _odd(found: Figures) -> Iterator[str]:
    spent = {row["id"]: row["spending"] for row in found.get("levels", ())}
    for less, more in (("bare", "enough"), ("enough", "plenty")):
        if less in spent and more in spent and spent[less] > spent[more]:
            yield (
                f"{YEARS[less]} costs more than {YEARS[more].lower()}. "
                "Did two figures change places, or is one of them for a month?"
            )
    if found.get("saving", 0) > found.get("pay_now", float("inf")) > 0:
        yield "You put aside more in a year than you are paid. Does something else come in?"
    if found["w"] > found["r"] and "target" in found:
        yield (
            f"You would live on {rate(found['w'])} a year of what earns {rate(found['r'])}: "
            "it would grow smaller. Is that what you mean?"
        )


def _number(found: Figures) -> Iterator[str]:
    spending = money(found["enough"], found.get("currency", ""))
    if found["target"] <= 0:
        yield (
            f"A year with enough costs you {spending}, and what comes in without work covers it. "
            "There is no sum left to reach."
        )
        return
    aim = rough_money(found["target"], found.get("currency", ""))
    taken = rate(found["w"])
    yield (
        f"Your number is about {aim}: enough for {spending} a year, if you live on {taken} of it "
        "each year."
    )


def _there(found: Figures) -> Iterator[str]:
    part = found.get("coverage")
    if part is None:
        return
    if found["wealth"] < 0:
        yield "You owe more than you have at present, so the way to it first leads up to zero."
    elif found["reached"]:
        yield "All of it is there."
    else:
        yield f"Of that, {about(part)} is there."


def _left(found: Figures, begun: date) -> Iterator[str]:
    years = found.get("years")
    if years is None or found["reached"]:
        return
    yield from _guards(found)
    if years == "never":
        yield (
            "Counted on like this, the years do not come to it, however many there are. "
            "What would you look at first: the number, or what goes toward it?"
        )
        return
    year = f", around {begun.year + round(years)}" if years < 100 else ""
    yield (
        f"With what you put aside, and a return of {rate(found['r'])} above inflation, "
        f"it is {far(years)} away{year}."
    )
    if years > found.get("horizon", years):
        yield f"That is further than the {found['horizon']:g} years you look ahead."


def _guards(found: Figures) -> Iterator[str]:
    if found["saving"] == 0:
        yield "Nothing is put aside at present: only what is there can grow."
    elif found["saving"] < 0:
        yield "At present you live on what you have, and each year takes some of it away."
    if found["r"] == 0:
        yield "You count with no growth above inflation, so only what you put aside adds up."
    elif found["r"] < 0:
        yield "You count with money that loses worth, so waiting works against you."


def _chance(found: Figures) -> Iterator[str]:
    if "fan" not in found:
        return
    soon, middle, late = found["fan"]["years"]
    start = "Markets do not keep to plans. Of two thousand futures we tried,"
    if middle is None:
        yield f"{start} fewer than half reach it within sixty years."
    elif late is None:
        yield f"{start} one in ten is there by year {soon}, and one in ten not within sixty years."
    elif soon == late:
        yield f"{start} nearly all are there by year {late}."
    else:
        yield (
            f"{start} one in ten is there by year {soon}, half by {middle}, nine in ten by {late}."
        )


def _guess(found: Figures) -> Iterator[str]:
    gut, aim = found.get("gut"), found["target"]
    if gut is None or aim <= 0:
        return
    start = f"Before any arithmetic you said {money(gut, found.get('currency', ''))}."
    if abs(gut - aim) <= CLOSE * aim:
        yield f"{start} The arithmetic comes to about the same."
    else:
        more = "more" if aim > gut else "less"
        yield f"{start} The arithmetic asks for {more}. Which of the two have you been living by?"


def _then(found: Figures) -> Iterator[str]:
    told = found.get("then", {})
    sizes = {"pay": "a year", "wealth": "in the bank"}
    for name, row in told.items():
        amount = Said(found, sizes[name])
        yield f"Five years ago, enough was {amount(row['then'])}. {_moved(row, amount)}"
    if told:
        yield "That is from memory, which is unreliable, and prices have risen as well."


def _moved(row: Figures, amount: Said) -> str:
    then, enough = row["then"], row["enough"]
    if not row["passed"]:
        more = enough is not None and enough > then
        return f"It still lies ahead{f', and has moved, to {amount(enough)}' if more else ''}."
    if enough is None:
        return "You have that now. What would be enough today?"
    if enough > then:
        return f"You have that now, and the number moved on, to {amount(enough)}. What changed?"
    return "You have that now, and the number stayed."


def _growth(found: Figures) -> Iterator[str]:
    grown = [quoted(row["name"]) for row in found.get("grown", ())]
    pay = found.get("pay_growth")
    if pay is not None:
        yield _paid(found, pay)
    if grown:
        more = [count(len(grown) - NAMED, "more thing")] if len(grown) > NAMED else []
        yield f"What you can do now and could not then: {listed([*grown[:NAMED], *more])}."
    if grown and pay is not None:
        yield "Two kinds of growth, side by side. Which of them would you miss first?"


def _paid(found: Figures, growth: float) -> str:
    if found["pay_now"] == 0:
        return "Five years ago you were paid, and at present you are not."
    if abs(growth) < 0.01:
        return "Your pay is about where it was five years ago, before inflation."
    way = "higher" if growth > 0 else "lower"
    return f"Your pay is {percent(abs(growth))} {way} than five years ago, before inflation."


def _own_word(found: Figures) -> Iterator[str]:
    word, there = found.get("is_enough"), found.get("reached")
    if word == "yes":
        yield "You say that enough has been reached. What may stop, if that is true?"
    elif word == "no" and there:
        yield "The sum is there, and you say it is not enough yet. What is still missing?"
    elif word == "unsure":
        yield "You are not sure whether enough has been reached. What would you see if it had?"
