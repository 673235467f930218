"""The server keeps out who does not belong, serves nothing but the workbook, and cleans up."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from quadrantlib.serving import software
from tests.houses import QUADRANT, House, Visitor, house

CANARY = "Zyzzyva-Kanarienvogel-734251"
PAGE = "/voila/render/ten-tasks.ipynb"
FRONT = software.address("js")
HOSTILE = {
    "VoilaConfiguration": {
        "file_allowlist": [".*"],
        "file_denylist": [],
        "show_tracebacks": True,
        "allow_template_override": "YES",
        "template": "lab",
    },
    "Voila": {"token": "", "root_dir": ".", "ip": "0.0.0.0"},
}


def journal_with(words: str) -> str:
    one = {"id": "r1", "started": "2026-11-20", "updated": "2026-11-20T18:04:11Z"}
    answers = {"tasks": [{"id": "a", "name": words}], "belongs": words}
    rounds = {"ten-tasks": [{**one, "answers": answers}]}
    head = {"format": "quadrant-journal", "version": 1, "id": "x" * 22, "revision": 1}
    return json.dumps({**head, "rounds": rounds})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A start folder with a journal, and with what somebody hostile might leave there."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "journal.json").write_text(journal_with(CANARY), encoding="utf-8")
    (folder / "private.png").write_text(CANARY, encoding="utf-8")
    (folder / "voila.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    (folder / "voila.py").write_text(f"open({str(folder / 'ran')!r}, 'w').close()\n")
    (folder / "own.ipynb").write_text(CANARY, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def served(folder: Path):
    with house(folder, "open", "--no-browser") as running:
        yield running


def kernel_in(page: str) -> str:
    found = re.search(r'(?:data-q-kernel=|"kernelId": )"([\w-]+)"', page)
    assert found
    return found[1]


def test_the_first_line_is_the_address_with_the_token(served: House) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32,}", served.address)


# Taken out: the guard in `Page.prepare`.
@pytest.mark.parametrize(
    "path",
    [
        *("/", PAGE, "/ten-tasks", "/bring-back", FRONT, "/nowhere"),
    ],
)
def test_without_the_token_every_address_leads_to_the_page_that_asks_for_it(
    served: House, path: str
) -> None:
    answer = served.stranger().ask(path)
    assert answer.status == 302
    assert answer.leads_to.startswith("/login?next=")
    login = served.stranger().ask(answer.leads_to)
    assert login.status == 403
    assert 'name="token"' in login.text
    assert CANARY not in login.text


def test_without_the_token_no_kernel_is_told_of_or_ended(served: House) -> None:
    kernel = "/api/kernels/00000000-0000-0000-0000-000000000000"
    assert served.stranger().ask(kernel).status == 403
    assert served.stranger().ask(f"{kernel}/channels").status == 403
    assert (
        served.stranger().ask(kernel.replace("api/kernels", "voila/api/shutdown"), "POST").status
        == 403
    )


def test_the_token_lets_in_is_remembered_and_leaves_the_address(served: House) -> None:
    visitor = served.stranger()
    answer = visitor.ask(f"{PAGE}?token={served.token}&a=1")
    assert (answer.status, answer.leads_to) == (302, f"{PAGE}?a=1")
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "Ten tasks" in visitor.ask("/").text


# Taken out: the cookie that says somebody has just arrived (on a network, no header does).
def test_who_comes_from_a_page_elsewhere_is_led_on_by_a_page_of_ours(served: House) -> None:
    visitor = served.stranger()
    visitor.ask(f"{PAGE}?token={served.token}&a=1")
    mine = {name: value for name, value in visitor.cookies.items() if "arrived" not in name}
    for name in mine:  # what a browser keeps back, having come from another page
        visitor.cookies.pop(name)
    page = visitor.ask(f"{PAGE}?a=1")
    assert page.status == 200
    assert f'content="0; url={PAGE}?a=1"' in page.text
    assert "Max-Age=0" in page.headers["Set-Cookie"]
    visitor.cookies = mine
    assert visitor.ask("/").status == 200
    assert served.stranger().ask(PAGE, Cookie="quadrant-arrived=").status in {200, 302}


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "//evil.example"])
def test_the_key_leads_nowhere_else(served: House, path: str) -> None:
    answer = served.stranger().ask(f"{path}?token={served.token}")
    assert answer.leads_to.startswith("/evil.example")


def test_a_cookie_is_good_for_this_site_alone_and_no_script_reads_it(served: House) -> None:
    given = served.stranger().ask(f"/?token={served.token}").headers.get_all("Set-Cookie")
    ours = [cookie for cookie in given if cookie.startswith("quadrant-127")]
    assert len(ours) == 1
    assert "; HttpOnly; SameSite=Strict; Path=/" in ours[0]
    assert f"Max-Age={30 * 86_400}" in ours[0]


@pytest.mark.parametrize("path", ["/welcome", "/voila/render/welcome.ipynb"])
def test_the_notebook_that_shows_the_path_leads_to_the_path(served: House, path: str) -> None:
    assert served.owner().ask(path).leads_to == "/"


def test_a_script_without_an_address_bar_gets_the_page_at_once(served: House) -> None:
    answer = served.stranger().ask(f"/?token={served.token}", Accept="*/*")
    assert "Ten tasks" in answer.text


def test_a_wrong_token_does_not_let_in(served: House) -> None:
    assert served.stranger().ask(f"/?token={'x' * 43}").leads_to.startswith("/login")
    visitor = served.stranger()
    visitor.ask("/login")
    refused = visitor.ask("/login", "POST", f"token=nonsense&_xsrf={visitor.cookies['_xsrf']}")
    assert refused.status == 403
    assert "That key does not fit." in refused.text


def test_the_whole_address_pasted_into_the_form_lets_in(served: House) -> None:
    visitor = served.stranger()
    answer = visitor.ask(f"/login?next={PAGE}", "POST", f"token={served.address}")
    assert (answer.status, answer.leads_to) == (302, PAGE)
    assert visitor.ask("/").status == 200


@pytest.mark.parametrize("away", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_the_way_in_leads_nowhere_else(served: House, away: str) -> None:
    answer = served.owner().ask(f"/login?next={away}")
    assert answer.leads_to == "/"


# Taken out: `Door.answers_to` in `Admission`.
def test_a_foreign_name_that_leads_here_gets_nothing_but_the_way(served: House) -> None:
    for path in ("/", PAGE, "/login", FRONT):
        answer = served.owner().ask(path, Host="evil.example")
        assert answer.status == 403
        assert "This address does not belong to the workbook" in answer.text
        assert f"Open http://{served.host}/ instead" in answer.text
        assert CANARY not in answer.text


def test_localhost_is_a_name_of_this_machine(served: House) -> None:
    port = served.host.split(":")[1]
    answer = served.stranger().ask("/login", Host=f"localhost:{port}")
    assert "This workbook has a key" in answer.text


# Taken out: the handlers left out of `Workbook.init_handlers`, and the private room.
@pytest.mark.parametrize(
    "path",
    [
        *("/voila/files/journal.json", "/voila/files/private.png", "/files/journal.json"),
        *("/voila/tree", "/voila/tree/", "/api/contents", "/voila/api/contents", "/api/sessions"),
        *(
            "/voila/api/contents/ten-tasks.ipynb",
            "/api/kernels",
            "/api/kernelspecs",
            "/api/terminals",
        ),
        *(
            "/voila/render/own.ipynb",
            "/own",
            "/own.json",
            "/journal.token",
            "/.quadrant/journal.token",
        ),
        *("/voila/render/facilitator/cohort-report.ipynb", "/voila/render/journal.json"),
        *("/voila/render/../journal.json", "/voila/render/..%2fjournal.json"),
        *("/voila/static/../../journal.json", "/voila/templates/quadrant/static/../conf.json"),
        *("/voila/templates/lab/static/voila.js", "/voila/query/x", "/front/0123456789abcdef.js"),
        *("/voila/static/voila.js", "/voila/labextensions/anywidget/package.json"),
    ],
)
def test_nothing_but_the_workbook_is_served(served: House, path: str) -> None:
    answer = served.owner().ask(path)
    assert answer.status in {403, 404}
    assert CANARY not in answer.text
    assert "Traceback" not in answer.text


def test_what_is_not_there_is_said_kindly(served: House) -> None:
    answer = served.owner().ask("/nowhere/at-all")
    assert answer.status == 404
    assert "There is no such page" in answer.text


# Taken out: `config_file_paths=[]`. The second half shows that the file lying there would matter.
EFFECT = """
import json, signal, sys
from pathlib import Path
from quadrantlib.serving.server import House, Workbook, settings
from quadrantlib.serving.room import Room

folder = Path.cwd()
house = House(folder / "journal.json", None, "t" * 43, Room(folder / "room", folder), None)
guard = {"config_file_paths": []} if sys.argv[1] == "guarded" else {}
app = Workbook(house=house, config=settings(house), log_level="ERROR", **guard)
app.initialize([])
found = app.voila_configuration
print(json.dumps({
    "file_allowlist": list(found.file_allowlist), "show_tracebacks": found.show_tracebacks,
    "allow_template_override": found.allow_template_override, "template": found.template,
}))
"""
OURS = {
    "file_allowlist": [],
    "show_tracebacks": False,
    "allow_template_override": "NO",
    "template": "quadrant",
}


@pytest.mark.parametrize("guard", ["guarded", "open"])
def test_a_hostile_configuration_in_the_start_folder_changes_nothing(
    folder: Path, tmp_path: Path, guard: str
) -> None:
    from quadrantlib.shipped import shipped

    (tmp_path / "voila.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-c", EFFECT, guard],
        cwd=tmp_path,
        env={**os.environ, "JUPYTER_PATH": str(shipped("template"))},
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = {name: HOSTILE["VoilaConfiguration"][name] for name in OURS}
    assert json.loads(said.stdout.splitlines()[-1]) == (OURS if guard == "guarded" else theirs)


def test_no_code_in_the_start_folder_runs(served: House, folder: Path) -> None:
    assert served.owner().ask("/").status == 200
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("query", ["template=lab", "theme=dark", "voila-theme=dark"])
def test_an_address_cannot_choose_another_template(served: House, query: str) -> None:
    visitor = served.owner()
    page = visitor.ask(f"{PAGE}?{query}").text
    end(visitor, page)
    assert "data-q-shell" in page


def end(visitor: Visitor, page: str) -> int:
    path = f"/voila/api/shutdown/{kernel_in(page)}"
    return visitor.ask(path, "POST", f"_xsrf={visitor.cookies['_xsrf']}").status


# Taken out: `self.xsrf_token` in `Notebook.get` (no cookie, so the beacon is refused).
def test_a_page_that_closes_ends_its_kernel_and_others_cannot(served: House) -> None:
    served.wait_for_kernels(20)
    visitor = served.owner()
    visitor.cookies.pop("_xsrf", None)
    page = visitor.ask(PAGE).text
    assert len(served.kernels()) == 1
    path = f"/voila/api/shutdown/{kernel_in(page)}"
    assert visitor.ask(path, "POST").status == 403
    assert end(visitor, page) == 204
    assert not served.wait_for_kernels(15)
    assert end(visitor, page) == 204


# Taken out: the listening address.
def test_no_socket_reaches_beyond_this_machine(served: House) -> None:
    visitor = served.owner()
    page = visitor.ask(PAGE).text
    processes = [psutil.Process(served.process.pid), *served.kernels()]
    sockets = [each for process in processes for each in process.net_connections("inet")]
    end(visitor, page)
    assert len(processes) == 2
    assert {each.laddr.ip for each in sockets} == {"127.0.0.1"}
    assert {each.raddr.ip for each in sockets if each.raddr} <= {"127.0.0.1"}


# Taken out: `Page.content_security_policy`, or the policy in `Notebook.get`.
@pytest.mark.parametrize("path", ["/", PAGE, "/nowhere"])
def test_a_page_may_load_nothing_from_elsewhere(served: House, path: str) -> None:
    visitor = served.owner()
    answer = visitor.ask(path)
    if path == PAGE:
        end(visitor, answer.text)
    policy = answer.headers["Content-Security-Policy"]
    sources = {word for rule in policy.split(";") for word in rule.split()[1:]}
    own = {f"ws://{served.host}", f"wss://{served.host}", "data:", "blob:"}
    assert sources <= own | {"'self'", "'none'", "'unsafe-inline'"}
    addresses = re.findall(r"(?:src|href|action)=[\"']?(?!data:)(\w+:|//)", answer.text)
    assert not addresses


def test_the_token_is_kept_for_its_owner_alone_and_not_where_the_journal_is(
    served: House, folder: Path
) -> None:
    state = Path(os.environ["XDG_STATE_HOME"], "quadrant")
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    kept = [path for path in state.iterdir() if served.token in path.read_text()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept] == [0o600]
    beside = [path for path in folder.rglob("*") if path.is_file()]
    assert not any(served.token in path.read_text(errors="replace") for path in beside)


def test_logs_hold_neither_token_nor_answer(served: House) -> None:
    served.stranger().ask(f"/nowhere?token={served.token}")
    said = "".join(served.heard)
    assert served.token not in said
    assert CANARY not in said


def test_a_restart_throws_nobody_out_and_keeps_the_bookmark(tmp_path: Path) -> None:
    with house(tmp_path, "open", "--no-browser") as first:
        visitor, port = first.owner(), first.host.split(":")[1]
        assert first.close() == 0
    with house(tmp_path, "open", "--no-browser", "--port", port) as second:
        assert second.address == first.address
        assert visitor.ask("/").status == 200


def test_where_no_key_can_be_kept_the_workbook_opens_all_the_same(tmp_path: Path) -> None:
    with house(tmp_path, "open", "--no-browser", XDG_STATE_HOME="/dev/null/state") as running:
        assert "Ten tasks" in running.owner().ask("/").text
        assert not any(running.token in str(path) for path in tmp_path.rglob("*"))


# Taken out: `forget_token` in `serve.sample_journal`.
def test_a_made_up_persons_key_is_gone_with_the_copy(tmp_path: Path) -> None:
    state = tmp_path / "state"
    words = {"XDG_STATE_HOME": str(state)}
    with house(tmp_path, "open", "--no-browser", "--sample", **words) as running:
        assert [path.read_text() for path in state.rglob("*.token")] == [running.token]
        assert running.owner().ask("/").status == 200
        running.close()
    assert [path for path in state.rglob("*") if not path.is_dir()] == []


def test_ctrl_c_ends_everything_and_says_where_the_answers_are(tmp_path: Path) -> None:
    (tmp_path / "journal.json").write_text(journal_with("a"), encoding="utf-8")
    room = tmp_path / "tmp"
    room.mkdir()
    with house(tmp_path, "open", "--no-browser", TMPDIR=str(room)) as running:
        running.owner().ask(PAGE)
        kernels = running.kernels()
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=30) == 0
        assert not psutil.wait_procs(kernels, timeout=10)[1]
    assert "".join(running.heard).strip().endswith(f"What you wrote is in {tmp_path}/journal.json.")
    assert not list(room.iterdir())


def test_a_busy_port_that_was_asked_for_is_refused_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [*QUADRANT, "open", "--no-browser", "--port", str(port)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Port {port} is already in use" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert done.stdout == ""


def test_the_next_free_port_is_found_when_none_was_asked_for() -> None:
    from quadrantlib.serve import open_door

    first, second = open_door(), open_door()
    with first.socket, second.socket:
        assert second.port > first.port


FAILING = """
import sys
from pathlib import Path
from quadrantlib import serve

here = Path.cwd()
door = serve.open_door()
print(door.address(serve.server_token(here / "journal.json")), flush=True)
serve.serve_pages(here / "journal.json", door, lambda: None, here / "notebooks")
"""


# Taken out: `Renderer` (Voila's own words), `Kernels` (the kernel's stderr), `Quiet` (the log).
def test_an_error_in_a_notebook_shows_a_sentence_and_no_trace(tmp_path: Path) -> None:
    cells = [
        nbformat.v4.new_markdown_cell("# A page"),
        nbformat.v4.new_code_cell(f"1 / 0  # {CANARY}"),
    ]
    (tmp_path / "notebooks").mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "notebooks" / "bad.ipynb")
    (tmp_path / "notebooks" / "broken.ipynb").write_text(CANARY, encoding="utf-8")
    with house(tmp_path, sys.executable, "-c", FAILING) as running:
        bad, broken = running.owner().ask("/bad").text, running.owner().ask("/broken")
    assert "Your journal is untouched." in bad
    assert "There was an error when executing cell" not in bad
    assert "This page did not come up" in broken.text or broken.status in {400, 404}
    for said in (bad, broken.text, "".join(running.heard)):
        assert "Traceback" not in said
        assert CANARY not in said


@pytest.mark.slow
def test_a_kernel_whose_page_never_came_is_gone_within_a_minute(tmp_path: Path) -> None:
    with house(tmp_path, "open", "--no-browser") as running:
        running.owner().ask(PAGE)
        assert running.kernels()
        assert not running.wait_for_kernels(60)
