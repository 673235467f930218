"""One person, one exercise, one journal: which round is open, what is asked, what is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from quadrantlib.answers import carried, first_day, fits
from quadrantlib.errors import Refused, Unreadable
from quadrantlib.exercise import Exercise, Reading, Round
from quadrantlib.journal import Edit, Journal, apply, settle, start_round
from quadrantlib.retelling import Retold, retold, round_of, rounds_before
from quadrantlib.storage import Storage

TOGETHER = "my-page"
"""The exercise that holds the sentence of direction."""
Locked = Literal["", "past", "newer"]


class Gone(Unreadable):
    """A journal that this page had read, and that is in its place no longer."""


class Sitting:
    """What a page knows of the journal, and how it changes it.

    Parameters
    ----------
    exercise:
        What is being done.
    storage:
        Where the journal lies.
    now:
        The clock, with a time zone.
    new_id:
        Gives a new random id at every call.
    catalog:
        The exercises whose answers this one borrows from.
    """

    def __init__(
        self,
        exercise: Exercise,
        storage: Storage,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        catalog: Sequence[Exercise] = (),
    ) -> None:
        self.exercise = exercise
        self._catalog = catalog
        self._storage = storage
        self._now = now
        self._new_id = new_id
        self._own_round = new_id()
        self._correcting = ""
        self._looks_back: dict[str, Any] | None = None
        self.journal = Journal.new("")

    # ---- reading ---------------------------------------------------------------------------

    def look(self, *, anew: bool = False) -> bool:
        """Read the journal again; return whether it is another than before.

        Raises
        ------
        Gone
            If it was there and is no longer; with `anew`, that is an empty one.
        SetAside, Unreadable, Newer
            From the storage. What was read before stays.
        """
        found = self._storage.read()
        if not anew:
            self._still_there(found)
        before, self.journal = self.journal, found
        return _stamp(before) != _stamp(found)

    @property
    def round_id(self) -> str:
        """The open round: the newest, or one that the first answer will start."""
        rounds = self.journal.rounds(self.exercise.slug)
        return str(rounds[-1]["id"]) if rounds else self._own_round

    def round(self) -> Mapping[str, Any]:
        """Return the open round, empty if nothing is written in it yet."""
        return self.journal.round(self.exercise.slug, self.round_id) or {"answers": {}}

    def answers(self) -> Mapping[str, Any]:
        """Return the answers of the open round."""
        found: Mapping[str, Any] = self.round()["answers"]
        return found

    def earlier(self) -> tuple[Round, ...]:
        """Return the rounds before the open one, oldest first."""
        rounds = self.journal.rounds(self.exercise.slug)
        return rounds_before(rounds, self.round().get("id"))

    def locked(self, today: date) -> Locked:
        """Whether the round is only shown: it has had its time, or a later version wrote it."""
        if self.journal.read_only:
            return "newer"
        days, started = self.exercise.rhythm_days, self.round().get("started")
        correcting = self._correcting == self.round_id
        if days is None or self.exercise.log or started is None or correcting:
            return ""
        return "past" if (today - date.fromisoformat(started)).days >= days else ""

    def read(self, today: date) -> Reading:
        """Return what the exercise says back of the open round."""
        if self.exercise.weave:
            return self.exercise.weave(self.told(today), today)
        found = self.round()
        own = round_of(found) if "id" in found else Round(self.round_id, today, {}, today)
        return self.exercise.read(own, self.earlier(), today)

    def direction(self) -> str:
        """Return the sentence that stands over every page; empty while there is none."""
        rounds = self.journal.rounds(TOGETHER)
        found = rounds[-1]["answers"].get("direction") if rounds else None
        return found if isinstance(found, str) else ""

    def told(self, today: date) -> dict[str, Retold]:
        """Return every round of the journal with what was said back of it, by exercise."""
        return retold(self._catalog, self.journal, today)

    def back(self, reading: Reading) -> Mapping[str, Any] | None:
        """Return what a question that looks back asks about, and its answer so far.

        Once asked it stays for this sitting, so that an answer can be seen and changed.
        """
        for question in self.exercise.questions:
            due = reading.figures.get(question.when) if question.looks_back else None
            if due:
                self._looks_back = {**due, "round": due.get("round") or self.round_id}
        if self._looks_back is None:
            return None
        return {**self._looks_back, "answer": self._answer_back()}

    def _answer_back(self) -> Any:
        name = next(q.name for q in self.exercise.questions if q.looks_back)
        round_id = self._looks_back["round"] if self._looks_back else ""
        return self.journal.answer(self.exercise.slug, round_id, (name,))

    # ---- writing ---------------------------------------------------------------------------

    def change(self, edits: Sequence[Mapping[str, Any]], today: date) -> bool:
        """Merge `edits` (`round`, `path`, `before`, `after`) and save; it is durable on return.

        Return whether another window had changed the journal since it was last read.

        Raises
        ------
        Refused
            If an edit is none of this exercise's, or an answer does not fit.
        Gone
            If the journal was there and is no longer.
        NotSaved, Newer, Unreadable
            From the storage; the journal in its file is as it was.
        """
        found = [self._edit(edit) for edit in edits]
        own = self._own_round
        starts = any(edit.round_id == own for edit in found)
        others = False

        def merged(journal: Journal, seen: Journal) -> Journal:
            nonlocal others
            others = _stamp(journal) != _stamp(seen)
            begun = self._begin(journal, seen, own, {}, today) if starts else journal
            return apply(begun, found, self._now())

        self._change(merged)
        return others

    def start_round(self, today: date) -> None:
        """Start a new round with the answers that are carried over from the last."""
        own, answers = self._new_id(), carried(self.exercise.questions, self.answers())
        self._change(lambda journal, seen: self._begin(journal, seen, own, answers, today))
        self._own_round = own
        if self._looks_back is not None and self._answer_back() is not None:
            self._looks_back = None

    def correct_round(self) -> None:
        """Open the round that has had its time."""
        self._correcting = self.round_id

    def settle(self, conflict_id: str, keep: Literal["mine", "other"]) -> None:
        """Settle an answer that two windows changed."""
        place = (self.exercise.slug, self.round_id, conflict_id)
        self._change(
            lambda journal, seen: settle(journal, *place, keep=keep, now=self._now(), seen=seen)
        )

    def bring_back(self, text: str) -> Journal:
        """Make the journal in `text` this one, and return it; raises as `Storage.bring_back`."""
        return self._anew(self._storage.bring_back(text))

    def forget(self) -> None:
        """Remove the journal and all that belongs to it; raises as `Storage.forget`."""
        self._storage.forget()
        self._anew(Journal.new(""))

    def _anew(self, journal: Journal) -> Journal:
        self._own_round, self._correcting, self._looks_back = self._new_id(), "", None
        self.journal = journal
        return journal

    def _change(self, fn: Callable[[Journal, Journal], Journal]) -> None:
        """Save what `fn` makes of the journal as it stands, and as this page has seen it."""
        seen = self.journal

        def changed(journal: Journal) -> Journal:
            self._still_there(journal)
            return fn(journal, seen)

        self.journal = self._storage.change(changed)

    def _still_there(self, found: Journal) -> None:
        if self.journal.revision and not found.revision:
            raise Gone(
                f"Your journal is gone from its place: {self._storage.path}.",
                "What you wrote is still on this page.",
                "If you forgot it on purpose, reload to begin anew. If not, put the file back, or "
                "download what is here first.",
            )

    def _begin(
        self, journal: Journal, seen: Journal, own: str, answers: Mapping[str, Any], today: date
    ) -> Journal:
        slug, now = self.exercise.slug, self._now()
        known = {**answers, **first_day(self.exercise.questions, today)}
        return start_round(journal, slug, own, started=today, answers=known, now=now, seen=seen)

    def _edit(self, edit: Mapping[str, Any]) -> Edit:
        path = tuple(str(step) for step in edit["path"])
        if not fits(self.exercise.questions, path, edit["after"]):
            raise Refused(
                "An answer could not be saved: it does not fit its question.",
                "What was saved before is safe, and what you wrote is still on this page.",
                "Write it another way, or leave it open.",
            )
        slug, round_id = self.exercise.slug, str(edit["round"])
        return Edit(slug, round_id, path, edit["before"], edit["after"])


def _stamp(journal: Journal) -> tuple[str, int]:
    """Tell one state of the file from another; a journal in no file yet has no id to keep."""
    return (journal.id if journal.revision else "", journal.revision)
