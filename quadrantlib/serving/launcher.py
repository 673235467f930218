"""A page that leads to the workbook: a browser's command line is everybody's to read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}">
<title>Quadrant</title>
</head>
<body><p><a href="{address}">Open the workbook</a></p></body>
</html>
"""


@contextmanager
def launcher(address: str) -> Iterator[str]:
    """Lay a page that leads to `address` where only this person can read it; yield where that is.

    The page is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="quadrant-") as name:
        page = Path(name, "open.html")
        descriptor = os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(PAGE.format(address=escape(address)))
        yield page.as_uri()
