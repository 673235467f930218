"""The commands. Exit codes: 0 done, 1 refused or invalid (a sentence says why), 2 wrong usage."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from quadrantlib.errors import Trouble

COMMANDS = {
    "open": "pages:open_",
    "lab": "pages:lab",
    "read": "journal:read",
    "diff": "journal:diff",
    "keepsake": "journal:keepsake",
    "submit": "submit:command",
    "check": "files:check",
    "schema": "files:schema",
    "rehearse": "rehearse:command",
    "report": "report:command",
}
"""Name → `module:function` in `commands`, in the order of a life: fetched when it is called."""


class Kind(click.Group):
    """Turns a trouble into its sentences: bad input is no reason for a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click hands it in
        return [name for name in COMMANDS if _module(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if not (module := _module(cmd_name)):
            return None
        command = getattr(import_module(module), COMMANDS[cmd_name].partition(":")[2])
        assert isinstance(command, click.Command)  # noqa: S101  what the table says
        return command

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


def _module(command: str) -> str:
    """Return the module of a command; empty where there is none."""
    module = f"quadrantlib.commands.{COMMANDS.get(command, '').partition(':')[0]}"
    return module if command in COMMANDS and find_spec(module) else ""
