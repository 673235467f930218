"""A participant's rounds as a value: JSON text in and out, changes merged, old versions brought up.

Nothing here knows of files, clocks or dice. `storage` keeps a journal in its file.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Literal

from quadrantlib import strictjson
from quadrantlib.errors import Newer, Unreadable
from quadrantlib.merging import Edit, Place, look, merge
from quadrantlib.shape import FORMAT, faults, version_of

__all__ = ["Edit", "Journal", "Place", "apply", "parse", "settle", "start_round"]

VERSION = 1
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""A version → the pure step that leads to the next."""
LARGEST = 100_000_000
"""Bytes: what is larger is no journal, and nothing of it is read."""
REMOVED_FOR = timedelta(days=30)
"""How long a removed row can still come back to a page that had it open."""


@dataclass(frozen=True, slots=True)
class Journal:
    """All that one person wrote.

    Attributes
    ----------
    value:
        The JSON value, fields this version does not know among the others. Never changed in place.
    found:
        The version of the text it was read from; lower than its own once it was migrated.
    """

    value: dict[str, Any]
    found: int = VERSION

    @classmethod
    def new(cls, journal_id: str) -> Journal:
        """Return an empty journal. Its id is random, and never leaves."""
        head = {"format": FORMAT, "version": VERSION, "id": journal_id}
        return cls({**head, "revision": 0, "rounds": {}})

    @property
    def id(self) -> str:
        """What tells this journal from every other."""
        return str(self.value["id"])

    @property
    def revision(self) -> int:
        """How often it was changed."""
        return int(self.value["revision"])

    @property
    def read_only(self) -> bool:
        """Whether a later version of the workbook wrote it."""
        return bool(self.value["version"] > VERSION)

    @property
    def migrated(self) -> bool:
        """Whether it was brought up from an older version."""
        return bool(self.found < self.value["version"])

    @property
    def is_sample(self) -> bool:
        """Whether somebody made up wrote it: the head says so, and goes along with a copy."""
        return self.value.get("sample") is True

    def rounds(self, slug: str) -> tuple[Mapping[str, Any], ...]:
        """Return the rounds of an exercise, oldest first."""
        return tuple(self.value["rounds"].get(slug, ()))

    def round(self, slug: str, round_id: str) -> Mapping[str, Any] | None:
        """Return the round that is called `round_id`, or was when two pages started it at once."""
        return _find(self.value, slug, round_id)

    def answer(self, slug: str, round_id: str, path: Place) -> Any:
        """Return what stands at `path` in a round; None where nothing does."""
        found = self.round(slug, round_id)
        return look(found["answers"], path) if found else None

    def text(self) -> str:
        """Return it as readable, diffable JSON; `parse` gives the same journal back."""
        return strictjson.dumps(self.value)


def parse(text: str | bytes) -> Journal:
    """Return the journal that `text` holds, brought up to this version if it is older.

    Raises
    ------
    Unreadable
        If it is no journal. The reason never quotes it.
    Newer
        If a later version wrote it, in a shape that this one cannot even show.
    """
    value = strictjson.loads(text)
    found = version_of(value)
    if not all(version in MIGRATIONS for version in range(found, VERSION)):
        raise Unreadable("It does not say which version of the workbook wrote it.")
    for version in range(found, VERSION):
        value = {**MIGRATIONS[version](value), "version": version + 1}
    fault = next(faults(value), None)
    if fault and found > VERSION:
        raise Newer(
            "A later version of the workbook wrote this journal, and this one cannot show it.",
            "It was left as it is.",
            "Update the workbook and open it again.",
        )
    if fault:
        raise Unreadable(fault)
    return Journal(value, found)


def apply(journal: Journal, edits: Iterable[Edit], now: datetime) -> Journal:
    """Return the journal with `edits` merged in, and only them; the same if nothing changes.

    The newest edit becomes the value. If the page had not seen what stood there, that is kept under
    the round's `conflicts`, `{"id", "path", "other", "at"}`, until it is settled. A round that is
    not there is created.
    """
    value, ids = copy.deepcopy(journal.value), _conflict_ids(journal)
    for edit in edits:
        found = _find(value, edit.slug, edit.round_id)
        if found is None:
            found = _add_round(value, edit.slug, edit.round_id, now.date())
        merge(found, edit, _stamp(now), ids)
    return _changed(journal, value, now)


def start_round(  # noqa: PLR0913  what it is called, when it began, what it begins with, who asks
    journal: Journal,
    slug: str,
    round_id: str,
    *,
    started: date,
    answers: Mapping[str, Any],
    now: datetime,
    seen: Journal,
) -> Journal:
    """Return the journal with a new round that begins with `answers`.

    `seen` is the journal the page had read. Where another page has started a round since, the two
    are one round: it keeps its first id, and edits made under `round_id` go there too. A round that
    is already there stays as it is. Carried rows keep their ids.
    """
    if journal.round(slug, round_id):
        return journal
    value, ids = copy.deepcopy(journal.value), _conflict_ids(journal)
    newest = next(reversed(value["rounds"].get(slug, ())), None)
    if newest and not seen.round(slug, newest["id"]):
        found = newest
        found.setdefault("also", []).append(round_id)
    else:
        found = _add_round(value, slug, round_id, started)
    for name, answer in answers.items():
        for path, part in _parts(name, answer):
            merge(found, Edit(slug, round_id, path, None, part), _stamp(now), ids)
    return _changed(journal, value, now)


def settle(  # noqa: PLR0913  which conflict, what the person chose, and on seeing what
    journal: Journal,
    slug: str,
    round_id: str,
    conflict_id: str,
    *,
    keep: Literal["mine", "other"],
    now: datetime,
    seen: Journal,
) -> Journal:
    """Return the journal with a conflict settled: `mine` is what stands, `other` what waits.

    `seen` is the journal the person was shown: what another page wrote since then waits in its
    turn. A conflict that is not there was settled elsewhere, and nothing changes.
    """
    value = copy.deepcopy(journal.value)
    found = _find(value, slug, round_id) or {}
    conflict = next((c for c in found.get("conflicts", ()) if c["id"] == conflict_id), None)
    if conflict is None:
        return journal
    found["conflicts"].remove(conflict)
    if keep == "other":
        path = tuple(conflict["path"])
        edit = Edit(slug, round_id, path, seen.answer(slug, round_id, path), conflict["other"])
        merge(found, edit, _stamp(now), _conflict_ids(journal))
    return _changed(journal, value, now)


def _changed(journal: Journal, value: dict[str, Any], now: datetime) -> Journal:
    """Return `value` as the journal's next revision, or the journal if nothing is new in it."""
    for slug, found in _all_rounds(value):
        for waiting in ("conflicts", "removed"):
            if not found.get(waiting, True):
                del found[waiting]
        if found != _find(journal.value, slug, found["id"]):
            found["updated"] = _stamp(now)
    if value == journal.value:
        return journal
    oldest = _stamp(now - REMOVED_FOR)
    for _, found in _all_rounds(value):
        if "removed" in found:
            found["removed"] = [each for each in found["removed"] if each["at"] >= oldest]
    return replace(journal, value=value | {"revision": journal.revision + 1})


def _all_rounds(value: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((slug, found) for slug, listed in value["rounds"].items() for found in listed)


def _find(value: Mapping[str, Any], slug: str, round_id: str) -> dict[str, Any] | None:
    listed = value["rounds"].get(slug, ())
    return next((r for r in listed if round_id in (r["id"], *r.get("also", ()))), None)


def _add_round(value: dict[str, Any], slug: str, round_id: str, started: date) -> dict[str, Any]:
    found = {"id": round_id, "started": started.isoformat(), "updated": "", "answers": {}}
    value["rounds"].setdefault(slug, []).append(found)
    return found


def _parts(name: str, answer: Any) -> list[tuple[Place, Any]]:
    """Split an answer as far as two pages can change it apart: into rows, or parts of a group."""
    if isinstance(answer, Mapping):
        return [((name, part), value) for part, value in answer.items()]
    if answer and isinstance(answer, list) and all(isinstance(row, Mapping) for row in answer):
        return [((name, row["id"]), row) for row in answer]
    return [((name,), answer)]


def _conflict_ids(journal: Journal) -> Iterator[str]:
    return (f"{journal.revision + 1}.{number}" for number in count(1))


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
