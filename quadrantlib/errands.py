"""What a page does for a person besides asking: hands the journal over, brings it back, forgets it.

Each errand takes the message that asked for it and returns what the browser is told: a file to
keep, or a sentence about what was done.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG
from quadrantlib.phrases import count
from quadrantlib.schema import faults_in_journal
from quadrantlib.sitting import Sitting

Message = Mapping[str, Any]
FORGOTTEN = (
    "Your journal and every copy that the workbook kept are gone from this machine. "
    "Files you downloaded are yours to keep or to throw away."
)


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


def _journal(sitting: Sitting, _message: Message, today: date) -> Message:
    _written(sitting)
    text = sitting.journal.text().encode()
    return {"file": _file(f"journal-{today}.json", "application/json", text)}


def _bring_back(sitting: Sitting, message: Message, _today: date) -> Message:
    journal = sitting.bring_back(str(message.get("text", "")))
    unfit = len(faults_in_journal(journal.value, CATALOG))
    words = "Your journal is back. What lay here before was kept as a copy beside it."
    if unfit:
        words += (
            f" {count(unfit, 'answer').capitalize()} in it did not fit, and will read as not given."
        )
    return {"words": words, "anew": True}


def _forget(sitting: Sitting, _message: Message, _today: date) -> Message:
    sitting.forget()
    return {"words": FORGOTTEN, "anew": True}


def _written(sitting: Sitting) -> None:
    if not sitting.journal.revision:
        raise Refused("There is nothing to keep yet.", "Nothing is written so far.", "")


def _file(name: str, kind: str, content: bytes) -> Message:
    return {"name": name, "type": kind, "data": b64encode(content).decode("ascii")}


ERRANDS: Mapping[str, Callable[[Sitting, Message, date], Message]] = {
    "journal": _journal,
    "bring_back": _bring_back,
    "forget": _forget,
}
