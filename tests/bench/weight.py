"""What a page weighs: its requests and bytes, and its kernel's memory."""

from __future__ import annotations

from playwright.sync_api import Browser, CDPSession

from tests.bench.figures import Figure
from tests.bench.servers import Site

SETTLED_MS = 1500


class Traffic:
    """Counts what a browser asks for and gets."""

    def __init__(self, wire: CDPSession) -> None:
        self.requests, self.bytes = 0, 0
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.loadingFinished", self._got)
        wire.on("Network.webSocketFrameReceived", self._heard)

    def _asked(self, event: dict) -> None:
        self.requests += not event["request"]["url"].startswith(("data:", "blob:"))

    def _got(self, event: dict) -> None:
        self.bytes += event["encodedDataLength"]

    def _heard(self, event: dict) -> None:
        self.bytes += len(event["response"]["payloadData"])


def measure(browser: Browser, ours: Site, plain: Site) -> list[Figure]:
    """Return three lines, each beside plain Voila's."""
    mine, theirs = _weigh(browser, ours), _weigh(browser, plain)
    names = (
        "requests of a first visit",
        "bytes of a first visit",
        "kernel memory (PSS), page open",
    )
    return [
        Figure(name, a, f"plain Voila {b}") for name, a, b in zip(names, mine, theirs, strict=True)
    ]


def _weigh(browser: Browser, site: Site) -> tuple[str, str, str]:
    before = {kernel.pid for kernel in site.kernels()}
    profile = browser.new_context(bypass_csp=True)
    page = profile.new_page()
    traffic = Traffic(profile.new_cdp_session(page))
    page.goto(site.url, wait_until="commit", timeout=60_000)
    page.locator(site.field).locator("visible=true").first.wait_for(timeout=60_000)
    page.wait_for_timeout(SETTLED_MS)
    own = [kernel for kernel in site.kernels() if kernel.pid not in before]
    pss = sum(kernel.memory_full_info().pss for kernel in own)
    profile.close()
    return f"{traffic.requests}", f"{traffic.bytes / 1e6:.2f} MB", f"{pss / 2**20:.0f} MiB"
