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
        first = "Write for a while about the self you do not want to meet; the signs come from it."
        mark = "Mark a few phrases that somebody could observe, and they become your signs."
        return () if found.get("rests") else (mark if written else first,)
    return tuple(_missing(found, signs))


def _missing(found: Figures, signs: Sequence[Figures]) -> Iterator[str]:
    if len(signs) < ENOUGH:
        yield f"You have marked {count(len(signs), 'sign')}; three to five make it easier to see."
    if number := len(signs) - found.get("signs_asked", 0):
        verb = "has" if number == 1 else "have"
        yield sentence(f"{count(number, 'sign')} {verb} no word yet on whether it is there.")


def _resting(found: Figures) -> Iterator[str]:
    if found.get("rests"):
        yield "You have written it. Let it rest until tomorrow, if you can."
        yield "Then read it as a friend would, and mark what somebody could see."


def _present(found: Figures) -> Iterator[str]:
    there = [quoted(sign["name"]) for sign in found.get("signs", ()) if sign["present"]]
    asked = found.get("signs_asked", 0)
    if not asked:
        if signs := found.get("signs"):
            yield sentence(f"{count(len(signs), 'sign')}: {_names(signs)}.")
    elif not there:
        whole = {1: "Your one sign is not", 2: "Neither of your two signs is"}
        yield f"{whole.get(asked, f'None of your {in_words(asked)} signs is')} there."
    elif len(there) == asked:
        whole = {1: "Your one sign is", 2: "Both signs are"}
        told = whole.get(asked, f"All {in_words(asked)} signs are")
        yield f"{told} there: {listed(there)}. What could move first?"
    else:
        verb = "is" if len(there) == 1 else "are"
        told = f"{in_words(len(there))} {verb} there: {listed(there)}"
        yield f"Of {in_words(asked)} signs, {told}."


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
        yield f"You would go on with {quoted(found['anyway'])}, whoever sets the priorities."
    if "success" in found:
        yield f"What would count: {quoted(found['success'])}. Where is some of it this month?"


def _action(found: Figures, today: date) -> Iterator[str]:
    action = found.get("action")
    if action is not None:
        at = f", {day(date.fromisoformat(action['when']), today)}" if action["when"] else ""
        yield f"This month: {quoted(action['what'])}{at}."
    elif not found.get("rests"):
        yield "What is one small thing this month, toward somebody you would like to meet?"
