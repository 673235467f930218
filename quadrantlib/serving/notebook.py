"""The page of one notebook: its prose at once, its kernel meanwhile, its end when the page goes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import uuid
from collections.abc import AsyncIterator
from typing import Any, cast

from jupyter_server.utils import ApiPath
from tornado.iostream import StreamClosedError
from traitlets import Unicode
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from quadrantlib.serving import front, software
from quadrantlib.serving.kernels import MOST, Limited
from quadrantlib.serving.pages import CLOSED, Page

LIVE = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self' ws://{host} wss://{host}"
)
"""Inline are the few lines that put each cell in its place as it comes."""

FAILED = (
    "Something went wrong while this page was being prepared. Your journal is untouched. "
    "Please load the page again."
)


class Kernels(Limited):
    """Kernels that know where the journal is."""

    journal = Unicode(config=True)

    async def start_kernel(self, **words: Any) -> str:  # type: ignore[override]
        env = {**os.environ, "QUADRANT_JOURNAL": self.journal}
        return await super().start_kernel(**words, env=env)


class Renderer(NotebookRenderer):  # type: ignore[misc]
    """Voila's renderer, with our sentence in place of an error's."""

    async def _jinja_cell_generator(self, nb: Any, kernel_id: str) -> AsyncIterator[Any]:
        async for cell in super()._jinja_cell_generator(nb, kernel_id):
            for output in cell.get("outputs", []):
                if output["output_type"] == "error":
                    output.update(ename="", evalue=FAILED, traceback=[FAILED])
            yield cell


class Notebook(Page):
    """A participant notebook as a page."""

    def initialize(self, app: Any) -> None:
        """Take Voila."""
        self.app = app

    async def get(self, name: str) -> None:
        """Stream the page. Whatever ends it early ends its kernel too."""
        if cast("Limited", self.kernel_manager).is_full:
            self.set_status(503)
            self.show("full.html", most=MOST)
            return
        renderer = await self._renderer(f"{name}.ipynb")
        kernel_id = str(uuid.uuid4())
        files = {
            "kernel": kernel_id,
            "code": software.address("js"),
            "styles": software.address("css"),
        }
        renderer.resources["quadrant"] = {**front.about(name), "front": files}
        # Sets the cookie that lets the closing page end its kernel; unasked, tornado sets none.
        _ = self.xsrf_token
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        # The host is one of ours (`Door.names`), so it cannot smuggle in a rule of its own.
        policy = LIVE.format(host=self.request.host) + CLOSED
        self.set_header("Content-Security-Policy", policy)
        await self._stream(renderer, kernel_id)

    async def _renderer(self, path: str) -> Renderer:
        settings = self.app.voila_configuration
        renderer = Renderer(
            request_handler=self,
            voila_configuration=settings,
            traitlet_config=self.app.config,
            notebook_path=path,
            template_paths=self.app.template_paths,
            contents_manager=self.contents_manager,
            kernel_spec_manager=self.kernel_spec_manager,
            base_url=self.base_url,
            page_config=get_page_config(self.base_url, self.settings, self.log, settings),
        )
        await renderer.initialize()
        return renderer

    async def _stream(self, renderer: Renderer, kernel_id: str) -> None:
        # The kernel starts while the prose is already on its way.
        starting = asyncio.ensure_future(self._start(kernel_id, renderer))
        try:
            async for html, _ in renderer.generate_content_generator(kernel_id, starting):
                self.write(html)
                await self.flush()
        except Exception as error:
            await self._end(kernel_id, starting)
            if isinstance(error, StreamClosedError):
                return
            if not self._headers_written:
                raise
            self.log.exception("")
            # It may break off inside a template or a script: these end tags are ignored elsewhere.
            told = f'<p class="q-failed" role="alert">{FAILED}</p>'
            self.write(f"</script></template>{told}<script>quadrantFailed()</script>")

    async def _start(self, kernel_id: str, renderer: Renderer) -> Any:
        kernel = renderer.notebook.metadata.kernelspec.name
        await self.kernel_manager.start_kernel(
            kernel_id=kernel_id, kernel_name=kernel, path=ApiPath("")
        )
        return self.kernel_manager.get_kernel(kernel_id)

    async def _end(self, kernel_id: str, starting: asyncio.Future[Any]) -> None:
        with contextlib.suppress(Exception):
            await starting
            await self.kernel_manager.shutdown_kernel(kernel_id)  # type: ignore[no-untyped-call]
