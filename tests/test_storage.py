"""A journal in its file: read, changed, put aside, brought back, forgotten.

Each guard was taken out once, and a test here failed: the sweep, the mode, following a link,
setting aside under a free name, refusing to write a newer journal, reading back before writing,
the copies before a migration and before bringing back, each kind of file that forgetting removes.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count, pairwise
from pathlib import Path

import pytest

from quadrantlib import journal as journals
from quadrantlib.errors import Newer, NotSaved, Trouble, Unreadable
from quadrantlib.journal import Edit, Journal, apply, parse
from quadrantlib.storage import SetAside, Storage, default_path
from quadrantlib.tokens import server_token
from tests.pages import NOW

CANARY = "zq-canary"
BAD = [b"", b'{"a": "zq-canary', b"[]", b'{"format": "quadrant-journal"}', b"\xff zq-canary"]


class Desk:
    """A folder with a journal in it, and a clock that is set by hand."""

    def __init__(self, path: Path) -> None:
        self.path, self.now, self.numbers = path, NOW, count(1)
        self.storage = Storage(path, now=self.clock, new_id=lambda: os.urandom(4).hex())

    def clock(self) -> datetime:
        return self.now

    def write(self, minutes: float = 0) -> Journal:
        """Save the next number, so many minutes later."""
        self.now += timedelta(minutes=minutes)
        number = next(self.numbers)
        edit = Edit("ten-tasks", "r1", ("guess",), None if number == 1 else number - 1, number)
        return self.storage.change(lambda journal: apply(journal, [edit], self.now))

    def stands(self) -> int | None:
        return self.storage.read().answer("ten-tasks", "r1", ("guess",))

    def folder(self) -> set[str]:
        return {path.name for path in self.path.parent.rglob("*")}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.json")


def test_a_missing_journal_is_new_and_in_no_file_before_the_first_change(desk: Desk) -> None:
    assert desk.storage.read().revision == 0
    assert desk.storage.change(lambda journal: journal).revision == 0
    assert not desk.path.exists()


def test_what_was_changed_is_what_is_read(desk: Desk) -> None:
    assert desk.storage.read().id != desk.write().id
    assert desk.write() == desk.storage.read()
    assert desk.stands() == 2


def test_everything_is_its_owners_alone(desk: Desk) -> None:
    desk.write()
    desk.path.chmod(0o644)
    desk.write(minutes=11)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in desk.path.parent.rglob("*")}
    assert modes.pop(".quadrant") == 0o700
    assert set(modes.values()) == {0o600}
    assert len(modes) == 4


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "journal.json"
    link.symlink_to(tmp_path / "far" / "mine.json")
    desk = Desk(link)
    desk.write()
    assert link.is_symlink()
    assert parse((tmp_path / "far" / "mine.json").read_bytes()) == desk.storage.read()
    desk.storage.forget()
    assert desk.folder() == {"far"}


def test_a_relative_place_stays_where_it_was(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(Path("journal.json"))
    monkeypatch.chdir("/")
    desk.write()
    assert (tmp_path / "journal.json").exists()


def test_strays_of_a_dead_writer_are_swept_at_the_next_opening(desk: Desk) -> None:
    desk.write()
    strays = desk.path.parent / "journal.saving-1a.json", desk.path.parent / ".quadrant"
    strays[0].write_text("half")
    (strays[1] / "journal.saving-2b.json").write_text("half")
    other = desk.path.parent / "other.saving-3c.json"
    other.write_text("another journal's")
    desk.storage.read()
    assert {name for name in desk.folder() if "saving" in name} == {other.name}


@pytest.mark.parametrize("content", BAD)
@pytest.mark.parametrize("act", [lambda d: d.storage.read(), lambda d: d.write()])
def test_what_cannot_be_read_is_put_aside_and_never_written_over(desk: Desk, content, act) -> None:
    desk.write()
    desk.path.write_bytes(content)
    with pytest.raises(SetAside) as raised:
        act(desk)
    trouble = raised.value
    assert trouble.kept.name == "journal.corrupt-2026-11-22T180411Z.json"
    assert trouble.kept.read_bytes() == content
    assert not desk.path.exists()
    assert trouble.what.startswith("Your journal could not be read. It ")
    assert trouble.safe == (
        f"Nothing was thrown away: the file now lies beside it as {trouble.kept.name}."
    )
    assert trouble.now == (
        "You can go on from the copy of 22 November 2026, 18:04, "
        "mend that file and bring it back, or begin anew."
    )
    assert CANARY not in _everything_said(trouble)
    desk.storage.restore(trouble.snapshot)
    assert desk.stands() == 1


def _everything_said(trouble: BaseException | None) -> str:
    """What a log would hold, the errors behind the error included."""
    if trouble is None:
        return ""
    said = f"{trouble!r}{trouble}{vars(trouble)}"
    return said + _everything_said(trouble.__cause__) + _everything_said(trouble.__context__)


def test_two_files_put_aside_in_one_second_are_both_kept(desk: Desk) -> None:
    for content in BAD[:3]:
        desk.path.write_bytes(content)
        with pytest.raises(SetAside, match="There is no earlier copy"):
            desk.storage.read()
    aside = [p.read_bytes() for p in sorted(desk.path.parent.glob("journal.corrupt-*.json"))]
    assert sorted(aside) == sorted(BAD[:3])


def test_a_broken_copy_is_not_what_is_offered(desk: Desk) -> None:
    desk.write()
    desk.write(minutes=11)
    newest, oldest = desk.storage.snapshots()
    (desk.path.parent / ".quadrant" / newest.name).write_bytes(b"half")
    desk.path.write_bytes(b"half")
    with pytest.raises(SetAside) as raised:
        desk.storage.read()
    assert raised.value.snapshot == oldest


def test_a_newer_journal_is_read_and_never_written(desk: Desk) -> None:
    desk.write()
    newer = Journal(desk.storage.read().value | {"version": 2}).text()
    desk.path.write_text(newer)
    assert desk.storage.read().read_only
    for act in (desk.write, lambda: desk.storage.bring_back(Journal.new("x").text())):
        with pytest.raises(Newer) as raised:
            act()
        later = "was written by a later version of the workbook, so this one only shows it."
        assert raised.value.what == f"{desk.path} {later}"
    assert desk.path.read_text() == newer


def test_a_newer_journal_that_cannot_be_shown_is_left_where_it_is(desk: Desk) -> None:
    newer = '{"format": "quadrant-journal", "version": 9}'
    desk.path.write_text(newer)
    for act in (desk.storage.read, desk.write):
        with pytest.raises(Newer):
            act()
    assert desk.path.read_text() == newer


def test_a_folder_a_pipe_and_a_missing_folder_get_a_sentence_each(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    for name, why in {
        "": "it is a folder",
        "pipe": "it is not a file",
        "file/journal.json": "the folder is not there",
    }.items():
        with pytest.raises(Unreadable, match=re.escape(why)):
            Desk(tmp_path / name).storage.read()
    with pytest.raises(NotSaved, match="the folder is not there"):
        Desk(tmp_path / "missing" / "journal.json").write()


def test_an_unknown_field_survives_a_save(desk: Desk) -> None:
    desk.write()
    kept = Journal(desk.storage.read().value | {"invented later": {"by": "somebody"}})
    desk.path.write_text(kept.text())
    assert desk.write().value["invented later"] == {"by": "somebody"}
    assert '"by": "somebody"' in desk.path.read_text()


@pytest.mark.parametrize("odd", [float("nan"), object(), {1: 2, "1": 3}, "deep"])
def test_what_could_not_be_read_back_is_never_written(desk: Desk, odd) -> None:
    desk.write()
    if odd == "deep":
        for _ in range(100):
            odd = [odd]
    before = desk.path.read_bytes()
    with pytest.raises(NotSaved, match="one of the answers does not fit into it"):
        desk.storage.change(lambda j: Journal(j.value | {"odd": odd}))
    assert desk.path.read_bytes() == before


def test_half_a_character_does_not_stop_a_save(desk: Desk) -> None:
    edit = Edit("ten-tasks", "r1", ("belongs",), None, "\ud83d")
    desk.storage.change(lambda journal: apply(journal, [edit], NOW))
    assert desk.storage.read().answer("ten-tasks", "r1", ("belongs",)) == "\ud83d"


def test_copies_are_ten_minutes_of_writing_apart(desk: Desk) -> None:
    for _ in range(100):
        desk.write(minutes=0.5)
    times = [each.at for each in desk.storage.snapshots()]
    gaps = {newer - older for newer, older in pairwise(times)}
    assert len(times) == 5
    assert gaps == {timedelta(minutes=10)}


def test_a_copy_holds_what_stood_before_the_change(desk: Desk) -> None:
    desk.write()
    desk.write(minutes=5)
    desk.write(minutes=5)
    assert [each.revision for each in desk.storage.snapshots()] == [2, 1]
    desk.storage.restore(desk.storage.snapshots()[0])
    assert desk.stands() == 2


def test_many_days_of_writing_leave_forty_copies_at_most(desk: Desk) -> None:
    for _ in range(120):
        desk.write(minutes=7 * 60)
    assert 35 <= len(desk.storage.snapshots()) <= 40


def test_a_copy_that_cannot_be_made_does_not_stop_a_save(desk: Desk, monkeypatch) -> None:
    real = os.replace

    def refused(old, new) -> None:
        if ".quadrant" in str(new):
            raise OSError(28, "No space left on device")
        real(old, new)

    monkeypatch.setattr(os, "replace", refused)
    desk.write()
    assert desk.stands() == 1
    assert desk.storage.snapshots() == ()


def test_bringing_a_file_back_keeps_what_stood_there(desk: Desk) -> None:
    first = desk.write()
    desk.write(minutes=1)
    brought = desk.storage.bring_back(first.text())
    assert brought == desk.storage.read()
    assert desk.stands() == 1
    assert brought.revision == 3
    desk.storage.restore(desk.storage.snapshots()[0])
    assert desk.stands() == 2


@pytest.mark.parametrize("content", BAD)
def test_a_file_that_is_no_journal_is_not_brought_back(desk: Desk, content) -> None:
    desk.write()
    before = desk.path.read_bytes(), desk.folder()
    with pytest.raises(Unreadable, match=r"brought back\. It .* is as it was") as raised:
        desk.storage.bring_back(content)
    assert (desk.path.read_bytes(), desk.folder()) == before
    assert CANARY not in _everything_said(raised.value)


def test_a_newer_file_is_not_brought_back(desk: Desk) -> None:
    newer = Journal(desk.write().value | {"version": 2}).text()
    with pytest.raises(Newer, match="could not be brought back"):
        desk.storage.bring_back(newer)


def test_a_copy_is_made_before_a_migration(desk: Desk, monkeypatch) -> None:
    desk.write()
    desk.write(minutes=1)
    old = desk.path.read_bytes()
    monkeypatch.setattr(journals, "VERSION", 2)
    monkeypatch.setattr(journals, "MIGRATIONS", {1: lambda value: value | {"migrated": True}})
    assert desk.storage.read().value["migrated"]
    assert desk.path.read_bytes() == old
    desk.write(minutes=1)
    assert parse(desk.path.read_bytes()).value["version"] == 2
    newest = desk.storage.snapshots()[0]
    assert (desk.path.parent / ".quadrant" / newest.name).read_bytes() == old


def test_forgetting_leaves_nothing(desk: Desk) -> None:
    desk.write()
    desk.path.write_text("half")
    with pytest.raises(SetAside):
        desk.write()
    desk.write(minutes=11)
    server_token(desk.path)
    (desk.path.parent / "journal.saving-1a.json").write_text("half")
    assert len(desk.folder()) == 7
    desk.storage.forget()
    assert desk.folder() == set()
    desk.storage.forget()
    assert desk.folder() == set()


def test_two_journals_in_one_folder_keep_to_themselves(tmp_path: Path) -> None:
    mine, yours = Desk(tmp_path / "a.json"), Desk(tmp_path / "a.b.json")
    for desk in (mine, yours):
        desk.write()
        desk.write(minutes=11)
        server_token(desk.path)
        assert len(desk.storage.snapshots()) == 2
    before = yours.folder()
    mine.storage.forget()
    assert {name for name in before if name.startswith("a.b.")} == yours.folder() - {".quadrant"}
    assert yours.stands() == 2


def test_what_cannot_be_forgotten_is_not_called_forgotten(desk: Desk, monkeypatch) -> None:
    desk.write()

    def refused(self, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(Trouble, match=r"Not everything that belongs to .* Remove what is left"):
        desk.storage.forget()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that somebody would like us to write in, or to read from."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


# Taken out: the look at links in `durable.locked`, in `Belongings.snapshots`, in `_names_in`.
def test_a_folder_of_belongings_that_is_a_link_is_not_followed(desk: Desk, elsewhere: Path) -> None:
    name = "journal.2026-11-22T180411Z-41.json"
    (elsewhere / name).write_text(Journal.new("x").text(), encoding="utf-8")
    desk.path.with_name(".quadrant").symlink_to(elsewhere)
    with pytest.raises(NotSaved, match=r"is a link\. .*Remove the link and press Save again"):
        desk.write()
    assert desk.storage.snapshots() == ()
    with pytest.raises(Trouble, match="Not everything that belongs"):
        desk.storage.forget()
    assert [path.name for path in elsewhere.iterdir()] == [name]


@pytest.mark.parametrize("name", ["journal.json.lock", "journal.2026-11-22T180411Z-1.json"])
def test_no_link_among_the_belongings_is_followed(desk: Desk, elsewhere: Path, name: str) -> None:
    mine = elsewhere / "mine.json"
    mine.write_text(Journal.new("x").text(), encoding="utf-8")
    before = mine.read_bytes()
    desk.path.with_name(".quadrant").mkdir()
    link = desk.path.parent / ".quadrant" / name
    link.symlink_to(mine)
    assert desk.storage.snapshots() == ()
    with suppress(NotSaved):
        desk.write()
    assert mine.read_bytes() == before
    if not name.endswith(".lock"):
        desk.storage.forget()
        assert not link.is_symlink()
    assert mine.read_bytes() == before


def test_the_journals_place_can_be_chosen(tmp_path: Path) -> None:
    assert default_path({}, tmp_path) == tmp_path / "journal.json"
    assert default_path({"QUADRANT_JOURNAL": ""}, tmp_path) == tmp_path / "journal.json"
    assert default_path({"QUADRANT_JOURNAL": "a/b.json"}, tmp_path) == tmp_path / "a" / "b.json"
    assert default_path({"QUADRANT_JOURNAL": "/c.json"}, tmp_path) == Path("/c.json")
    home = Path.home() / "mine.json"
    assert default_path({"QUADRANT_JOURNAL": "~/mine.json"}, tmp_path) == home
