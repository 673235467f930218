"""A borrowed machine without Docker: the workbook laid out as Binder does it, and served."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.test_packaging import Venv

PATIENCE = 90
BELOW = "/user/somebody/"
"""Where a hub serves a person: never at the root."""
TOKEN = "sesame-734251"


@dataclass(frozen=True, slots=True)
class Machine:
    """A home folder, and the Python that was installed for it; `lends` as in `clean_venv`."""

    home: Path
    venv: Venv
    lends: bool = True

    @property
    def env(self) -> dict[str, str]:
        """The environment of a login there; what a venv is lent, Jupyter finds by two paths."""
        own = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "QUADRANT"))}
        found = {"JUPYTER_PATH": "share/jupyter", "JUPYTER_CONFIG_PATH": "etc/jupyter"}
        borrowed = {n: str(Path(sys.prefix, folder)) for n, folder in found.items() if self.lends}
        path = f"{self.venv.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return {**own, **borrowed, "HOME": str(self.home), "PATH": path}

    def lay_out(self, repository: Path) -> subprocess.CompletedProcess[str]:
        """Run `postBuild` as Binder does: in the repository, on a machine that has no more."""
        script = [str(repository / "binder" / "postBuild")]
        return subprocess.run(
            script, cwd=repository, env=self.env, capture_output=True, text=True, check=False
        )


@dataclass(frozen=True, slots=True)
class Lent:
    """A borrowed machine that serves."""

    machine: Machine
    address: str

    @property
    def journal(self) -> Path:
        return self.machine.home / "journal.json"

    def page(self, slug: str = "welcome", *, token: str = TOKEN) -> str:
        """Return the address of a page, as a badge names it."""
        return f"{self.address}voila/render/{slug}.ipynb" + (f"?token={token}" if token else "")


@contextlib.contextmanager
def lent(machine: Machine) -> Iterator[Lent]:
    """Start the server as a hub does: on an address of its own choosing, with its own token."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    asked = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    asked += [f"--ServerApp.base_url={BELOW}", f"--IdentityProvider.token={TOKEN}"]
    said = machine.home / "server.log"
    with (
        said.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            [machine.venv.python, "-m", "jupyterlab", *asked],
            cwd=machine.home,
            env=machine.env,
            stdout=log,
            stderr=log,
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}{BELOW}"
            assert _answers(f"{address}api", process), said.read_text(encoding="utf-8")
            yield Lent(machine, address)
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=20)
            process.kill()


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(URLError, ConnectionError), urlopen(address, timeout=PATIENCE):
            return True
        time.sleep(0.2)
    return False


def ask(address: str) -> tuple[int, str, str]:
    """Return the status of what is at `address`, where one ends up, and what stands there."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, answer.url, answer.read().decode("utf-8")
    except HTTPError as error:
        with error:
            return error.code, error.url or address, error.read().decode("utf-8")
