"""The further figures in words, for those who open *more*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quadrantlib.exercises.values.circle import IN_WORDS
from quadrantlib.phrases import in_words, listed, percent, quoted

Figures = Mapping[str, Any]


def aside(found: Figures) -> tuple[str, ...]:
    """Return what else the figures say: the circle in shares, the pairs, the sums of options."""
    return (*_around(found), *_pairs(found), *_sums(found))


def _around(found: Figures) -> Iterator[str]:
    shares = sorted(found.get("circle", {}).items(), key=lambda each: -each[1])
    told = [f"{IN_WORDS[name]} {percent(share)}" for name, share in shares if share]
    if told:
        yield (
            f"Around the circle: {', '.join(told)}. "
            "About a fifth of the deck lies in no region, on purpose."
        )


def _pairs(found: Figures) -> Iterator[str]:
    paired, agreed = found.get("paired", ()), found.get("agreement")
    if paired and [row["id"] for row in paired] != found["top"]:
        yield f"Two at a time, the order came out as {listed([quoted(p['name']) for p in paired])}."
    if agreed:
        yield (
            f"Asked again with sides swapped, {in_words(agreed['same'])} of "
            f"{in_words(agreed['of'])} answers were the same. "
            "Where they differ, two cards may weigh alike."
        )


def _sums(found: Figures) -> Iterator[str]:
    summed = [row for row in found.get("options", ()) if row["fit"] is not None]
    if summed:
        told = [f"{quoted(row['name'])} {_signed(row['fit'])}" for row in summed]
        yield (
            f"Summed over your {in_words(len(found['top']))}: {', '.join(told)}. "
            "A sum hides what it is made of."
        )


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"
