"""What several rounds say together, in words: the verdict with its day and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.exercises.your_number.course import YEAR
from quadrantlib.exercises.your_number.wording import dated, far, rate, tenths
from quadrantlib.phrases import count, rough_money

Figures = Mapping[str, Any]
OURS = "Our own sums on your figures, tested by nobody. Not advice."
LITTLE = 0.05
"""Years that make no difference one could speak of."""


def verdict(found: Figures) -> Iterator[str]:
    """Yield the verdict, with its day and its reasons, and what it is not."""
    if "verdict" not in found:
        return
    yield f"As of {dated(found['verdict_on'])}, {_WORDS[found['verdict']](found)}"
    if "course_since" in found or "passed_on" in found:
        if "inflation" not in found:
            yield "Prices are taken as unchanged since the last time, as nothing else was given."
        if "chosen_change" in found:
            yield "A change you chose does not count as the number moving."
    if "other_currency" in found:
        yield "Rounds in another currency are left out."


def assumptions(found: Figures) -> Iterator[str]:
    """Yield what another return or another part to live on does by itself."""
    moved = found.get("assumptions")
    if moved is None:
        return
    names = {"r": "the return you count with", "w": "the part you would live on"}
    for name, words in names.items():
        was, now = moved[name]
        if was != now:
            yield f"You changed {words} from {rate(was)} to {rate(now)}."
    was, now = moved["years"]
    if was is not None:
        takes = f"takes the way from {_way(was)} to {_way(now)}"
        told = takes if _way(was) != _way(now) else "hardly changes how long it is"
        yield f"That alone {told}; every round above is read with the new figures."


def _reached(found: Figures) -> str:
    covers = "what comes in without work" if found["target"] <= 0 else "what you have"
    return f"{covers} covers your number. What would change if you took that as true?"


def _passed(found: Figures) -> str:
    aim = rough_money(found["target"], found.get("currency", ""))
    return (
        f"what you have covers the number you had on {dated(found['passed_on'])}, in today’s "
        f"money. You passed it, and the number moved on, to about {aim}. What changed?"
    )


def _never(found: Figures) -> str:
    held = "lives on what is there" if found["saving"] < 0 else "adds too little to what is there"
    return (
        f"your number is not reached at this rate, which {held}. Rates change; this is no forecast."
    )


def _too_early(found: Figures) -> str:
    start = "which way it goes cannot be told: that takes three rounds, a year apart in all."
    if "course_since" not in found or "approach" not in found:
        return start
    return f"{start} {_last(found)}"


def _last(found: Figures) -> str:
    days = date.fromisoformat(found["verdict_on"]) - date.fromisoformat(found["course_since"])
    shorter = found["approach"] * days.days / YEAR
    start = f"Since {dated(found['course_since'])}, the way"
    if abs(shorter) < LITTLE:
        return f"{start} is as long as it was."
    return f"{start} grew {'shorter' if shorter > 0 else 'longer'} by {tenths(shorter)}."


def _treadmill(found: Figures) -> str:
    return (
        f"{_nearer(found)}, and yet what you have covers no larger part of your number. "
        "You run faster, and the line moves too. What if it stood still for a year?"
    )


def _moving(found: Figures) -> str:
    return (
        f"{_nearer(found)}, and what you have covers a larger part of your number. "
        "You are moving toward it."
    )


def _slipping(found: Figures) -> str:
    return f"{_nearer(found)}: time passes faster than the way grows shorter. What holds it up?"


def _deferring(found: Figures) -> str:
    return (
        f"{_nearer(found)}. The number itself moved, and that alone cost "
        f"{tenths(found['moved'])} for every one of them. What was it moving toward?"
    )


def _off_plan(found: Figures) -> str:
    return (
        f"{_nearer(found)}. It is not mainly the number that moved: what is there, or what is put "
        "aside, came out otherwise. Markets do that, and so do years with other plans in them."
    )


def _nearer(found: Figures) -> str:
    nearer = found["approach"]
    start = f"{count(found['course_rounds'], 'round')} since {dated(found['course_since'])} say"
    if abs(nearer) < LITTLE:
        return f"{start} that years went by, and the way is as long as before"
    did = "took {} off the way" if nearer > 0 else "added {} to the way"
    return f"{start} that each year gone by {did.format(tenths(nearer))}"


def _way(years: float | str) -> str:
    return "one without an end" if isinstance(years, str) else far(years)


_WORDS: Mapping[str, Callable[[Figures], str]] = {
    "reached": _reached,
    "passed_and_moved": _passed,
    "never_at_this_rate": _never,
    "too_early": _too_early,
    "treadmill": _treadmill,
    "moving_toward": _moving,
    "slipping": _slipping,
    "deferring": _deferring,
    "off_plan": _off_plan,
}
