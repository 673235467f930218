"""The names a server answers to are its own, from the first letter to the last.

Seen to fail with `fullmatch` made a `match`, and with what stands before the port left ungrouped.
"""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.serving.address import Door, is_loopback

OWN = ("localhost", "127.0.0.1", "[::1]")
AROUND = st.text("abz019.-_:@/[]\\\n \t%,", min_size=1, max_size=12)


def door(host: str = "127.0.0.1") -> Door:
    return Door(host, None)


@pytest.mark.parametrize("name", [*OWN, "LOCALHOST", "LocalHost"])
@pytest.mark.parametrize("port", ["", ":8642", ":1", ":65535"])
def test_this_machine_is_answered_under_each_of_its_names(name: str, port: str) -> None:
    assert door().answers_to(name + port)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost.evil.example", "127.0.0.1.evil.example", "[::1].evil.example"),
        *("evil.localhost", "evil.example", "xlocalhost", "a127.0.0.1", "localhostx"),
        *("localhost.", "127.0.0.1.", "localhost.:8642", "", ":8642", "::1", "[::1", "::1]"),
        *("localhost:", "localhost:x", "localhost:123456", "localhost:80:80", "localhost:8642\n"),
        *("evil.example:localhost", "localhost@evil.example", "localhost/evil", "localhost,evil"),
        *("127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "0.0.0.0", "127.0.0.2", "[::]"),
        *("ｌocalhost", "localhost:８０", "[::ffff:127.0.0.1]", "192.168.1.5"),
    ],
)
def test_nothing_that_only_looks_like_one_is_answered(host: str) -> None:
    assert not door().answers_to(host)


@given(st.sampled_from(OWN), AROUND)
def test_no_name_with_something_around_it_is_answered_but_for_a_port(own: str, around: str) -> None:
    assert not door().answers_to(around + own)
    is_port = around[0] == ":" and around[1:].isdigit() and len(around) <= 6
    assert door().answers_to(own + around) == is_port


def test_a_host_that_was_asked_for_is_answered_by_its_name() -> None:
    assert door("Desk.example").answers_to("desk.example:8642")
    assert not door("desk.example").answers_to("deskxexample")
    assert not door("desk.example").answers_to("desk.example.evil.example")


def test_where_other_machines_may_come_numbers_are_answered_and_names_are_not() -> None:
    for host in ("0.0.0.0", "::", "192.168.1.5"):
        assert not is_loopback(host)
        for name in ("192.168.1.5:8642", "[fe80::1]:8642", socket.gethostname()):
            assert door(host).answers_to(name)
        for name in ("evil.example", "1.2.3", "1.2.3.4.evil.example", "[::1]evil", "[1.2.3.4.5]"):
            assert not door(host).answers_to(name)
