"""How many gave which answer, in rows: the same picture for every share of that kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from quadrantlib.phrases import in_words, listed, quoted, sentence
from quadrantlib.pictures.picture import Picture, Table
from quadrantlib.reporting import tracks
from quadrantlib.reporting.clauses import CLAUSES
from quadrantlib.reporting.found import Found, Seen
from quadrantlib.reporting.words import who

HEADER = ("Answer", "How many")
TOGETHER = 2
"""So many answers may stand out at once; as many, near to nobody's, each have a row."""
MIXED = "No one answer stands out"


def pictured(found: Found, share: str) -> tuple[Picture, ...]:
    """Return a share's answers as rows, the most frequent first; nothing where none is shown."""
    seen = by_size(found.seen(share))
    if not seen:
        return ()
    table = Table(HEADER, tuple((each.item.label, each.shown) for each in seen))
    return (replace(tracks.layout(titled(seen), told(seen), _rows(seen), HEADER), table=table),)


def _rows(seen: Sequence[Seen]) -> list[tracks.Row]:
    """Return a row for each, but one for all that are near to nobody's, where those are many."""
    rare = [each for each in seen if each.low <= 0]
    folded = rare if len(rare) > TOGETHER else []
    rows = [tracks.Row(e.item.label, e.shown, e.low, e.high) for e in seen if e not in folded]
    if not folded:
        return rows
    others = f"Each of the {'other ' if rows else ''}{in_words(len(folded))}"
    return [*rows, tracks.Row(others, folded[0].shown, 0, max(each.high for each in folded))]


def by_size(seen: Sequence[Seen]) -> list[Seen]:
    """Return figures by their middle, the largest first; equal ones stay in their order."""
    return sorted(seen, key=lambda each: -each.middle)


def titled(seen: Sequence[Seen]) -> str:
    """Return what is seen: the answer that stands out, those that do, or that none does."""
    first = [each for each in seen if each.shown == seen[0].shown]
    if seen[0].low <= 0 or len(first) > TOGETHER:
        return MIXED
    return ", ".join([said(first[0]), *(_said(each).replace(" of you", "") for each in first[1:])])


def told(seen: Sequence[Seen]) -> str:
    """Return all of it as a sentence; answers that as many gave are told as one list."""
    parts = []
    for _, same in groupby(seen, key=lambda each: each.shown):
        each = list(same)
        parts.append(_said(each[0]) if len(each) == 1 else f"{who(each[0])} each: {_labels(each)}")
    return f"{sentence('; '.join(parts))}."


def said(seen: Seen) -> str:
    """Return an answer with how many gave it, as a sentence without its full stop."""
    return sentence(_said(seen))


def _said(seen: Seen) -> str:
    return f"{who(seen)} {_clause(seen)}"


def _clause(seen: Seen) -> str:
    return CLAUSES[seen.share][seen.item.id]


def _labels(seen: Sequence[Seen]) -> str:
    return listed([quoted(each.item.label) for each in seen])
