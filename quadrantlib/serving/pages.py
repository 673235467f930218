"""What every answer of the server has in common, and the pages that need no kernel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado import web

from quadrantlib.errors import Trouble
from quadrantlib.serving import front

STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'"
CLOSED = "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

FORGOTTEN = "forgotten"
"""What the address of the path ends with once everything is gone."""


class Page(JupyterHandler):
    """A guarded answer: no trace of an error, no other host."""

    for_all = False

    @property
    def content_security_policy(self) -> str:
        """What a browser may load for this page: the promise that nothing asks the network."""
        return STILL + CLOSED

    async def prepare(self) -> None:  # type: ignore[override]
        await super().prepare()
        if not self._finished and not self.for_all:
            # Once for every page: Jupyter itself hands assets to anybody.
            web.authenticated(lambda _: None)(self)

    def show(self, name: str, **words: Any) -> None:
        """Finish with the page called `name`."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.get_template(name).render(**words))  # type: ignore[no-untyped-call]

    def write_error(self, status_code: int, **_why: Any) -> None:
        self.show("404.html" if status_code == 404 else "error.html", status=status_code)

    def log_exception(
        self,
        _kind: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        if value is not None and not isinstance(value, web.HTTPError):
            self.log.error("", exc_info=value.with_traceback(tb))


class Landing(Page):
    """The first page: the path, and the one next thing."""

    def initialize(self, journal: Path) -> None:
        """Take the journal's place."""
        self.journal = journal

    def get(self) -> None:
        """Show the path."""
        page = front.look(self.journal)
        if FORGOTTEN in self.request.query_arguments:
            page = replace(page, done=front.forgotten(self.journal))
        self.show("landing.html", page=page, xsrf=self.xsrf_form_html())


class BringBack(Landing):
    """A journal that is gone, brought back from a copy."""

    def get(self) -> None:
        """Lead those who arrive by a reload back to the path."""
        self.redirect("/")

    def post(self) -> None:
        """Bring the copy back, and show the path again."""
        try:
            front.bring_back(self.journal, self.get_body_argument("copy", ""))
        except Trouble as trouble:
            page = replace(front.look(self.journal), trouble=trouble)
            self.show("landing.html", page=page, xsrf=self.xsrf_form_html())
        else:
            self.redirect("/")


class Login(Page):
    """The page for those who come without the token: it says how to get in."""

    for_all = True

    def check_xsrf_cookie(self) -> None:
        """Ask for no other proof than the key: nobody else can have brought it."""

    @allow_unauthenticated
    def get(self) -> None:
        """Ask for the address."""
        self._answer(brought="")

    @allow_unauthenticated
    def post(self) -> None:
        """Let in who brings the token; it may stand inside the whole address."""
        self._answer(brought=self.get_body_argument("token", ""))

    def _answer(self, brought: str) -> None:
        onward = self._onward()
        fits = self.identity_provider.process_login_form(self)
        if fits:
            self.identity_provider.set_login_cookie(self, fits)
        if fits or self.current_user:
            self.redirect(onward)
            return
        self.set_status(403)
        self.show("login.html", onward=onward, refused=bool(brought), xsrf=self.xsrf_form_html())

    def _onward(self) -> str:
        """Return where the visitor wanted to go, if that is a page of this server."""
        wanted = urlsplit(self.get_query_argument("next", "/"))
        inside = not wanted.scheme and not wanted.netloc and "\\" not in wanted.path
        return "/" + wanted.path.lstrip("/") if inside else "/"


class NotHere(Page):
    """What is not there, for those who belong here; the others are asked for the token first."""

    def get(self) -> None:
        """Say so."""
        raise web.HTTPError(404)

    post = put = patch = delete = get


class KernelEnd(APIHandler):
    """A page that closes ends its kernel; a kernel that has ended already is no fault."""

    @web.authenticated
    async def post(self, kernel_id: str) -> None:
        """End the kernel."""
        if kernel_id in self.kernel_manager:
            await self.kernel_manager.shutdown_kernel(kernel_id)  # type: ignore[no-untyped-call]
        self.set_status(204)
        self.finish()
