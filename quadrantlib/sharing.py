"""The share card on my page: what could leave, field by field, and the file that is handed over.

What a person types on the card comes with each message, and is gone once it is answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Invitation, parse
from quadrantlib.journal import Journal
from quadrantlib.submission import FIRST, SAFE, kept, offer, submission
from quadrantlib.submitted import LONGEST_ANSWER
from quadrantlib.visible import visible

Message = Mapping[str, Any]
NOTHING = (
    "There is nothing yet that could be handed over. The map of your ten tasks would be a "
    "beginning; whatever an exercise has to give stands here once it is done."
)
MARK = (
    "A mark by which your files to this cohort are known as one person’s, so that a later report "
    "can say what changed. It does not lead back to your journal, and it is another one in every "
    "other cohort."
)
NEVER = (
    "Never in it: what your tasks are called, what you wrote elsewhere in the workbook, dates, and "
    "money in any form."
)
LONGEST_COHORT = 100


def card(journal: Journal, invited: str, today: date) -> dict[str, Any]:
    """Return what the share card shows; `invited` is the text of an invitation, or empty.

    Returns
    -------
    dict
        `honest`: its first line. `shares`: `name`, `title` and `words` of each field that could
        leave. `nothing`: a sentence where there is none. `always`, `never`: what else is in the
        file, and what is not. `invitation`: None, or its `cohort`, what it asks (`ask`, `options`,
        `question`; empty where nothing) and how `longest` an answer may be.

    Raises
    ------
    Unreadable
        If `invited` is no invitation.
    """
    invitation = parse(invited) if invited else None
    offered = offer(journal, CATALOG, today)
    return {
        "honest": FIRST,
        "shares": [{"name": o.name, "title": o.title, "words": o.words} for o in offered],
        "nothing": "" if offered else NOTHING,
        "always": ["The cohort’s name.", MARK],
        "never": NEVER,
        "invitation": _told(invitation) if invitation else None,
    }


def handed(journal: Journal, chosen: Message, today: date) -> bytes:
    """Return the submission as it was `chosen` on the card.

    `chosen` holds `cohort`, `invitation` (its text), `without` (names of fields), `code`, `belongs`
    and `answer`; each may be missing or empty. An invitation's cohort goes before a typed one.

    Raises
    ------
    Refused
        If no cohort is named, nothing would be in it, or what was added does not fit.
    Unreadable
        If the invitation is none.
    """
    offered = kept(offer(journal, CATALOG, today), map(str, chosen.get("without") or ()))
    added = {name: str(chosen.get(name) or "") for name in ("code", "belongs", "answer")}
    return submission(journal, offered, _invitation(chosen), **added)


def _invitation(chosen: Message) -> Invitation:
    if chosen.get("invitation"):
        return parse(str(chosen["invitation"]))
    cohort = visible(str(chosen.get("cohort") or ""))
    if not cohort or len(cohort) > LONGEST_COHORT:
        now = f"Write its name, in at most {LONGEST_COHORT} characters."
        raise Refused("A file is made for one cohort.", SAFE, now)
    return Invitation(cohort)


def _told(invitation: Invitation) -> dict[str, Any]:
    asked = invitation.attribute
    options = asked.options if asked else ()
    return {
        "cohort": invitation.cohort,
        "ask": asked.ask if asked else "",
        "options": [{"id": each.id, "label": each.label} for each in options],
        "question": invitation.question,
        "longest": LONGEST_ANSWER,
    }
