"""Every address of both servers is asked by everybody who does not belong there.

Seen to fail with each of these taken out: the gate before either server, `_is_foreign`,
`Door.answers_to`, `_unheard`, the refusal of a GET that sends something, the look at the path in
`brings_key`; and with a header that `Doorkeeper.get_user` believes.
"""

from __future__ import annotations

import http.client
import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import canaries
from tests.canaries import heard
from tests.houses import PATIENCE, Answer, House, Visitor, house

KERNEL = "00000000-0000-0000-0000-000000000000"
OURS = (
    *("/", "/welcome", "/bring-back", "/journal", "/journal.json", "/keepsake.html", "/nowhere/at"),
    *("/journal/back", "/journal/forget", "/login", f"/voila/api/shutdown/{KERNEL}"),
    *(f"/api/kernels/{KERNEL}", f"/api/kernels/{KERNEL}/channels", "/front/0123456789abcdef.js"),
    *("/voila/render/ten-tasks.ipynb", "/ten-tasks"),
)
LABS = (
    *("/", "/lab", "/lab/tree/welcome.ipynb", "/lab/api/settings", "/lab/api/workspaces/x"),
    *("/tree", "/api", "/api/me", "/api/contents", "/api/contents/welcome.ipynb", "/api/config/x"),
    *("/api/kernels", f"/api/kernels/{KERNEL}", f"/api/kernels/{KERNEL}/channels", "/api/sessions"),
    *("/api/terminals", "/terminals/websocket/1", "/api/events/subscribe", "/api/shutdown"),
    *("/api/status", "/api/kernelspecs", "/api/nbconvert", "/nbconvert/html/welcome.ipynb"),
    *("/files/welcome.ipynb", "/metrics", "/custom/custom.css", "/login", "/logout"),
    *("/voila/render/welcome.ipynb", "/voila/tree", "/nowhere/at"),
)
PUBLIC = {"/login", "/logout", "/api", "/custom/custom.css", "/front/0123456789abcdef.js"}
"""What holds nothing of anybody's."""
SOCKET = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "x3JJHMbDL1EzLkh9GBhXDw==",
}
EVIL = "http://evil.example"
SENDING = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True)
class Place:
    """A server with a journal behind it, an owner who has been let in, and its addresses."""

    house: House
    owner: Visitor
    journal: Path
    paths: tuple[str, ...]


@pytest.fixture(scope="module", params=[("open", OURS), ("lab", LABS)], ids=["open", "lab"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    command, paths = request.param
    folder = tmp_path_factory.mktemp(command)
    journal = folder / "journal.json"
    journal.write_text(json.dumps(canaries.journal()), encoding="utf-8")
    with house(folder, command, "--no-browser") as running:
        running.wait_until_ready()
        owner = running.owner()
        assert owner.cookies
        yield Place(running, owner, journal, paths)


@pytest.fixture(autouse=True)
def unharmed(place: Place) -> Iterator[None]:
    before = place.journal.read_bytes()
    yield
    assert place.journal.read_bytes() == before
    assert not [each for each in place.house.kernels() if "ipykernel" in str(each.cmdline())]


def test_every_address_of_the_workbook_is_walked(tmp_path: Path) -> None:
    from quadrantlib.serving.server import House, Workbook

    routes = Workbook(house=House(tmp_path, None, "t" * 43, None, None)).init_handlers()
    first = [next(i for i, route in enumerate(routes) if re.fullmatch(route[0], p)) for p in OURS]
    assert set(first) == set(range(len(routes)))


def closed(path: str, answer: Answer) -> None:
    """Hold that an answer shows nothing and lets no other site read it."""
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert not heard(answer.text)
    leads_on = answer.status in {301, 302} and not answer.text
    assert path in PUBLIC or leads_on or answer.status in {400, 403, 404, 405}, path


def test_a_stranger_is_shown_nothing_and_nothing_that_they_send_is_done(place: Place) -> None:
    stranger = place.house.stranger
    for path in place.paths:
        closed(path, stranger().ask(path))
        closed(path, stranger().ask(path, "HEAD"))
        assert stranger().ask(path, **SOCKET).status == 403, path
        for method in SENDING:
            if (method, path) != ("POST", "/login"):
                assert stranger().ask(path, method, "{}").status == 403, (method, path)


def test_the_key_in_an_address_is_exchanged_on_a_page_and_is_good_for_nothing_else(
    place: Place,
) -> None:
    for path in place.paths:
        keyed = f"{path}?token={place.house.token}"
        visitor = place.house.stranger()
        answer = visitor.ask(keyed)
        if re.search("/(api|files|nbconvert|channels)(/|$)", path):
            closed(path, answer)
            assert answer.status == visitor.ask(path).status
            assert visitor.ask(keyed, Accept="*/*").status == visitor.ask(path).status
            assert not any(name.startswith("quadrant-") for name in visitor.cookies)
        else:
            assert (answer.status, answer.leads_to) == (302, path)
            assert "Access-Control-Allow-Origin" not in answer.headers
        visitor = place.house.stranger()
        assert visitor.ask(keyed, **SOCKET).status == 403, path
        assert visitor.ask(keyed, Origin=EVIL).status == 403
        assert visitor.ask(keyed, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors").status == 403
        for method in SENDING:
            if (method, path) != ("POST", "/login"):
                assert visitor.ask(keyed, method, "{}").status == 403, (method, path)
        assert not visitor.cookies


@pytest.mark.parametrize("scheme", ["token", "Bearer"])
def test_the_key_in_a_header_is_good_for_nothing(place: Place, scheme: str) -> None:
    key = {"Authorization": f"{scheme} {place.house.token}"}
    for path in place.paths:
        visitor = place.house.stranger()
        closed(path, visitor.ask(path, **key))
        assert visitor.ask(path, **key, **SOCKET).status == 403
        assert visitor.ask(path, "DELETE", **key).status == 403
        assert not any(v for name, v in visitor.cookies.items() if name.startswith("quadrant-"))


FOREIGN = (
    {"Origin": EVIL},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"},
    {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"},
)


@pytest.mark.parametrize("headers", FOREIGN, ids=lambda headers: "-".join(headers.values()))
def test_another_site_gets_nothing_with_the_owners_cookie_either(
    place: Place, headers: dict[str, str]
) -> None:
    for path in place.paths:
        for method in ("GET", "HEAD", *SENDING):
            answer = asked(place, path, method, **headers)
            assert answer.status == 403, (method, path)
            assert "Access-Control-Allow-Origin" not in answer.headers
            assert not heard(answer.text)
        assert asked(place, path, **headers, **SOCKET).status == 403


def test_another_sites_form_sends_nothing_in_a_window_of_its_own(place: Place) -> None:
    walk = {"Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    for path in place.paths:
        for site in ("cross-site", "same-site"):
            assert asked(place, path, "POST", **walk, Sec_Fetch_Site=site).status == 403


def asked(place: Place, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask as the owner's browser would, with the proof of a form, for somebody else."""
    proof = f"_xsrf={place.owner.cookies.get('_xsrf', '')}" if method in SENDING else ""
    return Visitor(place.house.host, dict(place.owner.cookies)).ask(path, method, proof, **headers)


@pytest.mark.parametrize("name", ["evil.example", "localhost.evil.example", "evil.localhost"])
def test_under_another_name_there_is_nothing_but_the_way(place: Place, name: str) -> None:
    for path in place.paths:
        for method in ("GET", "POST"):
            answer = asked(place, path, method, Host=f"{name}:8642")
            assert answer.status == 403
            assert not heard(answer.text)
            assert f"Open http://{place.house.host}/ instead" in answer.text
            assert place.house.token not in answer.text


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("said", ["Content-Length: 95000000", "Transfer-Encoding: chunked"])
def test_what_a_stranger_sends_is_refused_before_any_of_it_is_read(
    place: Place, method: str, said: str
) -> None:
    name, port = place.house.host.split(":")
    for path in place.paths:
        # None of what is announced is ever sent: whoever answers has not waited for it.
        with socket.create_connection((name, int(port)), timeout=PATIENCE) as line:
            head = f"{method} {path} HTTP/1.1\r\nHost: {place.house.host}\r\n{said}\r\n\r\n"
            line.sendall(head.encode())
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 40"), path


def test_no_page_holds_the_key(place: Place) -> None:
    shown = [path for path in place.paths if "render" not in path and path != "/ten-tasks"]
    for path in shown:
        for answer in (place.house.stranger().ask(path), asked(place, path)):
            assert place.house.token not in answer.text + str(answer.headers)


def test_what_is_too_large_for_anything_is_let_go_and_said(place: Place) -> None:
    name = place.house.host
    with closing(http.client.HTTPConnection(name, timeout=PATIENCE)) as line:
        cookies = "; ".join(f"{k}={v}" for k, v in place.owner.cookies.items())
        head = {"Cookie": cookies, "Origin": f"http://{name}"}
        line.request("POST", "/journal/back", b"x" * 70_000_000, head)
        reply = line.getresponse()
        assert reply.status == 413
        assert "too large to be a journal" in reply.read().decode()
