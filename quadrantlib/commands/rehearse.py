"""`rehearse`: a made-up cohort, to practise with before anybody is asked for anything."""

from __future__ import annotations

from pathlib import Path

import click

from quadrantlib import durable
from quadrantlib.commands.output import say
from quadrantlib.errors import Refused
from quadrantlib.rules import DISTRIBUTIONS


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-n", "people", metavar="N", default=12, show_default=True, type=click.IntRange(1, 5000),
    help="How many people.",
)  # fmt: skip
@click.option("--seed", metavar="S", default=1, show_default=True, help="Other people.")
@click.option(
    "--wave", default=1, show_default=True, type=click.IntRange(1, 2),
    help="2: the same people half a year later, a few gone and a few new; with the same N and S.",
)  # fmt: skip
def command(folder: Path, people: int, seed: int, wave: int) -> None:
    """Fill DIR with what a made-up cohort would hand in, for practising."""
    from quadrantlib.handover import hand_over_all
    from quadrantlib.rehearsal import Rehearsal

    files = dict(Rehearsal(people, seed, wave).files())
    missing = _missing(folder, files)
    hand_over_all([(folder / name, files[name]) for name in missing])
    codes = next(name for name in files if name.endswith(".txt"))
    say(_told(folder, people, wave, codes) if missing else f"{folder} holds all of it already.")


def _missing(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Make the folder, and return which files are not there yet.

    Raises
    ------
    Refused
        If a file of that name holds something else, or the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = {name: durable.read(folder / name) for name in files}
        there = {name: content for name, content in found.items() if content is not None}
    except OSError as fault:
        raise Refused(
            f"{folder} cannot be used as a folder: {fault.strerror}.",
            "Nothing was written.",
            "Name another one.",
        ) from fault
    if others := [name for name in there if there[name] != files[name]]:
        raise Refused(
            f"{folder} already holds another {others[0]}.",
            "Nothing was written, and nothing there was changed.",
            "Name an empty folder, or the N and the seed with which this one was filled.",
        )
    return [name for name in files if name not in there]


def _told(folder: Path, people: int, wave: int, codes: str) -> str:
    report = "report.html" if wave == 1 else f"report-{wave}.html"
    by = " --by team" if people >= DISTRIBUTIONS else ""
    return (
        f"{folder} holds what {people} made-up people hand in, the invitation that they were "
        f"given, and their codes.\n"
        f"Next: quadrant report {folder} -o {report} --codes {folder / codes}{by}"
    )
