"""Who belongs here: whoever brought the key once, and shows the cookie they got for it."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler, create_signed_value, decode_signed_value
from traitlets import Unicode

DAYS = 30
"""How long a browser remembers the key; counted anew whenever the key is brought."""
_VALUE = "owner"


@dataclass(frozen=True, slots=True)
class Session:
    """The cookie that stands for the key: signed with it, so that it outlives a restart."""

    key: str

    @property
    def secret(self) -> bytes:
        """What cookies are signed with."""
        return hashlib.sha256(b"quadrant cookies" + self.key.encode()).digest()

    def fits(self, brought: str) -> bool:
        """Whether `brought` is the key, alone or inside the whole address."""
        inside = parse_qs(urlsplit(brought).query).get("token", [brought])[0]
        return bool(self.key) and hmac.compare_digest(inside.encode(), self.key.encode())

    def name(self, host: str) -> str:
        """Return the cookie's name: two workbooks on one machine differ in their ports only."""
        return "quadrant-" + re.sub(r"[^a-z0-9]", "-", host.lower())

    def value(self, host: str) -> str:
        """Return what the cookie holds, from now on."""
        return create_signed_value(self.secret, self.name(host), _VALUE).decode()

    def cookie(self, host: str, *, secure: bool = False) -> str:
        """Return the header that sets the cookie: no script reads it, no other site brings it."""
        ends = "; HttpOnly; SameSite=Strict; Path=/" + "; Secure" * secure
        return f"{self.name(host)}={self.value(host)}; Max-Age={DAYS * 86_400}{ends}"

    def holds(self, request: HTTPServerRequest) -> bool:
        """Whether the request brings the cookie. Nothing else counts: no address, no header."""
        name = self.name(request.headers.get("Host", ""))
        if name not in request.cookies:
            return False
        value = request.cookies[name].value
        found = decode_signed_value(self.secret, name, value, max_age_days=DAYS)
        return found == _VALUE.encode()


class Doorkeeper(IdentityProvider):
    """Jupyter's question who somebody is, answered by the cookie alone.

    Jupyter takes a token in an address or a header for a script's, and then looks neither at where
    a request comes from nor for the proof of a form. So it is given no token.
    """

    key = Unicode(config=True)
    token = Unicode("")

    @property
    def session(self) -> Session:
        """What the key is exchanged for."""
        return Session(self.key)

    def get_user(self, handler: RequestHandler) -> User | None:
        return self._owner() if self.session.holds(handler.request) else None

    def is_token_authenticated(self, _handler: RequestHandler) -> bool:
        return False

    def should_check_origin(self, _handler: RequestHandler) -> bool:
        return True

    def process_login_form(self, handler: RequestHandler) -> User | None:
        brought = handler.get_body_argument("token", handler.get_body_argument("password", ""))
        return self._owner() if self.session.fits(brought) else None

    def get_cookie_name(self, handler: RequestHandler) -> str:
        return self.session.name(handler.request.headers.get("Host", ""))

    def set_login_cookie(self, handler: RequestHandler, _user: Any) -> None:
        request = handler.request
        secure = request.protocol == "https"
        header = self.session.cookie(request.headers.get("Host", ""), secure=secure)
        handler.add_header("Set-Cookie", header)

    def _owner(self) -> User:
        return User("owner", "You", "You", "Y")
