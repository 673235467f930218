"""The role of work in beads: where the days go and should go, and where the needs are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import pi
from typing import Any

from quadrantlib.phrases import count, listed
from quadrantlib.pictures.picture import LOW, Dot, Mark, Picture, Shape, Table, Text

Figures = Mapping[str, Any]

BEAD = pi * 0.14**2
STEP = 0.4
"""From one bead to the next: twenty lie in a row, with room for a word behind them."""
FLAT = 0.02
"""The frame is next to nothing: every row hangs below it, in points, as high as its letters."""
NAME, ROW, GAP = 16, 20, 18
DEGREES = ("not at all", "a little", "half", "mostly", "fully")


@dataclass(frozen=True, slots=True)
class Row:
    """Beads in a row: `filled` of them, places for more up to `of`, and words behind."""

    filled: int
    of: int
    words: str
    shape: Shape = "disc"


Block = tuple[str, Sequence[Row]]
"""A name, and the rows below it."""


def layout(figures: Figures, source: str = "") -> Picture | None:
    """Return the beads by area, as they lie (full) and as they are wanted (open).

    What moves most stands first; what stays has one row, for both.

    Parameters
    ----------
    figures:
        `areas`: rows with `name`, `now`, `wanted` (whole numbers, None where nothing is laid).
    source:
        Exercise, round and date, as a line.
    """
    areas = sorted(figures.get("areas", ()), key=lambda area: -abs(_moves(area)))
    if not areas:
        return None
    blocks = [(area["name"], list(_laid(area))) for area in areas]
    told = "; ".join(f"{area['name']}: {_spoken(area)}" for area in areas)
    cells = [(area["name"], _cell(area["now"]), _cell(area["wanted"])) for area in areas]
    title = _title(areas)
    return _picture(
        title, f"{title}. {told}.", Table(("Area", "Now", "Wanted"), tuple(cells)), blocks, source
    )


def needs(figures: Figures, source: str = "") -> Picture | None:
    """Return how far each need is met at work and elsewhere, of four beads.

    Parameters
    ----------
    figures:
        `needs`: rows with `name`, `at_work`, `elsewhere` (0–4 or None).
    source:
        Exercise, round and date, as a line.
    """
    asked = [row for row in figures.get("needs", ()) if _places(row)]
    if not asked:
        return None
    blocks = [
        (row["name"], [Row(met, 4, f"{DEGREES[met]} {place}") for place, met in _places(row)])
        for row in asked
    ]
    said = [
        f"{row['name']}: {listed([f'{DEGREES[met]} {place}' for place, met in _places(row)])}"
        for row in asked
    ]
    title = f"Where {count(len(asked), 'need')} {'is' if len(asked) == 1 else 'are'} met"
    cells = [(row["name"], _degree(row["at_work"]), _degree(row["elsewhere"])) for row in asked]
    table = Table(("Need", "At work", "Elsewhere"), tuple(cells))
    return _picture(title, f"{title}. {'; '.join(said)}.", table, blocks, source)


def _picture(
    title: str, sentence: str, table: Table, blocks: Sequence[Block], source: str
) -> Picture:
    return Picture(
        title=title,
        sentence=sentence,
        table=table,
        marks=tuple(_hung(blocks)),
        source=source,
        below=sum(_height(block) for block in blocks),
        tall=FLAT,
    )


def _height(block: Block) -> float:
    return NAME + ROW * len(block[1]) + GAP


def _hung(blocks: Sequence[Block]) -> Iterator[Mark]:
    top = LOW
    for block in blocks:
        name, rows = block
        yield Text(LOW, top - NAME, name, "ink")
        for at, row in enumerate(rows, 1):
            yield from _beads(row, top - NAME - ROW * at)
        top -= _height(block)


def _beads(row: Row, y: float) -> Iterator[Mark]:
    for at in range(row.of):
        full = at < row.filled
        shape: Shape = row.shape if full else "unset"
        yield Dot(LOW + STEP * (at + 0.5), y, BEAD, shape, "accent" if full else "edge")
    behind = LOW + STEP * (row.of + 0.5) if row.of else LOW
    yield Text(behind, y - 5, row.words)


def _laid(area: Figures) -> Iterator[Row]:
    if area["now"] is not None and not _moves(area) and area["wanted"] is not None:
        yield Row(area["now"], area["now"], f"{area['now']} now and wanted")
        return
    shapes: Mapping[str, Shape] = {"now": "disc", "wanted": "ring"}
    for kind, shape in shapes.items():
        beads = area[kind]
        if beads is not None:
            yield Row(beads, beads, f"{beads or 'none'} {kind}", shape)


def _moves(area: Figures) -> int:
    now, wanted = area["now"], area["wanted"]
    return 0 if now is None or wanted is None else wanted - now


def _title(areas: Sequence[Figures]) -> str:
    work = next((area for area in areas if area["id"] == "work"), None)
    if work is None:
        return "Your days in twenty beads"
    now, wanted = work["now"], work["wanted"]
    if now is None or wanted is None or now == wanted:
        beads = wanted if now is None else now
        return f"{beads or 'None'} of 20 beads {'on work' if now is not None else 'wanted on work'}"
    return f"{now or 'None'} of 20 beads on work now, {wanted or 'none'} wanted"


def _spoken(area: Figures) -> str:
    laid = [
        f"{area[kind] or 'none'} {kind}" for kind in ("now", "wanted") if area[kind] is not None
    ]
    return listed(laid)


def _cell(beads: int | None) -> str:
    return "" if beads is None else str(beads)


def _degree(met: int | None) -> str:
    return "" if met is None else DEGREES[met]


def _places(row: Figures) -> list[tuple[str, int]]:
    both = (("at work", row["at_work"]), ("elsewhere", row["elsewhere"]))
    return [(place, met) for place, met in both if met is not None]
