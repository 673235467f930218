"""What a page does for a person besides asking: hands the journal over, brings it back, forgets it.

Each errand takes the message that asked for it and returns what the browser is told: a file to
keep, or a sentence about what was done.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from quadrantlib.dates import calendar_of
from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal
from quadrantlib.phrases import count
from quadrantlib.retelling import read_newest, retold
from quadrantlib.schema import faults_in_journal
from quadrantlib.sitting import Sitting

if TYPE_CHECKING:
    from quadrantlib.keepsake.blocks import Keepsake

Message = Mapping[str, Any]
FORGOTTEN = (
    "Your journal and every copy that the workbook kept are gone from this machine. "
    "Files you downloaded are yours to keep or to throw away."
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep."""

    name: str
    kind: str
    content: bytes


def run(sitting: Sitting, message: Message, today: date) -> dict[str, Any]:
    """Run the errand called `message["name"]` and return what to tell the browser.

    Returns
    -------
    dict
        `words`: a sentence, may be empty. `file`: None, or its `name`, `type` and `data` (base64).
        `anew`: whether the journal is another one now.

    Raises
    ------
    Refused
        If there is no such errand, or nothing to do it with.
    Unreadable, Newer, NotSaved
        From the storage: nothing was changed.
    """
    errand = ERRANDS.get(str(message.get("name")))
    if errand is None:
        raise Refused("There is nothing of that name to do.", "Nothing was changed.", "")
    return {"words": "", "file": None, "anew": False, **errand(sitting, message, today)}


def journal_file(journal: Journal, today: date) -> File:
    """Return the journal, to keep; or raise Refused where nothing is written."""
    if not journal.revision:
        raise Refused("There is nothing to keep yet.", "Nothing is written so far.", "")
    return File(f"journal-{today}.json", "application/json", journal.text().encode())


def dates_file(journal: Journal, today: date) -> File:
    """Return what comes next, for a calendar; or raise Refused where nothing does."""
    woven = read_newest(by_slug("my-page"), retold(CATALOG, journal, today), today)
    rows = woven.figures["due"]
    if not rows:
        raise Refused(
            "There is no day to put into a calendar yet.",
            "Nothing was changed.",
            "Once an exercise is done, the day it comes round again stands here.",
        )
    return File("what-comes-next.ics", "text/calendar", calendar_of(rows, journal.id, today))


def keepsake_file(journal: Journal, today: date, paper: str = "a4") -> File:
    """Return everything that was written and seen, to print; `paper` is `a4` or `letter`.

    Raises
    ------
    Refused
        If nothing is written, or no PDF can be made here.
    """
    from quadrantlib.keepsake.paper import pdf

    content = pdf(_all_of(journal, today), "letter" if paper == "letter" else "a4")
    return File(f"keepsake-{today}.pdf", "application/pdf", content)


def keepsake_page_file(journal: Journal, today: date) -> File:
    """Return everything that was written and seen, as a page; or raise Refused as above."""
    from quadrantlib.keepsake.page import html

    return File(f"keepsake-{today}.html", "text/html", html(_all_of(journal, today)).encode())


def _all_of(journal: Journal, today: date) -> Keepsake:
    from quadrantlib.keepsake.document import keepsake

    book = keepsake(CATALOG, journal, today)
    if not book.chapters:
        raise Refused("There is nothing to keep yet.", "Nothing is written so far.", "")
    return book


def submission_file(journal: Journal, chosen: Message, today: date) -> File:
    """Return what is handed to a cohort, as it was `chosen`; raises as `sharing.handed`.

    Its name tells one person's file from another's by what stands in it anyway.
    """
    from quadrantlib.sharing import handed

    content = handed(journal, chosen, today)
    found = json.loads(content)
    name = "-".join(filter(None, ("submission", found.get("month"), found["participant"][:8])))
    return File(f"{name}.json", "application/json", content)


def said_of_return(journal: Journal) -> str:
    """Return what is said of a journal that was brought back."""
    unfit = len(faults_in_journal(journal.value, CATALOG))
    words = "Your journal is back. What lay here before was kept as a copy beside it."
    if unfit:
        words += (
            f" {count(unfit, 'answer').capitalize()} in it did not fit, and will read as not given."
        )
    return words


def _journal(sitting: Sitting, _message: Message, today: date) -> Message:
    return {"file": _told(journal_file(sitting.journal, today))}


def _dates(sitting: Sitting, _message: Message, today: date) -> Message:
    return {"file": _told(dates_file(sitting.journal, today))}


def _keepsake(sitting: Sitting, message: Message, today: date) -> Message:
    return {"file": _told(keepsake_file(sitting.journal, today, str(message.get("paper"))))}


def _keepsake_page(sitting: Sitting, _message: Message, today: date) -> Message:
    return {"file": _told(keepsake_page_file(sitting.journal, today))}


def _offer(sitting: Sitting, message: Message, today: date) -> Message:
    from quadrantlib.sharing import card

    offered = card(sitting.journal, str(message.get("invitation") or ""), today)
    return {"offer": offered, "seq": message.get("seq")}


def _submission(sitting: Sitting, message: Message, today: date) -> Message:
    made = submission_file(sitting.journal, message, today)
    return {"file": _told(made), "seq": message.get("seq")}


def _bring_back(sitting: Sitting, message: Message, _today: date) -> Message:
    journal = sitting.bring_back(str(message.get("text", "")))
    return {"words": said_of_return(journal), "anew": True}


def _forget(sitting: Sitting, _message: Message, _today: date) -> Message:
    sitting.forget()
    return {"words": FORGOTTEN, "anew": True}


def _told(file: File) -> Message:
    data = b64encode(file.content).decode("ascii")
    return {"name": file.name, "type": file.kind, "data": data}


ERRANDS: Mapping[str, Callable[[Sitting, Message, date], Message]] = {
    "journal": _journal,
    "bring_back": _bring_back,
    "forget": _forget,
    "dates": _dates,
    "keepsake": _keepsake,
    "keepsake_page": _keepsake_page,
    "offer": _offer,
    "submission": _submission,
}
"""What can be asked for; `offer` and `submission` are answered with the `seq` they came with."""
