"""The commands. Exit codes: 0 done, 1 refused or invalid (a sentence says why), 2 wrong usage."""

from __future__ import annotations

import os
from typing import Any

import click

from quadrantlib.commands import files, journal, pages, rehearse, report, submit
from quadrantlib.culprit import trouble_of
from quadrantlib.errors import LOUD, Trouble

COMMANDS = {
    "open": pages.open_,
    "lab": pages.lab,
    "read": journal.read,
    "diff": journal.diff,
    "keepsake": journal.keepsake,
    "submit": submit.command,
    "check": files.check,
    "schema": files.schema,
    "rehearse": rehearse.command,
    "report": report.command,
}
"""In the order of their use."""


class Kind(click.Group):
    """Turns a trouble into its sentences: bad input is no reason for a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click hands it in
        return list(self.commands)  # click sorts them by their letters

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            click.echo(str(trouble), err=True)
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:
            if LOUD in os.environ:
                raise
            click.echo(str(trouble_of(fault)), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("\nStopped. Nothing was changed.", err=True)
            ctx.exit(1)


@click.group(cls=Kind, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quadrantlib", message="%(version)s")
def main() -> None:
    """Find out where your days live, and which of them you chose."""
