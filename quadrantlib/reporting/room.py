"""Three questions for the room, each worked out from a figure; the most telling ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quadrantlib.phrases import sentence
from quadrantlib.pictures.values_words import REGIONS
from quadrantlib.reporting import changes
from quadrantlib.reporting.blocks import Asked, Chapter
from quadrantlib.reporting.found import Found
from quadrantlib.reporting.people import said
from quadrantlib.reporting.values import NAMES
from quadrantlib.reporting.walking import much_for_little
from quadrantlib.reporting.words import amount, who

LEAD = (
    "Read the figures first, each of you for themselves, for ten minutes. Then take one question "
    "at a time, in pairs before all together. They ask about how things are here; nobody has to "
    "say which answer was theirs."
)
MANY = 3
SOME = 0.3
"""What at least so many, or so much, for sure, is worth a question."""


@dataclass(frozen=True, slots=True)
class _Idea:
    """A question, and how much it would tell: from 0 to 1."""

    weight: float
    asked: Asked


Ideas = Callable[[Found], Iterator[_Idea]]


def chapter(found: Found) -> Chapter:
    """Return the three questions, no two about the same thing."""
    first = [idea for ask in THEMES if (idea := max(ask(found), key=_weight, default=None))]
    best = sorted(first, key=_weight, reverse=True)[:MANY]
    asked = [idea.asked for idea in best] + list(ALWAYS)
    return Chapter(lead=LEAD, questions=tuple(asked[:MANY]))


def _weight(idea: _Idea) -> float:
    return idea.weight


def _hours(found: Found) -> Iterator[_Idea]:
    places = {each.item.id: each for each in found.seen("regions")}
    if (held := places.get("hard_assigned")) and held.low >= SOME:
        because = f"{sentence(amount(held))} of your hours were hard and assigned."
        ask = "Which of these would nobody miss if they quietly stopped, and who could stop them?"
        yield _Idea(held.low + 0.2, Asked(ask, because))
    if (own := places.get("hard_chosen")) and own.high <= 0.2:
        because = f"{sentence(amount(own))} of your hours were hard and chosen."
        ask = "If two hours a week were free for something hard of your own, what would it be?"
        yield _Idea(0.8 - own.high, Asked(ask, because))
    lost = found.one("relief")
    if lost and lost.low >= 0.2:
        because = f"{sentence(amount(lost))} of the hours would be a relief to lose."
        ask = "What is one of them that everybody here could let go of by Friday?"
        yield _Idea(lost.low + 0.3, Asked(ask, because))


def _motion(found: Found) -> Iterator[_Idea]:
    seen = {name: one for name in ("motion", "moments") if (one := found.one(name))}
    if much_for_little(seen):
        because = (
            f"Motion is at {seen['motion'].shown} of 20, recent moments at "
            f"{seen['moments'].shown} of 5."
        )
        ask = (
            "When did something last get made here that outlived its quarter, and what had made "
            "room for it?"
        )
        yield _Idea(0.7, Asked(ask, because))
    elif "moments" in seen and seen["moments"].low >= 0.5:
        because = f"On average, {seen['moments'].shown} of five moments came within a month."
        ask = "What made the last good moment possible, and could it be arranged again?"
        yield _Idea(0.45, Asked(ask, because))


def _way(found: Found) -> Iterator[_Idea]:
    asks = {
        "drifting": "Drifting from what? What would be a first sign of walking again?",
        "changed": "What did you turn toward, and does whoever counts on you know?",
        "walking": "What keeps you walking that way, and what might stop it next quarter?",
    }
    yield from _about(found, "direction", asks, {"drifting": 0.4, "changed": 0.2})


def _reason(found: Found) -> Iterator[_Idea]:
    asks = {
        "no": "What would be a reason to say yes to this work today?",
        "partly": "Which part of the reason still holds, and what is done for that part?",
    }
    yield from _about(found, "holds", asks, {"no": 0.4, "partly": 0.2})


def _needs(found: Found) -> Iterator[_Idea]:
    ask = "What would an ordinary Tuesday look like here on which that need was met?"
    items = [each.item.id for each in found.seen("unmet")]
    yield from _about(found, "unmet", dict.fromkeys(items, ask), dict.fromkeys(items, 0.3))


def _values(found: Found) -> Iterator[_Idea]:
    for each in found.seen("circle"):
        if each.item.id in REGIONS and each.low >= SOME:
            because = f"{NAMES[each.item.id]} is among the first five of {who(each)}."
            ask = "Where did the last month ask for it, and where did it work against it?"
            yield _Idea(each.low * 0.8, Asked(ask, because))


def _keeping(found: Found) -> Iterator[_Idea]:
    kept = found.one("deposited")
    if kept and kept.high <= 0.5:
        because = f"{sentence(amount(kept))} of your objectives leave a skill that you take along."
        ask = "Which objective could be met in a way that somebody learns something by it?"
        yield _Idea(0.75 - kept.high, Asked(ask, because))
    asks = {"none": "What would have to be true for thirty minutes of your own, each week?"}
    yield from _about(found, "days", asks, {})


def _number(found: Found) -> Iterator[_Idea]:
    asks = {
        "treadmill": "What moves the line, and who is it that moves it?",
        "passed_and_moved": "What would you tell somebody who had reached enough, and gone on?",
        "deferring": "What is put off until enough is reached, and what of it could begin now?",
    }
    yield from _about(found, "verdict", asks, {})


def _changes(found: Found) -> Iterator[_Idea]:
    for _, each in changes.moved(found):
        because = f"Since last time, {changes.told(found, each)}."
        yield _Idea(0.65, Asked("What happened in between, and was it meant?", because))


def _about(
    found: Found, share: str, asks: dict[str, str], more: dict[str, float]
) -> Iterator[_Idea]:
    """Yield a question for each answer that enough people gave."""
    for each in found.seen(share):
        if each.item.id in asks and each.low >= SOME:
            weight = each.low + more.get(each.item.id, 0.0)
            yield _Idea(weight, Asked(asks[each.item.id], f"{said(each)}."))


THEMES: tuple[Ideas, ...] = (
    *(_hours, _motion, _way, _reason, _needs, _values, _keeping, _number, _changes),
)
ALWAYS = (
    Asked("Which figure in here did you not expect, and what had you expected?", ""),
    Asked("What is missing from these figures that everybody here knows?", ""),
    Asked("What is one small thing to try until you meet again?", ""),
)
"""For a room whose figures are few."""
