"""Saves from a process of its own: `saving.py JOURNAL NAME TIMES [LIMIT | nobody]`.

Adds TIMES rows whose ids begin with NAME, one a save. With LIMIT, no file may grow beyond so many
bytes; with `nobody`, root gives up its rights first. Prints the three parts of the trouble it
meets, a line each.
"""

from __future__ import annotations

import os
import resource
import sys
from datetime import UTC, datetime

import filelock  # noqa: F401  nobody may not read where it lies

from quadrantlib.errors import Trouble
from quadrantlib.journal import Edit, apply
from quadrantlib.storage import Storage

NOBODY = 65534


def save(path: str, row_id: str) -> None:
    now = datetime.now(UTC)
    storage = Storage(path, now=lambda: now, new_id=lambda: os.urandom(8).hex())
    edit = Edit("sparks", "lasting", ("sparks", row_id), None, {"what": "a kite " * 40})
    storage.change(lambda journal: apply(journal, [edit], now))


if __name__ == "__main__":
    where, name, times, *limit = sys.argv[1:]
    if limit == ["nobody"]:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
    elif limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit[0]), int(limit[0])))
    try:
        for number in range(int(times)):
            save(where, f"{name}{number}")
    except Trouble as trouble:
        sys.stdout.write(f"{trouble.what}\n{trouble.safe}\n{trouble.now}")
