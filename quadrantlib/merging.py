"""One page's changes, merged into a round that other pages change too.

A round is a mapping with `answers`, and where there is occasion two lists beside them. `conflicts`:
where two pages changed the same answer, the newest stands among the answers and the other waits
here until the person settles it. `removed`: rows that were taken out, for the page that still shows
them and edits one.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Place = tuple[str, ...]
"""`("guess",)`, a part of a group `("claim", "what")`, a row `("tasks", ID)`, or a cell of a row
`("tasks", ID, "hours")`."""

Step = tuple[Place, Any, Any]
"""Where, what the page knew, what it wants there."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a page changed in one place.

    Attributes
    ----------
    slug, round_id:
        The round it belongs to.
    path:
        Its place among the answers.
    before:
        What the page had read there, whole, a row with every field it came with; None: nothing.
    after:
        What is to stand there; None: nothing, an unanswered question is absent. A row is added or
        changed with a mapping and removed with None.
    """

    slug: str
    round_id: str
    path: Place
    before: Any
    after: Any


def merge(found: dict[str, Any], edit: Edit, at: str, ids: Iterator[str]) -> None:
    """Merge `edit` into the round `found`, in place.

    What stands there gives way to the edit, and is dropped only if the page had seen it: anything
    else becomes a conflict, called the next of `ids`. `at` is the time now, in UTC.
    """
    if edit.before == edit.after:
        return
    edit = copy.deepcopy(edit)
    _make_way(found, edit, at, ids)
    for path, before, after in _steps(found, edit):
        current = look(found["answers"], path)
        _drop_conflicts(found, path, before)
        if current not in (before, after):
            _keep(found, path, current, at, ids)
        _put(found, path, after, at)
    _drop_moot_conflicts(found)


def look(answers: Mapping[str, Any], path: Place) -> Any:
    """Return what stands at `path`; None where nothing does."""
    here: Any = answers
    for name in path:
        if isinstance(here, list):
            here = next((row for row in here if _is_row(row, name)), None)
        else:
            here = here.get(name) if isinstance(here, Mapping) else None
    return here


def _steps(found: dict[str, Any], edit: Edit) -> Iterator[Step]:
    """Yield `edit` as steps, each taken before the next is asked for.

    A row that stays is compared cell by cell: pages that fill in different cells never disagree.
    """
    if not _is_about_a_row(edit) or (len(edit.path) == 2 and edit.after is None):
        yield edit.path, edit.before, edit.after
        return
    row = edit.path[:2]
    before, after = _cells(edit, edit.before), _cells(edit, edit.after)
    if look(found["answers"], row) is None:
        yield row, *_row_to_bring_back(found, edit, before)
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield (*row, name), before.get(name), after.get(name)


def _row_to_bring_back(
    found: dict[str, Any], edit: Edit, before: dict[str, Any]
) -> tuple[Any, Any]:
    """Return what the page knew of a row that is not there, and the row to put there first.

    One that another page removed comes back whole, which is a conflict. One that nobody removed
    comes with what the edit knows of it.
    """
    if len(edit.path) == 2 and edit.before is None:
        return None, {"id": edit.path[1]}
    removal = _removal(found, edit.path[:2])
    if removal:
        return removal["row"], removal["row"]
    return None, {"id": edit.path[1]} | {k: cell for k, cell in before.items() if cell is not None}


def _is_about_a_row(edit: Edit) -> bool:
    either = (edit.before, edit.after)
    mapping = any(isinstance(value, Mapping) for value in either)
    return len(edit.path) == 3 or (len(edit.path) == 2 and mapping)


def _cells(edit: Edit, value: Any) -> dict[str, Any]:
    if len(edit.path) == 3:
        return {edit.path[2]: value}
    return {name: cell for name, cell in (value or {}).items() if name != "id"}


def _make_way(found: dict[str, Any], edit: Edit, at: str, ids: Iterator[str]) -> None:
    """Put an answer of another shape aside, as a file changed by hand may hold it."""
    there = found["answers"].get(edit.path[0])
    wanted = list if _is_about_a_row(edit) else dict
    if len(edit.path) > 1 and there is not None and not isinstance(there, wanted):
        _keep(found, edit.path[:1], there, at, ids)
        del found["answers"][edit.path[0]]


def _put(found: dict[str, Any], path: Place, value: Any, at: str) -> None:
    """Put `value` at `path`, nothing if None; what is left empty goes."""
    answers = found["answers"]
    if len(path) == 1:
        _set(answers, path[0], value)
        return
    if len(path) == 3:
        _set(look(answers, path[:2]), path[2], value)
    elif isinstance(value, Mapping) or isinstance(answers.get(path[0]), list):
        _put_row(found, path, value, at)
    else:
        _set(answers.setdefault(path[0], {}), path[1], value)
    if not answers.get(path[0]):
        answers.pop(path[0], None)


def _put_row(found: dict[str, Any], path: Place, value: Any, at: str) -> None:
    rows = found["answers"].setdefault(path[0], [])
    index = next((i for i, row in enumerate(rows) if _is_row(row, path[1])), None)
    if value is None and index is not None:
        gone = {"path": [*path], "row": rows.pop(index), "index": index, "at": at}
        found.setdefault("removed", []).append(gone)
    elif value is not None:  # only ever where there is none: one that is there changes by the cell
        removal = _removal(found, path)
        if removal:
            found["removed"].remove(removal)
        rows.insert(removal["index"] if removal else len(rows), dict(value))


def _set(holder: dict[str, Any], name: str, value: Any) -> None:
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _is_row(row: Any, row_id: str) -> bool:
    return isinstance(row, Mapping) and row.get("id") == row_id


def _removal(found: dict[str, Any], path: Place) -> dict[str, Any] | None:
    removals = (each for each in found.get("removed", ()) if each["path"] == [*path])
    return next(removals, None)


def _keep(found: dict[str, Any], path: Place, other: Any, at: str, ids: Iterator[str]) -> None:
    conflict = {"id": next(ids), "path": [*path], "other": other, "at": at}
    found.setdefault("conflicts", []).append(conflict)


def _drop_conflicts(found: dict[str, Any], path: Place, seen: Any) -> None:
    """Drop what waits at `path` if this page has seen it: it is its own earlier word."""
    found["conflicts"] = [
        each
        for each in found.get("conflicts", ())
        if each["path"] != [*path] or each["other"] != seen
    ]


def _drop_moot_conflicts(found: dict[str, Any]) -> None:
    found["conflicts"] = [
        each
        for each in found.get("conflicts", ())
        if each["other"] != look(found["answers"], tuple(each["path"]))
    ]
