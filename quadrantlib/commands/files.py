"""`check` and `schema`: what is wrong with a file, and what a right one looks like."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quadrantlib.commands.output import line, named, say


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Validate journals and submissions: name the file, the place and the fault of each.

    Of a folder, every *.json in it is looked at; a journal in there is told, for it is nobody's but
    its owner's.
    """
    from quadrantlib import checking

    found = [one for file in files for one in checking.faults_of(file)]
    for file, faults in found:
        for fault in faults:
            say(f"{named(file)}: {line(fault)}", err=True)
        if not faults:
            say(f"{named(file)}: nothing is wrong.")
    if any(faults for _, faults in found):
        ctx.exit(1)


@click.command()
@click.argument("what", type=click.Choice(["journal", "submission", "invitation"]))
def schema(what: str) -> None:
    """Print the JSON Schema of a journal, a submission or an invitation."""
    from quadrantlib.exercises import CATALOG
    from quadrantlib.invitation import invitation_schema
    from quadrantlib.schema import journal_schema
    from quadrantlib.submitted import submission_schema

    made = {
        "journal": lambda: journal_schema(CATALOG),
        "submission": lambda: submission_schema(CATALOG),
        "invitation": invitation_schema,
    }
    say(json.dumps(made[what](), indent=2))
