"""JupyterLab over the copies: no news, no updates, the journal handed over."""

from __future__ import annotations

import contextlib
import json
import os
import site
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp
from jupyterlab.commands import get_user_settings_dir  # type: ignore[import-untyped]
from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]
from tornado.ioloop import IOLoop

from quadrantlib import kernels
from quadrantlib.serving.address import Door
from quadrantlib.serving.admission import Admission
from quadrantlib.serving.copies import Copies
from quadrantlib.serving.gate import Gate
from quadrantlib.serving.logs import be_quiet
from quadrantlib.serving.session import Session
from quadrantlib.workspace import Workspace, when_told_to_end, workspace

A_NOTEBOOK = 64_000_000
"""Bytes that may be sent at once: a notebook with its pictures."""
GUARDED = {
    "ServerApp.identity_provider_class": "quadrantlib.serving.session.Doorkeeper",
    "ServerApp.kernel_manager_class": "quadrantlib.serving.kernels.Limited",
    "ServerApp.allow_origin": "",
    "ServerApp.allow_origin_pat": "",
    "ServerApp.allow_credentials": "False",
    "ServerApp.disable_check_xsrf": "False",
    "ServerApp.allow_unauthenticated_access": "False",
}
"""What no setting of somebody's own may open."""
NEWS = "@jupyterlab/apputils-extension:announcements"
NOT_NEEDED = ("voila", "voila.server_extension", "jupyter_lsp")
"""Extensions of the server. Voila's, under either name, runs a `voila.py` that lies where the
server stands; the other one runs `npm`, which writes into the home, and language servers that lie
beside the notebooks."""


class Server(ServerApp):
    """Jupyter's server without what `pip install --user` lets it read in the home."""

    @property
    def config_file_paths(self) -> list[str]:
        """The folders of its configuration: ours, and what is installed beside it."""
        at_home = str(Path(site.getuserbase(), "etc", "jupyter"))
        return [folder for folder in super().config_file_paths if folder != at_home]


class Lab(LabApp):  # type: ignore[misc]  # JupyterLab ships no types
    """JupyterLab on that server."""

    serverapp_class = Server


def lab(journal: Path, door: Door, token: str, copies: Copies, ready: Callable[[], None]) -> None:
    """Serve the copies until the process is asked to stop."""
    be_quiet()
    own = get_user_settings_dir()  # of somebody's own JupyterLab: themes and keys may stay
    with workspace() as place:
        os.environ["QUADRANT_JOURNAL"] = str(journal)
        configure(place)
        chosen = arguments(settings(door, token, copies) | folders(place, Path(own)))
        rules = Admission(door, door.address("").split("?")[0], Session(token), most=A_NOTEBOOK)
        # JupyterLab binds its port itself; the door has only found it.
        door.socket.close()
        app = Lab.initialize_server(argv=chosen)
        app.http_server.request_callback = Gate(app.web_app, rules)
        when_told_to_end(lambda: app.stop(from_signal=True))
        IOLoop.current().add_callback(ready)
        with contextlib.suppress(SystemExit):
            app.start()


def settings(door: Door, token: str, copies: Copies) -> dict[str, str]:
    """Return JupyterLab's settings. Given as arguments, they beat any file."""
    return {
        "ServerApp.root_dir": str(copies.folder),
        "ServerApp.ip": door.host,
        "ServerApp.port": str(door.port),
        "ServerApp.port_retries": "0",
        "ServerApp.base_url": "/",  # the three that an address has, whatever a machine is used to
        "ServerApp.certfile": "",
        "ServerApp.keyfile": "",
        "ServerApp.open_browser": "False",
        "Application.log_level": "50",
        "ServerApp.allow_root": "True",  # in a container, one often is
        "ServerApp.allow_remote_access": str(not door.private),
        "ServerApp.quit_button": "False",
        "ServerApp.preferred_dir": str(copies.folder),
        "Doorkeeper.key": token,
        **GUARDED,
        "LabApp.default_url": f"/lab/tree/{copies.first}",
        "LabApp.news_url": "None",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        **{f"{kind}.{name}": str(value) for kind, name, value in _shared()},
    }


def _shared() -> Iterator[tuple[str, str, Any]]:
    for kind, values in kernels.settings().items():
        for name, value in values.items():
            yield kind, name, value


def arguments(chosen: Mapping[str, str]) -> list[str]:
    """Return settings as JupyterLab takes them.

    They are handed over inside this process: no list of processes shows the token.
    """
    return [f"--{name}={value}" for name, value in chosen.items()]


def folders(place: Workspace, own: Path) -> dict[str, str]:
    """Return where JupyterLab keeps what somebody chooses in its menus, and what it arranges.

    What is chosen stays in `own`; where that cannot be written, as long as the server.
    """
    there = next(folder for folder in (own, *own.parents) if folder.exists())
    kept = there.is_dir() and os.access(there, os.W_OK)
    return {
        "LabApp.user_settings_dir": str(own if kept else place.folder / "settings"),
        "LabApp.workspaces_dir": str(place.folder / "layout"),
    }


def configure(place: Workspace) -> None:
    """Switch off what is not needed, and the question whether one wants news."""
    off = {"ServerApp": {"jpserver_extensions": dict.fromkeys(NOT_NEEDED, False)}}
    for name, chosen in (
        ("jupyter_server_config.d/quadrant.json", off),
        ("labconfig/page_config.json", {"disabledExtensions": {NEWS: True}}),
    ):
        file = place.config / name
        file.parent.mkdir()
        file.write_text(json.dumps(chosen), encoding="utf-8")
