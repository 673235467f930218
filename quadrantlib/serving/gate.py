"""The gate that every request passes before any of it is read: pages, sockets and files alike.

It stands before the whole server, the workbook's own and JupyterLab's, so that no page of either
can be without it. Who may see what is still each page's own question.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from http.client import responses
from typing import cast

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    HTTPServerRequest,
    RequestStartLine,
    ResponseStartLine,
)

from quadrantlib.serving.admission import Admission, sends
from quadrantlib.serving.replies import Reply

WITHOUT_END = 2**40
BRIEF = {
    "chunk_size": 16_384,
    "max_header_size": 32_768,
    "idle_connection_timeout": 60,
    "body_timeout": 120,
}
"""Bytes and seconds of a connection: nobody holds one by saying nothing, or by saying it slowly."""


class Gate(HTTPServerConnectionDelegate):
    """The server behind its rules."""

    def __init__(self, server: HTTPServerConnectionDelegate, rules: Admission) -> None:
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
        self, rules: Admission, connection: HTTPConnection, admit: Callable[[], HTTPMessageDelegate]
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
        elif sends(request):
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        body = reply.body.encode()
        headers = HTTPHeaders({"Content-Length": str(len(body))})
        for name, value in reply.headers:
            headers.add(name, value)
        line = ResponseStartLine("", reply.status, responses[reply.status])
        self._connection.write_headers(line, headers, b"" if self._is_head else body)
        self._connection.finish()
