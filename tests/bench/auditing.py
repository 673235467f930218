"""How long the audit takes against the number of figures, and against the number of people."""

from __future__ import annotations

from random import Random
from statistics import median
from time import perf_counter

from quadrantlib.disclosure import Case, Statement, withhold
from tests.audits import about_a_whole, atom, parts
from tests.bench.figures import Figure, seconds

RUNS = 5
REACH = 1.0
"""Seconds, for sixty figures about twenty atoms."""
ITEMS = parts("hard_assigned", "easy_assigned", "easy_chosen", "hard_chosen", "between", most=100)
Person = tuple[int, ...]
SIZES = {
    "1 atom": (1, 1, 12),
    "1 atom of 10,000 people": (1, 1, 10_000),
    "4 atoms": (4, 5, 12),
    "20 atoms": (20, 12, 12),
}
"""What is audited: how many atoms, how many sets of atoms with a figure for each item, and how
many people in an atom."""


def measure() -> list[Figure]:
    """Return a line for each size, all of the share with the most to reckon."""
    return [_figure(name, _case(*size)) for name, size in SIZES.items()]


def _figure(name: str, case: Case) -> Figure:
    withhold(case)
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        verdict = withhold(case)
        times.append(perf_counter() - start)
    held = f"{len(verdict.withheld)} withheld"
    what = f"the audit, {len(case.statements)} figures, {name}"
    return Figure(what, seconds(times), held, f"{REACH:g} s at most", median(times) <= REACH)


def _case(atoms: int, sets: int, people: int) -> Case:
    chance = Random(7)
    cohort = [[_person(chance) for _ in range(people)] for _ in range(atoms)]
    members = [range(atoms), *([place] for place in range(atoms))][:sets]
    said = [
        _rounded(f"{number} {item}", item, cohort, set(chosen))
        for number, chosen in enumerate(members)
        for item in range(len(ITEMS))
    ]
    return about_a_whole(ITEMS, [atom(*each) for each in cohort], *said)


def _person(chance: Random) -> Person:
    """Return somebody's hours by region, in steps of 5 %."""
    ends = sorted(chance.randrange(21) for _ in ITEMS[1:])
    return tuple(5 * (b - a) for a, b in zip([0, *ends], [*ends, 20], strict=True))


def _rounded(name: str, item: int, cohort: list[list[Person]], chosen: set[int]) -> Statement:
    """Return what a mean to 5 % says."""
    people = [one for place in chosen for one in cohort[place]]
    mean = 5 * round(sum(one[item] for one in people) / len(people) / 5)
    weights = tuple(float(place in chosen) for place in range(len(cohort)))
    low, high = ((mean + half) * len(people) for half in (-2.5, 2.5))
    return Statement(name, ITEMS[item].id, weights, low, high)
