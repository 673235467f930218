"""Cohorts, their reports and the attacks on them, put together: answers go in, finds come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.attacks.attacker import Find, attack
from tests.attacks.cohorts import SHAPES, Handed, Scene, contributions
from tests.attacks.document import File, Roster, Shape, Sum, sums
from tests.attacks.solving import Known, Untrue, unknowns

Publisher = Callable[[Scene], Sequence[str]]
"""A scene → the table of each of its reports; empty where there was none."""


@dataclass(frozen=True, slots=True)
class Story:
    """What outsiders know after the last report, and what was answered, for the insiders."""

    sums: tuple[Sum, ...]
    answers: dict[str, dict[str, dict[str, int]]]

    def truth(self, share: str) -> Known:
        """Return file → item → contribution to `share`, of those that hold it."""
        return {file: held[share] for file, held in self.answers.items() if share in held}


def story(scene: Scene, tables: Iterable[str]) -> Story:
    """Read all tables of a scene as an outsider who knows who handed in what."""
    read = [
        each
        for files, table in zip(scene.reports, tables, strict=True)
        if table
        for each in sums(table, SHAPES, roster(files))
    ]
    everything = contributions(each for files in scene.reports for each in files)
    found = Story(tuple(dict.fromkeys(read)), everything)
    for each in found.sums:
        truth = found.truth(each.share)
        if not each.low <= sum(w * truth[f][each.item] for f, w in each.weights) <= each.high:
            raise Untrue(f"{scene.named}: {each.share}/{each.item} says what is not so")
    return found


def roster(files: Sequence[Handed]) -> Roster:
    """Return what is known of who lies in the folder: the newest wave is the one reported."""
    wave = max(each.wave for each in files)
    new = [each for each in files if each.wave == wave]
    old = {each.person: each for each in files if each.wave == wave - 1}
    return Roster(
        _answered(new),
        {each.file: each.group for each in new},
        {each.file: old[each.person].file for each in new if each.person in old},
        _answered(old.values()),
    )


def _answered(files: Iterable[Handed]) -> dict[str, frozenset[File]]:
    pairs = [(name, each.file) for each in files for name in each.shares]
    return {share: frozenset(f for name, f in pairs if name == share) for share in SHAPES}


def finds(told: Story, *, everything: bool = False) -> Iterator[Find]:
    """Attack every share, as an outsider and as each two insiders who could help.

    With `everything`, what is hopeless is tried too, and so is every single insider and pair.
    """
    for shape in SHAPES.values():
        truth = told.truth(shape.name)
        hint = None if everything else truth
        for family in shape.families():
            yield from attack(family, told.sums, {}, hint)
            files = sorted({file for each in _said(told, family) for file, _ in each.weights})
            pairs = _coalitions(files) if everything else _helpful(told, family, truth)
            for pair in pairs:
                known = {file: truth[file] for file in files if _person(file) in pair}
                yield from attack(family, told.sums, known, hint)


def _said(told: Story, shape: Shape) -> list[Sum]:
    return [e for e in told.sums if e.share == shape.name and e.item in shape.items]


def _coalitions(files: Sequence[File]) -> Iterator[tuple[str, ...]]:
    people = sorted({_person(file) for file in files})
    yield from ((person,) for person in people)
    yield from combinations(people, 2)


def _helpful(told: Story, shape: Shape, truth: Known) -> Iterator[tuple[str, ...]]:
    """Yield the pairs whose own answers take most out of a sum, or least: class by class."""
    found = set()
    for item in shape.items:
        ends: list[File] = []
        for files in unknowns(shape, told.sums, {}).classes:
            ordered = sorted(files, key=lambda file: (truth[file][item], file))
            ends += [ordered[0], ordered[-1]]
            found |= {frozenset(map(_person, ordered[:2])), frozenset(map(_person, ordered[-2:]))}
        if len(ends) <= 12:
            found |= {frozenset(map(_person, pair)) for pair in combinations(ends, 2)}
    yield from sorted(tuple(sorted(pair)) for pair in found)


def _person(file: File) -> str:
    return file.partition("@")[0]
