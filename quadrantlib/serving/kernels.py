"""How many kernels one person may have at once."""

from __future__ import annotations

from typing import Any

from tornado.web import HTTPError

from quadrantlib.serving.logs import SilentKernels

MOST = 30
"""More than twice the pages there are; each takes about 50 MB."""
FULL = f"{MOST} pages are open already. Close some that you do not need, and try again."


class Limited(SilentKernels):
    """Kernels, up to a number: whoever asks for more is told so."""

    starting = 0

    @property
    def is_full(self) -> bool:
        """Whether no further kernel would be started."""
        return len(self) + self.starting >= MOST

    async def start_kernel(self, **words: Any) -> str:  # type: ignore[override]
        """Start a kernel; raises HTTPError if there are enough."""
        if self.is_full:
            raise HTTPError(503, FULL, reason=FULL)
        self.starting += 1
        try:
            return await super().start_kernel(**words)
        finally:
            self.starting -= 1
