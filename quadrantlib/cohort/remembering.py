"""What the ledger keeps of a report: which files its figures are about, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from quadrantlib.cohort.candidates import Candidate
from quadrantlib.cohort.counting import Counted
from quadrantlib.cohort.roll import Place
from quadrantlib.cohort.tables import Files
from quadrantlib.ledger import IN_THE_REPORT, Report, Said
from quadrantlib.tally import Atom


def report_of(counted: Counted, kept: Iterable[Candidate]) -> Report:
    """Return what is to be remembered of a report that shows the figures `kept`."""
    sets: dict[tuple[str, Files], int] = {}
    said = tuple(_said(each, sets) for each in kept)

    @cache
    def stands(option: str, shares: frozenset[str], place: Place) -> int:
        there = [
            number
            for (share, files), number in sets.items()
            if share in (place.both if place.before else shares)
            and files.hold(Atom(option, then=place.before, both=share in place.both))
        ]
        return sum(1 << number for number in there) | (0 if place.before else IN_THE_REPORT)

    counted.roll.remember(stands)
    return Report(counted.tally.month, counted.wave.number, counted.roll, said)


def _said(each: Candidate, sets: dict[tuple[str, Files], int]) -> Said:
    share, scope, statement = each.figure.share, each.scope, each.statement
    plus = sets.setdefault((share, scope.files), len(sets) + 1)
    minus = sets.setdefault((share, scope.earlier), len(sets) + 1) if scope.earlier else None
    return Said(share, statement.item, plus, minus, int(statement.low), int(statement.high))
