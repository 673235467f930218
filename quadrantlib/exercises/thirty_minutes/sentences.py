"""The reading in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercises.thirty_minutes.log import Session, series_in
from quadrantlib.exercises.thirty_minutes.pace import FOR_A_RATIO
from quadrantlib.phrases import count, day, in_words, quoted, sentence

Figures = Mapping[str, Any]
COMPOUNDS, BECOMES = 2, 4
"""Times as quick: where it begins to compound, and where two hours have become half of one."""
SOME = 5
"""Sessions after which something might be shown."""
LONG = 480
"""Minutes in one go that are wondered at."""


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first; nothing where there are none."""
    if "sessions" not in found:
        return ()
    return (*_begun(found), *_quicker(found), *_window(found), *_shown(found, today), *_next(found))


def needs(sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    if not sessions:
        return ("Write down one thing that had some of your own time, and how many minutes.",)
    longest = next(iter(series_in(sessions)), None)
    if longest is None:
        return ("Time a piece that you do again and again; six times show whether it is quicker.",)
    if len(longest.minutes) < FOR_A_RATIO:
        timed = count(len(longest.minutes), "time").replace("two times", "twice")
        return (f"{_piece(longest.thing, longest.unit)}: timed {timed} so far; six show a pace.",)
    return ()


def wonders(sessions: Sequence[Session], ahead: int) -> tuple[str, ...]:
    """Return what looks unlikely, as questions; `ahead`: how many are dated after today."""
    return tuple(_wonders(sessions, ahead))


def aside(found: Figures) -> tuple[str, ...]:
    """Return the further figures in words."""
    return (*_before(found), *_paces(found))


def _begun(found: Figures) -> Iterator[str]:
    if found["sessions"] == 1:
        yield "The first result may be a poor one. That is how it begins."


def _window(found: Figures) -> Iterator[str]:
    if not found["days"]:
        yield "Nothing here in the last four weeks. A day left out costs nothing; it waits for you."
        return
    week = found["minutes_this_week"]
    this_week = f", with {_minutes(week)} since Monday" if week else ""
    yield f"Something of your own {_on(found['days'], len(found['calendar']))}{this_week}."


def _on(days: int, whole: int) -> str:
    if whole == 1:
        return "today"
    if whole < 28:
        return f"on {in_words(days)} of {in_words(whole)} days so far"
    return f"on {in_words(days)} of the last 28 days"


def _quicker(found: Figures) -> Iterator[str]:
    for row in found["series"]:
        if row["ratio"] < COMPOUNDS:
            continue
        told = (
            "As if two hours had become thirty minutes."
            if row["ratio"] >= BECOMES
            else "It begins to compound."
        )
        yield f"{_pace(row)} {told}"


def _shown(found: Figures, today: date) -> Iterator[str]:
    last = found.get("last_shown")
    if last:
        when = f", {day(date.fromisoformat(last['date']), today)}" if last["date"] else ""
        yield f"Last shown: {quoted(last['what'])}{when}. What is small enough to show next?"
    elif found["sessions"] >= SOME:
        yield "What of it is small enough to show to one person this week?"


def _next(found: Figures) -> Iterator[str]:
    if ahead := found.get("next"):
        when = date.fromisoformat(ahead["when"])
        yield f"Next: {quoted(ahead['what'])}, {when:%A} {when.day} {when:%B}."


def _wonders(sessions: Sequence[Session], ahead: int) -> Iterator[str]:
    if ahead:
        verb = "is" if ahead == 1 else "are"
        yield (
            f"{sentence(count(ahead, 'session'))} {verb} dated after today. "
            "Is that the day you meant?"
        )
    longest = max((each for each in sessions), key=lambda each: each.minutes or 0, default=None)
    if longest and (longest.minutes or 0) > LONG:
        size = _minutes(longest.minutes or 0)
        yield f"{quoted(longest.thing)} has {size} in one go. Is that how it was?"


def _before(found: Figures) -> Iterator[str]:
    if found.get("days_before"):
        now, then = count(found["days"], "day"), count(found["days_before"], "day")
        yield f"With something of your own: {now} in the last four weeks, {then} in those before."


def _paces(found: Figures) -> Iterator[str]:
    for row in found.get("series", ()):
        if row["ratio"] < COMPOUNDS:
            yield _pace(row)
        if row["baseline"]:
            yield f"{_piece(row['thing'], row['unit'])} used to take {_minutes(row['baseline'])}."
        if row["halving_sessions"]:
            yield (
                f"{_piece(row['thing'], row['unit'])}: at the pace so far, half the time after "
                f"every {row['halving_sessions']:.1f} sessions."
            )


def _pace(row: Figures) -> str:
    first, last = _minutes(row["first"]), _minutes(row["last"])
    return f"{_piece(row['thing'], row['unit'])}: {first} at first, {last} lately."


def _piece(thing: str, unit: str) -> str:
    return f"{quoted(thing)}, {quoted(unit)}"


def _minutes(amount: float) -> str:
    return "one minute" if round(amount) == 1 else f"{amount:,.0f} minutes"
