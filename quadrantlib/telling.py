"""What a journal's file says back. The file itself is never touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from quadrantlib import durable, mishaps
from quadrantlib.errors import Unreadable
from quadrantlib.exercise import Exercise, Line, Reading
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import LARGEST, Journal, parse
from quadrantlib.phrases import day
from quadrantlib.retelling import read_newest, retold


@dataclass(frozen=True, slots=True)
class Told:
    """What one exercise says back from its newest round."""

    exercise: Exercise
    started: date
    reading: Reading


def journal_in(path: Path) -> Journal:
    """Return the journal in the file at `path`. Unlike `Storage`, set nothing aside.

    Raises
    ------
    Unreadable
        If there is no such file, or it is no journal.
    Newer
        If a later version of the workbook wrote it.
    """
    try:
        journal = parse(content_in(path))
    except Unreadable as fault:
        if fault.safe:
            raise
        raise _unfit(path, f"could not be read as a journal. {fault.what}") from None
    if journal.read_only:
        raise mishaps.newer(path)
    return journal


def content_in(path: Path) -> bytes:
    """Return what the file at `path` holds.

    Raises
    ------
    Unreadable
        If there is none, or it could not be opened.
    """
    try:
        content = durable.read(path, LARGEST)
    except IsADirectoryError:
        raise _unfit(path, "is a folder, and a journal is a file.") from None
    except OSError as fault:
        raise mishaps.unreadable(path, fault) from fault
    if content is None:
        raise _unfit(path, "is not there.")
    return content


def _unfit(path: Path, why: str) -> Unreadable:
    return Unreadable(f"{path} {why}", "Nothing was changed.", "Name a journal of this workbook.")


def readings(journal: Journal, slug: str | None, today: date) -> list[Told]:
    """Return what the exercises say back, or the one called `slug`; none where nothing is written.

    Raises
    ------
    Refused
        If there is no exercise called `slug`.
    """
    wanted = CATALOG if slug is None else (by_slug(slug),)
    told = retold(CATALOG, journal, today)
    return [
        Told(exercise, told[exercise.slug][-1][0].started, read_newest(exercise, told, today))
        for exercise in wanted
        if told[exercise.slug]
    ]


def until(journal: Journal, last: date) -> Journal:
    """Return the journal as it was on the day `last`: without the rounds that were begun later."""
    rounds = {
        slug: [each for each in found if each["started"] <= last.isoformat()]
        for slug, found in journal.value["rounds"].items()
    }
    return replace(journal, value=journal.value | {"rounds": rounds})


def as_json(told: Sequence[Told]) -> Mapping[str, Any]:
    """Return the readings by exercise, JSON-ready."""
    return {
        each.exercise.slug: {"started": each.started.isoformat(), **asdict(each.reading)}
        for each in told
    }


def as_text(told: Sequence[Told], today: date) -> str:
    """Return the readings in words."""
    if not told:
        return "Nothing has been written here yet."
    return "\n\n".join(_text(each, today) for each in told)


def _text(told: Told, today: date) -> str:
    reading = told.reading
    since = "since " if told.exercise.log else ""
    head = f"{told.exercise.title}, {since}{day(told.started, today)}"
    parts = [(part.title, *map(_line, part.lines)) for part in reading.parts]
    groups = (reading.says, *parts, reading.needs, reading.wonders)
    return "\n\n".join((head, *("\n".join(group) for group in groups if group)))


def _line(line: Line) -> str:
    mark = "" if line.lead.endswith("?") else ":"
    return f"{line.lead}{mark} {line.words}" if line.lead else line.words
