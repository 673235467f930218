"""JupyterLab over the copies: no news, no updates, the journal handed over."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]
from tornado.ioloop import IOLoop

from quadrantlib.serving.address import Door
from quadrantlib.serving.admission import Admission
from quadrantlib.serving.copies import Copies
from quadrantlib.serving.gate import Gate
from quadrantlib.serving.logs import be_quiet
from quadrantlib.serving.session import Session

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


def lab(journal: Path, door: Door, token: str, copies: Copies, ready: Callable[[], None]) -> None:
    """Serve the copies until the process is asked to stop."""
    os.environ["QUADRANT_JOURNAL"] = str(journal)
    be_quiet()
    chosen = arguments(settings(door, token, copies))
    rules = Admission(door, door.address("").split("?")[0], Session(token), most=A_NOTEBOOK)
    # JupyterLab binds its port itself; the door has only found it.
    door.socket.close()
    with _private_notes():
        app = LabApp.initialize_server(argv=chosen)
        app.http_server.request_callback = Gate(app.web_app, rules)
        with contextlib.suppress(AttributeError):  # Jupyter would leave its folders behind
            signal.signal(signal.SIGHUP, app._signal_stop)  # noqa: SLF001
        IOLoop.current().add_callback(ready)
        with contextlib.suppress(SystemExit):
            app.start()


def settings(door: Door, token: str, copies: Copies) -> Mapping[str, str]:
    """Return JupyterLab's settings. Given as arguments, they beat any file in the start folder."""
    return {
        "ServerApp.root_dir": str(copies.folder),
        "ServerApp.ip": door.host,
        "ServerApp.port": str(door.port),
        "ServerApp.port_retries": "0",
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
        "KernelManager.transport": "ipc" if os.name == "posix" else "tcp",
        "KernelSpecManager.kernel_dirs": "[]",
    }


def arguments(chosen: Mapping[str, str]) -> list[str]:
    """Return settings as JupyterLab takes them.

    They are handed over inside this process: no list of processes shows the token.
    """
    return [f"--{name}={value}" for name, value in chosen.items()]


@contextlib.contextmanager
def _private_notes() -> Iterator[None]:
    """Keep what Jupyter notes about a running server, its token too, in a folder of our own."""
    with tempfile.TemporaryDirectory(prefix="quadrant-") as name:
        os.environ["JUPYTER_RUNTIME_DIR"] = name
        paths = [_without_news(Path(name)), os.environ.get("JUPYTER_CONFIG_PATH", "")]
        os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
        yield


def _without_news(folder: Path) -> str:
    """Return a folder of settings that switches off the question whether one wants news."""
    config = folder / "config"
    (config / "labconfig").mkdir(parents=True)
    switched_off = {"disabledExtensions": {NEWS: True}}
    page = config / "labconfig" / "page_config.json"
    page.write_text(json.dumps(switched_off), encoding="utf-8")
    return str(config)
