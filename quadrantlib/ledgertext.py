"""A ledger as JSON text, in and out, part by part: it is never held whole.

What figures said is read at once; the files behind them are read anew whenever they are gone
through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, BinaryIO

from quadrantlib import strictjson
from quadrantlib.errors import Unreadable
from quadrantlib.ledger import DIGITS, Ledger, Report, Said, Stood

FORMAT = "quadrant-ledger"
VERSION = 1

Opened = Callable[[], BinaryIO]
"""Opens the ledger, to be read from its beginning."""


def parse(opened: Opened) -> Ledger:
    """Return the ledger that `opened` gives; the files of its reports stay where they are.

    Raises
    ------
    Unreadable
        If it is none.
    """
    import ijson

    faults = (ijson.JSONError, AttributeError, KeyError, TypeError, ValueError)
    with opened() as file:
        try:
            return _ledger(_without_files(ijson.parse(file)), opened)
        except faults:
            pass
    raise Unreadable("It is no ledger of this workbook.")


def written(ledger: Ledger) -> Iterator[str]:
    """Yield the ledger part by part, as text that `parse` gives back as it was."""
    head = {"format": FORMAT, "version": VERSION, "check": ledger.check, "reports": []}
    yield strictjson.dumps(head).rstrip("]}\n")
    for number, (cohort, report) in enumerate(ledger.reports):
        yield ",\n" if number else "\n"
        yield from _written(cohort, report)
    yield "]}\n"


def _written(cohort: str, report: Report) -> Iterator[str]:
    said = [[s.share, s.item, s.plus, s.minus, s.low, s.high] for s in report.said]
    head = {"cohort": cohort, "month": report.month, "wave": report.wave, "said": said}
    yield strictjson.dumps({**head, "files": {}}).rstrip("}\n")
    for number, (sets, files) in enumerate(groupby(report.files, lambda each: each.sets)):
        yield f'{"," if number else ""}\n"{sets:x}": [\n'
        lines = (f'"{each.what}{each.who}"' for each in files)
        yield next(lines)
        while some := list(islice(lines, 1000)):
            yield ",\n" + ",\n".join(some)
        yield "]"
    yield "}}"


_FILES = "reports.item.files"
_SETS = re.compile(r"[0-9a-f]+")
_LINE = re.compile(rf"[0-9a-f]{{{2 * DIGITS}}}")

Event = tuple[str, str, Any]
"""Where, what and with which value something begins, stands or ends in a JSON text."""


def _without_files(events: Iterable[Event]) -> Any:
    """Return what the ledger holds but for the files, of which it is only seen that they fit."""
    from ijson import ObjectBuilder

    builder = ObjectBuilder()
    for place, event, value in events:
        if place.startswith(f"{_FILES}."):
            _fits(place, event, value)
        elif (place, event) != (_FILES, "map_key"):
            builder.event(event, value)
    return builder.value


def _fits(place: str, event: str, value: Any) -> None:
    """Raise `ValueError` unless what stands among the files is a list of digests."""
    sets, _, inside = place.removeprefix(f"{_FILES}.").partition(".")
    a_list = not inside and event in {"start_array", "end_array"}
    a_line = inside == "item" and event == "string" and _LINE.fullmatch(value)
    if not (_SETS.fullmatch(sets) and (a_list or a_line)):
        raise ValueError


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of one report, as they lie in the ledger."""

    opened: Opened
    number: int

    def __iter__(self) -> Iterator[Stood]:
        import ijson

        number = -1
        with self.opened() as file:
            for place, event, value in ijson.parse(file):
                number += (place, event) == ("reports.item", "start_map")
                if number > self.number:
                    return
                if number == self.number and event == "string" and place.startswith(f"{_FILES}."):
                    sets = place.removeprefix(f"{_FILES}.").partition(".")[0]
                    yield Stood(value[:DIGITS], value[DIGITS:], int(sets, 16))


def _ledger(value: Any, opened: Opened) -> Ledger:
    if (value["format"], value["version"]) != (FORMAT, VERSION):
        raise ValueError
    reports = tuple(
        (str(each["cohort"]), _report(each, _Files(opened, number)))
        for number, each in enumerate(value["reports"])
    )
    return Ledger(str(value["check"]), reports)


def _report(value: Mapping[str, Any], files: _Files) -> Report:
    if value["files"] != {}:
        raise ValueError
    said = tuple(_said(*each) for each in value["said"])
    return Report(str(value["month"]), int(value["wave"]), files, said)


def _said(share: str, item: str, plus: int, minus: int | None, low: int, high: int) -> Said:  # noqa: PLR0913, PLR0917  a line of the file
    return Said(
        str(share), str(item), int(plus), None if minus is None else int(minus), int(low), int(high)
    )
