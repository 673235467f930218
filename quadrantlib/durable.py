"""Files that are whole or not there at all, and stay: what `storage` stands on."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
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


def read(path: Path, most: int | None = None) -> bytes | None:
    """Return what the file at `path` holds; None if there is none, and as `opened` raises."""
    file = opened(path, most)
    if file is None:
        return None
    with file:
        content = file.read(-1 if most is None else most + 1)
    if most is not None and len(content) > most:  # it has grown since it was looked at
        raise _refusal(errno.EOVERFLOW, path)
    return content


def opened(path: Path, most: int | None = None) -> BufferedReader | None:
    """Return the file at `path`, open to be read; None if there is none.

    Whatever somebody names is opened here: a pipe would be waited for, and a device never ends.

    Parameters
    ----------
    most:
        Bytes that it may have; None: any number.

    Raises
    ------
    OSError
        If it could not be read, or is no file (EISDIR, EINVAL), or is too large (EOVERFLOW).
    """
    try:
        _look_at(path.stat(), path, most)  # opening a device may already do something to it
        waits_for_nobody = getattr(os, "O_NONBLOCK", 0)
        flags = os.O_RDONLY | waits_for_nobody | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(path, flags), "rb")
    except FileNotFoundError:
        return None
    try:
        _look_into(file, path, most)
    except BaseException:
        file.close()
        raise
    return file


def _look_into(file: BufferedReader, path: Path, most: int | None) -> None:
    found = os.fstat(file.fileno())
    _look_at(found, path, most)
    if not found.st_size and file.peek(1):  # the system makes it up, and some of it never ends
        raise _refusal(errno.EINVAL, path)


def _look_at(found: os.stat_result, path: Path, most: int | None) -> None:
    is_file = stat.S_ISREG(found.st_mode)
    code = 0 if is_file else _code_of(found.st_mode)
    if is_file and most is not None and found.st_size > most:
        code = errno.EOVERFLOW
    if code:
        raise _refusal(code, path)


def _refusal(code: int, path: Path) -> OSError:
    return OSError(code, os.strerror(code), str(path))


def _code_of(kind: int) -> int:
    """Return the code with which a folder, or a device, is refused where a file is wanted."""
    return errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL


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


def write_all(
    files: Sequence[tuple[Path, bytes | Iterable[bytes]]], temporary: Callable[[], str]
) -> None:
    """Put every content at its path, or none of them.

    All are written beside their places before the first takes its own, in the order given. What is
    cut off between two of these steps leaves the first ones new and the others as they were.

    Parameters
    ----------
    files:
        (path, content whole or part by part), all of them different.
    temporary:
        Gives a file name that nothing has, another one each time.

    Raises
    ------
    OSError
        If one could not be put there; its `filename` is that path. Every path holds what it held.
    """
    parts = [path.with_name(temporary()) for path, _ in files]
    kept: list[tuple[Path, Path | None]] = []
    try:
        for (path, content), part in zip(files, parts, strict=True):
            with _about(path):
                _write_new(part, content)
        for (path, _), part in zip(files, parts, strict=True):
            with _about(path):
                kept.append((path, _kept(path, path.with_name(temporary()))))
                os.replace(part, path)  # noqa: PTH105  the step that counts, by its own name
    except BaseException:
        for path, before in reversed(kept):
            _put_back(path, before)
        raise
    finally:
        for part in (*parts, *(before for _, before in kept if before)):
            with suppress(OSError):
                part.unlink(missing_ok=True)
    for folder in {path.parent for path, _ in files}:
        keep_names(folder)


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Let a fault name the file that it is about, and not a temporary one."""
    try:
        yield
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def _kept(path: Path, before: Path) -> Path | None:
    """Keep what lies at `path` as `before` too; return None where nothing does."""
    if not os.path.lexists(path):
        return None
    kind = path.lstat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISLNK(kind)):
        raise OSError(code := _code_of(kind), os.strerror(code))
    try:
        os.link(path, before, follow_symlinks=False)
    except OSError:  # some file systems know no second name
        os.replace(path, before)  # noqa: PTH105  as above
    return before


def _put_back(path: Path, before: Path | None) -> None:
    with suppress(OSError):
        if before is None:
            path.unlink(missing_ok=True)
        else:
            os.replace(before, path)  # noqa: PTH105  as above


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
