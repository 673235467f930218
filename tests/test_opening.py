"""The address that is printed answers, a browser finds it answering, and the terminal may go."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from quadrantlib.serving.address import open_door
from tests.houses import PATIENCE, QUADRANT, house


# Taken out: the look at what is bound in `Door.address`; `strip` and `or` in `open_door`.
@pytest.mark.parametrize(
    "host", ["::", "::1", "[::]", "0.0.0.0", "0", "", "127.0.0.1", "localhost"]
)
def test_the_address_that_is_printed_answers(host: str) -> None:
    door = open_door(host)
    with door.socket:
        found = urlsplit(door.address("t"))
        with socket.create_connection((found.hostname, found.port), timeout=5):
            pass


BROWSER = """
import pathlib, sys, time
pathlib.Path("asked").touch()
while not pathlib.Path("seen").exists():
    time.sleep(0.02)
"""


# Taken out: the thread in `commands.pages._show`.
@pytest.mark.parametrize("command", ["open", "lab"])
def test_a_browser_that_is_waited_for_is_answered_meanwhile(tmp_path: Path, command: str) -> None:
    """As one in the terminal is: it shows the page until the person leaves it."""
    waiting = tmp_path / "browser"
    waiting.write_text(f"#!{sys.executable}\nimport os\nos.chdir({str(tmp_path)!r})\n{BROWSER}")
    waiting.chmod(0o700)
    with house(tmp_path, command, BROWSER=f"{waiting} %s") as running:
        try:
            until = time.monotonic() + PATIENCE
            while not (tmp_path / "asked").exists() and time.monotonic() < until:
                time.sleep(0.02)
            assert (tmp_path / "asked").exists()
            with socket.create_connection(urlsplit(running.address).netloc.split(":")) as line:
                line.settimeout(10)
                line.sendall(b"GET /nowhere HTTP/1.0\r\n\r\n")
                assert line.recv(100).startswith(b"HTTP/1.1 ")
        finally:
            (tmp_path / "seen").touch()


@contextmanager
def in_a_terminal(folder: Path, *command: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run `quadrant` in a terminal of its own until it is ready; yield it, and the other end."""
    ours, its = pty.openpty()

    def take_it() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        [*QUADRANT, *command, "--no-browser"],
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=take_it,  # noqa: PLW1509  (nothing else is running here)
    )
    os.close(its)
    said = b""
    while b"Ready" not in said:
        said += os.read(ours, 1000)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()


# Taken out: `orderly_end` in `sample_journal`, where it ends before its server has begun.
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_copy_to_look_around_in_is_gone_however_it_ends(name: str) -> None:
    script = """
import time
from quadrantlib.serve import sample_journal
with sample_journal() as place:
    print(place.parent, flush=True)
    time.sleep(60)
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        folder = Path(process.stdout.readline().strip())
        assert folder.is_dir()
        process.send_signal(getattr(signal, name))
    assert not folder.exists()


# Taken out: `when_told_to_end` in `lab` (JupyterLab asks whether one means it), `SIGHUP` there.
@pytest.mark.parametrize("command", ["open", "lab"])
@pytest.mark.parametrize("how", ["Ctrl-C", "the terminal is closed"])
def test_it_ends_with_its_terminal_and_leaves_nothing(
    tmp_path: Path, command: str, how: str
) -> None:
    with in_a_terminal(tmp_path, command) as (process, terminal):
        room = Path(psutil.Process(process.pid).cwd())
        assert room.name.startswith("quadrant-")
        if how == "Ctrl-C":
            os.write(terminal, b"\x03")
        else:
            os.close(terminal)
        process.wait(timeout=PATIENCE)
        assert not room.exists()
        if how == "Ctrl-C":
            assert process.returncode == 0
            said = os.read(terminal, 10_000).decode()
            os.close(terminal)
            assert "Closed." in said
            assert "unexpected" not in said
