"""What people wrote to the one question of their facilitator: text, and never anything else."""

from __future__ import annotations

from collections.abc import Sequence

from quadrantlib.reporting.blocks import Chapter
from quadrantlib.rules import REPORT
from quadrantlib.visible import visible

LEAD = (
    "Whoever wanted to answered it, in their own words. The answers stand in alphabetical order, "
    "which says nothing of whose they are. How somebody writes may still say it: read them as what "
    "was said, not as what somebody said."
)


def chapter(question: str, answers: Sequence[str], answered: int) -> Chapter | None:
    """Return the answers, or why they are not shown where too few did; None without a question.

    Parameters
    ----------
    answers:
        All of them, or some.
    answered:
        How many there are.
    """
    if not question:
        return None
    if answered < REPORT:
        few = (
            f"Fewer than {REPORT} of you answered this, so the answers are not shown: among so few "
            "it is easy to hear who speaks."
        )
        return Chapter(title=visible(question), withheld=(few,))
    written = sorted(filter(None, map(visible, answers)), key=lambda text: (text.casefold(), text))
    more = (f"These are {len(answers)} of {answered} answers.",) if answered > len(answers) else ()
    return Chapter(title=visible(question), lead=LEAD, quotes=tuple(written), says=more)
