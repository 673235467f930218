"""One share: its candidates put to the audit, and what is left to tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quadrantlib import disclosure
from quadrantlib.cohort.candidates import Candidate, Draw, Scope, candidates, withheld
from quadrantlib.cohort.scopes import numbers
from quadrantlib.cohort.tables import Table, merged
from quadrantlib.cohort.waves import SAFE
from quadrantlib.disclosure import Case, Finding, Statement, Verdict
from quadrantlib.errors import Refused
from quadrantlib.published import Figure

_EVERYTHING = Verdict((), {}, ())
_CONTRADICTED = "The ledger and the files contradict each other, so one of them was changed."
_UNCHECKED = Refused(
    "The figures could not be checked to the end, so none of them is shown.",
    SAFE,
    "Make the report without --by; if that is refused too, please report it.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one share, withheld figures among it, and what there was to find."""

    figures: tuple[Figure, ...]
    kept: tuple[Candidate, ...]
    findings: tuple[Finding, ...]


def told(
    table: Table, scopes: Sequence[Scope], before: Sequence[Statement], draw: Draw, *, audit: bool
) -> Told:
    """Return what may be told of the share, beside what was said `before`."""
    behind = numbers(table, scopes)
    every = [
        each
        for scope, people in zip(scopes, behind, strict=True)
        for each in candidates(table, scope, people, draw)
    ]
    asked = [each for each in every if isinstance(each, Candidate)]
    verdict = _verdict(table, asked, before) if audit and asked else _EVERYTHING
    return Told(
        tuple(_figure(each, verdict.withheld) for each in every),
        tuple(each for each in asked if each.statement.id not in verdict.withheld),
        verdict.findings,
    )


def _verdict(table: Table, asked: Sequence[Candidate], before: Sequence[Statement]) -> Verdict:
    statements = (*before, *(each.statement for each in asked))
    atoms, weights = merged(table.rows, [each.weights for each in statements])
    facts = tuple(row.facts(table.share) for row in atoms)
    said = tuple(
        replace(each, weights=weighed) for each, weighed in zip(statements, weights, strict=True)
    )
    case = Case(table.share.name, table.share.items, table.share.whole, facts, said)
    try:
        return disclosure.withhold(case)
    except ArithmeticError:
        raise _UNCHECKED from None
    except ValueError as fault:
        if not before:
            raise
        raise Refused(_CONTRADICTED, SAFE, "Put the ledger back as it was.") from fault


def _figure(each: Figure | Candidate, why: Mapping[str, str]) -> Figure:
    if isinstance(each, Figure):
        return each
    reason = why.get(each.statement.id)
    return withheld(each.figure, reason) if reason else each.figure
