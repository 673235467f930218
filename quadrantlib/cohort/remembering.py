"""What the ledger keeps of a report: which files its figures are about, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from quadrantlib.cohort.candidates import Candidate
from quadrantlib.cohort.counting import Counted
from quadrantlib.cohort.tables import Files
from quadrantlib.cohort.waves import Kind
from quadrantlib.ledger import IN_THE_REPORT, Report, Said
from quadrantlib.tally import Atom


def report_of(counted: Counted, kept: Iterable[Candidate]) -> Report:
    """Return what is to be remembered of a report that shows the figures `kept`."""
    sets: dict[tuple[str, Files], int] = {}
    said = tuple(_said(each, sets) for each in kept)

    @cache
    def bits(kind: Kind, then: bool, both: frozenset[str]) -> int:  # noqa: FBT001
        stands = [
            number
            for (share, files), number in sets.items()
            if share in (both if then else kind.shares)
            and files.hold(Atom(kind.option, then=then, both=share in both))
        ]
        return sum(1 << number for number in stands) | (0 if then else IN_THE_REPORT)

    files, wave = {}, counted.wave
    for what in sorted(wave.now | wave.both.keys()):
        file = counted.seen[what]
        both = wave.both.get(what, frozenset())
        if stood := bits(file.kind, what not in wave.now, both):
            files[what] = (file.who, stood)
    return Report(counted.tally.month, wave.number, files, said)


def _said(each: Candidate, sets: dict[tuple[str, Files], int]) -> Said:
    share, scope, statement = each.figure.share, each.scope, each.statement
    plus = sets.setdefault((share, scope.files), len(sets) + 1)
    minus = sets.setdefault((share, scope.earlier), len(sets) + 1) if scope.earlier else None
    return Said(share, statement.item, plus, minus, int(statement.low), int(statement.high))
