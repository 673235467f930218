"""`open` and `lab`: serve the workbook on this machine."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import click

from quadrantlib.commands.output import say
from quadrantlib.errors import Refused

Command = TypeVar("Command", bound=Callable[..., Any])
NOT_ALONE = (
    "Other machines can reach this address. Whoever has all of it, with the token, can read and "
    "change your journal."
)


def _serving(command: Command) -> Command:
    """Add what `open` and `lab` have in common."""
    options = (
        click.option(
            "--journal",
            type=click.Path(path_type=Path),
            help="Where your answers are kept. [default: journal.json here]",
        ),
        click.option("--port", type=click.IntRange(1, 65535), help="Exactly this port."),
        click.option("--no-browser", is_flag=True, help="Only print the address."),
        click.option("--host", default="127.0.0.1", help="The address to listen on."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("open")
@_serving
@click.option("--sample", is_flag=True, help="Look around in a made-up person’s journal.")
def open_(
    journal: Path | None,
    port: int | None,
    no_browser: bool,  # noqa: FBT001  click hands it in
    host: str,
    sample: bool,  # noqa: FBT001
) -> None:
    """Serve the workbook on this machine and open it in the browser."""
    from quadrantlib import serve

    if sample and journal:
        raise click.UsageError("--sample brings a journal of its own: leave --journal out.")
    with serve.sample_journal() if sample else nullcontext(_journal(journal)) as place:
        token = serve.server_token(place)
        door = serve.open_door(host, port)
        address = door.address(token)
        _announce(address, door.private)
        if sample:
            say(f"A made-up person’s journal, copied to {place}: not kept.", err=True)
        with _browser(address, no_browser) as ready:
            serve.serve_pages(place, door, ready)
        _say_closed(place, kept=not sample)


@click.command()
@_serving
def lab(journal: Path | None, port: int | None, no_browser: bool, host: str) -> None:  # noqa: FBT001  click hands it in
    """Open the same workbooks in JupyterLab, as copies in ./workbooks."""
    from quadrantlib import serve

    place = _journal(journal)
    token = serve.server_token(place)
    copies = serve.copy_workbooks(Path.cwd() / "workbooks")
    door = serve.open_door(host, port)
    address = door.address(token, f"/lab/tree/{copies.first}")
    _announce(address, door.private)
    for name in copies.changed:
        say(f"You have changed workbooks/{name}, so your copy stays as it is.", err=True)

    with _browser(address, no_browser) as ready:
        serve.serve_lab(place, door, copies, ready)
    _say_closed(place)


def _journal(named: Path | None) -> Path:
    """Return the journal's absolute place: named, in the environment, or here.

    A place where nothing can be kept is refused before anybody writes.
    """
    from quadrantlib.storage import default_path, make_room

    place = default_path(os.environ, Path.cwd()) if named is None else named.expanduser()
    place = place.absolute()
    if place.exists() and not place.is_file():
        what = "is a folder" if place.is_dir() else "is no file"
        other = place if place.is_dir() else Path()
        raise Refused(
            f"{place} {what}, and a journal is a file.",
            "Nothing was changed.",
            f"Name a file, such as --journal {other / 'journal.json'}.",
        )
    make_room(place)
    return place


def _announce(address: str, private: bool) -> None:  # noqa: FBT001  a property, handed on
    """Print the address before all else, at once: another program may be waiting for it."""
    say(address)
    if not private:
        say(NOT_ALONE, err=True)
    say("Starting…", err=True)


@contextmanager
def _browser(address: str, no_browser: bool) -> Iterator[Callable[[], None]]:  # noqa: FBT001  an option
    """Yield what says that the server answers, and opens the address in a browser.

    It is opened by way of a page that only this person can read, and that is gone afterwards.
    """
    from quadrantlib import serve

    with ExitStack() as closing:

        def ready() -> None:
            say("Ready. Ctrl-C closes it.", err=True)
            if not no_browser:
                _show(closing.enter_context(serve.launcher(address)))

        yield ready


def _show(page: str) -> None:
    """Open the browser beside the server: one in a terminal waits for the page that it asks for."""
    Thread(target=_open, args=(page,), daemon=True).start()


def _open(page: str) -> None:
    came = webbrowser.open(page)  # a browser in a box of its own may not be allowed to read it
    said = "If the page stays away" if came else "No browser came up"
    say(f"{said}: open the address above yourself.", err=True)


def _say_closed(place: Path, *, kept: bool = True) -> None:
    written = f"What you wrote is in {place}." if place.exists() else "Nothing was written."
    say(f"\nClosed. {written if kept else 'The copy is gone.'}", err=True)
