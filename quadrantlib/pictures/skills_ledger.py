"""What quarters leave: a bar for each, in a skill kept, something local, and nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.phrases import count, in_words, percent, sentence
from quadrantlib.pictures.picture import HIGH, LOW, SPAN, Area, Fill, Mark, Picture, Table, Text

Figures = Mapping[str, Any]

KINDS: tuple[tuple[str, str, str, Fill], ...] = (
    ("deposited", "a skill I keep", "accent", "solid"),
    ("local", "something only this place uses", "edge", "solid"),
    ("execution", "for others", "edge", "ghost"),
)
MOST = 6
"""So many earlier quarters are drawn, the newest of them."""
FLAT = 0.02
"""The frame is next to nothing: every bar hangs below it, in points."""
CAPTION, BAR, STEP, LINE = 16, 14, 52, 22


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return a bar for this quarter and for earlier ones, the newest first.

    Parameters
    ----------
    figures:
        `counts` and `shares` (by kind; shares add up to 1), `quarters`: rows with `since`, `counts`
        and `shares`, oldest first. Without `shares` there is no picture.
    source:
        Exercise, round and date, as a line.
    """
    if "shares" not in figures:
        return None
    bars = _bars(figures)
    title = _title(figures["counts"])
    return Picture(
        title=title,
        sentence=" ".join([f"{title}.", *(_spoken(*bar) for bar in bars)]),
        table=Table(
            ("Quarter", *(sentence(words) for _, words, _, _ in KINDS)),
            tuple((name, *(str(each["counts"][kind[0]]) for kind in KINDS)) for name, each in bars),
        ),
        marks=(*_drawn(bars), *_named(figures["shares"], len(bars))),
        source=source,
        below=STEP * len(bars) + LINE * len(KINDS) + 8,
        tall=FLAT,
    )


def _title(counts: Mapping[str, int]) -> str:
    kept, whole = counts["deposited"], sum(counts.values())
    if whole == 1:
        return f"Your objective leaves you {'a skill' if kept else 'no skill'}"
    verb = "leave" if kept > 1 else "leaves"
    return f"{sentence(in_words(kept))} of your {in_words(whole)} objectives {verb} you a skill"


def _bars(figures: Figures) -> Sequence[tuple[str, Figures]]:
    before = [(_month(each["since"]), each) for each in figures.get("quarters", ())]
    return [("Now", figures), *reversed(before[-MOST:])]


def _month(since: str) -> str:
    return f"{date.fromisoformat(since):%B %Y}"


def _spoken(name: str, quarter: Figures) -> str:
    parts = [f"{percent(quarter['shares'][kind])} {words}" for kind, words, _, _ in KINDS]
    return f"{name}, of {_whole(quarter)}: {', '.join(parts)}."


def _whole(quarter: Figures) -> str:
    return count(sum(quarter["counts"].values()), "objective")


def _drawn(bars: Sequence[tuple[str, Figures]]) -> Iterator[Mark]:
    for order, (name, quarter) in enumerate(bars):
        top = LOW - STEP * order
        share = percent(quarter["shares"]["deposited"])
        words = f"{name}: {_whole(quarter)}, {share} a skill I keep"
        yield Text(LOW, top - CAPTION, words, "quiet" if order else "ink")
        yield from _pieces(quarter["shares"], top - CAPTION - 8)


def _pieces(shares: Mapping[str, float], top: float) -> Iterator[Mark]:
    start = 0.0
    for kind, _, color, fill in KINDS:
        end = start + shares[kind]
        if shares[kind]:
            right = min(LOW + end * SPAN, HIGH)
            yield Area(LOW + start * SPAN, top - BAR, right, top, color, fill)
        start = end


def _named(shares: Mapping[str, float], bars: int) -> Iterator[Mark]:
    top = LOW - STEP * bars - 4
    for order, (kind, words, color, fill) in enumerate(KINDS):
        low = top - LINE * order - CAPTION
        yield Area(LOW, low, LOW + 0.4, low + 11, color, fill)
        yield Text(LOW + 0.6, low, f"{percent(shares[kind])} {words}")
