"""A file of past years, as somebody brings it: read with care, refused with the line and the fault.

The columns are found by their names, in any order and among others; values are fractions. A file
may be set apart by commas, or by semicolons or tabs with a decimal comma.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from quadrantlib.errors import Refused

STOCKS, BONDS, INFLATION = RATES = ("stocks_nominal", "bonds_nominal", "inflation")
COLUMNS = ("year", *RATES)
LARGEST = 20.0
"""As a fraction: prices twenty-one times as high within one year."""


@dataclass(frozen=True, slots=True)
class Past:
    """One year: what stocks, bonds and prices did, as fractions."""

    year: int
    stocks: float
    bonds: float
    inflation: float

    def growth(self, stocks: float) -> float:
        """Return what one unit becomes in the year, in real terms, with that part in stocks."""
        nominal = 1 + stocks * self.stocks + (1 - stocks) * self.bonds
        return nominal / (1 + self.inflation)


def history(text: str) -> tuple[Past, ...]:
    """Return the years that `text` holds, one after the other without a gap.

    Raises
    ------
    Refused
        If it is no such table: which line, and what is wrong with it.
    """
    years: list[Past] = []
    for line, cells in _rows(text):
        found = _past(line, cells)
        if years and found.year != years[-1].year + 1:
            raise _refused(f"line {line} does not hold the year after the one before it")
        years.append(found)
    if not years:
        raise _refused("it holds no year")
    return tuple(years)


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield each line that holds something, with its number: its cells by column."""
    lines = text.removeprefix("\ufeff").splitlines()
    head = lines[0] if lines else ""
    sign = next((each for each in (";", "\t") if each in head), ",")
    names = [name.strip().strip('"').lower() for name in head.split(sign)]
    for name in COLUMNS:
        if names.count(name) != 1:
            raise _refused(f"its first line should name the column {name} once")
    for number, line in enumerate(lines[1:], start=2):
        if line.strip(f" {sign}"):
            yield number, dict(zip(names, _cells(number, line, sign), strict=False))


def _cells(number: int, line: str, sign: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=sign))
    except csv.Error:
        raise _refused(f"line {number} is no line of a table") from None
    return cells if sign == "," else [cell.replace(",", ".") for cell in cells]


def _past(line: int, cells: Mapping[str, str]) -> Past:
    year = cells.get("year", "").strip()
    if not re.fullmatch("[0-9]{4}", year):
        raise _refused(f"line {line} has no year of four digits")
    return Past(int(year), *(_fraction(line, name, cells.get(name, "")) for name in RATES))


def _fraction(line: int, name: str, cell: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise _refused(f"line {line} has no number under {name}") from None
    if not isfinite(value) or not -1 < value <= LARGEST:
        raise _refused(
            f"line {line} has a number under {name} that cannot be a fraction; "
            "five in a hundred is written 0.05"
        )
    return value


def _refused(fault: str) -> Refused:
    return Refused(
        f"That file could not be read: {fault}.",
        "Nothing of it was kept, and your answers are as they were.",
        f"Bring a CSV file with the columns {', '.join(COLUMNS)}, one line a year.",
    )
