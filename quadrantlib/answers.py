"""What may stand where among the answers, and what a new round starts with. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.kinds import Piles
from quadrantlib.questions import Day, Group, Question, Rows


def carried(questions: Iterable[Question], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers with which a new round starts; what does not fit stays behind."""
    kept = {q.name: _kept(q, answers.get(q.name)) for q in questions if q.carries}
    return {name: value for name, value in kept.items() if value is not None}


def first_day(questions: Iterable[Question], today: date) -> dict[str, Any]:
    """Return the answers that every round has from its first day on."""
    return {q.name: today.isoformat() for q in questions if isinstance(q, Day) and q.begins}


def _kept(question: Question, value: Any) -> Any:
    if isinstance(question, Rows) and isinstance(value, list):
        names = ["id", *(column.name for column in question.columns if column.carries)]
        rows = [_cells(row, names) for row in value if isinstance(row, Mapping)]
        value = [row for row in rows if not any(question.faults([row]))]
    return None if value is None or any(question.faults(value)) else value


def _cells(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row}


def fits(questions: Iterable[Question], path: Sequence[str], value: Any) -> bool:
    """Whether `value` may stand at `path`; None, no answer, may wherever one is asked for.

    `path` is a question's name, with a part's for a group, a card's id for piles, an id or an id
    and a column's name for a row.
    """
    question = next((q for q in questions if path and q.name == path[0]), None)
    rest = path[1:]
    if question is None:
        return False
    if rest and isinstance(question, Rows):
        return _fits_row(question, rest, value)
    if len(rest) == 1 and isinstance(question, Piles):
        return bool(rest[0]) and (value is None or not any(question.part_faults(rest[0], value)))
    if len(rest) == 1 and isinstance(question, Group):
        return fits(question.parts, rest, value)
    return not rest and (value is None or not any(question.faults(value)))


def _fits_row(question: Rows, path: Sequence[str], value: Any) -> bool:
    row_id, *column = path
    if column:
        return bool(row_id) and len(column) == 1 and fits(question.columns, column, value)
    if value is None:
        return bool(row_id)
    own = isinstance(value, Mapping) and value.get("id") == row_id
    return own and not any(question.faults([value]))
