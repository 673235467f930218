"""Voila with everything closed that a person's own workbook does not need."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from jupyter_server.services.kernels.handlers import KernelHandler, _kernel_id_regex
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.web import Application, RedirectHandler
from traitlets import Any as Anything
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from quadrantlib import kernels
from quadrantlib.serving import front, notebook, pages, software, yours
from quadrantlib.serving.address import Door
from quadrantlib.serving.admission import A_FORM, Admission
from quadrantlib.serving.gate import BRIEF, Gate
from quadrantlib.serving.logs import be_quiet, no_requests
from quadrantlib.serving.room import Room
from quadrantlib.serving.session import Doorkeeper, Session
from quadrantlib.shipped import shipped
from quadrantlib.workspace import when_told_to_end

TEMPLATE = "quadrant"
PATH = {"url": "/", "permanent": False}
"""Where the notebook that shows the path leads: here the path has a page of its own."""
FORGOTTEN_AFTER = 30
"""Seconds without a page after which a kernel ends, looked at every five: together under a minute.
A page that is open is never forgotten, however long somebody thinks."""


@dataclass(frozen=True, slots=True)
class House:
    """What one server serves, and to whom.

    Attributes
    ----------
    journal:
        Absolute: kernels run elsewhere.
    ready:
        Called once the server answers.
    """

    journal: Path
    door: Door
    token: str
    room: Room
    ready: Callable[[], None]

    @property
    def session(self) -> Session:
        """What the token is exchanged for."""
        return Session(self.token)

    @property
    def rules(self) -> Admission:
        """Who may send what: a journal is brought back in one piece, the rest are small forms."""
        larger = {"/journal/back": front.LARGEST + A_FORM}
        return Admission(self.door, self.door.address("").split("?")[0], self.session, larger)


class Workbook(Voila):  # type: ignore[misc]  # Voila ships no types
    """Voila, on a door that is open already, with handlers of its own."""

    house = Anything()

    def setup_template_dirs(self) -> None:
        """Take our own template; Voila would look for parts of it in the home, and run them."""
        self.template_paths = [str(shipped(f"template/voila/templates/{TEMPLATE}"))]
        self.static_paths: list[str] = []

    def init_settings(self) -> dict[str, Any]:
        settings: dict[str, Any] = super().init_settings()
        loader = jinja2.FileSystemLoader(self.template_paths)
        own = jinja2.Environment(loader=loader, autoescape=True)
        return settings | {
            "jinja2_env": own,
            "voila_jinja2_env": own,
            "log_function": no_requests,
            "xsrf_cookie_kwargs": {"path": "/", "samesite": "Strict"},
        }

    def init_handlers(self) -> list[Any]:
        kernel, page, own = _kernel_id_regex, {"app": self}, {"journal": self.house.journal}
        return [
            ("/", pages.Landing, own),
            (r"/welcome|/voila/render/welcome\.ipynb", RedirectHandler, PATH),
            ("/bring-back", pages.BringBack, own),
            ("/journal", yours.Yours, own),
            (rf"/({'|'.join(map(re.escape, front.FILES))})", yours.File, own),
            ("/journal/back", yours.TakeBack, own),
            ("/journal/forget", yours.Forget, own),
            ("/login", pages.Login),
            (rf"/api/kernels/{kernel}", KernelHandler),
            (rf"/api/kernels/{kernel}/channels", VoilaKernelWebsocketHandler),
            (rf"/voila/api/shutdown/{kernel}", pages.KernelEnd),
            (r"/front/[0-9a-f]+\.(js|css)", software.Front),
            (r"/voila/render/([a-z0-9-]+)\.ipynb", notebook.Notebook, page),
            (r"/([a-z0-9-]+)", notebook.Notebook, page),
            (r"/.*", pages.NotHere),
        ]

    def start(self) -> None:
        """Serve until the process is asked to stop."""
        self.connection_dir = str(self.house.room.kernels)
        self.app = Application(self.init_handlers(), **self.init_settings())
        self.listen()

    def listen(self) -> None:
        self.ioloop = IOLoop.current()
        self.house.door.socket.settimeout(0)
        HTTPServer(Gate(self.app, self.house.rules), **BRIEF).add_sockets([self.house.door.socket])
        when_told_to_end(lambda: self.ioloop.add_callback_from_signal(self.ioloop.stop))
        self.ioloop.add_callback(self.house.ready)
        try:
            self.ioloop.start()
        finally:
            self.stop()

    def stop(self) -> None:
        """End every kernel, letting each finish a save it is in."""
        self.ioloop.run_sync(self.kernel_manager.shutdown_all)


def serve(house: House) -> None:
    """Serve until the process is asked to stop.

    Nothing that lies in the folder the command was started in has a say: no configuration file is
    read (`config_file_paths`), and the room is the server's own.
    """
    app = Workbook(
        house=house, config=settings(house), config_file_paths=[], log=be_quiet(), log_level="ERROR"
    )
    app.initialize([])
    app.start()


def settings(house: House) -> Config:
    """Return Voila's configuration: each line closes something, or keeps kernels from piling up."""
    shared = kernels.settings()
    return Config(
        shared,
        Workbook={
            "root_dir": str(house.room.notebooks),
            "open_browser": False,
            "cookie_secret": house.session.secret,
            "identity_provider_class": Doorkeeper,
        },
        Doorkeeper={"key": house.token},
        VoilaConfiguration=shared["VoilaConfiguration"]
        | {
            "template": TEMPLATE,
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "file_allowlist": [],
            "show_tracebacks": False,
            "extension_allowlist": [],  # our pages bring a front end of their own
            "multi_kernel_manager_class": notebook.Kernels,
        },
        VoilaExecutor={"cell_error_instruction": notebook.FAILED},
        Kernels={"journal": str(house.journal)},
        MappingKernelManager={
            "cull_idle_timeout": FORGOTTEN_AFTER,
            "cull_interval": 5,
            "cull_connected": False,
        },
        # A kernel that died is said to be dead. One started in its place would know no widget.
        KernelRestarter={"restart_limit": 0},
    )
