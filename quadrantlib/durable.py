"""Files that are whole or not there at all, and stay: what `storage` stands on."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from io import BufferedReader
from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait while another process writes."""


def locked(path: Path) -> AbstractContextManager[object]:
    """Hold the lock at `path`, which one process has at a time, in a folder of its owner's own.

    Raises
    ------
    TimeoutError
        If it was not free within `PATIENCE`.
    OSError
        If it could not be made; ELOOP if it or its folder is a link, which is not followed.
    """
    with suppress(FileExistsError):
        path.parent.mkdir(mode=0o700)
    if path.parent.is_symlink():  # `FileLock` looks at the lock itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if sys.platform == "emscripten":  # one page, one thread: there is nobody to wait for
        return nullcontext()
    from filelock import FileLock

    return FileLock(path, timeout=PATIENCE, mode=0o600).acquire(poll_interval=0.02)


def read(path: Path) -> bytes | None:
    """Return what the file at `path` holds; None if there is none, and as `opened` raises."""
    file = opened(path)
    if file is None:
        return None
    with file:
        return file.read()


def opened(path: Path) -> BufferedReader | None:
    """Return the file at `path`, open to be read; None if there is none.

    Raises
    ------
    OSError
        If it could not be read, or is no file: a pipe would be waited for, a device never ends.
    """
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            code = errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL
            raise OSError(code, os.strerror(code), str(path))
        return path.open("rb")
    except FileNotFoundError:
        return None


def write(path: Path, content: bytes | Iterable[bytes], temporary: Path) -> None:
    """Put `content`, whole or part by part, at `path`, by way of `temporary` beside it.

    Once this returns, it survives a loss of power; until then, what was there does.

    Raises
    ------
    OSError
        If it could not be done: `path` holds what it held, or all of `content`.
    """
    try:
        _write_new(temporary, content)
        os.replace(temporary, path)  # noqa: PTH105  the step that counts, by its own name
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Make what is called what in `folder` survive a loss of power."""
    if os.name == "nt":  # there a folder cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some shared folders cannot do this
            raise
    finally:
        os.close(descriptor)


def discard(lock: Path) -> None:
    """Remove a lock that this process holds, unless the system removes it by itself."""
    if os.name != "nt":
        lock.unlink(missing_ok=True)


def _write_new(path: Path, content: bytes | Iterable[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        for part in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
