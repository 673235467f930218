"""No more kernels than a person can use, however fast they are asked for.

Taken out: the count of kernels that are starting (sixty at once were started), and the page.
"""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError

from quadrantlib.serving.kernels import MOST, Limited
from tests.houses import house


@pytest.fixture
def kernels(monkeypatch: pytest.MonkeyPatch) -> Limited:
    """Kernels that take a moment to start, and are none."""

    async def start(self: Any, *, kernel_id: str, **_: Any) -> str:
        await asyncio.sleep(0.01)
        self._kernels[kernel_id] = SimpleNamespace()
        return kernel_id

    monkeypatch.setattr(AsyncMappingKernelManager, "start_kernel", start)
    return Limited()


async def ask_for_twice_as_many(kernels: Limited) -> list[Any]:
    asked = (kernels.start_kernel(kernel_id=str(n)) for n in range(2 * MOST))
    return await asyncio.gather(*asked, return_exceptions=True)


def test_of_many_that_are_asked_for_at_once_no_more_start_than_may(kernels: Limited) -> None:
    assert not kernels.is_full
    answers = asyncio.run(ask_for_twice_as_many(kernels))
    refused = [each for each in answers if isinstance(each, HTTPError)]
    assert len(kernels) == MOST
    assert len(refused) == MOST
    assert kernels.is_full
    assert {each.status_code for each in refused} == {503}
    assert all("Close some" in each.reason for each in refused)


def test_one_that_does_not_start_takes_nobodys_place(
    kernels: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_self: Any, **_: Any) -> str:
        raise OSError

    monkeypatch.setattr(AsyncMappingKernelManager, "start_kernel", fail)
    asyncio.run(ask_for_twice_as_many(kernels))
    assert not kernels.is_full


SERVED = """
import sys
from pathlib import Path
from quadrantlib import serve
from quadrantlib.serving import kernels
kernels.MOST = 1
from quadrantlib.cli import main
main(["open", "--no-browser"])
"""


def test_whoever_opens_too_many_pages_reads_what_to_do(tmp_path, python) -> None:
    with house(tmp_path, python, "-c", SERVED) as running:
        owner = running.owner()
        assert "data-q-kernel" in owner.ask("/ten-tasks").text
        assert len(running.kernels()) == 1
        answer = owner.ask("/ten-tasks")
        assert answer.status == 503
        assert "Close some that you do not need" in answer.text
        assert len(running.kernels()) == 1
