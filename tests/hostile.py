"""What somebody else may have left in a start folder, beside the notebooks and in a home.

Whatever of it is read as code leaves a mark; what only configures would send a server elsewhere,
or end it. One thing may count: the theme that is chosen in somebody's own JupyterLab.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

MODULES = ("numpy", "quadrantlib", "ipykernel_launcher", "traitlets", "click", "typing", "voila")
"""Names under which we, or what we stand on, would find a stranger's module instead of our own."""
CONFIGURED = json.dumps(
    {
        "ServerApp": {
            "base_url": "/elsewhere/",
            "certfile": "/nowhere.pem",
            "jpserver_extensions": {"voila.server_extension": True, "voila": True},
        },
        "VoilaConfiguration": {"template": "nowhere"},
        "Voila": {"base_url": "/elsewhere/"},
        "KernelManager": {"transport": "nowhere"},
    }
)
IN_A_START_FOLDER = (
    *("voila.py", "sitecustomize.py", "usercustomize.py"),
    *("ipython_config.py", "ipython_kernel_config.py"),
    *("jupyter_config.py", "jupyter_server_config.py", "jupyter_lab_config.py"),
    *("voila.json", "jupyter_config.json", "jupyter_server_config.json"),
    "matplotlibrc",
)
THEME = '{"theme": "JupyterLab Dark"}'
TEMPLATES = ".local/share/jupyter/voila/templates"
IN_A_HOME = (
    *(f".jupyter/{name}" for name in IN_A_START_FOLDER if name.startswith(("ju", "vo"))),
    *(f".ipython/profile_default/{name}" for name in IN_A_START_FOLDER if "ipython" in name),
    ".ipython/profile_default/startup/first.py",
    ".ipython/profile_default/ipython_config.json",
    ".jupyter/labconfig/page_config.json",
    ".jupyter/lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings",
    ".local/share/jupyter/nbsignatures.db",
    ".local/share/jupyter/kernels/python3/kernel.json",
    ".ipython/kernels/python3/kernel.json",
    *(f"{TEMPLATES}/{name}/conf.json" for name in ("quadrant", "base")),
    *(f"{TEMPLATES}/{name}/index.html.j2" for name in ("quadrant", "base")),
    f"{TEMPLATES}/quadrant/landing.html",
    ".config/matplotlib/matplotlibrc",
    ".pythonrc.py",
)

NAMED = {
    "conf.json": json.dumps({"base_template": "nowhere", "traitlet_configuration": {}}),
    "matplotlibrc": "text.usetex: True\n",
}
OTHERS = {
    ".json": CONFIGURED,
    ".jupyterlab-settings": THEME,
    **dict.fromkeys((".j2", ".html"), "{{ nothing.there }}"),
}


@dataclass(frozen=True, slots=True)
class Marks:
    """A folder in which whatever runs leaves a file that names it."""

    folder: Path

    def found(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    def start_folder(self, folder: Path, modules: tuple[str, ...] = MODULES) -> Path:
        """Fill a folder to start in, or to keep notebooks in."""
        names = [f"{name}.py" for name in modules]
        self._fill(folder, (*IN_A_START_FOLDER, *names))
        return folder

    def module(self, folder: Path, name: str) -> None:
        self._fill(folder, (f"{name}.py",))

    def home(self, folder: Path) -> Path:
        self._fill(folder, IN_A_HOME)
        return folder

    def _fill(self, folder: Path, names: tuple[str, ...]) -> None:
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self._text(path, name), encoding="utf-8")

    def _text(self, path: Path, name: str) -> str:
        mark = str(self.folder / f"{path.parent.name}-{path.name}")
        runs = {"argv": ["touch", mark], "display_name": "x", "language": "python"}
        named = {"kernel.json": json.dumps(runs), **NAMED}
        if name.endswith(".py"):
            return f"open({mark!r}, 'w').close()\n"
        return named.get(path.name) or OTHERS.get(path.suffix, "{}")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, to be compared later; nothing if it is no folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
