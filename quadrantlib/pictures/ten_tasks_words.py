"""The map of ten tasks for somebody who cannot see it: title, sentence and table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quadrantlib import phrases
from quadrantlib.phrases import count, hours, listed, percent, quoted
from quadrantlib.pictures.picture import Table
from quadrantlib.quadrant import NAMES, ON_THE_LINE, PLACES

Figures = Mapping[str, Any]

FELT = {-1: "a relief if gone", 0: "neither relief nor loss", 1: "a loss if gone"}
SHORT = {-1: "a relief", 0: "neither", 1: "a loss", None: ""}
HEADER = ("Task", "Asked of you", "Your own choice", "Hours", "If it were gone", "Where")


def title(figures: Figures) -> str:
    """Return what is seen: where most of the hours lie."""
    placed, shares = figures.get("placed", ()), figures.get("shares")
    if not placed:
        return "Your map is still empty"
    if not shares:
        return f"{phrases.sentence(count(len(placed), 'thing'))} on your map, without hours so far"
    most = max(PLACES, key=lambda name: shares[name])
    whole = "All" if shares[most] == 1 else f"{percent(shares[most])} of"
    return f"{whole} the hours you listed {'lie' if most == ON_THE_LINE else 'were'} {NAMES[most]}"


def sentence(figures: Figures) -> str:
    """Return everything the map says."""
    if not figures.get("placed"):
        parts = ["Your map is still empty.", *_before(figures)]
    else:
        parts = [f"{title(figures)}.", *_places(figures), *_awake(figures), *_before(figures)]
    return " ".join(parts)


def table(figures: Figures) -> Table:
    """Return a row for each task on the map, longest first, its name whole."""
    rows = sorted(figures.get("placed", ()), key=_long)
    return Table(HEADER, tuple(_cells(row) for row in rows))


def _cells(row: Figures) -> tuple[str, ...]:
    return (
        row["name"],
        f"{row['difficulty']:g}",
        f"{row['autonomy']:g}",
        "" if row["hours"] is None else f"{row['hours']:g}",
        SHORT[row["if_gone"]],
        NAMES[row["region"]],
    )


def _places(figures: Figures) -> Iterator[str]:
    empty = []
    for name in PLACES:
        rows = [row for row in figures["placed"] if row["region"] == name]
        if rows:
            tasks = "; ".join(_task(row) for row in sorted(rows, key=_long))
            yield f"{phrases.sentence(NAMES[name])}{_share(figures, name)}: {tasks}."
        elif name != ON_THE_LINE:
            empty.append(NAMES[name])
    if empty:
        yield f"Nothing is {' or '.join(empty)}."


def _share(figures: Figures, name: str) -> str:
    shares = figures.get("shares")
    return f", {percent(shares[name])} of the hours" if shares else ""


def _task(row: Figures) -> str:
    spent = [] if row["hours"] is None else [hours(row["hours"])]
    felt = [FELT[row["if_gone"]]] if row["if_gone"] is not None else []
    return ", ".join([quoted(row["name"]), *spent, *felt])


def _awake(figures: Figures) -> Iterator[str]:
    if not figures.get("shares"):
        return
    counted = percent(figures["waking_shares"]["hard_assigned"])
    guess = f"; you guessed {percent(figures['guess'] / 10)}" if "guess" in figures else ""
    yield f"Of your waking hours, {counted} were hard and assigned{guess}."
    held = sum(figures["waking_shares"].values())
    if guess and held < 1:
        yield f"What is on the map holds {percent(held)} of them."


def _before(figures: Figures) -> Iterator[str]:
    """Where things were the last time: those elsewhere by name, those in the same place as one."""
    now = {row["id"]: row["region"] for row in figures.get("placed", ())}
    earlier: Sequence[Figures] = figures.get("earlier_placed", ())
    moved = [row for row in earlier if now.get(row.get("match")) != row["region"]]
    if moved:
        yield f"Last time, {listed([_was(row) for row in moved])}."
    if len(moved) < len(earlier):
        same = count(len(earlier) - len(moved), "thing")
        yield f"{phrases.sentence(same)} lay in the same region last time."


def _was(row: Figures) -> str:
    return f"{quoted(row['name'])} was {NAMES[row['region']]}"


def _long(row: Figures) -> tuple[float, str]:
    return -(row["hours"] or 0.0), row["id"]
