"""What strangers hand in is let in or turned down by name, and one bad file never stops the others.

Seen to fail with the guards taken out: no limit in `content_of` and in `_lines`, unknown fields let
through (`closed_faults`), names not escaped (`where`), `file_name` that returns the name as it is,
what is no file opened (`content_of`), a fault that is raised and not told (`_read`), `_Gate`
without `_code`, `_again` or `_asked`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quadrantlib.errors import Refused, Unreadable
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Invitation
from quadrantlib.invitations import invitation_for
from quadrantlib.papers import LARGEST
from quadrantlib.strangers import Turned, codes_in, key_of, received
from quadrantlib.submitted import Submission
from tests.submissions import ASKED, COHORT, INVITED, document, mark, put

PLAIN = Invitation(COHORT)
CANARY = "Zyzzyva-734251"


def found(place: Path, to: Invitation = PLAIN, codes=None) -> list[Submission | Turned]:
    return list(received(place, CATALOG, to, codes))


def turned(place: Path, to: Invitation = PLAIN, codes=None) -> dict[str, tuple[str, ...]]:
    return {t.name: t.faults for t in found(place, to, codes) if isinstance(t, Turned)}


def let_in(place: Path, to: Invitation = PLAIN, codes=None) -> list[str]:
    return [s.participant for s in found(place, to, codes) if isinstance(s, Submission)]


@contextlib.contextmanager
def at_once() -> Iterator[None]:
    """Fail what waits, where it would wait for ever."""

    def too_long(*_: object) -> None:
        raise AssertionError("it waits for what never comes")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(20)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# ---- what a file holds -----------------------------------------------------------------------

BAD: dict[str, tuple[Any, str]] = {
    "nothing": (b"", "could not be read. It is not JSON: line 1, column 1."),
    "another encoding": (
        "é".encode("latin-1"),
        "could not be read. It is no text, or not in UTF-8.",
    ),
    "half of it": (json.dumps(document()).encode()[:-9], "could not be read. It is not JSON"),
    "a field twice": (b'{"a": 1, "a": 2}', "could not be read. It names a field twice"),
    "no number": (b'{"a": NaN}', "could not be read. It holds a number that is not finite."),
    "no end": (b'{"a": -Infinity}', "could not be read. It holds a number that is not finite."),
    "beyond any number": (b'{"a": 1e999}', "could not be read. It holds a number that is not fin"),
    "a very long number": (b"9" * 5000, "could not be read. It holds a number that is too long."),
    "deep": (b"[" * 5000 + b"]" * 5000, "could not be read. It is nested too deeply."),
    "rather deep": (b"[" * 100 + b"]" * 100, "could not be read. It is nested too deeply."),
    "large": (b" " * (LARGEST + 1), "is larger than 256 kB"),
    "a later one": (document(version=2), "was written by a later version of the workbook"),
    "a journal": (
        {"format": "quadrant-journal", "version": 1, "id": CANARY},
        "is a journal, which is its owner’s alone: delete it, and ask for a submission",
    ),
    "a list": ([1], "the file should be an object"),
    "null": (None, "the file should be an object"),
    "a choice of its own": (
        document(shares={"direction": CANARY}),
        "shares.direction should be one of walking, drifting, changed",
    ),
    "a field of its own": (document(**{f"<b>{CANARY}": 1}), f"'<b>{CANARY}' is not a field here"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_bad_file_is_turned_down_by_name_and_the_others_are_let_in(
    tmp_path: Path, content: Any, reason: str
) -> None:
    put(tmp_path, a=document("a"), bad=content, c=document("c"))
    assert let_in(tmp_path) == [mark("a"), mark("c")]
    (name, faults), *more = turned(tmp_path).items()
    assert (name, more) == ("bad.json", [])
    assert faults[0].startswith(reason)
    assert not any(CANARY in fault for fault in faults if "is not a field here" not in fault)


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_bad_line_is_turned_down_by_number_and_the_others_are_let_in(
    tmp_path: Path, content: Any, reason: str
) -> None:
    bad = content if isinstance(content, bytes) else json.dumps(content).encode()
    good = [json.dumps(document(each)).encode() for each in "ac"]
    place = tmp_path / "all.jsonl"
    place.write_bytes(b"\r\n".join([good[0], bad, b"", good[1]]))
    assert let_in(place) == [mark("a"), mark("c")]
    if bad.strip():  # an empty line is no submission at all
        (name, faults), *more = turned(place).items()
        assert (name, more) == ("all.jsonl, line 2", [])
        assert faults[0].startswith(reason)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    value = document(month="today", salary=9, shares={"relief": -1, "signs": 6, "<i>": 0})
    del value["cohort"]
    assert sorted(turned(put(tmp_path, bad=value))["bad.json"]) == [
        "cohort should be words, at most 100 characters",
        "month should be a month, written YYYY-MM",
        "salary is not a field here",
        "shares.'<i>' is not a field here",
        "shares.relief should be a whole number from 0 to 100, in steps of 5",
        "shares.signs should be a whole number from 0 to 5",
    ]


def test_of_very_many_faults_fifty_are_told_and_the_others_counted(tmp_path: Path) -> None:
    faults = turned(put(tmp_path, bad={f"f{n}": 0 for n in range(1000)}))["bad.json"]
    assert len(faults) == 51
    assert faults[-1] == "and 955 more"  # 1,000 fields that are none, and 5 that are missing


def test_a_file_says_in_a_sentence_why_it_was_turned_down(tmp_path: Path) -> None:
    (told,) = found(put(tmp_path, bad=b"{"))
    assert isinstance(told, Turned)
    assert told.says() == "bad.json could not be read. It is not JSON: line 1, column 2."


@pytest.mark.skipif(os.name != "posix", reason="such names are POSIX's")
def test_the_name_of_a_file_is_shown_without_what_cannot_be_seen(tmp_path: Path) -> None:
    for name in (b"a\x1b[31m\n.json", "b\u202enosj\u200b.json".encode(), b"c\xff.json"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(b"{}")
    assert list(turned(tmp_path)) == ["a[31m .json", "bnosj.json", "c.json"]


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are POSIX's")
def test_what_is_no_file_is_turned_down_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "device.json").symlink_to("/dev/zero")
    (tmp_path / "nowhere.json").symlink_to(tmp_path / "nothing")
    with at_once():
        assert set(turned(tmp_path).values()) == {("is no file",)}
        assert len(turned(tmp_path)) == 4


def test_not_more_of_a_file_is_read_than_is_looked_at(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(10**9)
    (tmp_path / "line.jsonl").write_bytes(b"x" * (8 * LARGEST) + b"\n{}")
    tracemalloc.start()
    try:
        assert turned(tmp_path)["large.json"] == ("is larger than 256 kB",)
        assert turned(tmp_path / "line.jsonl")["line.jsonl, line 1"] == ("is larger than 256 kB",)
        assert tracemalloc.get_traced_memory()[1] < 6 * LARGEST
    finally:
        tracemalloc.stop()


def test_who_was_let_in_is_remembered_without_being_held(tmp_path: Path) -> None:
    """It fails where `_Gate` keeps a set: tried."""
    place = tmp_path / "all.jsonl"
    lines = [json.dumps(document(each, code=f"CODE-{each}")) for each in range(2000)]
    place.write_text("\n".join([*lines, lines[700]]), encoding="utf-8")
    coming = received(place, CATALOG, PLAIN)
    held = []
    tracemalloc.start()
    try:
        for _ in range(2):
            assert all(isinstance(next(coming), Submission) for _ in range(1000))
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    (again,) = coming
    assert isinstance(again, Turned)
    assert held[1] - held[0] < 200_000


def test_what_lies_beside_the_submissions_is_none_of_them(tmp_path: Path) -> None:
    put(tmp_path, invitation=INVITED, ledger={}, a=document("a"))
    put(tmp_path, **{"._a": b"\0"})
    (tmp_path / "codes.txt").write_text("AB")
    (tmp_path / "more").mkdir()
    put(tmp_path / "more", b=document("b"))
    assert let_in(tmp_path) == [mark("a")]
    assert turned(tmp_path) == {}


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for ask in (found, invitation_for):
        with pytest.raises(Unreadable, match="nowhere is not there"):
            ask(tmp_path / "nowhere")


# ---- whether it belongs here -----------------------------------------------------------------


def test_a_submission_for_another_cohort_is_turned_down(tmp_path: Path) -> None:
    put(tmp_path, a=document("a", cohort=" platform, AUTUMN\u200b"), b=document("b", cohort="Ops"))
    assert turned(tmp_path) == {"b.json": ("is for another cohort",)}


def test_what_the_invitation_does_not_ask_for_is_turned_down(tmp_path: Path) -> None:
    put(
        tmp_path,
        a=document("a", belongs={"team": "pay"}, answer="Less."),
        b=document("b", belongs={"level": "pay"}),
        c=document("c", belongs={"team": "sales"}),
    )
    assert turned(tmp_path) == {
        "a.json": (
            "names a group, and none was asked for",
            "answers a question, and none was asked",
        ),
        "b.json": ("names a group, and none was asked for",),
        "c.json": ("names a group, and none was asked for",),
    }
    assert turned(tmp_path, ASKED) == {
        "b.json": ("names a group, and none was asked for",),
        "c.json": ("names a group that is not offered",),
    }


def test_one_journal_counts_once_a_month(tmp_path: Path) -> None:
    same = "comes from the same journal as a file before it, for the same month"
    put(tmp_path, a=document("p"), b=document("p", code="X"), c=document("p", month="2026-12"))
    put(tmp_path, d=document("p"), e=document("q"))
    assert turned(tmp_path) == {"b.json": (same,), "d.json": (same,)}


@pytest.mark.parametrize("months", [("", ""), ("", "2026-11"), ("2026-11", "")])
def test_a_file_without_a_month_may_be_of_any(tmp_path: Path, months: tuple[str, str]) -> None:
    files = [document("p", month=month) for month in months]
    for value in files:
        if not value["month"]:
            del value["month"]
    put(tmp_path, a=files[0], b=files[1])
    assert list(turned(tmp_path)) == ["b.json"]


def test_a_code_opens_once_and_only_if_it_was_handed_out(tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text("K7PQ-93XM\n\nAAAA-BBBB \n", encoding="utf-8-sig")
    codes = codes_in(tmp_path / "codes.txt")
    put(tmp_path, a=document("a"), b=document("b", code="k7pq93xm"), c=document("c", code="ZZ"))
    put(tmp_path, d=document("d", code="K7PQ-93XM"), e=document("e", code="AAAA-BBBB"))
    assert turned(tmp_path, codes=codes) == {
        "a.json": ("has no code",),
        "c.json": ("has a code that was not handed out",),
        "d.json": ("has a code that a file before it has used",),
    }
    assert turned(tmp_path) == {}


def test_a_file_that_is_turned_down_uses_up_neither_code_nor_month(tmp_path: Path) -> None:
    codes = frozenset({key_of("AB"), key_of("CD")})
    put(tmp_path, a=document("p", code="AB", answer="x"), b=document("p", code="AB"))
    assert list(turned(tmp_path, codes=codes)) == ["a.json"]


def test_a_line_that_is_no_code_is_named_and_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text(f"AB\n{CANARY} and more\n")
    with pytest.raises(Refused, match=r"Line 2 of .*codes\.txt is no code") as refused:
        codes_in(tmp_path / "codes.txt")
    assert CANARY not in str(refused.value)
    with pytest.raises(Refused, match="could not be read"):
        codes_in(tmp_path / "nowhere.txt")


# ---- what was asked for ----------------------------------------------------------------------


def test_the_invitation_beside_the_submissions_counts(tmp_path: Path) -> None:
    put(tmp_path, invitation=INVITED, a=document("a", cohort="Ops"))
    (tmp_path / "all.jsonl").write_text("")
    assert invitation_for(tmp_path) == invitation_for(tmp_path / "all.jsonl") == ASKED


def test_without_one_the_cohort_that_most_name_counts_and_nothing_else_is_asked(
    tmp_path: Path,
) -> None:
    put(
        tmp_path,
        a=document(1, cohort="Ops"),
        b=document(2),
        c=document(3),
        d=b"{",
        e={"cohort": "Z"},
    )
    assert invitation_for(tmp_path) == PLAIN
    put(tmp_path, f=document(4, cohort="Ops"))
    assert invitation_for(tmp_path) == Invitation("Ops")


def test_where_nobody_handed_in_there_is_no_cohort(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no submission in"):
        invitation_for(put(tmp_path, a={}))


@pytest.mark.parametrize("content", [b"{", INVITED | {"salary": CANARY}, b" " * (LARGEST + 1)])
def test_an_invitation_that_is_none_is_refused_with_its_place(tmp_path: Path, content) -> None:
    with pytest.raises(Unreadable, match=r"invitation\.json could not be read") as refused:
        invitation_for(put(tmp_path, invitation=content, a=document()))
    assert CANARY not in str(refused.value)
