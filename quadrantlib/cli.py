"""The commands. Exit codes: 0 done, 1 refused or invalid (a sentence says why), 2 wrong usage."""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from quadrantlib.commands import codes, files, journal, pages, rehearse, report, submit
from quadrantlib.commands.output import forgive, say
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
    "codes": codes.command,
    "report": report.command,
}
"""In the order of their use."""


class Kind(click.Group):
    """Turns a trouble into its sentences: bad input is no reason for a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click hands it in
        return list(self.commands)  # click sorts them by their letters

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command; what click itself says of wrong usage is printed by `say` too."""
        forgive()
        alone = extra.pop("standalone_mode", True)
        try:
            done = super().main(*args, standalone_mode=False, **extra)  # type: ignore[call-overload]  # handed on
        except click.ClickException as wrong:
            if not alone:
                raise
            words = io.StringIO()
            wrong.show(words)
            say(words.getvalue().rstrip("\n"), err=True)
            sys.exit(wrong.exit_code)
        except click.Abort:
            if not alone:
                raise
            sys.exit(1)
        if not alone:
            return done
        sys.exit(done if isinstance(done, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Trouble as trouble:
            say(str(trouble), err=True)
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as fault:
            if LOUD in os.environ:
                raise
            say(str(trouble_of(fault)), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            say("\nStopped. Nothing was changed.", err=True)
            ctx.exit(1)


@click.group(cls=Kind, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quadrantlib", message="%(version)s")
def main() -> None:
    """Find out where your days live, and which of them you chose."""
