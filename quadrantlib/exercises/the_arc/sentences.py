"""The reading in words: what repeats, as a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low
from typing import Any

from quadrantlib.exercises.the_arc.jobs import Job
from quadrantlib.phrases import in_words, listed, quoted, sentence
from quadrantlib.quadrant import NAMES, ON_THE_LINE

Figures = Mapping[str, Any]
NEAR = 1
"""Years within which two falls are about the same time."""


def says(found: Figures) -> tuple[str, ...]:
    """Return what the lines and marks say, most telling first."""
    if not found:
        return ()
    return (
        *_sinking(found),
        *_ends(found),
        *_alone(found),
        *_regions(found),
        *_new(found),
        *_own(found),
    )


def needs(jobs: Sequence[Job]) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    if not jobs:
        return ("Write down two stretches, paid or not, and what repeats can begin to show.",)
    return tuple(_missing(jobs))


def wonders(jobs: Sequence[Job]) -> tuple[str, ...]:
    """Return what looks unlikely, as questions; nothing is corrected."""
    return tuple(
        f"{quoted(job.name)} goes from {job.first} until {job.last}. Are the years swapped?"
        for job in jobs
        if job.first is not None and job.last is not None and job.last < job.first
    )


def aside(found: Figures) -> tuple[str, ...]:
    """Return the further figures in words."""
    shared = [row for row in found.get("by_year", ()) if row["jobs"] > 1]
    if len(shared) < 2:
        return ()
    told = "; ".join(f"year {in_words(row['year'])}, {row['alive']:.1f}" for row in shared)
    return (f"On average, from day one, out of ten: {told}.",)


def _sinking(found: Figures) -> Iterator[str]:
    """Tell a year only where lines bend, and a steady fall as one; the more frequent first."""
    steady, bent = found["from_first"], found["bent"]
    told = (_steady(len(steady), found["lines"]), _bent(bent, found["lines"]))
    for words in told if len(steady) > len(bent) else reversed(told):
        yield from words


def _steady(some: int, lines: int) -> Iterator[str]:
    if some > 1:
        yield f"In {_of(some, lines)}, the line falls from the first year on. What begins it?"


def _bent(years: Sequence[int], lines: int) -> Iterator[str]:
    if len(years) < 2:
        return
    middle = median_low(years)
    near = [year for year in years if abs(year - middle) <= NEAR]
    if len(near) == len(years) or len(near) * 2 > lines:
        yield (
            f"In {_of(len(near), lines)}, the line goes down around year {in_words(middle)}. "
            "What happens then?"
        )
    else:
        yield (
            f"In {_of(len(years), lines)}, the line goes down, not always in the same year. "
            "What came just before?"
        )


def _ends(found: Figures) -> Iterator[str]:
    falling, rising, lines = found["falling"], found["rising"], found["lines"]
    if lines < 2:
        return
    if len(falling) * 2 > lines:
        yield f"{sentence(_of(len(falling), lines))} end lower than they began."
        if len(rising) == 1:
            yield f"{quoted(rising[0])} ends higher. What was different there?"
    elif len(rising) * 2 > lines:
        yield f"{sentence(_of(len(rising), lines))} end higher than they began. What carried them?"


def _alone(found: Figures) -> Iterator[str]:
    drawn = [row for row in found["jobs"] if row["change"] is not None]
    if len(drawn) == 1:
        first, last = drawn[0]["line"][0][1], drawn[0]["line"][-1][1]
        name = quoted(drawn[0]["name"])
        yield f"{name} begins at {first:g} and is at {last:g} in its last year. When did it turn?"


def _regions(found: Figures) -> Iterator[str]:
    regions = {name: n for name, n in found["regions"].items() if name != ON_THE_LINE}
    whole = sum(found["regions"].values())
    most = max(regions, key=lambda name: regions[name], default="")
    if most and whole > 1 and regions[most] * 2 > whole:
        yield (f"{sentence(_of(regions[most], whole))} were {NAMES[most]}. What leads you there?")


def _new(found: Figures) -> Iterator[str]:
    if found.get("change"):
        names = listed([quoted(name) for name in found["change"]])
        yield f"New since the last time: {names}. Is it the same line again?"


def _own(found: Figures) -> Iterator[str]:
    if found.get("repeats"):
        yield f"What repeats, in your words: {quoted(found['repeats'])}. Where is that now?"


def _missing(jobs: Sequence[Job]) -> Iterator[str]:
    undrawn = sum(job.change is None for job in jobs)
    if undrawn:
        verb = "has" if undrawn == 1 else "have"
        yield f"{sentence(_stretches(undrawn))} {verb} no line yet."
    unplaced = sum(job.region is None for job in jobs)
    if unplaced:
        verb = "has" if unplaced == 1 else "have"
        yield f"{sentence(_stretches(unplaced))} {verb} no place on the map yet."
    if len(jobs) == 1:
        yield "A second stretch, however short, would show what repeats."


def _stretches(number: int) -> str:
    return f"{in_words(number)} {'stretch' if number == 1 else 'stretches'}"


def _of(some: int, whole: int) -> str:
    """Return a part of a whole: `three of four`, `both`, `all three`."""
    if some == whole:
        return "both" if whole == 2 else f"all {in_words(whole)}"
    return f"{in_words(some)} of {in_words(whole)}"
