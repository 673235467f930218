"""What a report holds back, and why, rule by rule: for the facilitator, before showing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quadrantlib.cohort import Edition
from quadrantlib.phrases import count
from quadrantlib.published import Figure
from quadrantlib.reporting.found import CHANGE, Found
from quadrantlib.rules import SMALLEST

_KINDS = {
    "solved": f"a sum of fewer than {SMALLEST} people would have followed",
    "pinned": "an answer of one person would have followed, for two who compare notes",
}


def explained(edition: Edition, found: Found) -> Iterator[str]:
    """Yield lines: how many figures are shown, which are not and why, and what the audit found.

    It tells no more than the report and the rules do: whose answers were close is not in it.
    """
    figures = edition.published.figures
    held = [figure for figure in figures if figure.withheld]
    shown = len(figures) - len(held)
    yield f"{shown} of {count(len(figures), 'figure')} can be shown."
    for reason in dict.fromkeys(figure.withheld for figure in held):
        yield f"Not shown. {reason}"
        same = [figure for figure in held if figure.withheld == reason]
        yield from (f"  {line}" for line in _named(same, found))
    kinds = Counter(each.kind for each in edition.findings)
    for kind, many in sorted(kinds.items()):
        yield f"The audit found {count(many, 'way')} in which {_KINDS[kind]}."
    yield from edition.published.notes
    yield "The rules that were applied:"
    yield from (f"  {rule}" for rule in edition.published.rules)


def _named(held: list[Figure], found: Found) -> Iterator[str]:
    """Yield a line for each share and group: which of its figures are held back, or all of them."""
    for place in dict.fromkeys((each.share, each.group, each.kind) for each in held):
        name, group, kind = place
        share = found.shares[name]
        mine = {each.item for each in held if (each.share, each.group, each.kind) == place}
        labels = [item.label for item in share.items if item.id in mine]
        some = "" if len(labels) == len(share.items) else f": {', '.join(labels)}"
        where = f" ({found.groups[group]})" if group else ""
        yield f"{share.title}{where}{', since last time' if kind == CHANGE else ''}{some}"
