"""Thirty minutes: the last four weeks as quiet dots, and pieces that get quicker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import pi
from typing import Any

from quadrantlib.phrases import day, in_words, quoted
from quadrantlib.pictures.picture import HIGH, LOW, Dot, Line, Mark, Picture, Table, Text, Trace

Figures = Mapping[str, Any]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MINUTE = pi * 0.27**2 / 30
"""What a minute covers, in square units of x; half an hour is a dot that is easy to see."""
LEAST, MOST = 10, 60
"""Minutes: a dot is drawn no smaller and no larger."""
NOTHING = pi * 0.08**2
POINT = pi * 0.13**2
FLAT = 0.02
"""The height of a single row, over the width: next to nothing."""
PASSED = pi * 0.08**2
COLORS = ("accent", "easy_chosen", "easy_assigned", "quiet")
"""As many series as are drawn; each has its name beside it."""


def month(figures: Figures, source: str = "") -> Picture | None:
    """Return up to 28 days as dots, a week in a row; None where there was nothing.

    `figures` are those of the reading; used are `days` and `calendar`.
    """
    if not figures.get("days"):
        return None
    days = [(date.fromisoformat(row["date"]), row["minutes"]) for row in figures["calendar"]]
    today = days[-1][0]
    own = [(when, minutes) for when, minutes in days if minutes is not None]
    told = [f"{day(when, today)}{_spent(minutes)}" for when, minutes in own]
    title = f"Something of your own {_on(len(own), len(days))}"
    return Picture(
        title=title,
        sentence=f"{title}: {'; '.join(told)}.",
        table=Table(("Day", "Minutes"), tuple((day(w, today), _cell(m)) for w, m in own)),
        marks=tuple(_weeks(days)),
        source=source,
        above=24,
        below=30,
        tall=_row(days, today) / 6 or FLAT,
    )


def _on(days: int, whole: int) -> str:
    if whole == 1:
        return "today"
    if whole < 28:
        return f"on {in_words(days)} of {in_words(whole)} days so far"
    return f"on {in_words(days)} of the last 28 days"


def _weeks(days: Sequence[tuple[date, float | None]]) -> Iterator[Mark]:
    last = days[-1][0]
    rows = max(_row(days, last), 1)
    for column, name in enumerate(WEEKDAYS):
        yield Text(column * 10 / 6, HIGH + 9, name, anchor="middle")
    for when, minutes in days:
        x, y = when.weekday() * 10 / 6, 10 - _row(days, when) * 10 / rows
        if minutes is None:
            yield Dot(x, y, NOTHING, "disc", "edge")
        else:
            area = min(max(minutes, LEAST), MOST) * MINUTE
            yield Dot(x, y, area, "disc", "accent")
    begun = f"{day(days[0][0], last)} to " if len(days) > 1 else ""
    yield Text(LOW, LOW - 24, f"{begun}{day(last, last)}")


def _row(days: Sequence[tuple[date, float | None]], when: date) -> int:
    """Return in which row of weeks `when` lies, from 0; there are five at most."""
    first = days[0][0]
    return ((when - first).days + first.weekday()) // 7


def pace(figures: Figures, source: str = "") -> Picture | None:
    """Return the minutes of each series over its sessions; None where no series is long enough.

    `figures` are those of the reading; used is `series`, of which the longest four are drawn.
    """
    drawn = figures.get("series", ())[: len(COLORS)]
    if not drawn:
        return None
    told = [
        f"{_piece(row)}, {row['first']:g} minutes at first and {row['last']:g} lately"
        for row in drawn
    ]
    return Picture(
        title=f"{_piece(drawn[0])}: {drawn[0]['first']:g} minutes at first, "
        f"{drawn[0]['last']:g} lately",
        sentence=f"Minutes over sessions: {'; '.join(told)}.",
        table=Table(("Piece", "Minutes, first to last"), tuple(map(_cells, drawn))),
        marks=tuple(_paces(drawn)),
        source=source,
        above=24,
        below=30,
        tall=0.6,
    )


def _paces(drawn: Sequence[Figures]) -> Iterator[Mark]:
    longest = max(len(row["minutes"]) for row in drawn)
    most = max(max(row["minutes"]) for row in drawn)
    yield Line(LOW, 0, HIGH, 0)
    yield Text(LOW, HIGH + 9, f"{most:g} minutes")
    yield Text(LOW, LOW - 24, "first time")
    yield Text(HIGH, LOW - 24, f"time {longest}", anchor="end")
    for row, color in zip(drawn, COLORS, strict=False):
        points = tuple(
            (at * 10 / (longest - 1), minutes * 10 / most)
            for at, minutes in enumerate(row["minutes"])
        )
        yield Trace(points, color)
        for x, y in points[:-1]:
            yield Dot(x, y, PASSED, "disc", color, faint=True)
        yield Dot(*points[-1], POINT, "disc", color, f"{row['thing']}, {row['unit']}")


def _piece(row: Figures) -> str:
    return f"{quoted(row['thing'])}, {quoted(row['unit'])}"


def _cells(row: Figures) -> tuple[str, str]:
    return f"{row['thing']}, {row['unit']}", ", ".join(f"{each:g}" for each in row["minutes"])


def _spent(minutes: float) -> str:
    return f", {minutes:g} minutes" if minutes else ""


def _cell(minutes: float) -> str:
    return f"{minutes:g}" if minutes else ""
