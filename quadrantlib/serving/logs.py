"""Logs that hold nothing a person wrote: where something went wrong, and of what kind."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

LOGGER = "quadrantlib"
GONE = ("WebSocketClosedError", "StreamClosedError")
"""Somebody closed a page while it was being spoken to: no fault, and nobody needs to hear of it."""


class Quiet(logging.Formatter):
    """Tells a fault's kind and place, never its message: a message may quote an answer."""

    def format(self, record: logging.LogRecord) -> str:
        kind, place = record.levelname.lower(), f"{record.module}, line {record.lineno}"
        if record.exc_info and record.exc_info[0] is not None:
            kind = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            place = (
                f"{Path(frames[-1].filename).stem}, line {frames[-1].lineno}" if frames else place
            )
        return f"Something unexpected happened ({kind} in {place}). The workbook goes on."


def be_quiet() -> logging.Logger:
    """Send every library's faults through `Quiet`, and their chatter nowhere."""
    handler = logging.StreamHandler()
    handler.setFormatter(Quiet())
    handler.addFilter(is_news)
    logging.basicConfig(handlers=[handler], level=logging.ERROR, force=True)
    logging.captureWarnings(capture=True)
    return logging.getLogger(LOGGER)


def is_news(record: logging.LogRecord) -> bool:
    """Whether a fault is more than a page that was closed."""
    kind = record.exc_info[0] if record.exc_info else None
    return kind is None or kind.__name__ not in GONE


class SilentKernels(AsyncMappingKernelManager):
    """Kernels that write to no terminal.

    What a kernel prints or throws may hold an answer; the page shows what a person should see.
    """

    async def start_kernel(self, **words: Any) -> str:  # type: ignore[override]
        started = await super().start_kernel(**words, stdout=DEVNULL, stderr=DEVNULL)
        return str(started)


def no_requests(_handler: Any) -> None:
    """Log no request: an address may carry the token."""
