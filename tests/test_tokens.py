"""The server's token is in the person's own state folder, and only what we put there is believed.

Seen to fail with each of these taken out: what `_read` asks of a file (its mode, a second name,
links, no waiting for a pipe), what `_make_private` asks of the folder, `_drop_the_one_beside`,
`forget_token` in `Storage.forget`, and the token of this run.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quadrantlib.storage import Storage
from quadrantlib.tokens import forget_token, server_token

PLANTED = "x" * 43


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "quadrant"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder / "journal.json"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


def test_the_token_is_the_same_every_day_and_its_owners_alone(state: Path, journal: Path) -> None:
    token = server_token(journal)
    assert re.fullmatch(r"[\w-]{43}", token)
    assert server_token(journal) == token
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in files(state)] == [0o600]
    assert files(journal.parent) == []


def test_no_name_in_the_state_folder_tells_where_a_journal_is(state: Path, journal: Path) -> None:
    server_token(journal)
    assert not re.search("journal|mine", str([path.name for path in files(state)]))


def test_each_journal_has_a_token_and_a_link_to_one_has_the_same(
    state: Path, journal: Path
) -> None:
    link, other = journal.with_name("link.json"), journal.with_name("other.json")
    link.symlink_to(journal)
    assert server_token(link) == server_token(journal) != server_token(other)
    assert len(files(state)) == 2


def test_a_token_beside_the_journal_is_neither_believed_nor_left(
    state: Path, journal: Path
) -> None:
    beside = journal.parent / ".quadrant" / "journal.json.token"
    beside.parent.mkdir()
    beside.write_text(PLANTED, encoding="utf-8")
    assert server_token(journal) != PLANTED
    assert not beside.exists()


def planted(path: Path, elsewhere: Path, kind: str) -> None:
    path.unlink()
    source = path if kind in {"loose", "half", "long"} else elsewhere
    source.write_text({"half": "x" * 20, "long": "x" * 44}.get(kind, PLANTED), encoding="utf-8")
    source.chmod(0o644 if kind == "loose" else 0o600)
    if kind == "link":
        path.symlink_to(elsewhere)
    elif kind == "second name":
        path.hardlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(path, 0o600)


@pytest.mark.parametrize("kind", ["loose", "half", "long", "link", "second name", "pipe"])
def test_a_token_that_we_did_not_make_is_made_anew(
    state: Path, journal: Path, tmp_path: Path, kind: str
) -> None:
    first = server_token(journal)
    planted(files(state)[0], tmp_path / "elsewhere", kind)
    token = server_token(journal)
    assert token not in {first, PLANTED}
    assert server_token(journal) == token
    [kept] = files(state)
    assert stat.S_ISREG(kept.lstat().st_mode)
    assert stat.S_IMODE(kept.lstat().st_mode) == 0o600
    if (tmp_path / "elsewhere").exists():
        assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == PLANTED


def test_what_somebody_else_owns_is_not_believed(
    state: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = server_token(journal)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    other = server_token(journal)
    assert other != token
    assert server_token(journal) == other
    assert files(state)[0].read_text(encoding="utf-8") == token


def test_a_state_folder_that_others_could_enter_is_closed(state: Path, journal: Path) -> None:
    state.mkdir(parents=True, mode=0o755)
    server_token(journal)
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["link", "file", "nowhere", "relative"])
def test_where_nothing_can_be_kept_the_token_is_good_for_this_run(
    state: Path, journal: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    state.parent.mkdir()
    if kind == "link":
        state.symlink_to(tmp_path / "elsewhere")
    elif kind == "file":
        state.touch()
    elif kind == "nowhere":
        monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    else:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: Path("~/state"))
    token = server_token(journal)
    assert re.fullmatch(r"[\w-]{43}", token)
    assert server_token(journal) == token
    assert server_token(journal.with_name("other.json")) != token
    assert files(tmp_path / "elsewhere") == []
    assert not (tmp_path / "~").exists()


def test_forgetting_a_journal_forgets_its_token_and_no_other(state: Path, journal: Path) -> None:
    link, other = journal.with_name("link.json"), journal.with_name("other.json")
    link.symlink_to(journal)
    token, kept = server_token(link), server_token(other)
    now, new_id = lambda: datetime.now(UTC), lambda: secrets.token_hex(8)
    Storage(link, now=now, new_id=new_id).forget()
    assert server_token(other) == kept
    assert len(files(state)) == 1
    assert server_token(journal) != token
    forget_token(journal)
    forget_token(journal)
    assert len(files(state)) == 1
