"""Starts `quadrant` in a folder and visits it, with or without the key."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil

QUADRANT = (sys.executable, "-m", "quadrantlib")
PATIENCE = 60


@dataclass(slots=True)
class Answer:
    status: int
    text: str
    headers: http.client.HTTPMessage

    @property
    def leads_to(self) -> str:
        return self.headers.get("Location", "")


@dataclass(slots=True)
class Visitor:
    """Keeps cookies, and follows nothing."""

    host: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, method: str = "GET", body: str = "", **headers: str) -> Answer:
        line = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        sent = {"Accept": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if method == "POST":
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        with contextlib.closing(line):
            line.request(method, path, body or None, sent)
            reply = line.getresponse()
            text = reply.read().decode("utf-8", errors="replace")
        for set_cookie in reply.headers.get_all("Set-Cookie", []):
            self.cookies |= {k: m.value for k, m in SimpleCookie(set_cookie).items()}
        return Answer(reply.status, text, reply.headers)


@dataclass(slots=True)
class House:
    """A running server."""

    process: subprocess.Popen[str]
    address: str
    heard: list[str]

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    def stranger(self) -> Visitor:
        return Visitor(self.host)

    def owner(self) -> Visitor:
        visitor = Visitor(self.host)
        visitor.ask(f"/?token={self.token}")
        return visitor

    def wait_until_ready(self) -> None:
        until = time.monotonic() + PATIENCE
        while "Ready" not in "".join(self.heard) and time.monotonic() < until:
            time.sleep(0.02)

    def kernels(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def wait_for_kernels(self, seconds: float, left: int = 0) -> list[psutil.Process]:
        """Wait until no more than `left` are left, and return those."""
        until = time.monotonic() + seconds
        while len(found := self.kernels()) > left and time.monotonic() < until:
            time.sleep(0.05)
        return found

    def close(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def house(folder: Path, *command: str, **env: str) -> Iterator[House]:
    """Run `quadrant` with `command` (or all of it, if it is a program) in `folder`."""
    args = [*QUADRANT, *command] if command[0] in {"open", "lab"} else list(command)
    process = subprocess.Popen(
        args,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    heard: list[str] = []
    listening = threading.Thread(target=lambda: heard.extend(process.stderr), daemon=True)
    listening.start()
    try:
        line = process.stdout.readline().strip()
        assert line.startswith("http"), "".join(heard)
        yield House(process, line, heard)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        process.kill()
        process.wait()
        listening.join(timeout=5)
        process.stdout.close()
        process.stderr.close()
