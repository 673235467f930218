"""What is too much for memory lies in a file that nobody sees and that goes with its owner."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.scratch import Many, scratch


@given(st.lists(st.text()), st.text())
def test_it_is_a_set_in_alphabetical_order(texts, other) -> None:
    found = Many(texts)
    assert list(found) == sorted(set(texts))
    assert (other in found) == (other in texts)
    assert all(each in found for each in texts)


def test_what_is_put_in_is_in_it_once() -> None:
    found = Many(["b"])
    for each in ("a", "b", "a"):
        found.add(each)
    assert list(found) == ["a", "b"]
    assert 7 not in found


def test_a_file_name_that_is_no_text_comes_back_as_it_was() -> None:
    name = os.fsdecode(b"c\xff.json")
    assert list(Many([name])) == [name]


LARGE = """
import os
from pathlib import Path
from quadrantlib.scratch import Many
found = Many(f"{number:064}" for number in range(50_000))
opened = [os.readlink(each) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
print([each for each in opened if each.startswith(os.environ["SQLITE_TMPDIR"])])
print(os.listdir(os.environ["SQLITE_TMPDIR"]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody says which files are open")
def test_what_is_large_lies_on_disk_and_nowhere_in_a_folder(python: str, tmp_path: Path) -> None:
    env = {**os.environ, "SQLITE_TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [python, "-c", LARGE], env=env, capture_output=True, text=True, check=True, timeout=60
    )
    opened, seen = done.stdout.splitlines()
    assert str(tmp_path) in opened
    assert seen == "[]"


def test_it_is_closed_when_its_owner_is_gone() -> None:
    class Owner:
        """Whoever asked for it."""

    owner = Owner()
    database = scratch(owner, "CREATE TABLE some (one TEXT);")
    assert database.execute("SELECT count(*) FROM some").fetchone() == (0,)
    del owner
    with pytest.raises(sqlite3.ProgrammingError):
        database.execute("SELECT 1")
