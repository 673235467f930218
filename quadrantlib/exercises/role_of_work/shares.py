"""What of it may leave: the part that work plays, and which needs go unmet."""

from __future__ import annotations

from operator import methodcaller

from quadrantlib.exercises.role_of_work.questions import NEEDS, ROLE
from quadrantlib.shares import Figures, One, Several

_OFFERED = {str(each.id) for each in NEEDS.offers}


def _unmet(found: Figures) -> list[str] | None:
    if not found.get("needs"):
        return None
    return sorted(_OFFERED & {row["id"] for row in found.get("unmet", ())})


SHARES = (
    One(
        name="role",
        title="The part that work plays this season",
        of=("role",),
        take=methodcaller("get", "role"),
        options=ROLE.options,
    ),
    Several(
        name="unmet",
        title="Needs that are hardly met anywhere",
        of=("at_work", "elsewhere"),
        take=_unmet,
        options=NEEDS.offers,
        at_most=NEEDS.at_most,
        none="none",
    ),
)
