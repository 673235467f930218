"""`report`: the cohort report, worked out, audited, and run by Papermill."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quadrantlib.commands.output import say, to_file
from quadrantlib.errors import Refused
from quadrantlib.phrases import count, sentence

if TYPE_CHECKING:
    from quadrantlib.gathering import Gathered, Order
    from quadrantlib.strangers import Turned

KINDS = {".html", ".pdf"}
NOBODY_COUNTED = (
    "Nobody counted heads, and there are no codes: invented files would not be noticed. Make "
    "it once more with --people or --codes."
)
CHECKING = (
    "Reading the files, and checking that the report gives nobody away. With groups and earlier "
    "waves that can take minutes."
)


def _file(path: Path) -> Path:
    return path.expanduser().absolute()


@click.command("report")
@click.argument("place", metavar="DIR", type=click.Path(path_type=Path))
@to_file(".html or .pdf")
@click.option(
    "--people",
    type=click.IntRange(1),
    help="How many people handed something in, as you counted them.",
)
@click.option(
    "--codes",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The one-time codes that you handed out, one on a line.",
)
@click.option(
    "--ledger",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What earlier reports said. [default: ledger.json beside the report]",
)
@click.option(
    "--by", metavar="ATTRIBUTE", default="", help="Tell groups apart by what the invitation asks."
)
@click.option("--explain", is_flag=True, help="Say what is held back and why, rule by rule.")
def command(  # noqa: PLR0913, PLR0917  click hands them in
    place: Path,
    output: Path,
    people: int | None,
    codes: Path | None,
    ledger: Path | None,
    by: str,
    explain: bool,  # noqa: FBT001
) -> None:
    """Make the report of the submissions in DIR, which may also be one JSON-lines file."""
    output = _file(output)
    _make_sure(output)
    from quadrantlib.gathering import Order

    kept = _file(ledger) if ledger else output.with_name("ledger.json")
    found = _gathered(Order(_file(place), people or 0, codes, kept, by))
    if not people and not codes:
        say(NOBODY_COUNTED, err=True)
    if explain:
        _explain(found)
    _make(found, output)
    say(f"Keep {kept.name} and {kept.with_suffix('.key').name}: the next report needs them.")


def _make_sure(output: Path) -> None:
    """Refuse what cannot end well, before anything is read.

    The figures lie beside the report, under a name that nobody gave: what is not ours stays there.
    """
    from quadrantlib.handover import begins_with
    from quadrantlib.published import CSV_BEGINS
    from quadrantlib.report import make_sure

    if output.suffix.lower() not in KINDS:
        raise click.BadParameter("should end in .html or .pdf.", param_hint="-o")
    make_sure()
    figures = output.with_suffix(".csv")
    if os.path.lexists(figures) and not begins_with(figures, CSV_BEGINS):
        raise Refused(
            f"{figures} is there already, and it holds no figures of a report. They would go "
            "there, beside the report.",
            "Nothing was written.",
            "Name the report otherwise with -o, or move that file.",
        )


def _gathered(order: Order) -> Gathered:
    """Take the files in, and say of each that is not taken why."""
    from quadrantlib.gathering import gathered

    turned = 0

    def tell(file: Turned) -> None:
        nonlocal turned
        turned += 1
        for fault in file.faults:
            say(f"{file.name}: {fault}", err=True)

    if sys.stderr.isatty():
        say(CHECKING, err=True)
    try:
        return gathered(order, tell)
    finally:
        if turned:
            say(f"{sentence(count(turned, 'file'))} could not be taken in.", err=True)


def _make(found: Gathered, output: Path) -> None:
    """Run the notebook and write both files and the ledger: all of them, or none."""
    from quadrantlib import report

    published = found.edition.published
    manuscript = report.run(published, found.turned, progress=sys.stderr.isatty())
    files = report.files(manuscript, published, output)
    found.keep(*files)
    say(f"{output} is the report of {published.people} people.")
    say(f"{files[1][0].name} beside it holds the figures behind it.")


def _explain(found: Gathered) -> None:
    """Say what is held back."""
    from quadrantlib.exercises import CATALOG
    from quadrantlib.reporting.explaining import explained
    from quadrantlib.reporting.found import Found

    for line in explained(found.edition, Found(found.edition.published, CATALOG)):
        say(line)
