"""Your number at four rates, and what grew in five years: pay beside all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import pi
from typing import Any

from quadrantlib.phrases import count, listed, money, percent, quoted, rough_money
from quadrantlib.pictures.lettering import shortened
from quadrantlib.pictures.picture import HIGH, LOW, SPAN, Area, Dot, Mark, Picture, Table, Text

Figures = Mapping[str, Any]

NAME_UP, VALUE_UP, CAPTION = 12, 32, 24
"""How far from the frame, in points."""
RIGHT = 3.9
"""Where the right side begins."""
ROWS = 6
"""So many things stand in the picture; the table has them all."""
DOT = pi * 0.13**2
WIDEST, LETTERS = 180.0, 13.0
"""What a name may take on a narrow page, in points, in letters of this size."""


def rates(figures: Figures, source: str = "") -> Picture | None:
    """Return the number at four rates as bars, filled as far as what is there reaches.

    Parameters
    ----------
    figures:
        `targets` (rows with `w` and `target`), `target`, `w`, `wealth`, `currency`.
    source:
        Exercise, round and date, as a line.

    Returns
    -------
    Picture or None
        None where there is no number, or nothing is left to reach.
    """
    rows = figures.get("targets", ())
    if not rows or min(row["target"] for row in rows) <= 0:
        return None
    aim = rough_money(figures["target"], figures.get("currency", ""))
    title = f"If you live on {_rate(figures['w'])} of it a year, your number is about {aim}"
    told = [f"at {_rate(row['w'])} {_sum(figures, row['target'])}" for row in rows]
    there = [f"What is there: {_sum(figures, figures['wealth'])}."] if "wealth" in figures else []
    return Picture(
        title=title,
        sentence=" ".join([f"{title}. By rate: {listed(told)}.", *there]),
        table=Table(
            ("Part to live on each year", "Your number"),
            tuple((_rate(row["w"]), _sum(figures, row["target"])) for row in rows),
        ),
        marks=tuple(_bars(figures)),
        source=source,
        below=CAPTION + 8 if figures.get("wealth", 0) > 0 else 0,
        tall=0.42,
    )


def _bars(figures: Figures) -> Iterator[Mark]:
    rows, there = figures["targets"], max(0.0, figures.get("wealth", 0.0))
    most = max(row["target"] for row in rows)
    for place, row in enumerate(rows):
        bottom = HIGH - (place + 1) / len(rows) * SPAN + 0.25
        top = bottom + SPAN / len(rows) * 0.4
        own = abs(row["w"] - figures["w"]) < 1e-9
        words = f"At {_rate(row['w'])}: {_sum(figures, row['target'])}"
        yield Text(LOW, top + 0.25, words, "ink" if own else "quiet")
        yield Area(LOW, bottom, LOW + row["target"] / most * SPAN, top, "accent")
        if there:
            yield Area(
                LOW, bottom, LOW + min(there, row["target"]) / most * SPAN, top, "accent", "solid"
            )
    if there:
        yield Text(LOW, LOW - CAPTION, f"Filled: what is there, {_sum(figures, there)}")


def growth(figures: Figures, source: str = "") -> Picture | None:
    """Return pay then and now, beside what can be done now and could not be then.

    Parameters
    ----------
    figures:
        `pay_then`, `pay_now`, `pay_growth`, `grown` (rows with `name`), `currency`.
    source:
        Exercise, round and date, as a line.

    Returns
    -------
    Picture or None
        None until both kinds of growth are there.
    """
    change, grown = figures.get("pay_growth"), figures.get("grown")
    if change is None or not grown:
        return None
    title = f"In five years: pay {_changed(change)}, {count(len(grown), 'thing')} newly yours to do"
    sums = [money(figures[name], figures.get("currency", "")) for name in ("pay_then", "pay_now")]
    names = [row["name"] for row in grown]
    return Picture(
        title=title,
        sentence=(
            f"{title}. Pay went from {sums[0]} to {sums[1]}. "
            f"What you can do now: {listed([quoted(name) for name in names])}."
        ),
        table=Table(
            ("What grew", "Five years ago", "Now"),
            (("Pay a year", *sums), *((name, "not yet", "yes") for name in names)),
        ),
        marks=(*_pay(figures, sums), *_own(names)),
        source=source,
        above=VALUE_UP + 19,
        tall=0.46,
    )


def _pay(figures: Figures, sums: list[str]) -> Iterator[Mark]:
    pay = figures["pay_then"], figures["pay_now"]
    yield Text(LOW, HIGH + VALUE_UP, _changed(figures["pay_growth"]), "ink", "large")
    yield Text(LOW, HIGH + NAME_UP, "Your pay")
    for amount, said, bottom, when, color in zip(
        pay, sums, (5.8, 0.0), ("then", "now"), ("edge", "accent"), strict=True
    ):
        yield Text(LOW, bottom + 3.1, when)
        yield Text(LOW, bottom + 1.6, said, "ink")
        right = LOW + amount / max(pay) * (RIGHT - 0.8 - LOW)
        yield Area(LOW, bottom, right, bottom + 1, color, "solid")


def _own(names: list[str]) -> Iterator[Mark]:
    yield Text(RIGHT, HIGH + VALUE_UP, count(len(names), "thing").capitalize(), "ink", "large")
    yield Text(RIGHT, HIGH + NAME_UP, "New, and yours to do")
    most = ROWS if len(names) <= ROWS else ROWS - 1
    for place, name in enumerate(names[:most]):
        y = HIGH - (place + 0.6) / ROWS * SPAN
        yield Dot(RIGHT + 0.15, y, DOT, "disc", "accent")
        yield Text(RIGHT + 0.5, y - 0.3, shortened(name, WIDEST, LETTERS), "ink")
    if len(names) > most:
        y = HIGH - (most + 0.6) / ROWS * SPAN
        yield Text(RIGHT + 0.5, y - 0.3, f"and {count(len(names) - most, 'more thing')}")


def _changed(change: float) -> str:
    if abs(change) < 0.005:
        return "as before"
    return f"{'up' if change > 0 else 'down'} {percent(abs(change))}"


def _rate(fraction: float) -> str:
    return f"{fraction * 100:.4g} %"


def _sum(figures: Figures, amount: float) -> str:
    return rough_money(amount, figures.get("currency", ""))
