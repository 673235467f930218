"""What is saved is whole, stays, and is the newest: killed, crowded, refused or full."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quadrantlib import durable
from quadrantlib.errors import NotSaved
from quadrantlib.journal import Edit, apply, parse
from quadrantlib.storage import Storage
from tests.pages import NOW

HERE = Path(__file__).parent
SAFE = "Your answers are still on this page, and what was saved before is untouched."


def run(script: str, *arguments: object) -> str:
    command = [sys.executable, HERE / "storage" / script, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(HERE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=env, check=True)
    return done.stdout


def storage(path: Path) -> Storage:
    return Storage(path, now=lambda: NOW, new_id=lambda: os.urandom(4).hex())


def save(path: Path, number: int) -> None:
    edit = Edit("ten-tasks", "r1", ("guess",), None if number == 1 else number - 1, number)
    storage(path).change(lambda journal: apply(journal, [edit], NOW))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "journal.json"
    save(path, 1)
    return path


def test_no_kill_at_any_moment_breaks_or_loses_a_journal(tmp_path: Path) -> None:
    seen = json.loads(run("killing.py", "at-random", tmp_path / "journal.json", 300))
    assert seen["killed"] == 300
    assert seen["in the middle"] > 0
    assert (seen.get("broken", 0), seen["lost"], seen["stray"]) == (0, 0, 0)


def test_no_kill_at_any_step_breaks_or_loses_a_journal(tmp_path: Path) -> None:
    seen = json.loads(run("killing.py", "at-each-step", tmp_path / "journal.json"))
    assert seen["killed"] >= 16  # eight calls for the journal, eight for its snapshot
    assert seen["in the middle"] > 0
    assert (seen.get("broken", 0), seen["lost"], seen["stray"]) == (0, 0, 0)


def test_a_writer_that_truncates_in_place_would_be_caught(tmp_path: Path) -> None:
    """The guard of the two tests above, taken out."""
    seen = json.loads(run("killing.py", "at-random", tmp_path / "journal.json", 60, "careless"))
    assert seen["broken"] > 0


def test_a_save_reaches_the_disk_before_it_is_acknowledged(saved: Path, monkeypatch) -> None:
    """No kill can show what a loss of power would: so the order of the calls is held to.

    It fails without either fsync, and with them out of order: tried.
    """
    calls, paths = [], {}
    for name in ("open", "write", "fsync", "replace"):
        monkeypatch.setattr(os, name, _noted(name, getattr(os, name), calls, paths))
    save(saved, 2)
    temporary = next(Path(p).name for name, p in calls if name == "replace")
    assert [(name, Path(p).name) for name, p in calls if ".quadrant" not in str(p)] == [
        ("open", temporary),
        ("write", temporary),
        ("fsync", temporary),
        ("replace", temporary),
        ("open", saved.parent.name),
        ("fsync", saved.parent.name),
    ]


def _noted(name: str, real, calls: list, paths: dict):
    def call(what, *args, **kwargs):
        result = real(what, *args, **kwargs)
        if name == "open":
            paths[result] = what
        if name != "open" or args[0] & os.O_CREAT or Path(what).is_dir():  # what is read is no save
            calls.append((name, paths.get(what, what)))
        return result

    return call


FULL = "the disk is full", "Free some space and press Save again."
FORBIDDEN = (
    "this account may not do that there",
    "Allow it, or choose another place, and press Save again.",
)
FAILED = "the disk failed (Input/output error)", "Look after the disk and press Save again."


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.EROFS, FORBIDDEN),
        (errno.EACCES, FORBIDDEN),
        (errno.EIO, FAILED),
    ],
)
def test_a_save_refused_at_any_step_leaves_the_old_file(
    saved: Path, monkeypatch, step: str, code: int, says: tuple[str, str]
) -> None:
    before = saved.read_bytes(), names(saved.parent)
    with monkeypatch.context() as patch:
        _refuse(patch, step, code, saved.parent)
        with pytest.raises(NotSaved) as raised:
            save(saved, 2)
    assert (saved.read_bytes(), names(saved.parent)) == before
    trouble, (why, now) = raised.value, says
    assert trouble.what == f"Your journal could not be saved to {saved}: {why}."
    assert (trouble.safe, trouble.now) == (SAFE, now)
    save(saved, 2)


def _refuse(patch, step: str, code: int, folder: Path) -> None:
    """Let `step` fail for the temporary beside the journal, as the disk would."""
    real, real_open, ours = getattr(os, step), os.open, set()

    def opened(path, *args, **kwargs):
        if step == "open" and Path(path).parent == folder and ".saving-" in str(path):
            raise OSError(code, os.strerror(code), str(path))
        descriptor = real_open(path, *args, **kwargs)
        if ".saving-" in str(path):
            ours.add(descriptor)
        return descriptor

    def refused(what, *args, **kwargs):
        if what in ours or ".saving-" in str(what):
            raise OSError(code, os.strerror(code))
        return real(what, *args, **kwargs)

    patch.setattr(os, step, refused)
    patch.setattr(os, "open", opened)


def test_a_save_whose_last_step_fails_is_not_called_saved(saved: Path, monkeypatch) -> None:
    def failing(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(durable, "keep_names", failing)
        for _ in range(2):  # the second time the file holds it already: not durable all the same
            with pytest.raises(NotSaved, match="the disk failed"):
                save(saved, 2)
    save(saved, 2)


def test_a_shared_folder_that_cannot_sync_its_names_is_no_trouble(saved: Path, monkeypatch) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    save(saved, 2)


@pytest.mark.skipif(os.name == "nt", reason="limits are a Unix matter")
def test_a_disk_that_really_fills_up_leaves_the_old_file(saved: Path) -> None:
    size = saved.stat().st_size + 1_000
    what, safe, now = run("saving.py", saved, "row", 20, size).splitlines()
    assert what == f"Your journal could not be saved to {saved}: the disk is full."
    assert (safe, now) == (SAFE, "Free some space and press Save again.")
    rows = parse(saved.read_bytes()).answer("sparks", "lasting", ("sparks",))
    assert 0 < len(rows) < 20
    assert not list(saved.parent.rglob("*.saving-*"))


@pytest.mark.skipif(os.name == "nt", reason="modes are a Unix matter")
def test_a_folder_that_is_really_read_only_leaves_the_old_file() -> None:
    """As root nothing is refused: the process that saves is made nobody's."""
    with tempfile.TemporaryDirectory(prefix="quadrant-") as folder:
        path = Path(folder) / "journal.json"
        save(path, 1)
        before = path.read_bytes()
        for each in (path, path.parent / ".quadrant"):
            each.chmod(0o755)
        path.parent.chmod(0o555)
        what, safe, _ = run("saving.py", path, "row", 1, "nobody").splitlines()
        path.parent.chmod(0o755)
        assert what == f"Your journal could not be saved to {path}: {FORBIDDEN[0]}."
        assert (safe, path.read_bytes()) == (SAFE, before)


def test_two_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    """It fails without the lock: tried."""
    path, times = tmp_path / "journal.json", 100
    command = [sys.executable, HERE / "storage" / "saving.py", path]
    env = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    writers = [subprocess.Popen([*command, name, str(times)], env=env) for name in ("a", "b")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    journal = parse(path.read_bytes())
    rows = journal.answer("sparks", "lasting", ("sparks",))
    assert {row["id"] for row in rows} == {f"{name}{n}" for name in "ab" for n in range(times)}
    assert journal.revision == 2 * times


HOLDS = """
import sys, filelock
with filelock.FileLock(sys.argv[1]):
    print(flush=True)
    input()
"""


def test_a_page_that_waits_too_long_for_another_says_so(saved: Path, monkeypatch) -> None:
    monkeypatch.setattr(durable, "PATIENCE", 0.05)
    command = [sys.executable, "-c", HOLDS, saved.parent / ".quadrant" / "journal.json.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(NotSaved, match=r"another page is writing to it\. .* Wait a moment"):
            save(saved, 2)
        other.communicate(b"\n")
    save(saved, 2)


def test_in_a_browsers_python_there_is_no_lock(saved: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setitem(sys.modules, "filelock", None)
    save(saved, 2)
    assert storage(saved).read().answer("ten-tasks", "r1", ("guess",)) == 2


def test_what_grows_while_it_is_read_is_read_no_further_than_it_may(tmp_path: Path, monkeypatch):
    """Seen to fail with `read` taking all that is there: only the size of before was looked at."""
    path = tmp_path / "grows.json"
    path.write_bytes(b"12")

    def grown(*named):
        file = opened(*named)
        path.write_bytes(1000 * b"1")
        return file

    opened = durable.opened
    monkeypatch.setattr(durable, "opened", grown)
    with pytest.raises(OSError) as refused:
        durable.read(path, 10)
    assert refused.value.errno == errno.EOVERFLOW
