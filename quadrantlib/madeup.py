"""One made-up person: what they would hand over, out of two traits and a seed.

The answers hang together as people's do: who chooses little of a full day would be relieved to lose
more of it, drifts more often, and keeps fewer skills. Nothing here is drawn from anybody's answers;
how strongly one thing goes with another is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quadrantlib.dice import Dice, Odds
from quadrantlib.exercises.values.circle import region
from quadrantlib.exercises.values.deck import DECK
from quadrantlib.rounding import to_step, to_steps

Shares = dict[str, Any]
_LIKED = {
    "self_direction": 6.0,
    "benevolence": 5.0,
    "security": 4.0,
    "achievement": 3.0,
    "hedonism": 2.5,
    "universalism": 2.5,
    "stimulation": 2.0,
    "power": 1.5,
    "conformity_tradition": 1.5,
    "unassigned": 2.0,
}
_REGION = {card.id: region(card.id) for card in DECK}
_CARDS = Odds.of({card.id: _LIKED[_REGION[card.id]] * (3 if card.short else 1) for card in DECK})
_OWN_DECK = 0.03
"""So often all five cards are ones that the person has written."""
_HOW_MANY = Odds.of({"5": 85, "4": 10, "3": 5})
"""How many of the five are cards of the deck."""


@dataclass(frozen=True, slots=True)
class Traits:
    """How far somebody's days are their `own`, and how much there is in them: 0 to 1 each."""

    own: float
    load: float


def handed_over(traits: Traits, seed: str) -> Shares:
    """Return what a person of these traits hands over; each exercise has its own dice.

    So, with the same seed and slightly other traits, it is the same person somewhat later. An
    exercise that they have not done yet is not in it.
    """
    found: Shares = {}
    for name, (tells, left_out) in _EXERCISES.items():
        dice = Dice(f"{seed}/{name}")
        if dice.part() >= left_out:
            found |= tells(traits, dice)
    return found


def at_the_far_end() -> Shares:
    """Return what somebody hands over to whom everything has happened at once."""
    return {
        "regions": _regions({"hard_assigned": 1.0}),
        "relief": 100,
        "holds": "no",
        "direction": "drifting",
        "motion": 20,
        "moments": 0,
        "signs": 5,
        "circle": ["power"],
        "cards": ["authority", "fame", "popularity", "power", "wealth"],
        "role": "leading",
        "unmet": ["autonomy", "meaning", "recovery"],
        "verdict": "treadmill",
        "deposited": 0,
        "days": "none",
    }


def at_the_near_end() -> Shares:
    """Return what somebody hands over whose days are all their own."""
    return {
        "regions": _regions({"easy_chosen": 0.4, "hard_chosen": 0.6}),
        "relief": 0,
        "holds": "yes",
        "direction": "walking",
        "motion": 0,
        "moments": 5,
        "signs": 0,
        "circle": ["unassigned"],
        "cards": [],
        "role": "supporting",
        "unmet": [],
        "verdict": "reached",
        "deposited": 100,
        "days": "15+",
    }


def _regions(parts: Mapping[str, float]) -> dict[str, int]:
    names = ("hard_assigned", "easy_assigned", "easy_chosen", "hard_chosen", "on_the_line")
    return to_steps({name: parts.get(name, 0.0) for name in names})


def _ten_tasks(traits: Traits, dice: Dice) -> Shares:
    assigned, chosen = 1.15 - traits.own, 0.15 + traits.own
    weights = {
        "hard_assigned": assigned * (0.4 + traits.load),
        "easy_assigned": assigned * (1.1 - traits.load),
        "easy_chosen": chosen * (1.1 - traits.load),
        "hard_chosen": chosen * 0.6,
        "on_the_line": 0.15,
    }
    rolled = {name: weight * (0.3 + dice.part()) for name, weight in weights.items()}
    parts = {name: weight / sum(rolled.values()) for name, weight in rolled.items()}
    a_should = 0.7 * parts["hard_assigned"] + 0.4 * parts["easy_assigned"]
    return {"regions": _regions(parts), "relief": to_step(dice.near(a_should, 0.15), 5)}


def _drift_check(traits: Traits, dice: Dice) -> Shares:
    holds, way = dice.near(traits.own + 0.1, 0.35), dice.near(traits.own, 0.3)
    walking = "changed" if dice.part() < 0.25 else "walking"
    return {
        "holds": "yes" if holds > 0.6 else "partly" if holds > 0.3 else "no",
        "direction": walking if way > 0.45 else "drifting",
        "motion": round(20 * dice.near(0.1 + 0.7 * traits.load * (1.2 - traits.own), 0.2)),
        "moments": round(5 * dice.near(0.15 + 0.7 * traits.own, 0.35)),
        "signs": round(5 * dice.near(0.7 - 0.6 * traits.own, 0.3)),
    }


def _values(_: Traits, dice: Dice) -> Shares:
    of_the_deck = 0 if dice.part() < _OWN_DECK else int(dice.one(_HOW_MANY))
    cards = dice.some(_CARDS, of_the_deck)
    found = {_REGION[card] for card in cards} | ({"unassigned"} if of_the_deck < 5 else set())
    return {"circle": sorted(found), "cards": cards}


def _role_of_work(traits: Traits, dice: Dice) -> Shares:
    role = {"leading": 0.2 + traits.load, "sharing": 0.9, "supporting": 1.1 - traits.load}
    needs = {
        "autonomy": 1.3 - traits.own,
        "mastery": 0.3,
        "meaning": 1.2 - traits.own,
        "money": 0.2,
        "people": 0.4,
        "recognition": 0.5,
        "recovery": 0.3 + traits.load,
        "security": 0.3,
    }
    how_many = round(3 * dice.near(0.75 - 0.6 * traits.own, 0.45))
    return {"role": dice.one(Odds.of(role)), "unmet": dice.some(Odds.of(needs), how_many)}


def _your_number(traits: Traits, dice: Dice) -> Shares:
    verdict = {
        "reached": 0.1,
        "passed_and_moved": 0.2,
        "never_at_this_rate": 0.05,
        "too_early": 0.7,
        "treadmill": 0.1 + 0.4 * traits.load,
        "moving_toward": 0.2 + 0.4 * traits.own,
        "slipping": 0.1,
        "deferring": 0.3,
        "off_plan": 0.05,
    }
    return {"verdict": dice.one(Odds.of(verdict))}


def _skills_ledger(traits: Traits, dice: Dice) -> Shares:
    return {"deposited": to_step(dice.near(0.15 + 0.65 * traits.own, 0.3), 10)}


def _thirty_minutes(traits: Traits, dice: Dice) -> Shares:
    kept = dice.near(traits.own, 0.45)
    up_to = ((0.25, "none"), (0.55, "1-7"), (0.75, "8-14"), (1.0, "15+"))
    return {"days": next(band for most, band in up_to if kept <= most)}


_EXERCISES: Mapping[str, tuple[Callable[[Traits, Dice], Shares], float]] = {
    "ten-tasks": (_ten_tasks, 0.02),
    "drift-check": (_drift_check, 0.05),
    "values": (_values, 0.1),
    "role-of-work": (_role_of_work, 0.1),
    "your-number": (_your_number, 0.25),
    "skills-ledger": (_skills_ledger, 0.15),
    "thirty-minutes": (_thirty_minutes, 0.1),
}
"""What each exercise gives, and how often somebody has not done it yet."""
