"""Which rules a report was made under: their names, for the page that says how it protects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quadrantlib.cohort.counting import Counted
from quadrantlib.published import Figure
from quadrantlib.rules import DISTRIBUTIONS

ALWAYS = ("report", "nobody", "steps", "ends", "audit", "why", "limits")
_FEW = {"few", "about half", "most"}


def applied(counted: Counted, figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the names of the rules that made a difference, or would have."""
    yield from ALWAYS
    if counted.people < DISTRIBUTIONS:
        yield "together"
    if any(each.shown in _FEW for each in figures):
        yield "bands"
    if counted.circles:
        yield from ("groups", "crossed")
    if counted.past.reports:
        yield from ("earlier", "wave")
    if counted.wave.since:
        yield "change"
    if counted.tally.answered:
        yield "answers"
    if any(each.withheld for each in figures):
        yield "withheld"
