# ruff: noqa: INP001  (it is no package: Jupyter reads this file by its name)
"""How a borrowed machine serves the workbook: JupyterLab, and Voila as one of its extensions.

`postBuild` puts this file where every server of the image finds it, however that server is started.
"""

import os
from pathlib import Path
from typing import Any

from quadrantlib import kernels
from quadrantlib.shipped import shipped

c = get_config()  # type: ignore[name-defined]  # noqa: F821  (Jupyter hands it in)

# What kernels are told. Pages say that the machine is borrowed wherever QUADRANT_BORROWED is set.
os.environ["QUADRANT_BORROWED"] = "1"
os.environ["QUADRANT_JOURNAL"] = str(Path.home() / "journal.json")
os.environ["JUPYTER_PATH"] = os.pathsep.join(
    filter(None, [str(shipped("template")), os.environ.get("JUPYTER_PATH")])
)

# The participant's notebooks and nothing else: Voila runs whatever lies under its root.
c.ServerApp.root_dir = str(Path.home() / "workbook")
c.LabApp.default_url = "/lab/tree/welcome.ipynb"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"


def with_cookie(request: Any, **_page: Any) -> None:
    """Set the cookie that lets a closing page end its kernel; unasked, tornado sets none."""
    _ = request.xsrf_token


c.VoilaConfiguration.template = "quadrant"
c.VoilaConfiguration.allow_template_override = "NO"
c.VoilaConfiguration.allow_theme_override = "NO"
c.VoilaConfiguration.file_allowlist = []
c.VoilaConfiguration.show_tracebacks = False
c.VoilaConfiguration.prelaunch_hook = with_cookie
c.VoilaConfiguration.extension_allowlist = [
    "anywidget",
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
]
# This Python by itself: no module that lies beside a notebook, nobody's startup files.
for kind, chosen in kernels.settings().items():
    c[kind].update(chosen)
# A kernel whose page is gone: nothing piles up on a small machine.
c.MappingKernelManager.cull_idle_timeout = 60  # seconds
c.MappingKernelManager.cull_interval = 15
