"""The reading in words; it ends with what one is going to do, never with the fear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.phrases import count, day, in_words, listed, quoted, sentence

Figures = Mapping[str, Any]
ENOUGH = 3
"""Signs that do to begin with."""


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say; nothing before there is something to say it of."""
    told = (
        *_resting(found),
        *_present(found),
        *_change(found, today),
        *_instead(found),
        *_old(found, today),
        *_own(found),
    )
    return (*told, *_action(found, today)) if told or "action" in found else ()


def needs(found: Figures, *, written: bool) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    signs = found.get("signs", ())
    if not signs:
        first = (
            "Write for a while about the self you do not want to meet; that letter holds the signs."
        )
        mark = "Mark a few phrases in your letter that somebody could see: they become your signs."
        return () if found.get("rests") else (mark if written else first,)
    return tuple(_missing(found, signs))


def _missing(found: Figures, signs: Sequence[Figures]) -> Iterator[str]:
    if len(signs) < ENOUGH:
        yield f"You have marked {count(len(signs), 'sign')}; three to five make it easier to see."
    if not found.get("signs_asked"):
        yield f"{'Is it' if len(signs) == 1 else 'Which of them are'} there today?"


def _resting(found: Figures) -> Iterator[str]:
    if found.get("rests"):
        yield "Your letter is written. Let it rest until tomorrow, if you can."
        yield "Then read it as a friend would, and mark what somebody could see."


def _present(found: Figures) -> Iterator[str]:
    signs, asked = found.get("signs", ()), found.get("signs_asked", 0)
    there = [quoted(sign["name"]) for sign in signs if sign["present"]]
    number = len(signs)
    if not asked:
        if signs:
            yield sentence(f"{count(number, 'sign')}: {_names(signs)}.")
    elif len(there) == number:
        whole = {1: "Your one sign is", 2: "Both signs are"}
        told = whole.get(number, f"All {in_words(number)} signs are")
        yield f"{told} there: {listed(there)}. What could move first?"
    elif not there and asked == number:
        whole = {1: "Your one sign is not", 2: "Neither of your two signs is"}
        yield f"{whole.get(number, f'None of your {in_words(number)} signs is')} there."
    else:
        yield f"Of your {in_words(number)} signs, {_some(there)}.{_open(number - asked)}"


def _some(there: Sequence[str]) -> str:
    if not there:
        return "none is there"
    return f"{in_words(len(there))} {'is' if len(there) == 1 else 'are'} there: {listed(there)}"


def _open(number: int) -> str:
    return f" {sentence(in_words(number))} you left open." if number else ""


def _names(rows: Sequence[Figures]) -> str:
    return listed([quoted(row["name"]) for row in rows])


def _change(found: Figures, today: date) -> Iterator[str]:
    change = found.get("change")
    if change is None:
        return
    since = f"Since {day(date.fromisoformat(change['since']), today)}"
    if change["gone"]:
        verb = "has" if len(change["gone"]) == 1 else "have"
        yield f"{since}, {_names(change['gone'])} {verb} gone. What made room?"
    if change["come"]:
        verb = "has" if len(change["come"]) == 1 else "have"
        yield f"{since}, {_names(change['come'])} {verb} come. What came with it?"
    if not change["gone"] and not change["come"]:
        yield f"{since}, none of them has come or gone."


def _instead(found: Figures) -> Iterator[str]:
    signs = found.get("signs", ())
    for sign in [each for each in signs if each["present"] and each["opposite"]][:2]:
        yield f"Instead of {quoted(sign['name'])}, somebody could see {quoted(sign['opposite'])}."


def _old(found: Figures, today: date) -> Iterator[str]:
    if found.get("letter_old"):
        written = day(date.fromisoformat(found["letter_on"]), today)
        yield f"Your letter is of {written}. Would you write it the same way today?"


def _own(found: Figures) -> Iterator[str]:
    if "anyway" in found:
        yield f"What you would go on doing, whoever sets the priorities: {quoted(found['anyway'])}."
    if "success" in found:
        yield f"What would count: {quoted(found['success'])}. Where is some of it this month?"


def _action(found: Figures, today: date) -> Iterator[str]:
    action = found.get("action")
    if action is not None:
        at = f", {day(date.fromisoformat(action['when']), today)}" if action["when"] else ""
        yield f"This month: {quoted(action['what'])}{at}."
    elif not found.get("rests"):
        yield "What is one small thing this month, toward somebody you would like to meet?"
