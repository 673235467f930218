"""The content lines of a calendar file (RFC 5545), read with patience: what is broken costs itself.

The trim in the browser (`ics.js`) knows components by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

FOLD = re.compile(r"(?:\r*\n|\r)[ \t]")
BREAK = re.compile(r"\r*\n|\r")
BOUND = re.compile(r"\s*(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)\s*$", re.IGNORECASE)
NAMED = re.compile(r"\s*([A-Za-z0-9-]+)[ \t]*(?=[;:])")
ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
"""What stands side by side in a calendar: where one begins, the one before has ended."""
PARTS = frozenset({"VALARM", "STANDARD", "DAYLIGHT", "PARTICIPANT", "VLOCATION", "VRESOURCE"})


@dataclass(frozen=True, slots=True)
class Line:
    """A property: its name in capitals, its parameters and value as they were written."""

    name: str
    parameters: str
    value: str

    def parameter(self, name: str) -> str:
        """Return the parameter called `name`, without its quotes; empty if there is none."""
        pattern = rf';\s*{name}\s*=\s*(?:"([^"]*)"|([^;"]*))'
        found = re.search(pattern, self.parameters, re.IGNORECASE)
        return (found[1] or found[2] or "").strip() if found else ""


@dataclass(slots=True)
class Component:
    """A calendar, an event, a zone …: its own lines, and the components in it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Line]:
        """Yield the lines called `name`, in their order."""
        return (line for line in self.lines if line.name == name)

    def value(self, name: str) -> str:
        """Return the value of the first line called `name`; empty if there is none."""
        return next((line.value for line in self.all(name)), "").strip()


@dataclass(slots=True)
class Contents:
    """The calendars of a file, how many events ended that never began, and whether it is whole."""

    calendars: list[Component] = field(default_factory=list)
    strays: int = 0
    is_ended: bool = False


def contents(text: str) -> Contents:
    """Return what the calendar file `text` holds; no text is refused."""
    reading = _Reading()
    for line in BREAK.split(FOLD.sub("", text.replace("\0", ""))):
        bound = BOUND.match(line.lstrip("\ufeff"))
        if bound is None:
            reading.hear(line)
        elif bound[1].upper() == "BEGIN":
            reading.begin(bound[2].upper(), line)
        else:
            reading.end(bound[2].upper())
    reading.close(0)
    return reading.contents


class _Reading:
    def __init__(self) -> None:
        self.contents = Contents()
        self._open: list[Component] = []

    def begin(self, name: str, line: str) -> None:
        if name == "VCALENDAR":
            self.close(0)
        elif name in ENTRIES:
            self.close(1)
            if not self._open:
                self.begin("VCALENDAR", "")
        elif not (len(self._open) > 1 and (name in PARTS or name.startswith("X-"))):
            return self.hear(line)  # a line of somebody's text
        self._open.append(Component(name))
        return None

    def end(self, name: str) -> None:
        at = next((n for n, each in enumerate(self._open) if each.name == name), None)
        if at is not None:
            self.close(at + 1)
            self._shut()
            self.contents.is_ended |= name == "VCALENDAR"
        elif name == "VEVENT":
            self.contents.strays += 1

    def hear(self, line: str) -> None:
        named = NAMED.match(line)
        if named and self._open:
            parameters, value = _halves(line[named.end() :])
            self._open[-1].lines.append(Line(named[1].upper(), parameters, value))

    def close(self, depth: int) -> None:
        """Close what is open below `depth`: a part that never ended is the entry's own lines."""
        while len(self._open) > depth:
            if self._open[-1].name in ENTRIES or len(self._open) == 1:
                self._shut()
            else:
                torn = self._open.pop()
                self._open[-1].lines.extend(torn.lines)

    def _shut(self) -> None:
        shut = self._open.pop()
        around = self._open[-1].inside if self._open else self.contents.calendars
        around.append(shut)


def _halves(rest: str) -> tuple[str, str]:
    """Return parameters and value, parted by the first colon outside quotes, else by any."""
    inside = False
    for at, letter in enumerate(rest):
        if letter == '"':
            inside = not inside
        elif letter == ":" and not inside:
            return rest[:at], rest[at + 1 :]
    parameters, _, value = rest.partition(":")
    return parameters, value
