"""The gate that every request passes before any of it is read: pages, sockets and files alike.

It stands before the whole server, the workbook's own and JupyterLab's, so that no page of either
can be without it. Who may see what is still each page's own question.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import responses
from typing import cast
from urllib.parse import urlencode, urlsplit

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    HTTPServerRequest,
    RequestStartLine,
    ResponseStartLine,
)

from quadrantlib.serving import replies
from quadrantlib.serving.address import Door
from quadrantlib.serving.replies import Reply
from quadrantlib.serving.session import Session

READING = ("GET", "HEAD")
A_KEY = 4_096
"""Bytes that somebody without the key may send: the form that asks for it, and nothing else."""
A_FORM = 65_536
WITHOUT_END = 2**40
BRIEF = {
    "chunk_size": 16_384,
    "max_header_size": 32_768,
    "idle_connection_timeout": 60,
    "body_timeout": 120,
}
"""Bytes and seconds of a connection: nobody holds one by saying nothing, or by saying it slowly."""
ARRIVED = "quadrant-arrived"
"""A cookie of a few seconds: its bearer has just brought the key, perhaps from elsewhere."""
ARRIVES = f"{ARRIVED}=1; Max-Age=30; HttpOnly; SameSite=Lax; Path=/"
HAS_ARRIVED = f"{ARRIVED}=; Max-Age=0; Path=/"
_NO_PAGE = re.compile(r"/(api|files|nbconvert|channels|static)(/|$)")


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may send what.

    Attributes
    ----------
    here:
        The address to open on this machine, without the key.
    larger:
        Path → bytes that may be sent there by whoever belongs here; elsewhere it is `most`.
    """

    door: Door
    here: str
    session: Session
    larger: Mapping[str, int] = field(default_factory=dict)
    most: int = A_FORM

    def reply(self, request: HTTPServerRequest) -> Reply | None:
        """Return the answer to a request that goes no further; None if it may."""
        return self._refused(request) or self._led_on(request) or self._unheard(request)

    def _refused(self, request: HTTPServerRequest) -> Reply | None:
        """Refuse what nobody may ask, whoever it is."""
        host = request.headers.get("Host", "")
        if not self.door.answers_to(host):
            return replies.not_our_name(self.here)
        if _is_foreign(request, host) and not _is_visit(request):
            return replies.not_from_here()
        if _sends(request) and request.method in READING:
            return replies.not_asked_for()
        return None

    def _led_on(self, request: HTTPServerRequest) -> Reply | None:
        """Exchange the key for the cookie, and have the browser bring that."""
        host = request.headers.get("Host", "")
        if self.brings_key(request) and _is_shown(request):
            cookie = self.session.cookie(host, secure=request.protocol == "https")
            return replies.exchanged(_without_key(request), cookie, ARRIVES)
        elsewhere = request.method == "GET" and _comes_from_elsewhere(request)
        if elsewhere and not self.session.holds(request):
            return replies.leads_on(_without_key(request), HAS_ARRIVED)
        return None

    def _unheard(self, request: HTTPServerRequest) -> Reply | None:
        """Read nothing of what nobody who belongs here sends, and of what is too large."""
        if self.session.holds(request):
            return replies.too_large() if self._sends_too_much(request) else None
        return replies.no_session() if self._sends_too_soon(request) else None

    def brings_key(self, request: HTTPServerRequest) -> bool:
        """Whether a page, and nothing else, is asked for with the key in its address."""
        brought = [
            each.decode("utf-8", "replace") for each in request.query_arguments.get("token", ())
        ]
        is_page = request.method == "GET" and not _NO_PAGE.search(request.path)
        is_socket = "Upgrade" in request.headers
        return is_page and not is_socket and any(map(self.session.fits, brought))

    def limit(self, request: HTTPServerRequest) -> int:
        """Return how many bytes the body of a request may have."""
        if not self.session.holds(request):
            return A_KEY
        return self.larger.get(request.path, self.most)

    def _sends_too_soon(self, request: HTTPServerRequest) -> bool:
        if "Upgrade" in request.headers:
            return True
        if request.method in READING:
            return False
        is_login = request.method == "POST" and request.path == "/login"
        return not is_login or _length(request) is None or self._sends_too_much(request)

    def _sends_too_much(self, request: HTTPServerRequest) -> bool:
        length = _length(request)
        return length is not None and length > self.limit(request)


class Gate(HTTPServerConnectionDelegate):
    """The server behind its rules."""

    def __init__(self, server: HTTPServerConnectionDelegate, rules: Rules) -> None:
        self._server = server
        self._rules = rules

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        def admit() -> HTTPMessageDelegate:
            return self._server.start_request(server_conn, request_conn)

        return Passage(self._rules, request_conn, admit)

    def on_close(self, server_conn: object) -> None:
        self._server.on_close(server_conn)


class Passage(HTTPMessageDelegate):
    """One request on its way through the gate."""

    def __init__(
        self, rules: Rules, connection: HTTPConnection, admit: Callable[[], HTTPMessageDelegate]
    ) -> None:
        self._rules = rules
        self._connection = connection
        self._admit = admit
        self._inside: HTTPMessageDelegate | None = None
        self._reply: Reply | None = None

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        line = cast("RequestStartLine", start_line)
        self._is_head = line.method == "HEAD"
        request = HTTPServerRequest(connection=self._connection, start_line=line, headers=headers)
        self._reply = self._rules.reply(request)
        if self._reply is not None:
            self._turn_away(request, self._reply)
            return None
        self._connection.set_max_body_size(self._rules.limit(request))  # type: ignore[attr-defined]
        if self._rules.brings_key(request):  # a script, which keeps no cookie
            host = headers["Host"]
            headers["Cookie"] = (
                f"{self._rules.session.name(host)}={self._rules.session.value(host)}"
            )
        self._inside = self._admit()
        return self._inside.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self._inside.data_received(chunk) if self._inside else None

    def finish(self) -> None:
        if self._inside:
            self._inside.finish()
        elif self._reply:
            self._send(self._reply)

    def on_connection_close(self) -> None:
        if self._inside:
            self._inside.on_connection_close()

    def _turn_away(self, request: HTTPServerRequest, reply: Reply) -> None:
        """Answer at once, which ends the connection, to who sends something that is not read.

        Who belongs here is heard out, for a browser that is cut short shows no answer.
        """
        if reply.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            self._connection.set_max_body_size(WITHOUT_END)  # type: ignore[attr-defined]
        elif _sends(request):
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        body = reply.body.encode()
        headers = HTTPHeaders({"Content-Length": str(len(body))})
        for name, value in reply.headers:
            headers.add(name, value)
        line = ResponseStartLine("", reply.status, responses[reply.status])
        self._connection.write_headers(line, headers, b"" if self._is_head else body)
        self._connection.finish()


def _is_foreign(request: HTTPServerRequest, host: str) -> bool:
    """Whether another site is behind a request; a browser says so, a script has none."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "none")
    return (origin is not None and urlsplit(origin).netloc.lower() != host.lower()) or (
        site not in ("none", "same-origin")
    )


def _is_visit(request: HTTPServerRequest) -> bool:
    """Whether a request is a link that somebody followed, in a window of its own."""
    headers = request.headers
    is_page = headers.get("Sec-Fetch-Dest") == "document"
    is_walk = headers.get("Sec-Fetch-Mode") == "navigate"
    return request.method == "GET" and "Origin" not in headers and is_page and is_walk


def _is_shown(request: HTTPServerRequest) -> bool:
    """Whether a request's answer is shown in a browser's window, with its address above."""
    mode = request.headers.get("Sec-Fetch-Mode", "navigate")
    return mode == "navigate" and "text/html" in request.headers.get("Accept", "")


def _comes_from_elsewhere(request: HTTPServerRequest) -> bool:
    foreign = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
    return (foreign and _is_visit(request)) or ARRIVED in request.cookies


def _sends(request: HTTPServerRequest) -> bool:
    return _length(request) != 0


def _length(request: HTTPServerRequest) -> int | None:
    """Return how many bytes follow the headers; None if that is not said."""
    if "Transfer-Encoding" in request.headers:
        return None
    said = request.headers.get("Content-Length", "0")
    return int(said) if said.isascii() and said.isdigit() else None


def _without_key(request: HTTPServerRequest) -> str:
    """Return the path that was asked for, on this host whatever it begins with, without the key."""
    path = "/" + request.path.lstrip("/\\")
    rest = [(k, v) for k, vs in request.query_arguments.items() for v in vs if k != "token"]
    return f"{path}?{urlencode(rest)}" if rest else path
