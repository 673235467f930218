"""From what lies in a folder to what may be published of it, and what the ledger has to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from quadrantlib import bookkeeping, invitations, slips, strangers
from quadrantlib.bookkeeping import Book
from quadrantlib.cohort import Edition, publish
from quadrantlib.errors import NotSaved, Refused
from quadrantlib.exercises import CATALOG
from quadrantlib.handover import Content, hand_over_all
from quadrantlib.invitation import Attribute, Invitation
from quadrantlib.ledger import Past
from quadrantlib.slips import Slip
from quadrantlib.strangers import Turned
from quadrantlib.submitted import Submission, shares_of

SAFE = "Nothing was written."
NO_REPORT = "There is no new report, and earlier ones stay as they are."


@dataclass(frozen=True, slots=True)
class Order:
    """What a facilitator asks for.

    Attributes
    ----------
    place:
        A folder of submissions, or one JSON-lines file.
    people:
        How many people handed something in; 0: nobody counted.
    codes:
        The file with the one-time codes; None: there were none.
    ledger:
        Where it is kept what reports have said; None: nowhere.
    by:
        The name of the attribute of a breakdown; empty: everybody together.
    """

    place: Path
    people: int = 0
    codes: Path | None = None
    ledger: Path | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Gathered:
    """A report as it may be made; `turned` files are not part of it; `cohort` as kept."""

    edition: Edition
    turned: int
    cohort: str
    book: Book | None

    def keep(self, *files: tuple[Path, Content]) -> None:
        """Write `files` and, last, the report down in the ledger: all of it, or nothing.

        Raises
        ------
        NotSaved
            If a file could not be written: there is no new report then.
        Refused
            If another report was written down since the ledger was opened.
        """
        book = self.book.files(self.cohort, self.edition.report) if self.book else []
        if not (wanted := [*files, *book]):
            return
        try:
            hand_over_all(wanted)
        except NotSaved as fault:
            raise NotSaved(fault.what, NO_REPORT, fault.now) from fault


Tell = Callable[[Turned], object]


def gathered(order: Order, tell: Tell = lambda _: None) -> Gathered:
    """Return what may be published.

    Parameters
    ----------
    tell:
        What is done with each file that is turned down, as it comes.

    Raises
    ------
    Trouble
        If there must be no report, or something that was named cannot be read; nothing is written.
    """
    asked = invitations.invitation_for(order.place)
    by = _attribute(asked, order.by) if order.by else None
    codes = strangers.codes_in(order.codes) if order.codes else None
    handed = _Handed(order, asked, codes, tell)
    book = bookkeeping.opened(order.ledger) if order.ledger else None
    cohort = asked.cohort.casefold()
    slips.look_at_name(asked.cohort, book.cohorts if book else ())
    past = book.past(cohort) if book else Past()
    edition = publish(handed, shares_of(CATALOG), asked, by=by, past=past, checked=handed.checked())
    if order.people:
        _count(order.people, edition.published.people, handed.turned)
    return Gathered(edition, handed.turned, cohort, book)


@dataclass(slots=True)
class _Handed:
    """The submissions, read anew each time, one after the other: a cohort may be large."""

    order: Order
    invitation: Invitation
    codes: Container[str] | None
    tell: Tell
    turned: int = 0

    def __iter__(self) -> Iterator[Submission]:
        tell, self.tell = self.tell, lambda _: None  # once, however often they are gone through
        self.turned, taken, found = 0, 0, Counter[Slip]()
        for each in strangers.received(self.order.place, CATALOG, self.invitation, self.codes):
            if isinstance(each, Turned):
                self.turned += 1
                found.update(each.slips)
                tell(each)
            else:
                taken += 1
                yield each
        slips.look(found, taken + self.turned, self.invitation.cohort)

    def checked(self) -> list[str]:
        """Return which rules hold of these files, by their names."""
        counted = ["count"] if self.order.people else []
        return [*counted, *(["codes"] if self.codes is not None else [])]


def _attribute(asked: Invitation, name: str) -> Attribute:
    attribute = asked.attribute
    if attribute and attribute.name == name:
        return attribute
    there = f"it asks for “{attribute.name}”" if attribute else "it asks for no group"
    raise Refused(
        f"The invitation names nothing called “{name}” to tell groups apart by: {there}.",
        SAFE,
        "Groups are told apart only by what everybody was asked for beforehand.",
    )


def _count(people: int, found: int, turned: int) -> None:
    """Refuse where the head count and the files differ: invented ones could hem somebody in."""
    if people == found:
        return
    named = "Have those named above made anew; look for" if turned else "Look for"
    raise Refused(
        f"You counted {people} people, and there are files of {found}.",
        SAFE,
        f"{named} a file whose name does not end in .json, or count again who handed something in.",
    )
