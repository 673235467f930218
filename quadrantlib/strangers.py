"""Reads what strangers handed in, one file after the other, and refuses by name.

A file from a stranger may hold anything. It is never quoted: a reason names the place, and the
names that a stranger chose are escaped. One bad file never stops the others.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quadrantlib import durable, strictjson, submitted
from quadrantlib.dropped import content_of, dropped
from quadrantlib.errors import Refused, Unreadable
from quadrantlib.exercise import Exercise
from quadrantlib.invitation import Invitation
from quadrantlib.papers import is_later, matches
from quadrantlib.scratch import Many
from quadrantlib.shape import FORMAT as JOURNAL
from quadrantlib.slips import Slip
from quadrantlib.submitted import CODE, FORMAT, Submission, faults_in_submission
from quadrantlib.visible import visible, where

MOST_FAULTS = 50
"""So many faults of one file are told; nobody reads a thousand."""
LARGEST_LIST = 5_000_000
"""Bytes of a list of codes: a hundred thousand of the longest."""
UNTOUCHED = "Nothing was written."


@dataclass(frozen=True, slots=True)
class Turned:
    """A file that is turned down: its name, fit to be shown, and what is said of it.

    Its `slips` are those of its faults that may be the facilitator's own.

    >>> Turned("a.json", ("has no code",)).says()
    'a.json has no code.'
    """

    name: str
    faults: tuple[str, ...]
    slips: tuple[Slip, ...] = ()

    def says(self) -> str:
        """Return it as a sentence."""
        return f"{self.name} {'; '.join(self.faults).removesuffix('.')}."


def received(
    place: Path,
    catalog: Sequence[Exercise],
    invitation: Invitation,
    codes: Container[str] | None = None,
) -> Iterator[Submission | Turned]:
    """Yield every submission in `place`, and every file that is turned down.

    Parameters
    ----------
    place:
        A folder (each `*.json` in it, by name) or a file with one submission on a line.
    invitation:
        What was asked for: `invitations.invitation_for` finds it.
    codes:
        Those that were handed out, as `codes_in` reads them; None: nobody was asked for one.

    Raises
    ------
    Unreadable
        If `place` is not there or cannot be opened.
    """
    gate = _Gate(invitation, codes)
    for name, content in dropped(place):
        found = _read(content, catalog)
        if isinstance(found, Submission) and not (faults := gate.faults(found)):
            yield found
        else:
            told = faults if isinstance(found, Submission) else found
            slips = tuple(each for each in told if isinstance(each, Slip))
            yield Turned(name, tuple(map(str, _few(told))), slips)


def is_submission(path: Path) -> bool:
    """Whether the file at `path` says that it is a submission."""
    return bool(cohort_of(content_of(path)))


def codes_in(path: Path) -> Container[str]:
    """Return the one-time codes in the file at `path`, one on a line, as `key_of` has them.

    Raises
    ------
    Refused
        If it cannot be opened, or a line is no code; the line is named and not quoted.
    """
    try:
        file = durable.opened(path, LARGEST_LIST)
        if file is None:
            raise FileNotFoundError(path)
        with io.TextIOWrapper(file, _encoding(file.peek(2))) as lines:
            return Many(_codes(path, lines))
    except (OSError, UnicodeError):
        now = "Name the file with codes, as text."
        raise Refused(f"{path} could not be read.", UNTOUCHED, now) from None


def _encoding(begins: bytes) -> str:
    """Return how a text file is written: `>` in a Windows PowerShell makes UTF-16 of it."""
    marked = begins.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if marked else "utf-8-sig"


def _codes(path: Path, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            if not matches(CODE, line.strip()):
                now = "Put one code on a line: letters, digits and hyphens."
                raise Refused(f"Line {number} of {path} is no code.", UNTOUCHED, now)
            yield key_of(line)


def key_of(code: str) -> str:
    """Return a code as it is compared: people copy them by hand.

    >>> key_of(" k7pq-93xm")
    'K7PQ93XM'
    """
    return code.strip().replace("-", "").upper()


@dataclass(slots=True)
class _Gate:
    """Lets each person in once, and only with what was asked for."""

    invitation: Invitation
    codes: Container[str] | None
    seen: Many = field(default_factory=Many)

    def faults(self, found: Submission) -> list[str]:
        """Return why `found` is not let in; nothing, and it is remembered, where it is."""
        faults = [*self._asked(found), *self._code(found), *self._again(found)]
        if not faults:
            who = found.participant
            for each in (_code(found), who, f"{who} {found.month}"):
                self.seen.add(each)
        return faults

    def _asked(self, found: Submission) -> Iterator[str]:
        if found.cohort.casefold() != self.invitation.cohort.casefold():
            yield Slip.COHORT
        attribute = self.invitation.attribute
        for name, option in found.belongs.items():
            if attribute is None or name != attribute.name:
                yield Slip.GROUP
            elif not attribute.label(option):
                yield Slip.OPTION
        if found.answer and not self.invitation.question:
            yield Slip.QUESTION

    def _code(self, found: Submission) -> Iterator[str]:
        if self.codes is None:
            return
        if not found.code:
            yield Slip.NO_CODE
        elif key_of(found.code) not in self.codes:
            yield Slip.CODE
        elif _code(found) in self.seen:
            yield "has a code that a file before it has used"

    def _again(self, found: Submission) -> Iterator[str]:
        """Yield whether the same journal has been here; without a month, it may be any month's."""
        who = found.participant
        same = (f"{who} ", f"{who} {found.month}") if found.month else (who,)
        if any(each in self.seen for each in same):
            yield "comes from the same journal as a file before it, for the same month"


def _code(found: Submission) -> str:
    """Return the code of a file, as it is remembered among journals."""
    return f"code {key_of(found.code)}"


def _read(content: bytes | str, catalog: Sequence[Exercise]) -> Submission | list[str]:
    """Return the submission, or every fault there is. A text is why there is no content."""
    if isinstance(content, str):
        return [content]
    try:
        value = strictjson.loads(content)
    except Unreadable as fault:
        return [f"could not be read. {fault.what}"]
    if isinstance(value, dict) and value.get("format") == JOURNAL:
        return ["is a journal, which is its owner’s alone: delete it, and ask for a submission"]
    if is_later(value):
        return ["was written by a later version of the workbook"]
    faults = [f"{where(place)} {reason}" for place, reason in faults_in_submission(value, catalog)]
    return faults or submitted.read(value)


def _few(faults: list[str]) -> Iterator[str]:
    yield from faults[:MOST_FAULTS]
    if len(faults) > MOST_FAULTS:
        yield f"and {len(faults) - MOST_FAULTS} more"


def cohort_of(content: bytes | str) -> str:
    """Return the cohort that a file names; empty if it is no submission."""
    try:
        value = strictjson.loads(content) if isinstance(content, bytes) else None
    except Unreadable:
        return ""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return ""
    cohort = value.get("cohort")
    return visible(cohort) if isinstance(cohort, str) and len(cohort) <= 100 else ""
