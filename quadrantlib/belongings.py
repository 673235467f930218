"""What lies around a journal, and what it is called. Looks at names only, and opens nothing.

Everything is called after the journal, so that two in one folder never take each other's.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from quadrantlib import snapshots
from quadrantlib.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Belongings:
    """The names around one journal. `file` is the file itself, never a link to it."""

    file: Path

    @classmethod
    def of(cls, journal: Path) -> Belongings:
        """Return what belongs to `journal`, or to the file that it links to."""
        return cls(Path(os.path.realpath(journal)))

    @property
    def folder(self) -> Path:
        """Where all lies that a person need not see."""
        return self.file.parent / ".quadrant"

    @property
    def lock(self) -> Path:
        """What a page holds while it writes."""
        return self.folder / f"{self.file.name}.lock"

    @property
    def token(self) -> Path:
        """Where earlier versions kept the server's token."""
        return self.folder / f"{self.file.name}.token"

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the copies there are, newest first; none through a link, which leads elsewhere."""
        found = snapshots.found_in(_names_in(self.folder), self.file)
        return tuple(each for each in found if not (self.folder / each.name).is_symlink())

    def copies(self) -> list[Path]:
        """Return whatever is called like a copy, a link too."""
        found = snapshots.found_in(_names_in(self.folder), self.file)
        return [self.folder / each.name for each in found]

    def snapshot(self, now: datetime, revision: int) -> Path:
        """Return the place of a copy made now."""
        return self.folder / snapshots.name_for(self.file, now, revision)

    def temporary(self, path: Path, some_id: str) -> Path:
        """Return the file in which what goes to `path` is written first."""
        return path.with_name(self._called(f".saving-{some_id}"))

    def strays(self) -> list[Path]:
        """Return the temporaries there are: a dead writer's, if nobody is writing."""
        places = (self.file.parent, self.folder)
        return [path for place in places for path in self._like(place, r"\.saving-[\w-]+")]

    def free_aside(self, now: datetime) -> Path:
        """Return a free place for a file that is no journal."""
        day = f".corrupt-{snapshots.stamp(now)}"
        ends = (day if number == 1 else f"{day}-{number}" for number in count(1))
        places = (self.file.with_name(self._called(end)) for end in ends)
        return next(place for place in places if not place.exists())

    def asides(self) -> list[Path]:
        """Return the files that were put aside."""
        return self._like(self.file.parent, r"\.corrupt-[\dTZ-]+")

    def _called(self, end: str) -> str:
        return f"{self.file.stem}{end}{self.file.suffix}"

    def _like(self, place: Path, end: str) -> list[Path]:
        form = re.compile(re.escape(self.file.stem) + end + re.escape(self.file.suffix))
        return [place / name for name in _names_in(place) if form.fullmatch(name)]


def _names_in(place: Path) -> list[str]:
    """Return the names in a folder; none if it is a link, which leads to what is not ours."""
    try:
        return [] if place.is_symlink() else [path.name for path in place.iterdir()]
    except OSError:
        return []
