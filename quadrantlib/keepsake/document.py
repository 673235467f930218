"""A journal as a keepsake: exercise by exercise, what was asked, answered and said back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercise import Exercise, Reading, Told
from quadrantlib.journal import Journal
from quadrantlib.keepsake.answers import said
from quadrantlib.keepsake.blocks import Chapter, Keepsake, Then
from quadrantlib.keepsake.cells import Known, long_day
from quadrantlib.kinds import Beads, Piles
from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.shown import LAYOUTS
from quadrantlib.questions import Rows
from quadrantlib.retelling import Retold, about, read_newest, retold

TITLE = "Where my days live"
TOGETHER = "my-page"
"""The exercise that holds the sentence of direction."""
Everything = Mapping[str, Retold]


def keepsake(catalog: Sequence[Exercise], journal: Journal, today: date) -> Keepsake:
    """Return everything in `journal` as it is read on `today`; an empty one has no chapters."""
    told = retold(catalog, journal, today)
    begun = sorted(one.started for rounds in told.values() for one, _ in rounds)
    chapters = (_chapter(each, told, today) for each in catalog if _has_begun(each, told))
    return Keepsake(
        title=TITLE,
        direction=_direction(told),
        span=long_day(begun[0]) if begun else "",
        made=long_day(today),
        chapters=tuple(chapters),
    )


def _has_begun(exercise: Exercise, told: Everything) -> bool:
    """Whether there is something to tell; a page that brings the others together has theirs."""
    return any(map(len, told.values())) if exercise.weave else bool(told[exercise.slug])


def _direction(told: Everything) -> str:
    rounds = told.get(TOGETHER)
    words = rounds[-1][0].answers.get("direction") if rounds else None
    return words.strip() if isinstance(words, str) else ""


def _chapter(exercise: Exercise, told: Everything, today: date) -> Chapter:
    rounds, reading = told[exercise.slug], read_newest(exercise, told, today)
    names = _names(exercise, reading, told)
    newest = rounds[-1][0] if rounds else None
    answers = newest.answers if newest else {}
    return Chapter(
        slug=exercise.slug,
        title=exercise.title,
        when=long_day(newest.started) if newest else "",
        says=reading.says,
        parts=reading.parts,
        pictures=tuple(_pictures(exercise, reading)),
        aside=reading.aside,
        wonders=reading.wonders,
        answers=tuple(said(exercise.questions, answers, Known(names, answers, today))),
        earlier=tuple(_earlier(exercise, rounds, names, today)),
    )


def _pictures(exercise: Exercise, reading: Reading) -> Iterator[Picture]:
    if exercise.weave:  # its pictures are those of other chapters
        return
    for layout in LAYOUTS.get(exercise.slug, ()):
        picture = layout(reading.figures, "")
        if picture:
            yield picture


def _earlier(
    exercise: Exercise, rounds: Sequence[Told], names: Mapping[str, str], today: date
) -> Iterator[Then]:
    """Yield the rounds before the newest; what was answered alike in the next is not told twice."""
    for place in reversed(range(len(rounds) - 1)):
        (one, reading), (later, _) = rounds[place], rounds[place + 1]
        other = {
            name: value for name, value in one.answers.items() if value != later.answers.get(name)
        }
        answers = tuple(said(exercise.questions, other, Known(names, one.answers, today)))
        yield Then(long_day(one.started), next(iter(reading.says), ""), answers)


def _names(exercise: Exercise, reading: Reading, told: Everything) -> dict[str, str]:
    """Return what the ids in the answers of every round are called; the newest name counts."""
    found: dict[str, str] = {}
    for question in exercise.questions:
        if isinstance(question, Piles):
            found |= {card.id: card.label for card in question.deck}
        if isinstance(question, Beads):
            found |= {str(area.id): area.label for area in question.areas}
    for one, then in (*told[exercise.slug], (None, reading)):
        for rows in about(exercise, then, told).values():
            found |= {row["id"]: row["name"] for row in rows}
        found |= dict(_own(exercise, one.answers if one else {}))
    return found


def _own(exercise: Exercise, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the id and the name of every row that names itself."""
    for question in exercise.questions:
        if not isinstance(question, Rows):
            continue
        rows = answers.get(question.name)
        for row in rows if isinstance(rows, list) else ():
            name = row.get(question.columns[0].name) if isinstance(row, Mapping) else None
            if isinstance(name, str) and name.strip():
                yield str(row.get("id")), name.strip()
