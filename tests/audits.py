"""Cases for the audit that are small enough to write down."""

from __future__ import annotations

from collections.abc import Sequence

from quadrantlib.disclosure import AtomFacts, Case, Statement
from quadrantlib.shares import Item

MOTION = Item("motion", "How much was in motion", 20)
YES = Item("yes", "Yes", 1)
"""Items a case may have; any other of the kind would do."""


def parts(*names: str, most: int) -> tuple[Item, ...]:
    """Return items that people divide a whole into."""
    return tuple(Item(name, name, most) for name in names)


def atom(*people: int | tuple[int, ...], wave: int = 0) -> AtomFacts:
    """Return the facts of an atom from what each of its people contributed, to one item or each."""
    return AtomFacts(len(people), tuple(map(_all, people)), wave)


def _all(person: int | tuple[int, ...]) -> tuple[int, ...]:
    return (person,) if isinstance(person, int) else person


def exactly(name: str, weights: Sequence[float], total: float, **more) -> Statement:
    """Return a statement that leaves nothing open."""
    return said(name, weights, total, total, **more)


def said(name: str, weights: Sequence[float], low: float, high: float, **more) -> Statement:
    """Return a statement about motion, unless another `item` is given."""
    item = more.pop("item", MOTION.id)
    return Statement(name, item, tuple(map(float, weights)), low, high, **more)


def about_motion(atoms: Sequence[AtomFacts], *statements: Statement) -> Case:
    """Return a case of one item from 0 to 20."""
    return Case("motion", (MOTION,), whole=False, atoms=tuple(atoms), statements=statements)


def about_a_few(atoms: Sequence[AtomFacts], *statements: Statement) -> Case:
    """Return a case of one item from 0 to 2, small enough to count."""
    return Case(
        "few", (Item(MOTION.id, "Few", 2),), whole=False, atoms=tuple(atoms), statements=statements
    )


def about_yes(atoms: Sequence[AtomFacts], *statements: Statement) -> Case:
    """Return a case of one item that each has or has not."""
    return Case("yes", (YES,), whole=False, atoms=tuple(atoms), statements=statements)


def about_a_whole(
    items: Sequence[Item], atoms: Sequence[AtomFacts], *statements: Statement
) -> Case:
    """Return a case whose items add up for each person."""
    return Case("whole", tuple(items), whole=True, atoms=tuple(atoms), statements=statements)
