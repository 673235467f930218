"""What is said at the gate, before a request reaches the workbook; none of it from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
{head}<title>{title} · Quadrant</title>
<style>body {{ max-width: 34rem; margin: 12vh auto; padding: 0 1rem; font: 1.1rem/1.5 serif }}
</style>
</head>
<body><h1>{title}</h1><p>{words}</p></body>
</html>
"""
CLOSED = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", CLOSED),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is ready: its status, its page, and what its headers add."""

    status: int
    body: str = ""
    headers: tuple[tuple[str, str], ...] = HEADERS


def not_our_name(address: str) -> Reply:
    """Return the answer to a request under a name that is not this machine's."""
    return _said(
        403,
        "This address does not belong to the workbook",
        "Another name led you here, and the workbook answers to its own alone. Your journal is "
        f"safe. Open {address} instead; the whole address, with its key, stands in the terminal.",
    )


def not_from_here() -> Reply:
    """Return the answer to a request that another site makes."""
    return _said(
        403,
        "Another page asked for this",
        "Nothing was shown to it, and nothing was changed. Open the workbook itself, and do it "
        "there.",
    )


def no_session() -> Reply:
    """Return the answer to whoever sends something and has not brought the key."""
    return _said(
        403,
        "This workbook has a key",
        "What was sent was not read, and nothing was changed. Open the workbook by its whole "
        "address, which stands in the terminal, and try again.",
    )


def too_large() -> Reply:
    """Return the answer to whoever belongs here and sends more than anything here is large."""
    return _said(
        413,
        "This is too large to be a journal",
        "Your journal is as it was. Go back, and choose a journal of this workbook.",
    )


def not_asked_for() -> Reply:
    """Return the answer to a request that asks and sends at once."""
    return _said(400, "This could not be understood", "Nothing was changed. Load the page again.")


def exchanged(place: str, *cookies: str) -> Reply:
    """Return the answer to whoever brings the key: the cookies, and the way to `place`."""
    given = (("Set-Cookie", cookie) for cookie in cookies)
    return Reply(302, headers=(*HEADERS, ("Location", place), *given))


def leads_on(place: str, cookie: str) -> Reply:
    """Return a page that loads `place` by itself.

    A cookie of this site alone is not sent where another page led here, a file on this disk, say;
    from a page of ours it is.
    """
    head = f'<meta http-equiv="refresh" content="0; url={escape(place)}">\n'
    words = f'<a href="{escape(place)}">Open the workbook</a>'
    body = PAGE.format(head=head, title="One moment", words=words)
    return Reply(200, body, (*HEADERS, ("Set-Cookie", cookie)))


def _said(status: int, title: str, words: str) -> Reply:
    body = PAGE.format(head="", title=escape(title), words=escape(words))
    return Reply(status, body)
