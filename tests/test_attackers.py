"""The attackers know their trade: they find what is there, and skip only what is hopeless."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from random import Random

import pytest

from tests.attacks import naive
from tests.attacks.attacker import Attack, Find, aims, attack
from tests.attacks.cohorts import Handed, Scene, cohort
from tests.attacks.document import Shape, Sum
from tests.attacks.simulate import finds, story
from tests.attacks.solving import unknowns


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_an_attacker_knows_what_trying_all_answers_would_tell(seed, whole) -> None:
    dice = Random(seed)
    shape = Shape("s", ("a", "b") if whole else ("a",), 2, 1, whole)
    files = [f"p{number}@1" for number in range(4)]
    worlds = list(product(range(3), repeat=4))
    truth = dice.choice(worlds)
    sums = []
    for _ in range(3):
        weights = tuple((f, dice.choice((1, 1, 1, -1))) for f in files if dice.random() < 0.7)
        if weights:
            total = sum(weight * truth[files.index(file)] for file, weight in weights)
            sums.append(
                Sum("s", "a", weights, total - dice.randrange(2), total + dice.randrange(2))
            )
    fits = [
        world
        for world in worlds
        if all(
            e.low <= sum(w * world[files.index(f)] for f, w in e.weights) <= e.high for e in sums
        )
    ]
    known = unknowns(shape, sums, {})
    for each in aims(known):
        people = Attack(known)._people(each.parts)
        start, sign = (2 * sum(people.values()), -1) if each.item == "b" else (0, 1)
        ends = sorted(
            start + sign * sum(s * w[files.index(f)] for f, s in people.items()) for w in fits
        )
        exact = known.solver.range(each.item, people, whole_numbers=True)
        quick = known.solver.range(each.item, people)
        assert exact == (ends[0], ends[-1])
        assert quick[0] <= exact[0] <= exact[1] <= quick[1]


def test_a_plain_report_of_means_from_five_people_on_gives_somebody_away() -> None:
    leaks = 0
    for seed in range(6):
        people = cohort(Random(seed), 20, attribute=True)
        plain = Scene("plain", attribute=True, reports=(people,))
        leaks += any(True for _ in finds(story(plain, [naive.publish(people)])))
    assert leaks == 6


NINE = [f"p{number}@1" for number in range(9)]


def sets(*sums: Sum) -> set[int]:
    """Return of how many people a sum was found, whom these sums tell apart."""
    found = attack(Shape("s", ("a",), 1, 1, whole=False), sums, {})
    return {len(each.people) for each in found if each.goal == "set"}


def told_of(files: list[str], low: int, high: int) -> Sum:
    return Sum("s", "a", tuple((file, 1) for file in files), low, high)


def test_at_most_one_of_nine_is_no_news_of_three_of_them() -> None:
    """Something is told of the three, so they stand apart; but nothing that was not known."""
    apart = told_of([*NINE[:3], "p9@1", "p10@1", "p11@1"], 0, 4)
    assert not sets(told_of(NINE, 0, 1), apart)


def test_at_most_one_of_three_is_a_find_where_others_may_be_more() -> None:
    assert 3 in sets(told_of(NINE, 0, 6), told_of(NINE[3:], 0, 6), told_of(NINE[:3], 0, 1))


def test_at_most_one_of_four_beside_one_more_is_a_find_unless_it_holds_of_the_five() -> None:
    four, five = told_of(NINE[:4], 0, 1), told_of(NINE[:5], 0, 1)
    assert 4 in sets(four, told_of(NINE, 0, 9))
    assert not sets(five, four)


@pytest.mark.parametrize("seed", [1, 8])
def test_what_is_not_tried_would_have_found_nothing(seed) -> None:
    """Only the helpful pairs are tried, and nothing hopeless: the rest finds no more answers."""
    shares = ("role", "moments", "relief")
    people = [
        Handed(each.person, 1, "", {n: v for n, v in each.shares.items() if n in shares})
        for each in cohort(Random(seed), 9, attribute=False)
    ]
    small = Scene("small", attribute=False, reports=(tuple(people),))
    told = story(small, [naive.publish(people, fewest=1)])
    tried, everything = _answers(finds(told)), _answers(finds(told, everything=True))
    assert tried
    assert tried == everything


def _answers(found: Iterable[Find]) -> set[tuple[str, str, str]]:
    return {(each.goal, each.share, each.item) for each in found}
