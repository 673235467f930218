"""`submit`: shows field by field what would leave, asks, and writes it. Nothing is sent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quadrantlib.commands import days
from quadrantlib.commands.output import say, shown, to_file
from quadrantlib.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quadrantlib.invitation import Invitation
    from quadrantlib.submission import Offered

MARK = (
    "participant",
    (
        "A mark that is yours in this cohort alone, so that a later report can say what changed. "
        "It does not lead back to your journal."
    ),
)
LONGEST_COHORT = 100
STAYS = (
    "Everything else stays: what your tasks are called, what you wrote in the "
    "exercises, dates, and money. To keep one of these back too, name it: --without FIELD."
)


@click.command("submit")
@click.argument("journal", type=click.Path(path_type=Path))
@to_file(".json")
@click.option("--cohort", metavar="NAME", default="", help="Whom it is for.")
@click.option(
    "--invitation",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The invitation you were given, in place of --cohort.",
)
@click.option("--belongs", metavar="GROUP", default="", help="Your group, if the invitation asks.")
@click.option("--answer", metavar="TEXT", default="", help="Your answer, if the invitation asks.")
@click.option("--code", default="", help="The one-time code, if you were given one.")
@click.option(
    "--without",
    metavar="FIELD",
    multiple=True,
    help="Leave this field out; name as many as you like.",
)
@click.option("--yes", is_flag=True, help="Write it without asking.")
def command(  # noqa: PLR0913  click hands them in
    journal: Path,
    output: Path,
    cohort: str,
    invitation: Path | None,
    *,
    without: tuple[str, ...],
    yes: bool,
    **added: str,
) -> None:
    """Show what would leave JOURNAL for a cohort's report, field by field, then write it."""
    from quadrantlib import submission, telling
    from quadrantlib.exercises import CATALOG
    from quadrantlib.handover import hand_over

    asked, found = _invitation(cohort, invitation), telling.journal_in(journal)
    offered = submission.kept(submission.offer(found, CATALOG, days.today()), without)
    content = submission.submission(found, offered, asked, **added)
    _make_sure_of(output)
    rows = (*_fields(offered), *_added(asked, **added), MARK)
    say(_card(submission.FIRST, asked.cohort, rows))
    if not yes and not _agreed(output):
        raise Refused("Nothing was written.")
    hand_over(output, content)
    say(f"{output} holds exactly this. Nothing was sent: you hand it over yourself.")


def _invitation(cohort: str, path: Path | None) -> Invitation:
    from quadrantlib.invitation import Invitation
    from quadrantlib.invitations import invitation_in
    from quadrantlib.visible import visible

    name, found = visible(cohort), invitation_in(path) if path else None
    if not name and not found:
        raise click.UsageError("Whom is it for? Name the --cohort, or bring its --invitation.")
    if len(name) > LONGEST_COHORT:
        raise click.BadParameter(f"may have {LONGEST_COHORT} characters.", param_hint="--cohort")
    if found and name and name.casefold() != found.cohort.casefold():
        raise click.UsageError("--invitation is for another cohort: leave --cohort out.")
    return found or Invitation(name)


def _card(first: str, cohort: str, rows: Sequence[tuple[str, str]]) -> str:
    card = click.HelpFormatter()
    for words in (first, f"This is what would leave, for “{cohort}”:"):
        card.write_text(words)
        card.write_paragraph()
    with card.indentation():
        card.write_dl(rows)
    card.write_paragraph()
    card.write_text(STAYS)
    return card.getvalue()


def _fields(offered: Sequence[Offered]) -> Iterator[tuple[str, str]]:
    for each in offered:
        mark = "" if each.title.endswith("?") else ":"
        yield each.name, f"{each.title}{mark} {each.words}"


def _added(asked: Invitation, code: str, belongs: str, answer: str) -> Iterator[tuple[str, str]]:
    from quadrantlib.visible import visible

    if group := asked.attribute:
        offer = ", ".join(str(each.id) for each in group.options)
        said = group.label(belongs) or f"Nothing yet. To say it: --belongs, with one of {offer}"
        yield "belongs", f"{group.ask} {said}"
    if asked.question:
        said = f"“{visible(answer)}”" if answer else "Nothing yet. To say something: --answer"
        yield "answer", f"{asked.question} {said}"
    if code:
        yield "code", code


def _make_sure_of(output: Path) -> None:
    """Refuse an ending that is not ours, and to write over what is no submission."""
    from quadrantlib import strangers

    if output.suffix.lower() != ".json":
        raise click.BadParameter("should end in .json.", param_hint="-o")
    if os.path.lexists(output) and not strangers.is_submission(output):
        what = f"{output} is there already, and it is no submission."
        raise Refused(what, "It was left as it is.", "Name another file with -o.")


def _agreed(output: Path) -> bool:
    try:
        return click.confirm(shown(f"Write it to {output}?"))
    except click.Abort:
        say()
        return False
