"""A private folder for Jupyter to work in: what lies elsewhere has no say, and nothing is left.

Jupyter reads its configuration from the start folder and from the home, and writes notes on
running servers, keys, signatures and sockets into the home. Whoever starts it here, a server or
the report, stands in a folder of their own instead.
"""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

LONGEST_SOCKET = 103
"""Characters that the path of a socket may have: 103 on macOS, 107 on Linux."""
LONGEST_NAME = len("/kernel-01234567-89ab-cdef-0123-456789abcdef-ipc-10")
"""What a kernel adds to the folder that its sockets lie in."""
PREFIX = "quadrant-"
_BELOW = len(f"/{PREFIX}abcdefgh/runtime") + LONGEST_NAME
_FOREIGN = ("JUPYTER_NO_CONFIG", "JUPYTER_TOKEN", "JUPYTER_TOKEN_FILE")
"""What else would configure Jupyter; the first makes it leave a folder behind."""
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl-C, a request to end, a terminal that was closed; not every system knows all of them."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that only this person may enter (0700), cleared away at the end."""

    folder: Path

    @property
    def config(self) -> Path:
        """The only configuration that Jupyter reads, beside what is installed with it."""
        return self.folder / "config"

    @property
    def runtime(self) -> Path:
        """What describes running kernels and servers: connections, sockets, caches."""
        return self.folder / "runtime"

    @property
    def environment(self) -> dict[str, str]:
        """What tells Jupyter and IPython of these folders."""
        return {
            "JUPYTER_CONFIG_DIR": str(self.config),
            "JUPYTER_CONFIG_PATH": str(self.config),  # once more: this one is read first
            "JUPYTER_DATA_DIR": str(self.folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            "IPYTHONDIR": str(self.folder / "ipython"),
        }


@contextmanager
def workspace() -> Iterator[Workspace]:
    """Make a workspace and stand in it; where one stood before is restored afterwards."""
    with ExitStack() as stack:
        stack.enter_context(orderly_end())
        name = stack.enter_context(
            tempfile.TemporaryDirectory(prefix=PREFIX, dir=_short(), ignore_cleanup_errors=True)
        )
        place = Workspace(Path(name))
        for folder in (place.config, place.runtime):
            folder.mkdir(mode=0o700)
        stack.enter_context(_environment(place.environment))
        stack.enter_context(chdir(place.folder))
        yield place


@contextmanager
def orderly_end() -> Iterator[None]:
    """Let a closed terminal, or a request to end, end the block as Ctrl-C does: it clears up.

    What is ignored (`nohup`) or handled already stays as it is.
    """
    here = threading.current_thread() is threading.main_thread()
    known = _known_signals() if here else []
    taken = [one for one in known if signal.getsignal(one) is signal.SIG_DFL]

    def end(number: int, _frame: FrameType | None) -> None:
        for one in taken:
            signal.signal(one, signal.SIG_IGN)  # clearing up is not interrupted
        raise SystemExit(128 + number)

    for one in taken:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one in taken:
            signal.signal(one, signal.SIG_DFL)


def when_told_to_end(act: Callable[[], object]) -> None:
    """Have `act` called on Ctrl-C, on a request to end and when the terminal is closed.

    What is ignored (`nohup`) stays ignored.
    """
    for one in _known_signals():
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, lambda *_: act())


def sockets_fit(runtime: Path) -> bool:
    """Whether kernels can speak through sockets in `runtime`, rather than through ports."""
    return os.name == "posix" and len(os.fsencode(runtime)) + LONGEST_NAME <= LONGEST_SOCKET


def _short() -> str | None:
    """Return the temporary folder, or `/tmp` where sockets in it would have too long a path."""
    usual = tempfile.gettempdir()
    too_long = len(os.fsencode(usual)) + _BELOW > LONGEST_SOCKET
    shorter = os.name == "posix" and too_long and os.access("/tmp", os.W_OK)  # noqa: S108
    return "/tmp" if shorter else usual  # noqa: S108  (mkdtemp makes the folder, 0700)


@contextmanager
def _environment(changed: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    for name in _FOREIGN:
        os.environ.pop(name, None)
    os.environ.update(changed)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _known_signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
