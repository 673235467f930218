"""What an attacker tries: a few people whom figures tell apart, and each person's own answer.

*The set*: what up to four people other than the insiders add up to, exactly or to within one
person. Where everybody is low, any two of them are: that is no find, only what is known more
closely than of as many others beside them. Nor is what follows from what is known of five others
or more among whom they are: “at most one of these nine” is no news of three of them. *The
difference*: what some have more than some others, closer than both are known. *The person*: an
answer; of a level or a part of a whole, to within half of its scale. *The option*: that it is not
the one answer of somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from tests.attacks.document import File, Shape, Sum
from tests.attacks.solving import Known, Unknowns, unknowns
from tests.attacks.swaps import Parts, Swaps

FEW = 4


@dataclass(frozen=True, slots=True)
class Find:
    """Something that should not have been found out: these people's sum lies from low to high."""

    goal: str
    share: str
    item: str
    people: tuple[File, ...]
    low: int
    high: int
    insiders: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """An item of some people: so many of each class, added (1) or taken away (−1)."""

    goal: str
    item: str
    parts: Parts

    def reached(self, low: int, high: int, shape: Shape) -> bool:
        """Say whether knowing that it lies from `low` to `high` is too much."""
        width = high - low
        if self.goal in ("set", "difference"):
            alone = sum(count for _, count, _ in self.parts) == 1
            return width < shape.most if alone else width <= shape.most
        if self.goal == "option":
            return high == 0
        if not shape.picked:
            return 2 * width < shape.most
        return low == 1 if shape.whole else width == 0


@dataclass(slots=True)
class Attack:
    """An attack on the items of a share that go together, by some who know their own answers.

    With `swaps`, what is hopeless is not tried; they are never used for anything else.
    """

    found: Unknowns
    insiders: tuple[File, ...] = ()
    swaps: Swaps | None = None
    ranges: dict[tuple[str, Parts], tuple[int, int]] = field(default_factory=dict)

    def finds(self) -> Iterator[Find]:
        """Yield what can be worked out."""
        shape = self.found.shape
        for aim in aims(self.found):
            if self._hopeless(aim):
                continue
            low, high = self._range(aim.item, aim.parts)
            if aim.reached(low, high, shape) and self._apart(aim, high - low):
                people = tuple(self._people(aim.parts))
                yield Find(aim.goal, shape.name, aim.item, people, low, high, self.insiders)

    def _hopeless(self, aim: Aim) -> bool:
        return self.swaps is not None and any(
            not aim.reached(*self.swaps.open(aim.item, aim.parts, more=more), self.found.shape)
            for more in (False, True)
        )

    def _range(self, item: str, parts: Parts) -> tuple[int, int]:
        if (item, parts) not in self.ranges:
            self.ranges[item, parts] = self.found.solver.range(item, self._people(parts))
        return self.ranges[item, parts]

    def _people(self, parts: Parts) -> dict[File, int]:
        return {
            f: sign for number, count, sign in parts for f in self.found.classes[number][:count]
        }

    def _apart(self, aim: Aim, width: int) -> bool:
        """Say whether the figures tell these people apart, rather than tell of all alike."""
        if aim.goal in ("set", "difference") and width >= self._by_one_figure(aim):
            return False
        if aim.goal == "difference":
            both = [self._range(aim.item, ((c, n, 1),)) for c, n, _ in aim.parts]
            return width < sum(high - low for low, high in both)
        if aim.goal != "set":
            return True
        if self._of_many(aim):
            return False
        others = list(self._others(aim))
        return not others or any(
            not aim.reached(*self._range(aim.item, each), self.found.shape) for each in others
        )

    def _by_one_figure(self, aim: Aim) -> int:
        """Return how closely one figure of five or more tells it, and so of anybody in it."""
        people, most = self._people(aim.parts), self.found.shape.most
        plus = most * sum(sign > 0 for sign in people.values())
        minus = most * len(people) - plus
        found = plus + minus
        for each in self.found.sums:
            around = {file for file, weight in each.weights if weight > 0}
            if (
                each.item == aim.item
                and len(around) == len(each.weights) > FEW
                and around >= set(people)
            ):
                others = most * (len(around) - len(people))
                high = _most(plus, minus, others, each.low, each.high)
                low = -_most(minus, plus, others, each.low, each.high)
                found = min(found, high - low)
        return found

    def _of_many(self, aim: Aim) -> bool:
        """Say whether each end follows from what is known of five or more among whom these are."""
        low, high = self._range(aim.item, aim.parts)
        few, most = sum(count for _, count, _ in aim.parts), self.found.shape.most

        def fits(parts: Parts, *, upper: bool) -> bool:
            beside = sum(count for _, count, _ in parts) - few
            least, greatest = self._range(aim.item, parts)
            if upper:
                return min(few * most, greatest) <= high
            return max(0, least - beside * most) >= low

        return all(self._grows(aim.parts, partial(fits, upper=end)) for end in (False, True))

    def _grows(self, parts: Parts, fits: Callable[[Parts], bool], first: int = 0) -> bool:
        """Say whether people of the same wave can be added until there are five, all fitting."""
        counts = {number: count for number, count, _ in parts}
        if sum(counts.values()) > FEW:
            return True
        classes = self.found.classes
        wave = classes[next(iter(counts))][0].partition("@")[2]
        for number, files in enumerate(classes[first:], first):
            count = counts.get(number, 0) + 1
            if count > len(files) or files[0].partition("@")[2] != wave:
                continue
            grown = sorted((counts | {number: count}).items())
            more = tuple((each, size, 1) for each, size in grown)
            if fits(more) and self._grows(more, fits, number):
                return True
        return False

    def _others(self, aim: Aim) -> Iterator[Parts]:
        """Yield as many others of the smallest figure that tells of all of them."""
        classes, count = self.found.classes, sum(count for _, count, _ in aim.parts)
        ours = {number for number, _, _ in aim.parts}
        told = [{f for f, w in each.weights if w > 0} for each in self.found.sums]
        around = [each for each in told if all(classes[number][0] in each for number in ours)]
        wave = classes[min(ours)][0].partition("@")[2]
        smallest = min(around, key=len, default=set[str]())
        beside = [
            number
            for number, files in enumerate(classes)
            if number not in ours and files[0] in smallest and files[0].endswith(f"@{wave}")
        ]
        yield from (((number, count, 1),) for number in beside if len(classes[number]) >= count)
        mixed = [number for number in beside for _ in classes[number]][-count:]
        if mixed:
            yield tuple((number, mixed.count(number), 1) for number in dict.fromkeys(mixed))


def _most(plus: int, minus: int, others: int, low: int, high: int) -> int:
    """Return the most that some have more than others, all adding up to `low` to `high`."""
    reached = min(plus, high)
    return reached - min(minus, max(0, low - reached - others))


def attack(
    shape: Shape, sums: Iterable[Sum], known: Known, truth: Known | None = None
) -> Iterator[Find]:
    """Yield everything that those who know `known` can work out of the items of `shape`."""
    found = unknowns(shape, sums, known)
    swaps = None if truth is None else Swaps(found, truth)
    yield from Attack(found, tuple(known), swaps).finds()


def aims(found: Unknowns) -> Iterator[Aim]:
    """Yield what is worth knowing: few people whom the figures tell apart, and any one person.

    Any two or three of many who are not told apart need no aim of their own: whoever knows their
    sum exactly knows each of them.
    """
    sizes = [len(files) for files in found.classes]
    one = found.shape.picked and found.shape.whole
    for item in found.shape.items:
        for number in range(len(sizes)):
            yield Aim("person", item, ((number, 1, 1),))
            if one:
                yield Aim("option", item, ((number, 1, 1),))
        for parts in _together(found, sizes):
            yield Aim("set", item, parts)
        for parts in _less(sizes):
            yield Aim("difference", item, parts)


def _together(found: Unknowns, sizes: list[int]) -> Iterator[Parts]:
    """Yield what stays together in every figure, of one wave, as long as it is few people."""
    small = [number for number, size in enumerate(sizes) if size <= FEW]
    wave = [files[0].partition("@")[2] for files in found.classes]
    for several in range(1, FEW + 1):
        for chosen in combinations(small, several):
            same = len({wave[number] for number in chosen}) == 1
            if same and sum(sizes[number] for number in chosen) <= FEW:
                yield tuple((number, sizes[number], 1) for number in chosen)


def _less(sizes: list[int]) -> Iterator[Parts]:
    for one, another in combinations(range(len(sizes)), 2):
        if sizes[one] + sizes[another] <= FEW:
            yield (one, sizes[one], 1), (another, sizes[another], -1)
