"""What changed from one round to another, in words: by the questions alone, for any exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import singledispatch
from typing import Any

from quadrantlib.kinds import Beads, Brought, Cards, Curve, Many, Piles
from quadrantlib.phrases import count, listed, quoted
from quadrantlib.questions import (
    Amount,
    Answers,
    Choice,
    Day,
    Group,
    Option,
    Question,
    Rows,
    answered,
)

Names = Mapping[str, str]
"""The id of a row or card → what it is called."""
AT_MOST = 6
"""So many names are listed before the rest is only counted."""


def differences(
    questions: Iterable[Question], before: Answers, after: Answers, names: Names
) -> list[str]:
    """Return a line for every answer that is another one now; none where nothing changed.

    An answer that does not fit counts as none, and what the page keeps for itself is left out.
    """
    asked = [question for question in questions if not _is_kept_by_the_page(question)]
    known = {**_own_names(asked, before), **_own_names(asked, after), **names}
    return [
        line
        for question in asked
        for line in _lines(question, answered(question, before), answered(question, after), known)
    ]


def _is_kept_by_the_page(question: Question) -> bool:
    dealt = isinstance(question, Cards) and not question.source
    paired = isinstance(question, Rows) and any(step.view == "pairs" for step in question.steps)
    return dealt or paired or isinstance(question, Brought)


def _own_names(questions: Iterable[Question], answers: Answers) -> dict[str, str]:
    """Return what rows are called in which no other row is meant."""
    own = [each for each in questions if isinstance(each, Rows) and not each.about]
    named = [_named(each, answered(each, answers)) for each in own]
    return {row_id: name for names in named for row_id, name in names.items()}


def _lines(question: Question, old: Any, new: Any, names: Names) -> Iterator[str]:
    if old == new or (question.looks_back and new is None):
        return
    if isinstance(question, Rows):
        yield from _rows(question, old, new, names)
    else:
        yield f"{_closed(question.ask)} {' '.join(_told(question, old, new, names))}".strip()


def _closed(ask: str) -> str:
    """Return what was asked so that words can follow it."""
    return ask if not ask or ask[-1] in "?!.…:" else f"{ask}."


@singledispatch
def _told(_question: Question, old: Any, new: Any, _names: Names) -> Iterator[str]:
    yield _turned(_plain(old), _plain(new))


@_told.register
def _(question: Amount, old: Any, new: Any, _names: Names) -> Iterator[str]:
    hundredths = question.percent
    yield _turned(
        *(
            f"{each * 100:,g} %" if hundredths and each is not None else _plain(each)
            for each in (old, new)
        )
    )


@_told.register
def _(_: Day, old: Any, new: Any, _names: Names) -> Iterator[str]:
    yield _turned(*(None if each is None else _day(each) for each in (old, new)))


@_told.register
def _(question: Choice, old: Any, new: Any, _names: Names) -> Iterator[str]:
    labels = _labels(question.options)
    yield _turned(*(None if each is None else quoted(labels[str(each)]) for each in (old, new)))


@_told.register
def _(question: Many, old: Any, new: Any, _names: Names) -> Iterator[str]:
    yield from _come_and_gone(old or (), new or (), _labels(question.options))


@_told.register
def _(_: Cards, old: Any, new: Any, names: Names) -> Iterator[str]:
    moved = list(_come_and_gone(old or (), new or (), names))
    yield from moved or ["In another order now."]


@_told.register
def _(_: Piles, old: Any, new: Any, _names: Names) -> Iterator[str]:
    was, now = old or {}, new or {}
    moved = [card for card in now if card in was and was[card] != now[card]]
    yield f"{count(len(now), 'card').capitalize()} sorted, {count(len(moved), 'card')} anew."


@_told.register
def _(question: Beads, old: Any, new: Any, names: Names) -> Iterator[str]:
    was, now, areas = old or {}, new or {}, _labels(question.areas) | dict(names)
    moved = [area for area in {**was, **now} if was.get(area, 0) != now.get(area, 0)]
    parts = [
        f"{areas.get(area, 'another area')} from {was.get(area, 0)} to {now.get(area, 0)}"
        for area in moved
    ]
    yield f"{_sentence(parts)}"


@_told.register
def _(_: Curve, _old: Any, _new: Any, _names: Names) -> Iterator[str]:
    yield "Drawn anew."


@_told.register
def _(question: Group, old: Any, new: Any, names: Names) -> Iterator[str]:
    yield from differences(question.parts, old or {}, new or {}, names)


def _rows(question: Rows, old: Any, new: Any, names: Names) -> Iterator[str]:
    """Yield a line for what came and went, and one for each row that changed."""
    known = {**names, **_labels(question.offers)}
    was, now = _by_id(old), _by_id(new)
    if words := " ".join(_come_and_gone([*was], [*now], known)):
        yield f"{_closed(question.ask)} {words}"
    for row_id in (each for each in now if each in was):
        if words := " ".join(differences(question.columns, was[row_id], now[row_id], names)):
            yield f"{quoted(known.get(row_id, ''))}: {words}"


def _come_and_gone(old: Sequence[Any], new: Sequence[Any], names: Names) -> Iterator[str]:
    come = [each for each in new if each not in old]
    gone = [each for each in old if each not in new]
    for ids, words in ((come, "New"), (gone, "No longer there")):
        if ids:
            called = dict.fromkeys(quoted(names.get(str(each), "")) for each in ids)
            yield f"{words}: {_sentence([*called])}"


def _sentence(parts: Sequence[str]) -> str:
    rest = len(parts) - AT_MOST
    shown = [*parts[:AT_MOST], *([f"{rest} more"] if rest > 0 else [])]
    return f"{listed(shown)}."


def _turned(old: str | None, new: str | None) -> str:
    if old is None:
        return f"Now {new}."
    return f"Was {old}, and is left open now." if new is None else f"Was {old}, is {new}."


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    return quoted(value) if isinstance(value, str) else f"{value:,g}"


def _day(iso: str) -> str:
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B %Y}"


def _labels(options: Iterable[Option]) -> dict[str, str]:
    return {str(option.id): option.label for option in options}


def _named(question: Rows, rows: Any) -> dict[str, str]:
    """Return the names of rows that name themselves."""
    first = question.columns[0].name
    return {row["id"]: row[first] for row in rows or () if isinstance(row.get(first), str)}


def _by_id(rows: Any) -> dict[str, Mapping[str, Any]]:
    return {row["id"]: row for row in rows or ()}
