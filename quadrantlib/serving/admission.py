"""Which requests may go on to the server, and what is said to the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tornado.httputil import HTTPServerRequest

from quadrantlib.serving import replies
from quadrantlib.serving.address import Door
from quadrantlib.serving.replies import Reply
from quadrantlib.serving.session import Session

READING = ("GET", "HEAD")
A_KEY = 4_096
"""Bytes that somebody without the key may send: the form that asks for it, and nothing else."""
A_FORM = 65_536
ARRIVED = "quadrant-arrived"
"""A cookie of a few seconds: its bearer has just brought the key, perhaps from elsewhere."""
ARRIVES = f"{ARRIVED}=1; Max-Age=30; HttpOnly; SameSite=Lax; Path=/"
HAS_ARRIVED = f"{ARRIVED}=; Max-Age=0; Path=/"
_NO_PAGE = re.compile(r"/(api|files|nbconvert|channels|static)(/|$)")


@dataclass(frozen=True, slots=True)
class Admission:
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
        if sends(request) and request.method in READING:
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


def sends(request: HTTPServerRequest) -> bool:
    """Whether something follows the headers of a request."""
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
