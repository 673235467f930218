"""JupyterLab gets copies and the journal's place, and asks nobody for news."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from quadrantlib.errors import NotSaved
from quadrantlib.serve import copy_workbooks
from quadrantlib.serving.copies import RECORD
from quadrantlib.shipped import shipped
from tests.houses import house


def notebook(*cells: str) -> str:
    made = [nbformat.v4.new_code_cell(cell, id=f"c{n}") for n, cell in enumerate(cells)]
    return nbformat.writes(nbformat.v4.new_notebook(cells=made))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "facilitator").mkdir(parents=True)
    (folder / "one.ipynb").write_text(notebook("1"), encoding="utf-8")
    (folder / "facilitator" / "report.ipynb").write_text(notebook("2"), encoding="utf-8")
    return folder


def test_workbooks_are_copied_where_they_are_not_and_only_participants_ones(
    tmp_path: Path, source: Path
) -> None:
    copies = copy_workbooks(tmp_path / "workbooks", source)
    assert copies.changed == ()
    assert copies.first == "one.ipynb"
    assert [p.name for p in (tmp_path / "workbooks").rglob("*.ipynb")] == ["one.ipynb"]


def test_a_copy_that_was_changed_is_never_written_over(tmp_path: Path, source: Path) -> None:
    copy = copy_workbooks(tmp_path / "workbooks", source).folder / "one.ipynb"
    copy.write_text(notebook("mine"), encoding="utf-8")
    (source / "one.ipynb").write_text(notebook("newer"), encoding="utf-8")
    assert copy_workbooks(copy.parent, source).changed == ("one.ipynb",)
    assert copy_workbooks(copy.parent, source).changed == ("one.ipynb",)
    assert nbformat.read(copy, as_version=4).cells[0].source == "mine"


def test_a_file_of_the_same_name_that_we_did_not_put_there_stays(
    tmp_path: Path, source: Path
) -> None:
    folder = tmp_path / "workbooks"
    folder.mkdir()
    (folder / "one.ipynb").write_text("mine, and no notebook", encoding="utf-8")
    assert copy_workbooks(folder, source).changed == ("one.ipynb",)
    assert (folder / "one.ipynb").read_text(encoding="utf-8") == "mine, and no notebook"


def test_a_copy_that_was_only_run_follows_the_workbook(tmp_path: Path, source: Path) -> None:
    copy = copy_workbooks(tmp_path / "workbooks", source).folder / "one.ipynb"
    ran = nbformat.read(copy, as_version=4)
    ran.cells[0].execution_count = 3
    ran.metadata["language_info"] = {"name": "python"}
    nbformat.write(ran, copy)
    (source / "one.ipynb").write_text(notebook("newer"), encoding="utf-8")
    assert copy_workbooks(copy.parent, source).changed == ()
    assert nbformat.read(copy, as_version=4).cells[0].source == "newer"


def test_a_copy_that_is_up_to_date_keeps_its_bytes(tmp_path: Path, source: Path) -> None:
    copy = copy_workbooks(tmp_path / "workbooks", source).folder / "one.ipynb"
    ran = nbformat.read(copy, as_version=4)
    ran.cells[0].execution_count = 3
    nbformat.write(ran, copy)
    before = copy.read_bytes()
    copy_workbooks(copy.parent, source)
    assert copy.read_bytes() == before


# Taken out: the look at a link, and the record written by way of a file of its own.
def test_nothing_is_written_through_a_link_that_lies_among_the_copies(
    tmp_path: Path, source: Path
) -> None:
    folder = tmp_path / "workbooks"
    folder.mkdir()
    for name in ("one.ipynb", RECORD):
        (tmp_path / f"mine-{name}").write_text("mine", encoding="utf-8")
        (folder / name).symlink_to(tmp_path / f"mine-{name}")
    assert copy_workbooks(folder, source).changed == ("one.ipynb",)
    kept = [path.read_text(encoding="utf-8") for path in tmp_path.glob("mine-*")]
    assert kept == ["mine", "mine"]


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path, source: Path) -> None:
    with pytest.raises(NotSaved, match="The workbooks could not be copied"):
        copy_workbooks(tmp_path / "nowhere" / "workbooks", source)


# Taken out: `kept` in `folders` (a choice in a menu is answered with 500).
def test_what_is_chosen_in_the_menus_stays_where_it_can(tmp_path: Path) -> None:
    from quadrantlib.serving.lab import folders
    from quadrantlib.workspace import Workspace

    place = Workspace(tmp_path / "workspace")
    (tmp_path / "file").touch()
    for home, kept in ((tmp_path, True), (tmp_path / "file", False)):
        own = home / ".jupyter" / "lab" / "user-settings"
        chosen = Path(folders(place, own)["LabApp.user_settings_dir"])
        assert chosen == (own if kept else place.folder / "settings")
    assert place.folder in Path(folders(place, own)["LabApp.workspaces_dir"]).parents


# Taken out: `Server.config_file_paths`. The first half shows that what lies there would be read.
def test_what_was_configured_in_a_home_for_every_python_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import site

    from jupyter_server.serverapp import ServerApp

    from quadrantlib.serving.lab import Lab

    monkeypatch.setattr(site, "ENABLE_USER_SITE", True)
    monkeypatch.setattr(site, "USER_BASE", str(tmp_path))
    there = str(tmp_path / "etc" / "jupyter")
    assert there in ServerApp().config_file_paths
    assert there not in Lab.serverapp_class().config_file_paths


HOSTILE = """
c.LabApp.news_url = "http://127.0.0.1:9/feed.xml"
c.LabApp.extension_manager = "pypi"
c.IdentityProvider.token = ""
open({ran!r}, "w").close()
"""


# Taken out: `news_url`, `extension_manager` or the token in `lab.settings`.
def test_jupyterlab_asks_for_no_news_and_knows_the_key_beside_a_hostile_configuration(
    tmp_path: Path,
) -> None:
    ran = tmp_path / "ran"
    (tmp_path / "jupyter_server_config.py").write_text(HOSTILE.format(ran=str(ran)))
    with house(tmp_path, "lab", "--no-browser") as running:
        assert "/lab/tree/welcome.ipynb?token=" in running.address
        running.wait_until_ready()
        visitor = running.stranger()
        assert visitor.ask("/lab").status == 302
        assert visitor.ask("/api/contents").status == 403
        path = running.address.removeprefix(f"http://{running.host}")
        page = visitor.ask(visitor.ask(path).leads_to).text
        config = json.loads(page.split('type="application/json">')[1].split("</script>")[0])
        files = json.loads(visitor.ask("/api/contents", Accept="*/*").text)["content"]
    assert config["news"] == {"disabled": True}
    copied = {path.name for path in shipped("workbooks").glob("*.ipynb")}
    assert {each["name"] for each in files} == copied
    assert config["extensionManager"]["can_install"] is False
    assert not ran.exists()
    assert running.token not in "".join(running.heard) + page


def test_no_update_is_ever_looked_for(tmp_path: Path) -> None:
    # Read from the settings: offline, a check that found nothing and no check look the same.
    from jupyterlab.handlers.announcements import NeverCheckForUpdate
    from traitlets.utils.importstring import import_item

    from quadrantlib.serve import Copies, open_door
    from quadrantlib.serving.lab import settings

    (tmp_path / "one.ipynb").touch()
    door = open_door()
    with door.socket:
        chosen = settings(door, "t" * 43, Copies(tmp_path, ()))
    assert import_item(chosen["LabApp.check_for_updates_class"]) is NeverCheckForUpdate
