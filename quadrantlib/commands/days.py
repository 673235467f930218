"""The day on which a command reads."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click


def today() -> date:
    """Return the day that it is here."""
    return datetime.now(UTC).astimezone().date()


on_day = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Read as on that day."
)
