"""Somebody arrives: by the page that the command opens, by a bookmark, by a link elsewhere."""

from __future__ import annotations

import sys

import pytest

from quadrantlib.serve import launcher
from tests.browser.desk import answered, desk, journal_of
from tests.houses import house

pytestmark = pytest.mark.browser
LOCKED = "This workbook has a key"


@pytest.fixture
def seat(browser, workbook):
    with desk(browser, workbook) as found:
        yield found


# Taken out: `replies.leads_on` (a cookie of this site alone does not come along from a file).
def test_the_page_on_this_disk_leads_in_and_the_key_is_in_no_address(seat):
    shown = []
    with launcher(seat.address) as file:
        page = seat.tab()
        page.on("framenavigated", lambda frame: shown.append(frame.url))
        page.goto(file)
        page.wait_for_url(seat.home)
        assert page.get_by_role("heading", level=1).inner_text() != LOCKED
    token = seat.address.split("token=")[1]
    assert not any(token in address for address in shown)
    assert token not in page.content()
    cookie = next(each for each in seat.context.cookies() if each["httpOnly"])
    assert cookie["sameSite"] == "Strict"
    assert cookie["path"] == "/"
    page.go_back()
    page.wait_for_timeout(300)
    assert token not in page.url


def test_a_bookmark_leads_in_without_the_key(seat):
    seat.enter().close()
    page = seat.tab()
    page.goto(f"{seat.home}journal")
    assert page.get_by_role("heading", level=1).inner_text() != LOCKED


def test_a_link_elsewhere_leads_in_whoever_belongs_here_and_nobody_else(seat, browser, tmp_path):
    link = tmp_path / "elsewhere.html"
    link.write_text(f'<a href="{seat.home}journal">there</a>', encoding="utf-8")
    seat.enter().close()
    for context, is_owner in ((seat.context, True), (browser.new_context(), False)):
        page = context.new_page()
        page.goto(link.as_uri())
        page.get_by_text("there").click()
        shown = "form[action='/journal/back']" if is_owner else f"h1:text-is('{LOCKED}')"
        page.wait_for_selector(shown)
    context.close()


ATTACK = """async (address) => {
  const tried = {};
  for (const [name, path, options] of [
    ["read", "journal.json", {credentials: "include"}],
    ["keyed", "journal.json?token=KEY", {}],
    ["headed", "journal.json", {headers: {Authorization: "token KEY"}}],
    ["forget", "journal/forget?token=KEY",
      {method: "POST", mode: "no-cors", credentials: "include"}],
  ]) {
    try {
      const answer = await fetch(address.home + path.replace("KEY", address.token),
        JSON.parse(JSON.stringify(options).replace("KEY", address.token)));
      tried[name] = answer.type === "opaque" ? "opaque" : await answer.text();
    } catch { tried[name] = "refused"; }
  }
  tried.socket = await new Promise((said) => {
    const socket = new WebSocket(address.home.replace("http", "ws")
      + "api/kernels/00000000-0000-0000-0000-000000000000/channels?token=" + address.token);
    socket.onopen = () => said("open");
    socket.onerror = () => said("refused");
  });
  return tried;
}"""


# Taken out: `_is_foreign` (the journal was forgotten), and the origin of a socket.
def test_another_site_gets_nothing_even_with_the_key(seat, tmp_path):
    seat.journal.write_text(journal_of((2, answered())), encoding="utf-8")
    before = seat.journal.read_bytes()
    page = seat.enter()
    # Another port of this machine: another origin, and yet the same site.
    with house(tmp_path, sys.executable, "-c", ELSEWHERE) as other:
        page.goto(other.address)
        told = {"home": seat.home, "token": seat.address.split("token=")[1]}
        tried = page.evaluate(ATTACK, told)
    assert set(tried.values()) <= {"refused", "opaque"}
    assert tried["socket"] == "refused"
    assert seat.journal.read_bytes() == before


ELSEWHERE = """
import http.server
server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
"""
