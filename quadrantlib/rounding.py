"""Percent in coarse steps, so that what leaves is no fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

WHOLE = 100


def to_steps(parts: Mapping[str, float], step: int = 5) -> dict[str, int]:
    """Return parts of a whole as percent in steps of `step`, together 100, by largest remainder.

    The remainders are handed out from the largest down, and from the first name on where they are
    equal. `parts` are fractions that sum to 1 (Hamilton's method of apportionment).

    >>> to_steps({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3})
    {'a': 35, 'b': 35, 'c': 30}
    """
    places = WHOLE // step
    exact = {name: part * places for name, part in parts.items()}
    found = {name: int(value + 1e-9) for name, value in exact.items()}
    owed = places - sum(found.values())
    by_remainder = sorted(exact, key=lambda name: (round(found[name] - exact[name], 9),))
    return {name: step * (found[name] + (name in by_remainder[:owed])) for name in parts}


def to_step(fraction: float, step: int) -> int:
    """Return a fraction of 1 as percent, to the nearest `step`; halves go up.

    >>> to_step(0.424, 5), to_step(0.425, 5), to_step(1, 10)
    (40, 45, 100)
    """
    return step * int(fraction * WHOLE / step + 0.5 + 1e-9)
