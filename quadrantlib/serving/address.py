"""Where the workbook answers: a port of this machine, and the names it goes by."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
from dataclasses import dataclass

from quadrantlib.errors import Refused

HERE = "127.0.0.1"
USUAL_PORT = 8642
NEXT_PORTS = 50
"""How many ports are tried when the usual one is taken and none was asked for."""

_OWN_NAMES = ("localhost", HERE, "[::1]")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Door:
    """A listening socket, bound before anything heavy is imported, and what leads to it."""

    host: str
    socket: socket.socket

    @property
    def port(self) -> int:
        """The port that was found."""
        return int(self.socket.getsockname()[1])

    @property
    def private(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)

    def address(self, token: str, path: str = "/") -> str:
        """Return the whole address, token included, as one opens it on this machine."""
        bound = ipaddress.ip_address(self.socket.getsockname()[0].partition("%")[0])
        own = {4: HERE, 6: "::1"}[bound.version]  # what listens on one does not on the other
        host = own if bound.is_unspecified else self.host
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self.port}{path}?token={token}"

    def answers_to(self, host: str) -> bool:
        """Whether `host`, a name or a number and perhaps a port, as a request has it, means us.

        A foreign name that leads here is somebody else's page trying to read this one (DNS
        rebinding). An address in numbers cannot be made to lead elsewhere.
        """
        found = _HOST.fullmatch(host.lower())
        if found is None:
            return False
        name = found[1]
        if name in (*_OWN_NAMES, _bracketed(self.host)):
            return True
        return not self.private and (name == socket.gethostname().lower() or _is_number(name))


def open_door(host: str = HERE, port: int | None = None) -> Door:
    """Bind a port: the one asked for, or the usual one or the next that is free.

    Raises
    ------
    Refused
        When the port is taken or not allowed, or `host` is no address of this machine.
    """
    host = host.strip("[]") or "0.0.0.0"  # noqa: S104  (asked for: an empty one means everywhere)
    if port is not None:
        return _bind(host, port)
    for candidate in range(USUAL_PORT, USUAL_PORT + NEXT_PORTS):
        try:
            return _bind(host, candidate)
        except Taken:
            continue
    return _bind(host, 0)


class Taken(Refused):
    """The port belongs to another program."""


def _bind(host: str, port: int) -> Door:
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return Door(host, socket.create_server(place[:2], family=family))
    except OSError as error:
        raise _why(host, port, error) from None


def _why(host: str, port: int, error: OSError) -> Refused:
    safe = "Nothing was changed."
    if error.errno == errno.EADDRINUSE:
        return Taken(
            f"Port {port} is already in use, so the workbook was not opened.",
            safe,
            "It may be open already; otherwise leave --port out, and a free one is found.",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(
            f"Port {port} may not be used by you, so the workbook was not opened.",
            safe,
            "Leave --port out, and a free one is found.",
        )
    return Refused(
        f"{host} is no address of this machine, so the workbook was not opened.",
        safe,
        "Leave --host out to keep it on this machine.",
    )


def is_loopback(host: str) -> bool:
    """Whether `host` can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()
