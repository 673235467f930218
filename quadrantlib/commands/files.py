"""`check` and `schema`: what is wrong with a file, and what a right one looks like."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
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


@click.command()
@click.argument("what", type=click.Choice(["journal"]))
def schema(what: str) -> None:  # noqa: ARG001  one choice today, another with submissions
    """Print the JSON Schema, generated from the questions."""
    from quadrantlib.exercises import CATALOG
    from quadrantlib.schema import journal_schema

    click.echo(json.dumps(journal_schema(CATALOG), ensure_ascii=False, indent=2))
