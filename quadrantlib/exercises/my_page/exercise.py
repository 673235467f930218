"""The page itself: what was gathered, and how it is said back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.contradictions import (
    Contradiction,
    Everything,
    contradictions,
    figures,
    of_the_day,
)
from quadrantlib.exercise import Exercise, Line, Part, Reading, Round
from quadrantlib.exercises.my_page.questions import QUESTIONS, SEVEN
from quadrantlib.exercises.my_page.seven import ASKS, gathered
from quadrantlib.exercises.my_page.standing import standing
from quadrantlib.exercises.my_page.timeline import Rows, due, timeline
from quadrantlib.phrases import day

NEXT = 8
NONE = "No two of your answers seem to pull apart at present."
OFFERED = {"ten-tasks": "map", "your-number": "number", "drift-check": "drift"}
"""Exercises whose picture stands on this page too → the figure that holds what it is drawn from."""


def weave(told: Everything, today: date) -> Reading:
    """Return the page that brings the others together.

    Returns
    -------
    Reading
        Its figures: `blank_…` for each of the seven questions that nobody has answered; `reliefs`
        (rows of tasks that would be a relief), `both_known`, `on_the_table`: which links may be
        asked about; `map`, `number`, `drift`: the figures of those exercises; `contradictions`
        (ids, today's first), `timeline` and `due`, see `timeline`.
    """
    found, seven = contradictions(told), gathered(told)
    first = of_the_day(found, today)
    rest = [each for each in found if each is not first]
    past, missing = timeline(told), _needs(told)
    return Reading(
        figures={
            **{f"blank_{q.name}": q.name not in seven or not seven[q.name].slug for q in SEVEN},
            **_links(told),
            **{name: figures(told, slug) for slug, name in OFFERED.items()},
            "contradictions": [each.id for each in (first, *rest) if each],
            "timeline": past,
            "due": due(told, today),
        },
        says=(first.asks,) if first else () if missing else (NONE,),
        needs=missing,
        parts=(
            *([Part("Two of your answers", (first.one, first.other))] if first else ()),
            Part("Seven questions", tuple(_seven(seven))),
            *_part("Where things stand", standing(told, today)),
            *_part("What comes next", _lines(due(told, today, named=True)[:NEXT], today)),
            *_part("Other answers that do not sit together", map(_both, rest), behind=True),
            *_part("What has been", _lines(past, today), behind=True),
        ),
    )


def _part(title: str, lines: Iterable[Line], *, behind: bool = False) -> Iterator[Part]:
    found = tuple(lines)
    if found:
        yield Part(title, found, behind)


def _both(pair: Contradiction) -> Line:
    return Line(f"{pair.asks} {pair.one.words} {pair.other.words}", pair.one.slug)


def _links(told: Everything) -> Mapping[str, Any]:
    placed = figures(told, "ten-tasks").get("placed", ())
    moments = figures(told, "drift-check").get("recent_moments")
    reliefs = [row for row in placed if row["if_gone"] == -1] if moments else []
    return {
        "reliefs": [{"id": row["id"], "name": row["name"]} for row in reliefs],
        "both_known": bool(placed and figures(told, "values").get("core_named")),
        "on_the_table": bool(figures(told, "values").get("options")),
    }


def _needs(told: Everything) -> tuple[str, ...]:
    if any(len(rounds) for slug, rounds in told.items() if slug != "my-page"):
        return ()
    return ("This page fills by itself as you go. Ten tasks is a good beginning.",)


def _seven(seven: Mapping[str, Line]) -> Iterator[Line]:
    for question in SEVEN:
        line = seven.get(question.name)
        found = line or Line("Still open.", ASKS[question.name])
        yield Line(found.words, found.slug, question.ask)


def _lines(found: Rows, today: date) -> Iterator[Line]:
    for row in found:
        when = day(date.fromisoformat(row["date"]), today)
        if "words" in row:
            yield Line(row["words"], row["slug"], f"{when}, {row['title']}")
        else:
            yield Line(row["title"], row["slug"], when)


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return nothing: this page is woven from all others."""
    return Reading()


EXERCISE = Exercise(
    slug="my-page",
    title="My page",
    why=(
        "Each exercise asked you one thing. Here they stand side by side, "
        "and where two answers pull apart you find a question."
    ),
    minutes=5,
    rhythm="whenever you like",
    rhythm_days=None,
    evidence=(
        "Gathering what you said in different moods and holding it side by side is how coaches and "
        "diarists work; there is little research on a page like this one. The rules by which two "
        "answers are laid beside each other are our own, and they know nothing of your life."
    ),
    questions=QUESTIONS,
    read=read,
    weave=weave,
    place="together",
)
