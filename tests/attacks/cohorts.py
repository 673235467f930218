"""Cohorts to attack: answers that hang together, in uneven teams, over one wave or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from random import Random
from typing import Any

from quadrantlib.exercises import CATALOG
from quadrantlib.shares import Level, One, Several, Share, Split
from tests.attacks.document import Shape

SHARES: tuple[Share, ...] = tuple(share for exercise in CATALOG for share in exercise.shares)
SHAPES: Mapping[str, Shape] = {
    share.name: Shape(
        share.name,
        tuple(item.id for item in share.items),
        share.items[0].most // getattr(share, "step", 1),
        getattr(share, "step", 1),
        share.whole,
    )
    for share in SHARES
}
TEAMS = ("search", "platform", "payments", "mobile", "data", "design")
SOMETIMES = {"signs": 0.6, "deposited": 0.8, "verdict": 0.7, "days": 0.7, "cards": 0.85}
"""How many hand a share over; of any other nearly everybody does."""
CHANGES = (0, 0, 1, 2, 5, 7, 8)


@dataclass(frozen=True, slots=True)
class Handed:
    """What one person handed in at one time."""

    person: str
    wave: int
    group: str
    shares: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Return what it is called here."""
        return f"{self.person}@{self.wave}"

    def contributions(self) -> dict[str, dict[str, int]]:
        """Return share → item → what it adds, in steps."""
        return {name: _steps(name, value) for name, value in self.shares.items()}


@dataclass(frozen=True, slots=True)
class Scene:
    """The files that lie in the folder at each report, the last wave's beside the new ones."""

    named: str
    attribute: bool
    reports: tuple[tuple[Handed, ...], ...]


def scene(seed: int) -> Scene:
    """Make one of the many cohorts: the same seed makes the same."""
    dice = Random(seed)
    people = dice.choice((8, 9, 10, 12, 14, 16, 19, 20, 21, 24, 28, 32, 40, 50, 60))
    attribute = people >= 20 and dice.random() < 0.6
    mood = dice.choice(("mixed", "mixed", "mixed", "alike", "all alike", "quiet"))
    first = cohort(dice, people, attribute=attribute, mood=mood)
    second = dice.random()
    name = f"{seed}: {people}, {mood}" + (", teams" if attribute else "")
    if second < 0.4:
        return Scene(name, attribute, (first,))
    stay, new, moved = _moved(dice, first, attribute=attribute, mood=mood)
    if second < 0.7:
        return Scene(f"{name}, again {moved}", attribute, (first, (*stay, *new)))
    later = _wave(dice, stay, new, 2)
    return Scene(f"{name}, wave two {moved}", attribute, (first, (*first, *later)))


def scene_of_three(seed: int) -> Scene:
    """Make one of many cohorts over three waves, the first one's files still there or gone.

    Each wave is large enough for a report: one that is refused counts with the next one.
    """
    dice = Random(f"three {seed}")
    people = dice.choice((10, 11, 12, 14, 16, 19, 20, 21, 24, 28, 32))
    attribute = people >= 20 and dice.random() < 0.6
    mood = dice.choice(("mixed", "mixed", "mixed", "alike", "all alike", "quiet"))
    waves = [cohort(dice, people, attribute=attribute, mood=mood)]
    name = f"{seed}: {people}, {mood}" + (", teams" if attribute else "")
    for number in (2, 3):
        asked = {"attribute": attribute, "mood": mood, "called": f"n{number}.", "least": 10}
        stay, new, moved = _moved(dice, waves[-1], **asked)
        waves.append(_wave(dice, stay, new, number))
        name += f", wave {number} {moved}"
    lying = waves if dice.random() < 0.5 else waves[1:]
    folders = (waves[:1], waves[:2], lying)
    return Scene(name, attribute, tuple(tuple(chain(*each)) for each in folders))


def _moved(
    dice: Random, before: tuple[Handed, ...], *, called: str = "n", least: int = 4, **alike: Any
) -> tuple[list[Handed], tuple[Handed, ...], str]:
    """Return who stays, at least so many, and who comes; and in words how many left and came."""
    leavers, joiners = dice.choice(CHANGES), dice.choice(CHANGES)
    stay = dice.sample(before, max(least, len(before) - leavers))
    new = cohort(dice, joiners, called=called, **alike)
    return stay, new, f"−{leavers} +{joiners}"


def _wave(
    dice: Random, stay: Iterable[Handed], new: Iterable[Handed], number: int
) -> tuple[Handed, ...]:
    return (*(_later(dice, each) for each in stay), *(replace(each, wave=number) for each in new))


def cohort(
    dice: Random, people: int, *, attribute: bool, mood: str = "mixed", called: str = "p"
) -> tuple[Handed, ...]:
    """Make `people` for a first wave; in a mood of alikeness, teams or all of them answer alike."""
    teams = _teams(dice, people) if attribute else [""] * people
    models = {team: answers(dice, dice.random()) for team in (*TEAMS, "")}
    alike = {"alike": {*dice.sample(TEAMS, 3), ""}, "all alike": {*TEAMS, ""}}.get(mood, set())
    keep = 0.5 if mood == "quiet" else 0.95
    if mood == "alike" and not attribute:
        alike = set()
    if mood == "all alike":
        models = dict.fromkeys(models, models[""])
    found = []
    for number, team in enumerate(teams):
        own = models[team] if team in alike else answers(dice, _near(dice, len(team) / 8))
        shares = {n: v for n, v in own.items() if dice.random() < min(keep, SOMETIMES.get(n, 1))}
        said = "" if attribute and dice.random() < 0.05 else team
        found.append(Handed(f"{called}{number:02}", 1, said, shares))
    return tuple(found)


def answers(dice: Random, load: float) -> dict[str, Any]:
    """Answer everything as somebody does whose days are `load` (0–1) hard and assigned."""
    return {share.name: _value(share, dice, load) for share in SHARES}


def _later(dice: Random, each: Handed) -> Handed:
    """Answer again: much as before, some of it new."""
    new = answers(dice, dice.random())
    shares = {n: new[n] if dice.random() < 0.3 else old for n, old in each.shares.items()}
    return replace(each, wave=each.wave + 1, shares=shares)


def _teams(dice: Random, people: int) -> list[str]:
    weights = [1 / (number + 1) for number in range(dice.randint(2, len(TEAMS)))]
    return dice.choices(TEAMS[: len(weights)], weights, k=people)


def _near(dice: Random, middle: float) -> float:
    return min(1, max(0, dice.gauss(middle, 0.25)))


def _value(share: Share, dice: Random, load: float) -> Any:
    near = _near(dice, load)
    if isinstance(share, Split):
        return _split(share, dice, near)
    if isinstance(share, Level):
        return round(near * share.high / share.step) * share.step
    names = [item.id for item in share.items]
    if isinstance(share, One):
        return names[min(len(names) - 1, int(near * len(names)))]
    assert isinstance(share, Several)
    liked = names[: 12 + int(load * 20)] if len(names) > 20 else names
    return sorted(dice.sample(liked, dice.randint(0, min(share.at_most, len(liked)))))


def _split(share: Split, dice: Random, near: float) -> dict[str, int]:
    names = [item.id for item in share.items]
    weights = [near + 0.1, *(dice.random() * (1 - near) for _ in names[1:-1]), dice.random() / 8]
    parts = dict.fromkeys(names, 0)
    for name in dice.choices(names, weights, k=100 // share.step):
        parts[name] += share.step
    return parts


@cache
def _share(name: str) -> Share:
    return next(share for share in SHARES if share.name == name)


def _steps(name: str, value: Any) -> dict[str, int]:
    found = _share(name).contributions(value)
    return {item: count // SHAPES[name].step for item, count in found.items()}


def contributions(files: Iterable[Handed]) -> dict[str, dict[str, dict[str, int]]]:
    """Return file → share → item → what it adds, in steps."""
    return {each.file: each.contributions() for each in files}
