"""A list of rows in words: a grid where they are short, else one after the other. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from quadrantlib.keepsake.blocks import Block, Entries, Entry, Grid, Items
from quadrantlib.keepsake.cells import NO_LONGER, Known, long_day, words
from quadrantlib.questions import Question, Rows, Words, is_day

LINE, SHORT = 160, 30
"""So many characters a row of a grid may be long, and a cell always; a name twice as many."""
ACROSS = 8
"""So many columns fit a page beside the name's."""
NO_MONDAY = "9999-12-25"
"""From here on, a date has no Monday after it."""

Line = tuple[str, Mapping[str, str]]
"""What a row is called, and its cells in words; columns without an answer are absent."""


def rows_in_words(question: Rows, value: Any, known: Known) -> Block | None:
    """Return what was said of each row; None where nothing was."""
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
    if any(step.view == "pairs" for step in question.steps):
        return Items(tuple(_pair(question, row, known) for row in rows)) if rows else None
    lines = [line for line in (_line(question, row, known) for row in rows) if any(line)]
    columns = [c for c in question.columns if any(c.name in cells for _, cells in lines)]
    if not columns:
        return Items(tuple(name for name, _ in lines)) if lines else None
    if _are_short(lines, len(columns)):
        header = (_head(question), *(column.ask for column in columns))
        rows_ = ((name, *(cells.get(c.name, "") for c in columns)) for name, cells in lines)
        return Grid(header, tuple(rows_))
    return Entries(tuple(Entry(name, _fields(columns, cells)) for name, cells in lines))


def _line(question: Rows, row: Mapping[str, Any], known: Known) -> Line:
    cells = {column.name: _cell(column, row, known) for column in question.columns}
    cells = {name: said for name, said in cells.items() if said}
    row_id = str(row.get("id"))
    offered = {str(option.id): option.label for option in question.offers}
    if row_id in offered:
        return offered[row_id], cells
    if question.about:
        return known.names.get(row_id, NO_LONGER) if cells else "", cells
    return cells.pop(question.columns[0].name, ""), cells


def _pair(question: Rows, row: Mapping[str, Any], known: Known) -> str:
    """Return two that were held against each other, and which stayed; they go by their ids."""
    given = [str(row.get(column.name, "")) for column in question.columns]
    one, other, winner = (known.names.get(each, NO_LONGER) for each in given)
    return f"{one} or {other}? {winner}"


def _cell(column: Question, row: Mapping[str, Any], known: Known) -> str:
    if isinstance(column, Words) and column.sealed and row.get(column.name):
        waits = _waits(row.get(column.sealed), row.get(column.opens), known.today)
        if waits:
            return waits
    return words(column, row.get(column.name), known)


def _waits(since: Any, day: Any, today: date) -> str:
    """Return that a letter is sealed, and until when; empty where it may be read."""
    if not since:
        return ""
    if not isinstance(day, str) or not is_day(day) or day >= NO_MONDAY:
        return "Sealed. It opens on the Monday after its day."
    opens = date.fromisoformat(day)
    opens += timedelta(days=7 - opens.weekday())
    return f"Sealed. It opens on Monday, {long_day(opens)}." if today < opens else ""


def _are_short(lines: Sequence[Line], across: int) -> bool:
    cells = [said for _, found in lines for said in found.values()]
    longest = max((len(name) / 2 for name, _ in lines), default=0)
    longest = max(longest, *map(len, cells))
    one_line = not any("\n" in said for said in (*cells, *(name for name, _ in lines)))
    room = max(SHORT, LINE // (across + 1))
    return one_line and longest <= room and across <= ACROSS and len(lines) > 1


def _head(question: Rows) -> str:
    named = not question.about and not question.offers
    return question.columns[0].ask if named else question.noun.capitalize()


def _fields(columns: Sequence[Question], cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((column.ask, cells[column.name]) for column in columns if column.name in cells)
