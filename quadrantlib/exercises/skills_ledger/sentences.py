"""The reading in words: what was found, what is still missing, what looks unlikely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.phrases import (
    about,
    count,
    day,
    hours,
    in_words,
    listed,
    percent,
    quoted,
    sentence,
)

Figures = Mapping[str, Any]
LEFT = {
    "deposited": ("leaves", "leave", "a skill you keep"),
    "local": ("leaves", "leave", "something only this place uses"),
    "execution": ("is", "are", "for others"),
}
"""What an objective leaves: of one, of more."""
ASKED = (
    ("leaves", "what it leaves you", "what they leave you"),
    ("stance", "how much of you it gets", "how much of you they get"),
)
FEW = 3
NAMED = 4
"""So many skills are named, the newest."""
STILL = 3
"""Percentage points within which a share has hardly moved."""
WEEK = 112
"""Hours awake in a week, at eight hours of sleep."""


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first; nothing where there are none."""
    if "shares" not in found:
        return ()
    return (
        *_left(found),
        *_hours(found),
        *_change(found, today),
        *_freed(found),
        *_tensions(found),
        *_anyway(found),
        *_banked(found, today),
    )


def needs(found: Figures) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    rows = found.get("objectives", ())
    if not rows:
        return ("Write down what this quarter asks of you, and you can look at what it leaves.",)
    return tuple(_missing(found))


def wonders(found: Figures) -> tuple[str, ...]:
    """Return what looks unlikely, as a question; nothing is corrected."""
    whole = sum(row["hours"] or 0 for row in found.get("objectives", ()))
    if whole <= WEEK:
        return ()
    return (f"Your objectives come to {hours(whole)} a week. Do some of them overlap?",)


def _left(found: Figures) -> Iterator[str]:
    counts = found["counts"]
    whole = sum(counts.values())
    told = [f"{in_words(counts[kind])} {_leaves(kind, counts[kind])}" for kind in _some(found)]
    if len(told) == 1:
        (kind,) = _some(found)
        yield f"{_all(whole)} {_leaves(kind, whole)}."
    else:
        yield f"Of {count(whole, 'objective')}, {listed(told)}."
    if not counts["deposited"]:
        one = "it" if whole == 1 else "one of them"
        yield f"What would it take for {one} to leave you a skill too?"


def _all(whole: int) -> str:
    if whole == 1:
        return "Your objective"
    return f"{'Both' if whole == 2 else f'All {in_words(whole)}'} objectives"


def _some(found: Figures) -> list[str]:
    return [kind for kind in LEFT if found["counts"][kind]]


def _leaves(kind: str, number: int) -> str:
    one, more, what = LEFT[kind]
    return f"{one if number == 1 else more} {what}"


def _hours(found: Figures) -> Iterator[str]:
    if "hour_shares" not in found:
        return
    own = about(found["hour_shares"]["deposited"])
    whole = hours(sum(found["hours"].values()))
    yield f"By hours: {own} of {whole} a week leave{'s' if own == 'none' else ''} you a skill."


def _change(found: Figures, today: date) -> Iterator[str]:
    change = found.get("change")
    if not change:
        return
    since = day(date.fromisoformat(change["since"]), today)
    now, step = found["shares"]["deposited"], change["shares"]["deposited"]
    if abs(step) * 100 < STILL:
        yield f"Since {since}, the share of objectives that leave you a skill has hardly moved."
    else:
        yield (
            f"Since {since}, objectives that leave you a skill went from {percent(now - step)} "
            f"to {percent(now)}."
        )


def _freed(found: Figures) -> Iterator[str]:
    if freed := found.get("freed_hours"):
        yield (
            "If all that you do well enough gave back a third of its time, that would be "
            f"{hours(freed)} a week. Where would you want them to go?"
        )


def _tensions(found: Figures) -> Iterator[str]:
    for row in found.get("tensions", ())[:2]:
        name = quoted(row["name"])
        if row["kind"] == "empty":
            yield f"You mean to invest in {name}, and nothing of it stays with you. What draws you?"
        else:
            yield f"{name} leaves you a skill, and you mean to let it go. Have you enough of it?"


def _anyway(found: Figures) -> Iterator[str]:
    kept = [quoted(row["name"]) for row in found["objectives"] if row["anyway"] == "yes"]
    if kept:
        yield f"Even if nobody asked, you would go on with {listed(kept[:3])}."


def _banked(found: Figures, today: date) -> Iterator[str]:
    skills = found.get("banked", ())
    first = next((row["since"] for row in skills if row["since"]), None)
    if first:
        since = day(date.fromisoformat(first), today)
        others = len(skills) - NAMED
        more = [f"{in_words(others)} more"] if others > 0 else []
        names = [quoted(row["name"]) for row in skills[-NAMED:]]
        yield f"Yours to keep, gathered since {since}: {listed([*names, *more])}."


def _missing(found: Figures) -> Iterator[str]:
    rows = found["objectives"]
    for field, one, more in ASKED:
        number = sum(row[field] is None for row in rows)
        # One among others may have been left open on purpose.
        if number and (number > 1 or len(rows) < FEW):
            told = f"has no word yet on {one}" if number == 1 else f"have no word yet on {more}"
            yield sentence(f"{count(number, 'objective')} {told}.")
    easing = [row for row in rows if row["stance"] == "well_enough" and row["hours"] is None]
    if easing and "freed_hours" not in found:
        yield "With hours beside what you do well enough, you see what it could give back."
