"""Saves in a child, kills it, and looks at the file: once for each line of the result.

    python killing.py at-random JOURNAL TIMES [careless]
    python killing.py at-each-step JOURNAL

Forks from a process that has everything loaded, so that hundreds of real kills take seconds. Prints
one JSON object: how many were killed, how many files were broken, how many lost a save that the
child had been told was done, and how many children were killed in the middle of a save.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import filelock  # noqa: F401  loaded once, before the children

from quadrantlib import durable
from quadrantlib.errors import Trouble
from quadrantlib.journal import Edit, Journal, apply, parse
from quadrantlib.storage import Storage

PAGES = "a day like any other " * 5_000
PLACE = ("ten-tasks", "r1", ("guess",))
STEPS = ("open", "write", "fsync", "close", "replace", "unlink")


START = datetime(2026, 11, 22, 18, 4, 11, tzinfo=UTC)


def storage(path: Path, number: int = 0) -> Storage:
    """Each save comes eleven minutes after the last, so that each makes a snapshot as well."""
    now = START + timedelta(minutes=11 * number)
    return Storage(path, now=lambda: now, new_id=lambda: os.urandom(8).hex())


def save(path: Path, number: int) -> Journal:
    """Save a journal of a hundred pages in which only a number changes."""
    edits = [Edit(*PLACE, None if number == 1 else number - 1, number)]
    if number == 1:
        edits.append(Edit("ten-tasks", "r1", ("belongs",), None, PAGES))
    return storage(path, number).change(lambda journal: apply(journal, edits, START))


def standing(path: Path) -> int:
    """Return the last number saved; raise Trouble if the file is not a whole journal."""
    journal = parse(path.read_bytes())
    assert journal.answer("ten-tasks", "r1", ("belongs",)) == PAGES
    return journal.answer(*PLACE)


def save_until_killed(path: Path, told: int, number: int) -> None:
    while True:
        save(path, number)
        os.write(told, number.to_bytes(4, "big"))
        number += 1


def kill_at_random(path: Path, times: int) -> Counter[str]:
    seen: Counter[str] = Counter()
    dice = random.Random(20261122)
    last = save(path, 1).answer(*PLACE)
    for _ in range(times):
        told, tell = os.pipe()
        child = os.fork()
        if not child:
            save_until_killed(path, tell, last + 1)
        os.close(tell)
        os.read(told, 4)  # it is saving
        time.sleep(dice.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = _last_number(told, last + 1)
        seen["killed"] += 1
        seen["in the middle"] += bool(list(path.parent.glob("*.saving-*")))
        last = judge(path, acknowledged, seen)
    return seen


def _last_number(told: int, first: int) -> int:
    with os.fdopen(told, "rb") as pipe:
        heard = pipe.read()
    return int.from_bytes(heard[-4:], "big") if heard else first


def judge(path: Path, acknowledged: int, seen: Counter[str]) -> int:
    try:
        found = standing(path)
    except Trouble:
        seen["broken"] += 1
        path.unlink()
        return save(path, 1).answer(*PLACE)
    seen["lost"] += found < acknowledged
    storage(path).read()
    seen["stray"] += bool(list(path.parent.glob("**/*.saving-*")))
    return found


def kill_at_each_step(path: Path) -> Counter[str]:
    """Kill before every call of a save to the system, and after half of what it writes."""
    seen: Counter[str] = Counter()
    last = save(path, 1).answer(*PLACE)
    for step in count(1):
        child = os.fork()
        if not child:
            die_at(step)
            save(path, last + 1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            return seen
        seen["killed"] += 1
        seen["in the middle"] += bool(list(path.parent.glob("*.saving-*")))
        last = judge(path, last, seen)
    return seen


def die_at(step: int) -> None:
    steps = count(1)

    def mortal(name: str) -> None:
        real = getattr(os, name)

        def call(*args, **kwargs):
            if next(steps) == step:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        setattr(os, name, call)

    for name in STEPS:
        mortal(name)


def write_carelessly(path: Path, content: bytes, temporary: Path) -> None:
    """Truncate and write, as many programs do: what the test is there to catch."""
    path.write_bytes(content)


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    if "careless" in rest:
        durable.write = write_carelessly
    where = Path(where)
    done = (
        kill_at_each_step(where) if what == "at-each-step" else kill_at_random(where, int(rest[0]))
    )
    sys.stdout.write(json.dumps(done))
