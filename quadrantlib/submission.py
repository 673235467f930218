"""A submission: what may leave a journal, an allow-list, coarse and nameless. Pure.

Only what a share takes out of a reading's figures is in a submission: what no share takes stays.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quadrantlib import strictjson
from quadrantlib.errors import Refused
from quadrantlib.exercise import Exercise
from quadrantlib.invitation import Invitation
from quadrantlib.journal import Journal
from quadrantlib.papers import VERSION, matches
from quadrantlib.retelling import read_newest, retold
from quadrantlib.submitted import CODE, FORMAT, LONGEST_ANSWER
from quadrantlib.visible import visible

FIRST = (
    "Whoever collects this file may know that it is yours. Only the report made of it hides you."
)
"""What a share card begins with, before anything is handed over."""
MONTH = "month"
SAFE = "Nothing was written."


@dataclass(frozen=True, slots=True, repr=False)
class Offered:
    """A field that could leave: its name, a few words about it, and what it says, in words."""

    name: str
    title: str
    words: str
    value: Any


def offer(journal: Journal, catalog: Sequence[Exercise], today: date) -> tuple[Offered, ...]:
    """Return what could leave the journal, in workbook order, the month last; nothing if none."""
    shares = tuple(_offered(journal, catalog, today))
    month = Offered(MONTH, "Month", f"{today:%B %Y}", f"{today:%Y-%m}")
    return (*shares, month) if shares else ()


def kept(offered: Sequence[Offered], without: Iterable[str]) -> tuple[Offered, ...]:
    """Return `offered` without the fields of these names.

    Raises
    ------
    Refused
        If one of the names is not offered; the sentence lists those that are.
    """
    left_out, names = set(without), [each.name for each in offered]
    if offered and left_out - set(names):
        listed = ", ".join(names)
        raise Refused("There is no field of that name to leave out.", SAFE, f"There are: {listed}.")
    return tuple(each for each in offered if each.name not in left_out)


def submission(  # noqa: PLR0913  whose, what, for whom, and what a person adds
    journal: Journal,
    offered: Sequence[Offered],
    invitation: Invitation,
    *,
    code: str = "",
    belongs: str = "",
    answer: str = "",
) -> bytes:
    """Return the file that is handed over: `offered`, and what the person adds to it.

    `belongs` is the id of one of the invitation's options, `answer` answers its question.

    Raises
    ------
    Refused
        If nothing would be in it, or if what is added does not fit or was not asked for.
    """
    shares = {each.name: each.value for each in offered if each.name != MONTH}
    if not shares:
        raise Refused(
            "There is nothing to hand over.", SAFE, "Go through an exercise, or leave a field in."
        )
    added = {"code": _code(code), **_group(belongs, invitation), **_answer(answer, invitation)}
    value = {
        "format": FORMAT,
        "version": VERSION,
        "cohort": invitation.cohort,
        "participant": participant(journal, invitation.cohort),
        **{each.name: each.value for each in offered if each.name == MONTH},
        **{name: each for name, each in added.items() if each},
        "shares": shares,
    }
    return strictjson.dumps(value).encode()


def participant(journal: Journal, cohort: str) -> str:
    """Return who hands over, in 64 hexadecimal digits.

    The same journal is the same participant in every wave of one cohort, and another in any other
    cohort: HMAC-SHA256 of the cohort's name, capitals or not, keyed with the journal's id, which
    never leaves.
    """
    return hmac.digest(
        journal.value["id"].encode(), visible(cohort).casefold().encode(), "sha256"
    ).hex()


def _offered(journal: Journal, catalog: Sequence[Exercise], today: date) -> Iterator[Offered]:
    told = retold(catalog, journal, today)
    for exercise in catalog:
        if not exercise.shares or not told[exercise.slug]:
            continue
        figures = read_newest(exercise, told, today).figures
        for share in exercise.shares:
            value = share.take(figures)
            if value is not None:
                yield Offered(share.name, share.title, share.words(value), value)


def _code(code: str) -> str:
    if code and not matches(CODE, code):
        raise Refused("This code cannot be one.", SAFE, "It has letters, digits and hyphens.")
    return code


def _group(belongs: str, invitation: Invitation) -> Mapping[str, Any]:
    if not belongs:
        return {}
    if invitation.attribute is None:
        raise Refused("This cohort does not ask which group you belong to.", SAFE, "Leave it out.")
    if not invitation.attribute.label(belongs):
        ids = ", ".join(str(each.id) for each in invitation.attribute.options)
        raise Refused("There is no such group.", SAFE, f"Choose one of: {ids}.")
    return {"belongs": {invitation.attribute.name: belongs}}


def _answer(answer: str, invitation: Invitation) -> Mapping[str, Any]:
    words = visible(answer)
    if words and not invitation.question:
        raise Refused("This cohort asks no question.", SAFE, "Leave the answer out.")
    if len(words) > LONGEST_ANSWER:
        raise Refused("Your answer is too long.", SAFE, f"It may have {LONGEST_ANSWER} characters.")
    return {"answer": words}
