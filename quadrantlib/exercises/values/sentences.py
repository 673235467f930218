"""The reading in words: what was found, what is still missing, what looks unlikely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercises.values.cards import FIVE, Hand
from quadrantlib.exercises.values.circle import IN_WORDS, REGIONS
from quadrantlib.phrases import count, day, in_words, listed, quoted, sentence

Figures = Mapping[str, Any]
ENOUGH = 20
"""Cards on piles from which on a pile can look too high."""
FEW = 3
"""Finalists below which the circle says nothing."""


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first, and one small thing to do at the end."""
    return (
        *_top(found),
        *_core(found),
        *_kept(found, today),
        *_ladder(found),
        *_circle(found),
        *_tensions(found),
        *_options(found),
        *_small_thing(found),
    )


def needs(found: Figures, hand: Hand) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    if not hand.piles:
        return ("Lay a few cards on their piles, and it can begin.",)
    return (*_first_sitting(hand), *_second_sitting(found, hand))


def wonders(hand: Hand) -> tuple[str, ...]:
    """Return what looks unlikely, as questions; nothing is corrected."""
    if len(hand.piles) >= ENOUGH and 2 * len(hand.very) > len(hand.piles):
        many = f"{len(hand.very)} of {len(hand.piles)} cards matter very much so far."
        return (f"{many} Which of them would you miss first?",)
    return ()


def _names(rows: Sequence[Figures]) -> str:
    return listed([quoted(row["name"]) for row in rows])


def _number(rows: Sequence[Any]) -> str:
    return in_words(len(rows))


def _top(found: Figures) -> Iterator[str]:
    rows = found.get("top_named", ())
    if len(rows) == 1:
        yield f"What matters most to you so far: {_names(rows)}."
    elif rows:
        yield f"What matters most to you, in your order: {_names(rows)}."


def _core(found: Figures) -> Iterator[str]:
    rows = found.get("core_named")
    if not rows:
        return
    yield f"Under all of it {'lies' if len(rows) == 1 else 'lie'} {_names(rows)}."
    slips = [row for row in found["core_ways"] if row["slippery"]]
    for row in slips[:1]:
        yield (
            f"When {quoted(row['name'])} starts to slip, in your words: "
            f"{_deed(row['slippery'])}. When did you last see that?"
        )


def _deed(words: str) -> str:
    return quoted(words.strip().rstrip("."))


def _kept(found: Figures, today: date) -> Iterator[str]:
    kept = found.get("kept")
    if kept is None:
        return
    since = day(date.fromisoformat(kept["since"]), today)
    stayed = _number(kept["stayed"])
    yield (
        f"Of your {in_words(kept['of'])} of {since}, {stayed} {_is(kept['stayed'])} still here. "
        "Three or four of five is usual, and neighbors that change places mean little."
    )
    if kept["came"] and kept["went"]:
        yield f"{_names(kept['came'])} came, and {_names(kept['went'])} went. What happened?"


def _is(rows: Sequence[Figures]) -> str:
    return "is" if len(rows) == 1 else "are"


def _ladder(found: Figures) -> Iterator[str]:
    rows, mine = found.get("defaults_kept", ()), found.get("finalists_named", ())
    came = [row for row in rows if row["whose"] == "inherited"]
    chosen = [row for row in rows if row["whose"] == "chosen"]
    if came:
        yield (
            f"{_names(came)} came along, by your own account. "
            f"Would you take {'it' if len(came) == 1 else 'them'} up today?"
        )
    if chosen:
        what = "it" if len(chosen) == 1 else "them"
        yield f"{_names(chosen)}: from outside that is success too, and you chose {what}."
    if not rows and len(mine) >= FIVE:
        yield (
            f"Rising, owning and being known are not among the {_number(mine)} you kept. "
            "Did you leave them out, or did they not come up?"
        )


def _circle(found: Figures) -> Iterator[str]:
    mine = found.get("finalists_named", ())
    if len(mine) < FEW:
        return
    held = {name: round(found["circle"][name] * len(mine)) for name in REGIONS}
    most = max(held.values())
    first = [IN_WORDS[name] for name in REGIONS if held[name] == most]
    if most > 1 and len(first) == 1:
        part = f"{sentence(in_words(most))} of your {_number(mine)} are"
        part = f"All your {_number(mine)} are" if most == len(mine) else part
        yield f"{part} about {first[0]}."
    elif most > 1 and len(first) == 2:
        yield f"Your {_number(mine)} gather in two places: {first[0]}, and {first[1]}."
    else:
        yield f"Your {_number(mine)} lie spread around the circle."


def _tensions(found: Figures) -> Iterator[str]:
    for row in found.get("tensions", ())[:2]:
        here, there = (cards[0]["name"] for cards in row["cards"])
        one, other = (IN_WORDS[name] for name in row["regions"])
        yield (
            f"You hold on to {one} and to {other} alike. When {quoted(here)} and {quoted(there)} "
            "last asked for different things, which gave way?"
        )


def _options(found: Figures) -> Iterator[str]:
    names = {row["id"]: row["name"] for row in found.get("top_named", ())}
    for row in found.get("options", ()):
        if row["fits"]:
            yield _option(row, names)
    for row in found.get("options", ()):
        lost = [card for card in found.get("core", ()) if row["fits"].get(card, 0) < 0]
        if lost:
            yield (
                f"{quoted(row['name'])} goes against {quoted(names[lost[0]])}, which lies under "
                "all the rest. What would make that worth it?"
            )


def _option(row: Figures, names: Mapping[str, str]) -> str:
    fits = row["fits"].items()
    ways = {
        "goes with": [quoted(names[card]) for card, fit in fits if fit > 0],
        "goes against": [quoted(names[card]) for card, fit in fits if fit < 0],
    }
    said = [f"{how} {listed(cards)}" for how, cards in ways.items() if cards]
    return f"{quoted(row['name'])} {', and '.join(said) or 'touches none of them'}."


def _small_thing(found: Figures) -> Iterator[str]:
    if chosen := found.get("small_thing"):
        yield f"Once this week, on purpose: {_deed(chosen)}."
    elif found.get("ways"):
        yield "Which of the ways you wrote down would you like to do once this week, on purpose?"


def _first_sitting(hand: Hand) -> Iterator[str]:
    if hand.left and not hand.finalists:
        one = hand.left == 1
        yield sentence(f"{count(hand.left, 'card')} {'is' if one else 'are'} still to be laid.")
    if hand.very and not hand.finalists:
        yield "Which of those that matter very much come along? Up to ten."
    if hand.finalists and not hand.top:
        yield "Which of them come first? Five at most, in your order."


def _second_sitting(found: Figures, hand: Hand) -> Iterator[str]:
    if hand.top and not hand.core:
        yield "Which one or two lie under the others? That can wait for another day."
    bare = [row for row in found.get("core_ways", ()) if not row["behaviors"]]
    if bare:
        yield f"What would a friend see of {_names(bare)} on an ordinary day?"
    unsaid = [row for row in found.get("defaults_kept", ()) if row["whose"] is None]
    if unsaid and hand.core:
        yield f"Chosen, or come along? {_names(unsaid)} could be either."
    for row in found.get("options", ()):
        open_ = len(hand.top) - len(row["fits"])
        if open_:
            yield f"{quoted(row['name'])} is still to be held against {count(open_, 'card')}."
