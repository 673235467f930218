"""Whom the figures of a report are about: everybody, those who are in two waves, and groups."""

from __future__ import annotations

from collections.abc import Sequence

from quadrantlib.cohort.candidates import Scope
from quadrantlib.cohort.counting import Counted
from quadrantlib.cohort.tables import EVERYBODY, NOW, THEN, Files, Table
from quadrantlib.rules import DISTRIBUTIONS, REPORT, SMALLEST

_HANDED = f"Fewer than {SMALLEST} people handed this over."
_TWICE = f"Fewer than {REPORT} people handed this over both times."
_IN_GROUP = f"Fewer than {SMALLEST} people of this group handed this over."


def scopes(counted: Counted) -> tuple[Scope, ...]:
    """Return whom figures are about, everybody first; of two, the dearer is withheld last."""
    wave = counted.wave
    found = [Scope(EVERYBODY, counted.people, 3, _HANDED)]
    if wave.since:
        found.append(Scope(NOW, wave.both, 2, _TWICE, earlier=THEN))
    for each in counted.circles:
        files = Files(each.group.id, each.options)
        found.append(Scope(files, each.group.people, 1, _IN_GROUP))
    return tuple(found)


def numbers(table: Table, scopes: Sequence[Scope]) -> tuple[int | None, ...]:
    """Return how many of each scope handed the share over; None: nearly all.

    The number is told where all did, or where at least `SMALLEST` did not: who did not is nobody's
    business. Where it is left out for one group only, everybody's would tell it.
    """
    found = [_number(table.people(scope.files), scope.people) for scope in scopes]
    groups = [each for each, scope in zip(found, scopes, strict=True) if scope.files.group]
    return (None if groups.count(None) == 1 else found[0], *found[1:])


def notes(counted: Counted, *, by: bool) -> tuple[str, ...]:
    """Return what is not there at all, and why; `by` is whether a breakdown was asked for."""
    found, wave, early = [], counted.wave, counted.people < DISTRIBUTIONS
    if early:
        found.append(f"Which single cards people kept is told from {DISTRIBUTIONS} people on.")
    if by and early:
        found.append(f"There are no groups, because they begin with {DISTRIBUTIONS} people.")
    elif by and not counted.circles:
        found.append(
            f"There are no groups, because no two of them would have {SMALLEST} people each."
        )
    if wave.number > 1 and not wave.since:
        found.append(
            f"Nothing is said of what changed, because fewer than {REPORT} files of people who "
            "were there last time lie beside their new ones."
        )
    return tuple(found)


def _number(people: int, all_of_them: int) -> int | None:
    without = all_of_them - people
    return people if without == 0 or without >= SMALLEST else None
