"""`codes`: one-time codes for a cohort, one on a line, to print and cut apart."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from quadrantlib.commands.output import say, to_file
from quadrantlib.errors import Refused

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""None that is taken for another one when it is copied by hand: no 0 and O, no 1 and I."""
HALF = 4
"""Letters before the hyphen, and after it: one in a million millions is guessed."""


@click.command()
@click.argument("people", metavar="N", type=click.IntRange(1, 100_000))
@to_file(".txt")
def command(people: int, output: Path) -> None:
    """Draw N one-time codes: as many as people, and no spare ones."""
    from quadrantlib.handover import hand_over

    if output.suffix.lower() != ".txt":
        raise click.BadParameter("should end in .txt.", param_hint="-o")
    if os.path.lexists(output):
        raise Refused(
            f"{output} is there already. New codes would make those that were handed out useless.",
            "It was left as it is.",
            "Name another file with -o.",
        )
    codes: set[str] = set()
    while len(codes) < people:
        codes.add(f"{_half()}-{_half()}")
    hand_over(output, "".join(f"{code}\n" for code in codes).encode())
    say(f"{output} holds {people} codes, one on a line. Print them, cut them apart, mix them.")
    say("Nobody writes down who drew which. Keep the file until the report is made.")


def _half() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(HALF))
