"""Nothing that a person wrote is told anywhere but in their journal, and to their own page.

Canaries stand in every private field of a journal, and everything that a notebook, a command or a
server writes is listened to, in every spelling that `canaries` knows. Seen to fail with the guards
taken out: what the keeper says kept in a trait, a page whose `__repr__` tells its journal, a fault
that quotes its value (`Choice.faults`), a file that is no JSON quoted (`strictjson`), a page that
lets the unforeseen pass (`hear`), a log that tells a fault's message (`Quiet`).
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from quadrantlib.exercises import CATALOG
from quadrantlib.questions import walk
from quadrantlib.serving.logs import Quiet
from tests import canaries
from tests.canaries import MONEY, WORD, heard
from tests.houses import House, Visitor, house
from tests.windows import Window

WORKBOOKS = Path(__file__).parent.parent / "workbooks"
PAGE = "/voila/render/ten-tasks.ipynb"
TODAY = "2026-11-22"
BAD_EDIT = {"round": "r1", "path": ["guess"], "before": None, "after": WORD}
GOOD_EDIT = {"round": "r1", "path": ["mirror"], "before": WORD, "after": f"{WORD} {MONEY}"}
MESSAGES = (
    {"kind": "hello"},
    {"kind": "edits", "seq": 1, "edits": [GOOD_EDIT]},
    {"kind": "edits", "seq": 2, "edits": [BAD_EDIT]},
    {"kind": "edits", "seq": 3, "edits": [{"path": WORD}]},
    {"kind": "calendar", "text": f"BEGIN:VCALENDAR\nSUMMARY:{WORD}", "days": 28, "zone": WORD},
    {"kind": "start_round", "today": WORD},
    {"kind": "ping"},
    {"kind": "hello"},
)
"""What a page hears: answers that fit, that do not, and what nobody foresaw."""
SILENT = {"choice", "many", "scale", "curve", "brought", "handing"}
"""Kinds of question whose answers are options and marks, or never kept: none can sing."""
TOWARD = re.compile(r'<p class="q-lede q-toward".*?</p>', re.DOTALL)
"""The sentence of direction: all that the path tells of a journal in which nothing is ahead."""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.json"
    path.write_text(json.dumps(canaries.journal(), ensure_ascii=False), encoding="utf-8")
    return path


def names_in(folder: Path) -> str:
    return "\n".join(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# ---- the ear itself --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blob",
    [
        *(WORD, json.dumps(WORD), "Zyzzyva", WORD.encode("utf-16"), "…734251…", "7.34251e5"),
        *(
            "734,251",
            "734.251",
            "734\u202f251",
            "734k",
            "7.34251e+05",
            "1987-03-14",
            "1,999.890625",
        ),
        *(
            *(b64encode(bytes(shift) + WORD.encode()) for shift in range(3)),
            "Zyzzyva &amp; &lt;",
            "Zyzzyva%20%26",
        ),
    ],
)
def test_a_canary_is_heard_in_every_spelling(blob: str | bytes) -> None:
    assert heard(blob)


def test_nothing_is_heard_where_nothing_sings() -> None:
    assert not heard((WORKBOOKS / "ten-tasks.ipynb").read_bytes())
    assert not heard("734 hours, 251 days")


def test_every_private_field_carries_a_canary() -> None:
    for exercise in CATALOG:
        told = json.dumps(canaries.answers(exercise.questions))
        for question in walk(exercise.questions):
            assert f'"{question.name}"' in told or question.kind in SILENT


# ---- notebooks and widgets -------------------------------------------------------------------


@pytest.mark.parametrize("exercise", CATALOG, ids=lambda each: each.slug)
def test_a_notebook_that_was_run_and_used_holds_no_answer(
    exercise: Any, journal: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUADRANT_JOURNAL", str(journal))
    notebook = nbformat.read(WORKBOOKS / f"{exercise.slug}.ipynb", as_version=4)
    used = [f"page.keeper._heard(page.keeper, {m!r}, [])" for m in _dated(MESSAGES)]
    notebook.cells.append(nbformat.v4.new_code_cell("\n".join([*used, "page, page.keeper"])))
    folder = {"metadata": {"path": str(journal.parent)}}
    ran = NotebookClient(notebook, timeout=60, resources=folder).execute()
    assert MONEY in _numbers(journal), "the page was not used at all"
    ran.cells.pop().source = ""
    assert "widgets" in ran.metadata
    assert not heard(nbformat.writes(ran))
    assert not heard("".join(capfd.readouterr()))
    assert not heard(names_in(journal.parent))


def test_what_the_test_adds_to_a_notebook_says_nothing_either(journal: Path) -> None:
    window = Window(journal)
    assert heard(json.dumps(window.opens()))
    for message in _dated(MESSAGES):
        window.page.hear(message)
    for each in (window.page, window.page.keeper, window.page.ask("tasks"), window.page.show()):
        assert not heard(repr(each) + str(each))
    for each in (window.page.keeper, window.page.ask("tasks"), window.page.show()):
        assert not heard(str(each._repr_mimebundle_()) + str(each.get_state()))


def _dated(messages: tuple[dict[str, Any], ...]) -> Iterator[dict[str, Any]]:
    return ({"today": TODAY, **message} for message in messages)


def _numbers(journal: Path) -> set[int]:
    return {int(found) for found in re.findall(r"\d+", journal.read_text(encoding="utf-8"))}


# ---- commands --------------------------------------------------------------------------------


def broken() -> dict[str, str]:
    """Journals in which a canary stands where it does not fit, and where `check` finds it."""
    value = canaries.journal()
    for answer in (value["rounds"]["ten-tasks"][0]["answers"],):
        answer |= {"guess": MONEY, "sleep_hours": WORD, "claim_kept": WORD, "belongs": MONEY}
        answer["claim"] |= {"when": WORD}
        answer["tasks"] += [{"id": WORD, "hours": MONEY, "origin": WORD}, WORD]
    text = json.dumps(value, ensure_ascii=False)
    hollow = {**value, "id": MONEY, "rounds": {"of-another-day": [{"id": MONEY, "started": WORD}]}}
    return {
        "unfit": text,
        "cut": text[:-40],
        "doubled": text[:-1] + f', "{WORD}": 1, "{WORD}": {MONEY}}}',
        "infinite": text[:-1] + f', "{WORD}": {MONEY}e999}}',
        "hollow": json.dumps(hollow),
        "a text": json.dumps(WORD),
    }


PLACES = {
    "unfit": ("answers.guess ", "answers.sleep_hours ", "answers.claim.when ", "tasks[1].origin "),
    "cut": ("It is not JSON: line 1, column ",),
}


@pytest.mark.parametrize("name", broken())
def test_check_names_place_and_fault_and_never_the_value(name: str, tmp_path: Path) -> None:
    (tmp_path / "journal.json").write_text(broken()[name], encoding="utf-8")
    done = _run(tmp_path, "check", "journal.json")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert all(place in done.stderr for place in PLACES.get(name, ("journal.json: ",)))
    assert not heard(done.stdout + done.stderr)


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quadrantlib", *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


# ---- the server ------------------------------------------------------------------------------


def test_a_server_whose_page_is_used_tells_nobody(journal: Path) -> None:
    with house(journal.parent, "open", "--no-browser") as running:
        owner = running.owner()
        page, path = owner.ask(PAGE).text, owner.ask("/").text
        used = _alongside(_use(running, owner, unescape(page)))
        assert heard(used), "the page was not used at all"
        running.close()
        told = running.process.stdout.read()
    assert heard(TOWARD.search(path)[0])
    assert not heard(page + TOWARD.sub("", path))
    assert not heard(told + "".join(running.heard))
    assert not heard(names_in(journal.parent))


def test_a_log_tells_the_kind_and_place_of_a_fault_and_never_its_words() -> None:
    try:
        int(WORD)
    except ValueError:
        found = logging.makeLogRecord({"msg": WORD, "args": (), "exc_info": sys.exc_info()})
    told = Quiet().format(found)
    assert "ValueError in test_privacy, line " in told
    assert not heard(told)
    assert not heard(Quiet().format(logging.makeLogRecord({"msg": WORD})))


def _alongside(work: Coroutine[None, None, str]) -> str:
    """Run `work` beside whatever loop a browser of an earlier test has left running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _use(running: House, owner: Visitor, page: str) -> str:
    """Send the messages that a browser would, and return what the page answers to all of them."""
    kernel, keeper = (
        re.search(each, page)[1] for each in (r'data-q-kernel="([\w-]+)"', r'"keeper": ?"(\w+)"')
    )
    cookies = "; ".join(f"{name}={value}" for name, value in owner.cookies.items())
    address = f"ws://{running.host}/api/kernels/{kernel}/channels?session_id=s"
    line = await websocket_connect(HTTPRequest(address, headers={"Cookie": cookies}))
    for message in _dated(MESSAGES):
        await line.write_message(_in_an_envelope(keeper, message))
    said = ""
    while '"pong"' not in said:
        said += str(await asyncio.wait_for(line.read_message(), 30))
    line.close()
    return said


def _in_an_envelope(comm: str, message: dict[str, Any]) -> str:
    head = {"msg_id": "m", "session": "s", "username": "", "date": "", "version": "5.3"}
    content = {"comm_id": comm, "data": {"method": "custom", "content": message}}
    empty = {"channel": "shell", "metadata": {}, "parent_header": {}, "buffers": []}
    return json.dumps({**empty, "header": {**head, "msg_type": "comm_msg"}, "content": content})
