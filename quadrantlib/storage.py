"""The only module that opens a person's files: the journal and its snapshots.

Beside a journal lies a folder `.quadrant` with what belongs to it: its lock, and the snapshots it
can be brought back from.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from quadrantlib import durable, mishaps, snapshots
from quadrantlib.belongings import Belongings
from quadrantlib.errors import Trouble, Unreadable
from quadrantlib.journal import LARGEST, Journal, parse
from quadrantlib.mishaps import SetAside
from quadrantlib.snapshots import Snapshot
from quadrantlib.tokens import forget_token

__all__ = ["SetAside", "Snapshot", "Storage", "default_path", "make_room"]


class Storage:
    """A journal in its file.

    Parameters
    ----------
    path:
        The journal; it need not be there yet. A link stays a link.
    now:
        Gives the time, with its zone.
    new_id:
        Gives a random text of letters and digits, another one each time.
    """

    def __init__(
        self, path: Path | str, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.path = Path(path).absolute()
        self._now = now
        self._new_id = new_id

    def read(self) -> Journal:
        """Return the journal; a new one, in no file yet, where there is none.

        Raises
        ------
        SetAside
            If it was no journal. It is never written over.
        Unreadable
            If it could not be opened.
        Newer
            If a later version wrote it in a shape that this one cannot show.
        """
        self._sweep()
        content = self._content()
        with suppress(Unreadable):
            return self._parsed(content)
        with self._alone(mishaps.unreadable):
            return self._current(self._content())

    def change(self, fn: Callable[[Journal], Journal]) -> Journal:
        """Replace the journal by what `fn` makes of it, and return that once it is durable.

        `fn` gets the journal as it stands, other pages' changes included. They wait for it: it must
        be quick.

        Raises
        ------
        NotSaved
            If it could not be written; what was saved before is untouched.
        Newer
            If a later version wrote it.
        SetAside, Unreadable
            As `read`.
        """
        with self._alone(mishaps.not_saved):
            content = self._content()
            before = self._ours(content)
            after = fn(before)
            if after == before:
                durable.keep_names(self._place.file.parent)  # an earlier save may have lacked this
            else:
                self._save(content, before, after)
            return after

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the copies that can be brought back, newest first."""
        return self._place.snapshots()

    def restore(self, snapshot: Snapshot) -> Journal:
        """Bring a copy back, and return it as the journal. Raises as `bring_back`."""
        path = self._place.folder / snapshot.name
        try:
            content = durable.read(path, LARGEST)
        except OSError as fault:
            raise mishaps.unreadable(path, fault) from fault
        if content is None:
            raise mishaps.unreadable(path, FileNotFoundError(errno.ENOENT, ""))
        return self.bring_back(content)

    def bring_back(self, text: str | bytes) -> Journal:
        """Make the journal that `text` holds this one, and return it. What stood there is kept.

        Its revision is higher than both had, so that every open page sees that it changed.

        Raises
        ------
        Unreadable, Newer
            If `text` is no journal of this version, or what stands there is of a later one.
        NotSaved
            If it could not be written.
        """
        wanted = self._wanted(text)
        with self._alone(mishaps.not_saved):
            content = self._content()
            try:
                current = self._ours(content)
            except SetAside:
                content, current = None, wanted
            if content:
                self._take_snapshot(content, current)
            revision = max(wanted.revision, current.revision) + 1
            brought = replace(wanted, value=wanted.value | {"revision": revision})
            self._write(self._place.file, self._bytes(brought))
            return brought

    def forget(self) -> None:
        """Remove the journal and its copies, set-asides, token and lock; or raise Trouble."""
        place = self._place
        with self._alone(mishaps.not_forgotten):
            rest = [*place.copies(), *place.asides(), *place.strays()]
            for path in (place.file, self.path, *rest):
                path.unlink(missing_ok=True)
            forget_token(place.file)
            durable.keep_names(place.file.parent)
            durable.discard(place.lock)
        with suppress(OSError):  # another journal's things may lie there
            place.folder.rmdir()

    @property
    def _place(self) -> Belongings:
        return Belongings.of(self.path)

    @contextmanager
    def _alone(self, trouble: Callable[[Path, OSError], Trouble]) -> Iterator[None]:
        """Hold the journal's lock; what the system refuses meanwhile becomes `trouble`."""
        try:
            with durable.locked(self._place.lock):
                yield
        except OSError as fault:
            raise trouble(self.path, fault) from fault

    def _content(self) -> bytes | None:
        try:
            return durable.read(self._place.file, LARGEST)
        except OSError as fault:
            raise mishaps.unreadable(self.path, fault) from fault

    def _parsed(self, content: bytes | None) -> Journal:
        return Journal.new(self._new_id()) if content is None else parse(content)

    def _current(self, content: bytes | None) -> Journal:
        """Return the journal in `content`; if it is none, put the file aside and raise SetAside."""
        try:
            return self._parsed(content)
        except Unreadable as fault:
            reason = fault.what
        file, now = self._place.file, self._now()
        kept = file.rename(self._place.free_aside(now))
        kept.chmod(0o600)
        newest = next(filter(self._is_good, self.snapshots()), None)
        raise SetAside(reason, kept, newest, now.tzinfo)

    def _ours(self, content: bytes | None) -> Journal:
        journal = self._current(content)
        if journal.read_only:
            raise mishaps.newer(self.path)
        return journal

    def _wanted(self, text: str | bytes) -> Journal:
        try:
            wanted = parse(text)
        except Unreadable as fault:
            raise mishaps.not_brought_back(fault.what) from None
        if wanted.read_only:
            raise mishaps.newer_file()
        return wanted

    def _is_good(self, snapshot: Snapshot) -> bool:
        with suppress(OSError, Trouble):
            found = durable.read(self._place.folder / snapshot.name, LARGEST)
            return found is not None and not parse(found).read_only
        return False

    def _save(self, content: bytes | None, before: Journal, after: Journal) -> None:
        data = self._bytes(after)
        if content and before.migrated:
            self._take_snapshot(content, before)
        due = snapshots.due(self.snapshots(), self._now())
        self._write(self._place.file, data)
        if due:
            with suppress(OSError):  # the answers are saved: a copy less is no reason to say no
                self._take_snapshot(content or data, before if content else after)

    def _take_snapshot(self, content: bytes, journal: Journal) -> None:
        now, place = self._now(), self._place
        self._write(place.snapshot(now, journal.revision), content)
        for each in snapshots.to_drop(place.snapshots(), now):
            (place.folder / each.name).unlink(missing_ok=True)

    def _bytes(self, journal: Journal) -> bytes:
        with suppress(TypeError, ValueError, RecursionError, Unreadable):
            text = journal.text()
            parse(text)  # what could not be read back is never written
            return text.encode()
        raise mishaps.not_json(self.path)

    def _write(self, path: Path, content: bytes) -> None:
        durable.write(path, content, self._place.temporary(path, self._new_id()))

    def _sweep(self) -> None:
        """Remove what writers left that died: whoever holds the lock is the only one writing."""
        if self._place.strays():
            with suppress(Trouble), self._alone(mishaps.not_saved):
                for path in self._place.strays():
                    path.unlink(missing_ok=True)


def default_path(environ: Mapping[str, str], cwd: Path) -> Path:
    """Return where the journal is: `QUADRANT_JOURNAL`, else `journal.json` in `cwd`."""
    return cwd / Path(environ.get("QUADRANT_JOURNAL") or "journal.json").expanduser()


def make_room(journal: Path) -> None:
    """Make sure that a journal can be kept at `journal`, before anybody writes; or NotSaved."""
    try:
        with durable.locked(Belongings.of(journal).lock):
            pass
    except OSError as fault:
        raise mishaps.no_room(journal, fault) from fault
