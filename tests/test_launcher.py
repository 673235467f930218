"""What opens in the browser holds no key in its address, and is gone when the server is.

Seen to fail with the address itself opened, and with the signal left to Jupyter (a hung-up `lab`
left its folders behind).
"""

from __future__ import annotations

import os
import re
import signal
import stat
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from quadrantlib.serve import launcher
from tests.houses import QUADRANT, house

TOKEN = "t" * 43
BROWSER = f"""#!{sys.executable}
import os, sys, time
from pathlib import Path
Path(os.environ["OPENED"]).write_text(sys.argv[1])
"""


def test_only_its_owner_can_read_it_and_afterwards_nobody() -> None:
    address = f"http://127.0.0.1:8642/?token={TOKEN}"
    with launcher(address) as place:
        page = Path(urlsplit(place).path)
        assert TOKEN not in place
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700
        assert f'content="0; url={address}"' in page.read_text(encoding="utf-8")
        assert "script" not in page.read_text(encoding="utf-8")
    assert not page.parent.exists()


def opened(path: Path) -> str:
    until = time.monotonic() + 60
    while not (path.exists() and path.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    return path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a browser made of a script, and signals")
@pytest.mark.parametrize("command", ["open", "lab"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_no_command_line_shows_the_key_and_however_it_ends_nothing_stays(
    tmp_path: Path, command: str, name: str
) -> None:
    browser, room, start = (tmp_path / each for each in ("browser", "room", "start"))
    browser.write_text(BROWSER, encoding="utf-8")
    browser.chmod(0o700)
    room.mkdir()
    start.mkdir()
    words = {"BROWSER": f"{browser} %s", "OPENED": str(tmp_path / "opened"), "TMPDIR": str(room)}
    with house(start, *QUADRANT, command, **words) as running:
        place = opened(tmp_path / "opened")
        assert place.startswith("file://")
        page = Path(urlsplit(place).path)
        assert re.search(rf"url={re.escape(running.address)}\"", page.read_text(encoding="utf-8"))
        shown = [each.info["cmdline"] for each in psutil.process_iter(["cmdline"])]
        assert running.token not in place + str(shown)
        running.process.send_signal(getattr(signal, name))
        assert running.process.wait(timeout=60) == 0
    assert not page.exists()
    assert [path.name for path in room.iterdir()] == []
