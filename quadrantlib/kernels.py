"""The kernels that we start, in pages, in JupyterLab and for the report: this Python, by itself.

A kernel finds modules where they are installed, never in the folder that it stands in, and neither
a kernel of another Python nor a startup file in somebody's home takes part in it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from ipykernel.kernelspec import RESOURCES
from jupyter_client.kernelspec import (
    NATIVE_KERNEL_NAME,
    KernelSpec,
    KernelSpecManager,
    NoSuchKernel,
)
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir
from traitlets import default

from quadrantlib.workspace import sockets_fit

COMMAND = (
    *(sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"),
    "--InteractiveShellApp.ignore_cwd=True",  # IPython before 9.7 asks for no PYTHONSAFEPATH
    "--HistoryManager.enabled=False",  # nobody looks at one, and kernels wait for each other's
)


class OwnKernelSpecs(KernelSpecManager):
    """Knows one kernel; `kernel_dirs` is no setting that a configuration could empty."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the one kernel's name and where its icons lie."""
        return {NATIVE_KERNEL_NAME: RESOURCES}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the one kernel.

        Raises
        ------
        NoSuchKernel
            If another one is asked for.
        """
        if kernel_name.lower() != NATIVE_KERNEL_NAME:
            raise NoSuchKernel(kernel_name)
        return KernelSpec(
            argv=list(COMMAND),
            env=environment(),
            display_name="Python 3",
            language="python",
            resource_dir=RESOURCES,
        )


class OwnKernelManager(AsyncKernelManager):
    """Starts that kernel for a notebook that is run from top to bottom."""

    @default("kernel_spec_manager")
    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return OwnKernelSpecs(parent=self)

    @default("connection_file")
    def _own_connection_file(self) -> str:
        return str(Path(jupyter_runtime_dir(), "kernel.json"))


def environment() -> dict[str, str]:
    """Return what a kernel is told beside what its server was told.

    What it notes down lies with its sockets. An empty value counts as none.
    """
    notes = Path(jupyter_runtime_dir().replace("$", "$$"))  # Jupyter fills in `$NAME`
    # An empty entry, as in `:/somewhere`, or one like `.` means the folder that it stands in.
    modules = filter(os.path.isabs, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return {
        "IPYTHONDIR": str(notes / "ipython"),
        "MPLCONFIGDIR": str(notes / "matplotlib"),
        "XDG_CACHE_HOME": str(notes / "cache"),
        "PYTHONPATH": os.pathsep.join(modules).replace("$", "$$"),
        "PYTHONSAFEPATH": "1",  # Python itself does
        **dict.fromkeys(("PYTHONSTARTUP", "MATPLOTLIBRC", "MPLBACKEND"), ""),
    }


def settings() -> dict[str, dict[str, Any]]:
    """Return what Voila, JupyterLab and Papermill have in common, by class and name."""
    specs, manager = (f"{__name__}.{own.__name__}" for own in (OwnKernelSpecs, OwnKernelManager))
    fit = sockets_fit(Path(jupyter_runtime_dir()))
    return {
        "ServerApp": {"kernel_spec_manager_class": specs},
        "VoilaConfiguration": {"kernel_spec_manager_class": specs},
        "NotebookClient": {"kernel_manager_class": manager},
        "KernelManager": {"transport": "ipc" if fit else "tcp"},
        # Whom a notebook's outputs are trusted from is kept in a home that may be read-only.
        "NotebookNotary": {"db_file": ":memory:"},
    }
