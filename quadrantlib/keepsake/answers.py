"""Answers in words, by the questions alone, for any exercise. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Any

from quadrantlib.keepsake.blocks import Block, Entries, Entry, Grid, Items, Prose, Said
from quadrantlib.keepsake.cells import NO_LONGER, Known, raw, words
from quadrantlib.keepsake.rows import rows_in_words
from quadrantlib.kinds import Beads, Brought, Cards, Curve, Many, Piles
from quadrantlib.phrases import count
from quadrantlib.questions import Answers, Group, Question, Rows, Scale


def said(questions: Iterable[Question], answers: Answers, known: Known) -> Iterator[Said]:
    """Yield every question that has an answer, with the answer in words.

    One that does not fit its question stands there as it stands in the journal.
    """
    for question in questions:
        block = _said(question, answers.get(question.name), known)
        if block:
            yield Said(question.ask, block)


def _said(question: Question, value: Any, known: Known) -> Block | None:
    if value is None or value in ("", [], {}) or isinstance(question, Brought):
        return None
    if isinstance(question, Rows):
        return rows_in_words(question, value, known)
    if isinstance(question, Group) and isinstance(value, Mapping):
        fields = ((part.ask, words(part, value.get(part.name), known)) for part in question.parts)
        return _fields(fields)
    return Prose(raw(value)) if any(question.faults(value)) else _fitting(question, value, known)


@singledispatch
def _fitting(question: Question, value: Any, known: Known) -> Block | None:
    found = words(question, value, known)
    return Prose(found) if found else None


@_fitting.register
def _(question: Scale, value: Any, _known: Known) -> Block:
    low, high = f"{question.low:g} ({question.low_end})", f"{question.high:g} ({question.high_end})"
    return Prose(f"{value:g}, between {low} and {high}")


@_fitting.register
def _(question: Many, value: Any, _known: Known) -> Block:
    return Items(tuple(each.label for each in question.options if each.id in value))


@_fitting.register
def _(question: Cards, value: Any, known: Known) -> Block | None:
    if not question.source:  # the order the page keeps: nobody was asked
        return None
    return Items(tuple(known.names.get(each, NO_LONGER) for each in value), question.ordered)


@_fitting.register
def _(question: Piles, value: Any, known: Known) -> Block | None:
    piles = ((pile.label, [c for c in value if value[c] == pile.id]) for pile in question.piles)
    named = {label: [known.names.get(card, NO_LONGER) for card in cards] for label, cards in piles}
    return _fields((label, ", ".join(cards)) for label, cards in named.items())


@_fitting.register
def _(_: Beads, value: Any, known: Known) -> Block | None:
    return _fields((known.names.get(a, NO_LONGER), count(value[a], "bead")) for a in value)


@_fitting.register
def _(question: Curve, value: Any, _known: Known) -> Block:
    header = ("Year", f"0 ({question.low_end}) to 10 ({question.high_end})")
    return Grid(header, tuple((year, f"{value[year]:g}") for year in sorted(value)))


def _fields(found: Iterable[tuple[str, str]]) -> Block | None:
    fields = tuple((label, said) for label, said in found if said)
    return Entries((Entry("", fields),)) if fields else None
