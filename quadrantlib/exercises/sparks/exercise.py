"""The exercise: sparks, and how they are read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.exercises.sparks import questions
from quadrantlib.exercises.sparks.questions import QUESTIONS
from quadrantlib.phrases import count, in_words, listed, quoted, sentence
from quadrantlib.questions import Answers, answered, rows_in

Figures = dict[str, Any]
ENOUGH = 10
"""So many sparks before one is picked."""
FEW = 5
"""How many are offered elsewhere, or to pick from."""
LATELY = timedelta(days=28)
KINDS = {
    "person": "a person",
    "job": "a job",
    "arrangement": "a way to arrange work",
    "craft": "a craft",
    "place": "a place",
}


@dataclass(frozen=True, slots=True)
class Spark:
    """One of them: `day` as YYYY-MM-DD, `pull` 1–10, 0 where nothing was said."""

    id: str
    name: str
    day: str
    kind: str | None
    pull: float
    tried: bool

    @property
    def row(self) -> Figures:
        """As it stands in a figure; what was not said is None."""
        pull, day = self.pull or None, self.day or None
        return {"id": self.id, "name": self.name, "date": day, "kind": self.kind, "pull": pull}


def read(own: Round, earlier: Sequence[Round], today: date) -> Reading:  # noqa: ARG001
    """Return how many sparks there are, which pull most, and what they have in common.

    Every answer may be missing, and one that does not fit counts as missing. `figures` describes
    the fields.
    """
    sparks = sparks_in(own.answers)
    found = figures(sparks, own.answers, today)
    return Reading(
        figures=found,
        says=tuple(_says(found)),
        needs=tuple(_needs(len(sparks))),
        aside=tuple(_aside(found)),
    )


def sparks_in(answers: Answers) -> tuple[Spark, ...]:
    """Return the sparks that have words, newest first; of one day, the last of the list first."""
    begun = [_spark(row) for row in rows_in("sparks", answers)]
    named = [each for each in reversed(begun) if each.name]
    return tuple(sorted(named, key=lambda each: each.day, reverse=True))


def figures(sparks: Sequence[Spark], answers: Answers, today: date) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        `count`: how many. `lately`, `before`: how many in the last 28 days, and in the 28 before.
        `sparks`: rows (`id`, `name`, `date`, `kind`, `pull`), newest first.
        `strongest`: rows of those not tried yet, strongest pull first, five at most.
        `picked`: the row of the one that gets thirty minutes, in a list.
        `to_pick`: rows to pick from, once there are ten sparks or one is picked.
        `kinds`: kind → how many, most frequent first.
    """
    strongest = sorted((each for each in sparks if not each.tried), key=lambda each: -each.pull)
    chosen = answered(QUESTIONS[1], answers) or []
    picked = [each for each in sparks if each.id in chosen]
    rest = [each for each in strongest[:FEW] if each not in picked]
    offered = [*picked, *rest] if picked or len(sparks) >= ENOUGH else []
    kinds = Counter(each.kind for each in sparks if each.kind)
    found = {
        "count": len(sparks),
        "lately": _within(sparks, today),
        "before": _within(sparks, today - LATELY),
        "sparks": [each.row for each in sparks],
        "strongest": [each.row for each in strongest[:FEW]],
        "picked": [each.row for each in picked],
        "to_pick": [each.row for each in offered],
        "kinds": dict(sorted(kinds.items(), key=lambda each: (-each[1], each[0]))),
    }
    return found if sparks else {}


def _says(found: Figures) -> Iterator[str]:
    if not found:
        return
    lately = found["lately"]
    recent = (
        ""
        if lately in (0, found["count"])
        else f", {in_words(lately)} of them in the last four weeks"
    )
    yield f"{sentence(count(found['count'], 'spark'))} so far{recent}."
    yield from _strong(found)
    kind, number = next(iter(found["kinds"].items()), ("", 0))
    if number >= 3:
        yield f"What you noted most often is {KINDS[kind]}. What is it that draws you there?"
    for row in found["picked"]:
        yield f"{quoted(row['name'])} gets thirty minutes. When?"


def _strong(found: Figures) -> Iterator[str]:
    strong = [quoted(row["name"]) for row in found["strongest"] if row["pull"]][:2]
    if strong:
        which = "it" if len(strong) == 1 else "each"
        yield f"Pulling most, and not tried yet: {listed(strong)}. Which part of {which}?"
    elif found["strongest"]:
        yield f"The newest is {quoted(found['strongest'][0]['name'])}."


def _needs(number: int) -> Iterator[str]:
    if not number:
        yield "Write down one thing that made you look twice."
    elif number < ENOUGH:
        yield "Later you can pick one for thirty minutes."


def _aside(found: Figures) -> Iterator[str]:
    if found and (found["lately"] or found["before"]):
        lately, before = in_words(found["lately"]), in_words(found["before"])
        yield f"In the last four weeks you noted {lately}; in the four weeks before, {before}."
    kinds = [f"{KINDS[kind]}, {_times(number)}" for kind, number in found.get("kinds", {}).items()]
    if kinds:
        yield f"What they were: {'; '.join(kinds)}."


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{in_words(number)} times")


def _within(sparks: Sequence[Spark], last: date) -> int:
    first, end = (last - LATELY).isoformat(), last.isoformat()
    return sum(first < each.day <= end for each in sparks)


def _spark(row: Mapping[str, Any]) -> Spark:
    return Spark(
        id=str(row.get("id", "")),
        name=" ".join((answered(questions.WHAT, row) or "").split()),
        day=answered(questions.DATE, row) or "",
        kind=answered(questions.KIND, row),
        pull=answered(questions.PULL, row) or 0,
        tried=answered(questions.TRIED, row) == "yes",
    )


EXERCISE = Exercise(
    slug="sparks",
    title="Sparks",
    why=(
        "Now and then somebody’s way of working makes you look twice. "
        "Written down, a line at a time, such things begin to show a direction."
    ),
    minutes=1,
    rhythm="whenever something catches your eye",
    rhythm_days=None,
    evidence=(
        "Noting what draws you is an old practice of career counsellors, little tested on its "
        "own; that interests say something about which work will suit is well supported, and far "
        "from certain. A list of sparks is no plan and decides nothing."
    ),
    questions=QUESTIONS,
    read=read,
    log=True,
    place="alongside",
)
