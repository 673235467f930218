"""The reading in words: what was found, what is still missing, what looks unlikely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib import quadrant
from quadrantlib.exercises.ten_tasks.questions import TASKS
from quadrantlib.exercises.ten_tasks.tasks import Task, Waking, placed, total
from quadrantlib.phrases import about, count, day, hours, in_words, listed, quoted, sentence
from quadrantlib.questions import Answers

Figures = Mapping[str, Any]
CLOSE = 5
"""Percentage points within which a guess and a count are about the same."""
STILL = 3
"""Percentage points within which a share has hardly moved."""
MOST_A_WEEK = 60
FEW = 3
"""Tasks below which a picture says little."""
MOSTLY = 0.6
"""The part of the waking hours a list must hold before a lower count says anything of a guess."""
NAMED = 3


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first; nothing where there are none."""
    if "shares" not in found:
        return ()
    return (
        *_where(found),
        *_guess(found),
        *_change(found, today),
        *_holding(found),
        *_corner(found),
        *_tensions(found),
        *_feeling(found),
        *_anyway(found),
    )


def needs(answers: Answers, tasks: Sequence[Task]) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    if not tasks:
        return ("Write down a few things that took your time, and the picture can begin.",)
    return tuple(_missing(answers, tasks))


def wonders(tasks: Sequence[Task], waking: Waking) -> tuple[str, ...]:
    """Return what looks unlikely, as questions; nothing is corrected."""
    return (*_overfull(tasks, waking), *_long_weeks(tasks, waking), *_round_tens(tasks))


def _where(found: Figures) -> Iterator[str]:
    most = max(quadrant.PLACES, key=lambda name: found["shares"][name])
    if most not in ("hard_assigned", quadrant.ON_THE_LINE):
        part = about(found["shares"][most])
        start = (
            f"All of {_whole(found)} were" if part == "all" else f"The largest part, {part}, was"
        )
        yield f"{start} {quadrant.NAMES[most]}."
    yield from _hard_assigned(found)
    if found["shares"][quadrant.ON_THE_LINE] > 0:
        part = sentence(about(found["shares"][quadrant.ON_THE_LINE]))
        yield f"{part} lies exactly on the line. Which side, if you had to say?"


def _hard_assigned(found: Figures) -> Iterator[str]:
    share, waking = found["shares"]["hard_assigned"], found["waking_shares"]["hard_assigned"]
    whole = _whole(found)
    if share == 0:
        yield f"None of {whole} were hard and assigned."
        return
    yield sentence(f"{about(share)} of {whole} were hard and assigned.")
    size = hours(found["hours"]["hard_assigned"])
    yield f"That is {size}, or {about(waking)} of the hours you were awake."


def _whole(found: Figures) -> str:
    board = sum(found["hours"].values())
    some = found["listed_hours"] - board > 0.01
    size = hours(board) if board >= 1 else "minutes"
    return f"the {size} you have {'placed so far' if some else 'listed'}"


def _guess(found: Figures) -> Iterator[str]:
    gap, counted = found.get("guess_gap"), found["waking_shares"]["hard_assigned"]
    if gap is None or counted > 1:
        return
    start = f"Of ten waking hours, you guessed {found['guess']:g} for hard things handed to you"
    if gap < CLOSE and found["listed_hours"] < MOSTLY * found["waking_hours"]:
        yield f"{start}. {_on_the_list(found)}"
        return
    if abs(gap) < CLOSE:
        yield f"{start}. Counted, it comes to about the same."
        return
    question = "What was easy to overlook?" if gap > 0 else "What makes it feel like more?"
    figure = f"about {counted * 10:.1f}" if counted >= 0.05 else "hardly any"
    yield f"{start}. Counted, it comes to {figure}. {question}"


def _on_the_list(found: Figures) -> str:
    share, part = found["shares"]["hard_assigned"], found["listed_hours"] / found["waking_hours"]
    ten = f"{share * 10:.1f} of every ten" if share >= 0.05 else "hardly any"
    rest = "Most" if part < 0.5 else "Many"
    return (
        f"Of the hours you listed, it is {ten}. "
        f"{rest} of your waking hours are not on this list. What is in them?"
    )


def _change(found: Figures, today: date) -> Iterator[str]:
    change = found.get("change")
    if change is None:
        return
    since = day(date.fromisoformat(change["since"]), today)
    now, step = found["shares"]["hard_assigned"], change["shares"]["hard_assigned"]
    if abs(step) * 100 < STILL:
        yield f"Since {since}, the share of hard and assigned hours has hardly moved."
    else:
        yield (
            f"Since {since}, hard and assigned went from {about(now - step)} "
            f"to {about(now)} of the hours you listed."
        )
    line = quadrant.ON_THE_LINE
    for moved in [m for m in change["moved"] if line not in (m["from"], m["to"])][:1]:
        old, new = quadrant.NAMES[moved["from"]], quadrant.NAMES[moved["to"]]
        yield f"{quoted(moved['name'])} has moved from {old} to {new}. What changed?"


def _holding(found: Figures) -> Iterator[str]:
    relief = [row for row in found["holding"] if row["if_gone"] == -1]
    if relief:
        others = len(relief) - NAMED
        more = [f"{in_words(others)} more"] if others > 0 else []
        names = [_named(row) for row in relief[:NAMED]]
        yield f"Hard, not chosen, and a relief to lose: {listed([*names, *more])}."
    elif found["holding"]:
        first = _named(found["holding"][0])
        yield f"Much of it went into {first}. What in it weighs most?"


def _named(row: Figures) -> str:
    return quoted(row["name"]) + (f" ({hours(row['hours'])})" if row["hours"] else "")


def _corner(found: Figures) -> Iterator[str]:
    own = [row for row in found["placed"] if row["region"] == "hard_chosen"]
    if not own:
        yield "Nothing on your board is both hard and your own choice. What belongs there?"
        return
    longest = sorted(own, key=lambda row: (-(row["hours"] or 0), row["id"]))
    more = f" and {count(len(own) - 3, 'more thing')}" if len(own) > 3 else ""
    names = [_named(row) for row in longest[:3]]
    yield f"Hard and your own choice: {', '.join(names) + more if more else listed(names)}."


def _tensions(found: Figures) -> Iterator[str]:
    for row in found["tensions"][:2]:
        if row["kind"] == "should":
            yield (
                f"You chose {quoted(row['name'])}, and yet it would be a relief to see it go. "
                "Has it become a should?"
            )
        else:
            yield (
                f"{sentence(quoted(row['name']))} was not your choice, and yet you would not want "
                "to lose it. What in it is yours?"
            )


def _feeling(found: Figures) -> Iterator[str]:
    relief, loss = found.get("relief_hours"), found.get("loss_hours")
    if relief and loss:
        yield f"Were it all gone: {hours(relief)} of relief, and {hours(loss)} you would miss."


def _anyway(found: Figures) -> Iterator[str]:
    kept = found.get("anyway_hours", {}).get("yes")
    if kept:
        yield f"Of the hard and assigned, you would do {hours(kept)} even if nobody asked."


def _missing(answers: Answers, tasks: Sequence[Task]) -> Iterator[str]:
    if not any(task.hours for task in tasks) and "guess" not in answers:
        yield "There is still time for a guess, before the counting."
    for what, number in (
        ("place on the board", len(tasks) - len(placed(tasks))),
        ("hours", sum(task.hours is None for task in tasks)),
        ("relief or loss", _open([task.if_gone is None for task in tasks])),
        ("word on who put {} there", _open([task.origin is None for task in tasks])),
    ):
        if number:
            one = number == 1
            told = what.format("it" if one else "them")
            yield sentence(f"{count(number, 'task')} {'has' if one else 'have'} no {told} yet.")
    if len(tasks) > TASKS.stay:
        yield f"You have listed {len(tasks)}; ten stay. Which took the least of your time?"
    elif len(tasks) < FEW:
        yield f"You have listed {count(len(tasks), 'thing')}; a few more would show more."


def _open(left: Sequence[bool]) -> int:
    """Return how many are left open; one among others may have been left so on purpose."""
    return 0 if sum(left) == 1 and len(left) >= FEW else sum(left)


def _overfull(tasks: Sequence[Task], waking: Waking) -> Iterator[str]:
    if total(tasks) > waking.hours:
        yield (
            f"Your tasks come to {hours(total(tasks))}, and you were awake for about "
            f"{hours(waking.hours)}. Do some of them overlap?"
        )


def _long_weeks(tasks: Sequence[Task], waking: Waking) -> Iterator[str]:
    weeks = waking.days / 7
    for task in tasks:
        if task.hours is not None and task.hours > MOST_A_WEEK * weeks:
            yield (
                f"{sentence(quoted(task.name))} comes to about {hours(task.hours / weeks)} a week. "
                "Is that how it was?"
            )


def _round_tens(tasks: Sequence[Task]) -> Iterator[str]:
    timed = [task.hours for task in tasks if task.hours]
    if len(timed) > 2 and all(amount % 10 == 0 for amount in timed):
        yield "All your hours are round tens. Would a look at your calendar change any of them?"
