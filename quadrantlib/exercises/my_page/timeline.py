"""What has been, round by round, and what comes next, with its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from quadrantlib.contradictions import Everything, figures
from quadrantlib.exercise import Rounds, Told
from quadrantlib.meant import SAID, in_words
from quadrantlib.questions import is_day

Rows = list[dict[str, str]]
SOON = timedelta(days=366)


def timeline(told: Everything) -> Rows:
    """Return what each round said first that the one before it did not say, newest first.

    Rows have `date`, `slug`, `title`, `words`. Logs are left out: they have one round, which lasts.
    """
    rounds = [each for each in told.values() if len(each)]
    kept = [each for each in rounds if not each.exercise.log and not each.exercise.weave]
    found = [row for rounds in kept for row in _rounds(rounds)]
    return sorted((row for row in found if row["words"]), key=lambda row: row["date"], reverse=True)


def _rounds(rounds: Rounds) -> Iterator[dict[str, str]]:
    before: tuple[str, ...] = ()
    for each, reading in _as_begun(rounds):
        new = [words for words in reading.says if words not in before]
        row = _row(each.started.isoformat(), rounds.exercise.slug, rounds.exercise.title)
        yield row | {"words": (*new, *reading.says, "")[0]}
        before = reading.says


def _as_begun(rounds: Rounds) -> Iterator[Told]:
    """Yield each round with what was said on its own day: in what has been, nothing waits."""
    *before, (last, _) = rounds
    yield from before
    yield last, rounds.exercise.read(last, [one for one, _ in before], last.started)


def due(told: Everything, today: date, *, named: bool = False) -> Rows:
    """Return what comes next: rows (`date`, `slug`, `title`), soonest first; today's at least.

    A round that is due already stands at today. What somebody meant to do is told in their own
    words only where it is `named`: on their own page, never in a calendar.
    """
    found = [row for rounds in told.values() for row in _again(rounds, today)]
    found += [*_claims(told, today, named=named), *_arriving(told, today)]
    last = (today + SOON).isoformat()
    unique = {(row["date"], row["slug"], row["title"]): row for row in found if row["date"] <= last}
    return [unique[key] for key in sorted(unique)]


def _again(rounds: Rounds, today: date) -> Iterator[dict[str, str]]:
    exercise = rounds.exercise
    if exercise.log or exercise.rhythm_days is None or not len(rounds):
        return
    when = rounds[-1][0].started + timedelta(days=exercise.rhythm_days)
    yield _row(max(when, today).isoformat(), exercise.slug, exercise.title)


def _claims(told: Everything, today: date, *, named: bool) -> Iterator[dict[str, str]]:
    """Yield the days on which somebody meant to do something."""
    for slug, rounds in told.items():
        answers = rounds[-1][0].answers if len(rounds) else {}
        for name in SAID:
            when = _when(answers.get(name))
            if when and when >= today.isoformat():
                own = in_words(name, answers[name]) if named else ""
                yield _row(when, slug, own or f"What you meant to do ({rounds.exercise.title})")


def _when(claim: Any) -> str | None:
    when = claim.get("when") if isinstance(claim, Mapping) else None
    return when if isinstance(when, str) and is_day(when) else None


def _arriving(told: Everything, today: date) -> Iterator[dict[str, str]]:
    found = figures(told, "arrivals")
    for letter in found.get("waiting", ()):
        if letter["opens"]:
            yield _row(letter["opens"], "arrivals", "A letter opens (Arrivals)")
    for promise in found.get("promises", ()):
        if promise["by"] and promise["by"] >= today.isoformat() and promise["kept"] is None:
            yield _row(promise["by"], "arrivals", "A promise comes due (Arrivals)")


def _row(when: str, slug: str, title: str) -> dict[str, str]:
    return {"date": when, "slug": slug, "title": title}
