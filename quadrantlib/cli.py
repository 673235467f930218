"""The commands. Exit codes: 0 done, 1 refused or invalid (a sentence says why), 2 wrong usage."""

from __future__ import annotations

import json
import os
import webbrowser
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from quadrantlib.errors import Refused, Trouble

Command = TypeVar("Command", bound=Callable[..., Any])
NOT_ALONE = (
    "Other machines can reach this address. Whoever has all of it, with the token, can read and "
    "change your journal."
)


class Kind(click.Group):
    """Turns a trouble into its sentences: bad input is no reason for a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            click.echo(str(trouble), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("\nStopped. Nothing was changed.", err=True)
            ctx.exit(1)


@click.group(cls=Kind, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quadrantlib", message="%(version)s")
def main() -> None:
    """Find out where your days live, and which of them you chose."""


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


@main.command("open")
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
            click.echo(f"A made-up person’s journal, copied to {place}: not kept.", err=True)

        def ready() -> None:
            click.echo("Ready. Ctrl-C closes it.", err=True)
            _show(address, no_browser)

        serve.serve_pages(place, door, ready)
        _say_closed(place, kept=not sample)


@main.command()
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
        click.echo(f"You have changed workbooks/{name}, so your copy stays as it is.", err=True)

    def ready() -> None:
        click.echo("Ready. Ctrl-C closes it.", err=True)
        _show(address, no_browser)

    serve.serve_lab(place, door, copies, ready)
    _say_closed(place)


@main.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="SLUG", help="Only this exercise.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Read as on that day."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def read(journal: Path, exercise: str | None, on: datetime | None, form: str) -> None:
    """Say back what the newest round of every exercise in JOURNAL holds."""
    from quadrantlib import telling

    today, found = on.date() if on else _today(), telling.journal_in(journal)
    readings = telling.readings(telling.until(found, today) if on else found, exercise, today)
    if form == "json":
        click.echo(json.dumps(telling.as_json(readings), ensure_ascii=False, indent=2))
    else:
        click.echo(telling.as_text(readings, today))


@main.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Compare with that day."
)
def diff(journal: Path, since: datetime | None) -> None:
    """Say what changed in JOURNAL since the round before, or since DATE."""
    from quadrantlib import comparing, telling

    today = _today()
    begun = since.date() if since else None
    read = telling.journal_in(journal)
    click.echo(comparing.as_text(comparing.changes(read, begun, today), today))
    if alone := comparing.alone(read):
        click.echo(f"\n{alone}")


@main.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to, as .pdf or .html.",
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", help="For a PDF.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Read as on that day."
)
def keepsake(
    journal: Path, output: Path, paper: Literal["a4", "letter"], on: datetime | None
) -> None:
    """Put everything in JOURNAL, words and pictures, into one file to print or to keep."""
    from quadrantlib import telling
    from quadrantlib.exercises import CATALOG
    from quadrantlib.handover import hand_over
    from quadrantlib.keepsake import document, page
    from quadrantlib.keepsake.paper import pdf

    kind = output.suffix.lower()
    if kind not in {".pdf", ".html"}:
        raise click.BadParameter("should end in .pdf or .html.", param_hint="-o")
    book = document.keepsake(CATALOG, telling.journal_in(journal), on.date() if on else _today())
    if not book.chapters:
        raise Refused("There is nothing to keep yet.", "Nothing was written.", "")
    hand_over(output, pdf(book, paper) if kind == ".pdf" else page.html(book).encode())
    click.echo(f"{output} holds all of it. It is for you alone, until you give it away.")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Validate journals: name the file, the place and the fault of each."""
    from quadrantlib import telling

    found = [(file, telling.faults_in(file)) for file in files]
    for file, faults in found:
        for fault in faults:
            click.echo(f"{file}: {fault}", err=True)
        if not faults:
            click.echo(f"{file}: nothing is wrong.")
    if any(faults for _, faults in found):
        ctx.exit(1)


@main.command()
@click.argument("what", type=click.Choice(["journal"]))
def schema(what: str) -> None:  # noqa: ARG001  one choice today, another with submissions
    """Print the JSON Schema, generated from the questions."""
    from quadrantlib.exercises import CATALOG
    from quadrantlib.schema import journal_schema

    click.echo(json.dumps(journal_schema(CATALOG), ensure_ascii=False, indent=2))


def _journal(named: Path | None) -> Path:
    """Return the journal's absolute place: named, in the environment, or here."""
    from quadrantlib.storage import default_path

    place = default_path(os.environ, Path.cwd()) if named is None else named.expanduser()
    place = place.absolute()
    if place.is_dir():
        raise Refused(
            f"{place} is a folder, and a journal is a file.",
            "Nothing was changed.",
            f"Name a file, such as --journal {place / 'journal.json'}.",
        )
    return place


def _announce(address: str, private: bool) -> None:  # noqa: FBT001  a property, handed on
    """Print the address before all else, at once: another program may be waiting for it."""
    click.echo(address)
    if not private:
        click.echo(NOT_ALONE, err=True)
    click.echo("Starting…", err=True)


def _show(address: str, no_browser: bool) -> None:  # noqa: FBT001  an option, handed on
    if not no_browser and not webbrowser.open(address):
        click.echo("No browser came up. Open the address above in one.", err=True)


def _say_closed(place: Path, *, kept: bool = True) -> None:
    written = f"What you wrote is in {place}." if place.exists() else "Nothing was written."
    click.echo(f"\nClosed. {written if kept else 'The copy is gone.'}", err=True)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
