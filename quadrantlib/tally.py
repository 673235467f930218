"""What a cohort's submissions add up to: sums that combine, whoever counted which part of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from heapq import nsmallest

from quadrantlib.rules import KNOWING
from quadrantlib.shares import Share
from quadrantlib.submitted import Submission

ANSWERS = 200
"""The most answers to the facilitator's question that are kept."""
_ALL = 1 << 256

Given = tuple[tuple[str, int], ...]
"""What somebody contributed: (item, above 0)."""


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """Files that no figure tells apart.

    Attributes
    ----------
    option:
        What their people chose of the attribute; empty if nothing.
    then:
        Whether they are of the wave before.
    both:
        Whether each has a counterpart in the other wave that it is compared with.
    earlier:
        The sets of earlier reports that they stood in, a bit for each.
    """

    option: str = ""
    then: bool = False
    both: bool = False
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A submission, and where it stands: see `Atom`; `both` and `earlier` share by share."""

    submission: Submission
    then: bool = False
    both: frozenset[str] = frozenset()
    earlier: Mapping[str, int] = field(default_factory=dict)

    def atoms(self) -> Iterator[tuple[str, Atom]]:
        """Yield the shares that count, each with the atom that the file belongs to."""
        option = next(iter(self.submission.belongs.values()), "")
        for share in self.submission.shares:
            earlier = self.earlier.get(share, 0)
            if earlier or share in self.both or not self.then:
                yield share, Atom(option, self.then, share in self.both, earlier)


@dataclass(frozen=True, slots=True)
class Sums:
    """What some people contributed to one share.

    Attributes
    ----------
    counts:
        Contributions above 0, by item → how many people gave them: of a whole all of a person's
        together, otherwise each on its own.
    """

    people: int
    counts: Mapping[Given, int]

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.people + other.people, Counter(self.counts) + Counter(other.counts))

    def total(self, item: str) -> int:
        """Return the sum of what was contributed to `item`."""
        return sum(size * number for size, number in self._of(item))

    def ends(self, item: str) -> tuple[int, ...]:
        """Return the `KNOWING` smallest and the `KNOWING` largest contributions to `item`.

        In rising order; all, where there are no more people.
        """
        found = self._of(item)
        found.append((0, self.people - sum(number for _, number in found)))
        few = [size for size, number in sorted(found) for _ in range(min(number, 2 * KNOWING))]
        return tuple(few if len(few) <= 2 * KNOWING else few[:KNOWING] + few[-KNOWING:])

    def rows(self, items: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Return what people contributed to a whole, each row up to `KNOWING` times."""
        return tuple(
            tuple(dict(given).get(item, 0) for item in items)
            for given, number in sorted(self.counts.items())
            for _ in range(min(number, KNOWING))
        )

    def _of(self, item: str) -> list[tuple[int, int]]:
        return [
            (size, n) for given, n in self.counts.items() for name, size in given if name == item
        ]


@dataclass(frozen=True, slots=True)
class Tally:
    """What some of a cohort's files add up to; those of all are the sum of those of any parts.

    Attributes
    ----------
    people:
        Option of the attribute → how many are in this wave; empty is for those who chose none.
    month:
        The latest there is.
    secret:
        The sum of the digests of this wave's files: known to whoever has them all.
    answered, answers:
        How many answered the facilitator's question, and up to `ANSWERS` of their answers, in an
        order that says nothing of whose they are.
    sums:
        (name of a share, atom) → what its people contributed.
    """

    people: Mapping[str, int] = field(default_factory=dict)
    month: str = ""
    secret: int = 0
    answered: int = 0
    answers: tuple[str, ...] = ()
    sums: Mapping[tuple[str, Atom], Sums] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        nobody = Sums(0, {})
        return Tally(
            Counter(self.people) + Counter(other.people),
            max(self.month, other.month),
            (self.secret + other.secret) % _ALL,
            self.answered + other.answered,
            _some([*self.answers, *other.answers]),
            {
                key: self.sums.get(key, nobody) + other.sums.get(key, nobody)
                for key in {**self.sums, **other.sums}
            },
        )


def tallied(files: Iterable[Placed], shares: Iterable[Share]) -> Tally:
    """Return what `files` add up to; it takes memory for every different answer, not for each."""
    known = {share.name: share for share in shares}
    counts: dict[tuple[str, Atom], Counter[Given]] = defaultdict(Counter)
    people: Counter[tuple[str, Atom]] = Counter()
    wave = _Wave()
    for placed in files:
        if not placed.then:
            wave.add(placed.submission)
        for name, atom in placed.atoms():
            found = known[name].contributions(placed.submission.shares[name])
            given = tuple(each for each in found.items() if each[1])
            counts[name, atom].update([given] if known[name].whole else [(e,) for e in given])
            people[name, atom] += 1
    sums = {key: Sums(number, counts[key]) for key, number in people.items()}
    some = _some(wave.answers)
    return Tally(wave.people, wave.month, wave.secret, wave.answered, some, sums)


class _Wave:
    """What is counted of this wave's files beside their shares."""

    def __init__(self) -> None:
        self.people: Counter[str] = Counter()
        self.month = ""
        self.secret = 0
        self.answered = 0
        self.answers: list[str] = []

    def add(self, submission: Submission) -> None:
        """Count one file."""
        self.people[next(iter(submission.belongs.values()), "")] += 1
        self.month = max(self.month, submission.month)
        self.secret = (self.secret + int(submission.digest, 16)) % _ALL
        if submission.answer:
            self.answered += 1
            self.answers.append(submission.answer)
        if len(self.answers) > 2 * ANSWERS:
            self.answers = list(_some(self.answers))


def _some(answers: list[str]) -> tuple[str, ...]:
    return tuple(
        nsmallest(ANSWERS, answers, key=lambda each: (sha256(each.encode()).digest(), each))
    )
