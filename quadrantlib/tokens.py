"""The server's token: in the person's own state folder, since a journal's folder travels.

A token lies there under a digest of its journal's place, for its owner's eyes only. One that lies
beside a journal may have come with the folder, and is never believed.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

from quadrantlib import durable
from quadrantlib.belongings import Belongings

_TOKEN = re.compile(rb"[\w-]{43}", re.ASCII)
_LENGTH = 43
_HAS_OWNERS = hasattr(os, "geteuid")


def server_token(journal: Path | str) -> str:
    """Return the token of the server of `journal`, 43 characters fit for an address.

    It is the same every day; where nothing can be kept, it is the same until the process ends.
    """
    _drop_the_one_beside(journal)
    try:
        return _kept(_place(journal))
    except OSError:
        return _of_this_run(Belongings.of(Path(journal)).file)


def forget_token(journal: Path | str) -> None:
    """Remove the token of the server of `journal`; raises OSError if it is there and stays."""
    _drop_the_one_beside(journal)
    with suppress(ModuleNotFoundError, FileNotFoundError):  # there has never been one
        _place(journal).unlink(missing_ok=True)


def _place(journal: Path | str) -> Path:
    from platformdirs import user_state_path

    file = Belongings.of(Path(journal).absolute()).file
    name = hashlib.sha256(os.fsencode(file)).hexdigest()[:32]
    folder = user_state_path("quadrant", appauthor=False)
    if not folder.is_absolute():  # somebody without a home
        raise FileNotFoundError(folder)
    return folder / f"{name}.token"


def _drop_the_one_beside(journal: Path | str) -> None:
    """Remove what an earlier version kept beside the journal, or a folder brought along."""
    place = Belongings.of(Path(journal).absolute())
    if not place.folder.is_symlink():
        with suppress(OSError):
            place.token.unlink()
            place.folder.rmdir()  # unless other things lie there


def _kept(path: Path) -> str:
    _make_private(path.parent)
    found = _read(path)
    if found is None:
        found = secrets.token_urlsafe(32).encode()
        durable.write(path, found, path.with_name(f".{secrets.token_hex(8)}.new"))
    return found.decode()


def _make_private(folder: Path) -> None:
    """Make `folder` ours alone; raises PermissionError if it is a link or somebody else's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (_HAS_OWNERS and found.st_uid != os.geteuid()):
        raise PermissionError(f"{folder} is not ours")
    if _HAS_OWNERS and stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)


def _read(path: Path) -> bytes | None:
    """Return the token at `path`; None if there is none that we made and only we can have read."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return None
    try:
        found = os.fstat(descriptor)
        ours = not _HAS_OWNERS or (
            found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) == 0o600
        )
        if not (ours and stat.S_ISREG(found.st_mode) and found.st_nlink == 1):
            return None
        content = os.read(descriptor, _LENGTH + 1)
    finally:
        os.close(descriptor)
    return content if _TOKEN.fullmatch(content) else None


@cache
def _of_this_run(_file: Path) -> str:
    return secrets.token_urlsafe(32)
