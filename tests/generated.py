"""Answers that fit, drawn from the questions themselves: any of them may be missing."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from hypothesis import strategies as st

from quadrantlib.kinds import Beads, Brought, Cards, Curve, Many, Piles
from quadrantlib.questions import Amount, Choice, Day, Group, Question, Rows, Scale, Words

IDS = st.text("abcdefghij0123456789-", min_size=1, max_size=6)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
"""Any JSON at all."""


def answers_to(
    questions: tuple[Question, ...], strange: st.SearchStrategy[Any] | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Draw answers to any of `questions`; with `strange`, some that fit only by luck."""
    asked = [q for q in questions if not isinstance(q, Brought)]
    drawn = {q.name: fitting(q) if strange is None else fitting(q) | strange for q in asked}
    return st.fixed_dictionaries({}, optional=drawn)


@singledispatch
def fitting(question: Question) -> st.SearchStrategy[Any]:
    """Draw an answer that fits `question`."""
    raise NotImplementedError(type(question).__name__)


@fitting.register
def _(question: Words) -> st.SearchStrategy[Any]:
    return st.text(max_size=min(question.longest, 40))


@fitting.register
def _(question: Choice) -> st.SearchStrategy[Any]:
    return st.sampled_from([option.id for option in question.options])


@fitting.register
def _(question: Scale) -> st.SearchStrategy[Any]:
    steps = st.integers(round(question.low * 10), round(question.high * 10))
    return steps.map(lambda step: step / 10) | st.sampled_from([5, 4, 6, 5.0])


@fitting.register
def _(question: Amount) -> st.SearchStrategy[Any]:
    several = st.floats(question.least, question.most)
    return several | st.sampled_from([question.least, question.most, *question.sizes])


@fitting.register
def _(_: Day) -> st.SearchStrategy[Any]:
    return st.dates().map(lambda day: day.isoformat())


@fitting.register
def _(question: Group) -> st.SearchStrategy[Any]:
    return answers_to(question.parts)


@fitting.register
def _(question: Rows) -> st.SearchStrategy[Any]:
    columns = {column.name: fitting(column) for column in question.columns}
    row = st.fixed_dictionaries({"id": IDS}, optional=columns)
    most = min(question.at_most, 15)
    return st.lists(row, max_size=most, unique_by=lambda each: each["id"])


@fitting.register
def _(question: Many) -> st.SearchStrategy[Any]:
    ids = [option.id for option in question.options]
    return st.lists(st.sampled_from(ids), max_size=min(question.at_most, 12), unique=True)


@fitting.register
def _(question: Cards) -> st.SearchStrategy[Any]:
    return st.lists(IDS, max_size=min(question.at_most, 12), unique=True)


@fitting.register
def _(question: Piles) -> st.SearchStrategy[Any]:
    known = st.sampled_from([card.id for card in question.deck])
    return st.dictionaries(known | IDS, st.sampled_from([pile.id for pile in question.piles]))


@fitting.register
def _(question: Beads) -> st.SearchStrategy[Any]:
    known = st.sampled_from([str(area.id) for area in question.areas])
    each = st.integers(0, question.total // 4)
    return st.dictionaries(known | IDS, each, max_size=4)


@fitting.register
def _(_: Curve) -> st.SearchStrategy[Any]:
    years = st.integers(1950, 2050).map(str)
    return st.dictionaries(years, st.integers(0, 100).map(lambda step: step / 10), max_size=8)
