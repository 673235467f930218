"""What can go wrong with a person's files, in sentences. None quotes a file."""

from __future__ import annotations

import errno
import os
from datetime import tzinfo
from pathlib import Path

from quadrantlib.errors import Newer, NotSaved, Trouble, Unreadable
from quadrantlib.snapshots import Snapshot

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
MISSING = {errno.ENOENT, errno.ENOTDIR}
OTHER_CAUSES = (
    (FULL, ("the disk is full", "Free some space")),
    ({errno.EOVERFLOW}, ("it is too large", "Choose a smaller one")),
    ({errno.EISDIR}, ("it is a folder", "Choose another file")),
    ({errno.EINVAL}, ("it is not a file", "Choose another file")),
    ({errno.ENAMETOOLONG}, ("its name is too long", "Choose another name")),
    (
        {errno.ELOOP},
        ("the folder .quadrant beside it, or a file in it, is a link", "Remove the link"),
    ),
    (
        {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN},
        ("too much is open on this machine", "Close other programs"),
    ),
)
"""Codes of the system → why, and what would help."""

STILL_HERE = "Your answers are still on this page, and what was saved before is untouched."
UNTOUCHED = "Nothing was changed."


class SetAside(Unreadable):
    """A journal that could not be read, and lies beside its place now.

    Attributes
    ----------
    kept:
        Where it lies.
    snapshot:
        The newest good copy to go on from; None if there is none.
    """

    def __init__(
        self, reason: str, kept: Path, snapshot: Snapshot | None, zone: tzinfo | None
    ) -> None:
        super().__init__(
            f"Your journal could not be read. {reason}",
            f"Nothing was thrown away: the file now lies beside it as {kept.name}.",
            _ways_on(snapshot, zone),
        )
        self.kept = kept
        self.snapshot = snapshot


def not_saved(path: Path, fault: OSError) -> NotSaved:
    """Return the trouble of a journal at `path` that could not be written."""
    why, remedy = cause(fault)
    what = f"Your journal could not be saved to {path}: {why}."
    return NotSaved(what, STILL_HERE, f"{remedy} and press Save again.")


def not_json(path: Path) -> NotSaved:
    """Return the trouble of an answer that no journal can hold."""
    what = f"Your journal could not be saved to {path}: one of the answers does not fit into it."
    return NotSaved(what, STILL_HERE, "Change your last answer and press Save again.")


def unreadable(path: Path, fault: OSError) -> Unreadable:
    """Return the trouble of a file at `path` that could not be opened, with the reason."""
    now = "Choose another file with --journal, or mend this one, and open it again."
    return Unreadable(f"{path} could not be opened: {cause(fault)[0]}.", UNTOUCHED, now)


def newer(path: Path) -> Newer:
    """Return the trouble of a journal that a later version of the workbook wrote."""
    what = f"{path} was written by a later version of the workbook, so this one only shows it."
    return Newer(what, UNTOUCHED, "Update the workbook to go on writing.")


def newer_file() -> Newer:
    """Return the trouble of a file to bring back that a later version wrote."""
    what = "This file could not be brought back: a later version of the workbook wrote it."
    return Newer(what, "Your journal is as it was.", "Update the workbook and try again.")


def not_brought_back(reason: str) -> Unreadable:
    """Return the trouble of a file that is no journal to bring back."""
    what = f"This file could not be brought back. {reason}"
    return Unreadable(what, "Your journal is as it was.", "Choose a journal of this workbook.")


def not_forgotten(path: Path, fault: OSError) -> Trouble:
    """Return the trouble of files that could not be removed."""
    what = f"Not everything that belongs to {path} could be removed: {cause(fault)[0]}."
    now = "Remove what is left by hand: the journal, and the folder .quadrant beside it."
    return Trouble(what, "What was removed is gone.", now)


def not_handed_over(path: Path, fault: OSError) -> NotSaved:
    """Return the trouble of a file at `path`, made for the person, that could not be written."""
    why, remedy = cause(fault)
    what = f"{path} could not be written: {why}."
    return NotSaved(what, "What was there before is as it was.", f"{remedy} and try again.")


def no_room(path: Path, fault: OSError) -> NotSaved:
    """Return the trouble of a folder that cannot hold what belongs to the journal at `path`."""
    why, remedy = cause(fault)
    what = f"What belongs to your journal could not be kept beside {path}: {why}."
    return NotSaved(what, "Your journal is untouched.", f"{remedy} and start again.")


def cause(fault: OSError) -> tuple[str, str]:
    """Return why the system refused, and what would help, as parts of sentences."""
    if isinstance(fault, TimeoutError):
        return "another page is writing to it", "Wait a moment"
    code = fault.errno or 0
    if code in FORBIDDEN:
        return "this account may not do that there", "Allow it, or choose another place,"
    if code in MISSING:
        return "the folder is not there", "Put the folder back, or choose another place,"
    for codes, said in OTHER_CAUSES:
        if code in codes:
            return said
    return f"the disk failed ({os.strerror(code)})", "Look after the disk"


def _ways_on(snapshot: Snapshot | None, zone: tzinfo | None) -> str:
    if snapshot is None:
        return "There is no earlier copy. You can mend that file and bring it back, or begin anew."
    when = snapshot.at.astimezone(zone)
    return (
        f"You can go on from the copy of {when:%d %B %Y, %H:%M}, "
        "mend that file and bring it back, or begin anew."
    )
