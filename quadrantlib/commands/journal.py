"""`read`, `diff` and `keepsake`: what a journal says back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from quadrantlib.commands import days
from quadrantlib.commands.output import say, to_file
from quadrantlib.errors import Refused


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--exercise", metavar="SLUG", help="Only this exercise.")
@days.on_day
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def read(journal: Path, exercise: str | None, on: datetime | None, form: str) -> None:
    """Say back what the newest round of every exercise in JOURNAL holds."""
    from quadrantlib import telling

    today, found = on.date() if on else days.today(), telling.journal_in(journal)
    readings = telling.readings(telling.until(found, today) if on else found, exercise, today)
    if form == "json":
        say(json.dumps(telling.as_json(readings), indent=2))
    else:
        say(telling.as_text(readings, today))


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Compare with that day."
)
def diff(journal: Path, since: datetime | None) -> None:
    """Say what changed in JOURNAL since the round before, or since DATE."""
    from quadrantlib import comparing, telling

    today = days.today()
    begun = since.date() if since else None
    found = telling.journal_in(journal)
    say(comparing.as_text(comparing.changes(found, begun, today), today))
    if alone := comparing.alone(found):
        say(f"\n{alone}")


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@to_file(".pdf or .html")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", help="For a PDF.")
@days.on_day
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
    book = document.keepsake(
        CATALOG, telling.journal_in(journal), on.date() if on else days.today()
    )
    if not book.chapters:
        raise Refused("There is nothing to keep yet.", "Nothing was written.", "")
    hand_over(output, pdf(book, paper) if kind == ".pdf" else page.html(book).encode())
    say(f"{output} holds all of it. It is for you alone, until you give it away.")
