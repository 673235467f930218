"""What a facilitator may have left out, as it shows in the files: many fail for one reason. Pure.

A report is final: whoever was turned down is not in it, and the ledger remembers who was. So where
many files fail for a reason that is likely the facilitator's, there is no report, and the reason
is said. That costs an hour at most; a report without them could not be made again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from quadrantlib.errors import Refused

SAFE = "Nothing was written, and nobody is shut out."
MANY = 2
"""A stray file, or one person's slip, is only named."""


class Slip(StrEnum):
    """Why a file is turned down, where it may not be its owner's doing."""

    COHORT = "is for another cohort"
    GROUP = "names a group, and none was asked for"
    OPTION = "names a group that is not offered"
    QUESTION = "answers a question, and none was asked"
    NO_CODE = "has no code"
    CODE = "has a code that was not handed out"


ASKED = (
    "Put the invitation that you sent out beside the files, under the name invitation.json, and "
    "make the report again."
)
NOW = {
    Slip.COHORT: (
        "Use the invitation that these people were given, or move files of another cohort out."
    ),
    Slip.GROUP: ASKED,
    Slip.OPTION: ASKED,
    Slip.QUESTION: ASKED,
    Slip.NO_CODE: "If nobody was given a code, leave --codes out.",
    Slip.CODE: "Look whether --codes names the list of this cohort, with every line still in it.",
}
ALL_OF = {
    Slip.COHORT: "are for another cohort than “{cohort}”",
    Slip.GROUP: "name a group, and no invitation here asks for one",
    Slip.OPTION: "name a group that the invitation here does not offer",
    Slip.QUESTION: "answer a question, and no invitation here asks one",
    Slip.NO_CODE: "have no code",
    Slip.CODE: "have codes that are not on your list",
}


OF_TEN = {slip: 5 if slip is Slip.NO_CODE else 1 for slip in Slip}
"""So many of ten files, at least. Files without a code are more often somebody's invention."""


def look(slips: Counter[Slip], files: int, cohort: str) -> None:
    """Raise `Refused` where many of `files` files fail for one reason of the facilitator's.

    Parameters
    ----------
    slips:
        Reason → how many files have it.
    files:
        How many files there are, those that are let in among them.
    """
    for slip, times in slips.most_common():
        if times >= MANY and times * 10 >= files * OF_TEN[slip]:
            which = ALL_OF[slip].format(cohort=cohort)
            raise Refused(f"{times} of the {files} files {which}.", SAFE, NOW[slip])


def look_at_name(cohort: str, earlier: Iterable[str]) -> None:
    """Raise `Refused` where an earlier report was of a cohort whose name differs by a slip alone.

    A comma, a space or a capital more makes another cohort of it: nobody would be known again.
    """
    for name in earlier:
        if name != cohort.casefold() and _bare(name) == _bare(cohort):
            raise Refused(
                f"Earlier reports here are of “{name}”, and these files are for “{cohort}”.",
                SAFE,
                "If it is the same group, hand out the earlier invitation once more: files for "
                "another name cannot be compared. If not, keep another ledger, with --ledger.",
            )


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
