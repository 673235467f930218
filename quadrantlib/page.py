"""A page of the workbook: exercise, journal, form and picture joined.

The only module that knows both sides. Clock, ids and chance come in here; troubles become notices.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from quadrantlib.borrowed import borrowed
from quadrantlib.errors import LOUD, Refused, Trouble
from quadrantlib.exercise import Exercise
from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.sitting import Gone, Sitting
from quadrantlib.storage import SetAside, Storage, default_path

if TYPE_CHECKING:
    from quadrantlib.forms.keeper import Part

Message = Mapping[str, Any]
ASIDE = {"calendar": "calendar", "errand": "errand", "hear": "heard"}
"""What a page asks besides saving, and how it hears that it could not be done."""
UNEXPECTED = (
    "Something went wrong in the workbook itself, and this was not done. What you wrote is still "
    "on this page. Download it, then reload."
)


@cache
def open_page(slug: str) -> Page:
    """Return the page of the exercise called `slug`; twice in a kernel, the same one.

    Raises
    ------
    Refused
        If there is no such exercise.
    """
    path = default_path(os.environ, Path.cwd())
    storage = Storage(path, now=_now, new_id=new_id)
    return Page(by_slug(slug), storage, _now, new_id)


class Page:
    """What a notebook holds: `ask` puts questions in their place, `show` what is said back."""

    def __init__(
        self,
        exercise: Exercise,
        storage: Storage,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        from quadrantlib.forms.keeper import Keeper
        from quadrantlib.pictures.style import widget_variables

        self._sitting = Sitting(exercise, storage, now, new_id, CATALOG)
        self._now = now
        self._id = new_id()
        self._parts: dict[tuple[tuple[str, ...], bool], Part] = {}
        self._trouble: Trouble | None = None
        self.keeper = Keeper(self._id, self.hear, widget_variables(".q-part"))

    def __repr__(self) -> str:
        return f"<page {self._sitting.exercise.slug}>"

    def ask(self, *names: str) -> Part:
        """Return the place where these questions are asked, in the order of their names.

        Raises
        ------
        Refused
            If the exercise has no such question.
        """
        asked = [question.name for question in self._sitting.exercise.questions]
        if not names or not {*names} <= {*asked}:
            raise Refused(
                "This exercise has no question of that name.",
                "Nothing was changed.",
                f"Name one or more of: {', '.join(asked)}.",
            )
        return self._part(names, shows=False)

    def show(self) -> Part:
        """Return the place where the exercise says back what it read; it is live."""
        return self._part((), shows=True)

    def _part(self, names: tuple[str, ...], *, shows: bool) -> Part:
        from quadrantlib.forms.keeper import Part

        if (names, shows) not in self._parts:
            self._parts[names, shows] = Part(self.keeper, names, shows=shows)
        return self._parts[names, shows]

    # ---- messages from the browser ---------------------------------------------------------

    def hear(self, message: Message) -> None:
        """Answer one message; whatever goes wrong becomes a notice on the page."""
        answer = getattr(self, f"_hear_{message.get('kind')}", None)
        if answer is None:
            return
        try:
            answer(message)
        except Trouble as trouble:
            self._not_done(message, str(trouble))
        except Exception:
            self._not_done(message, UNEXPECTED)
            if LOUD in os.environ:
                raise

    def _not_done(self, message: Message, words: str) -> None:
        kind = ASIDE.get(message["kind"], "not_saved")
        self.keeper.say({"kind": kind, **_which(message), "words": words, "trouble": words})

    def _hear_hello(self, message: Message) -> None:
        self._look(anew=True)
        self._say_state(_day(message))

    def _hear_ping(self, message: Message) -> None:
        if self._look():
            self._say_state(_day(message))
        self.keeper.say({"kind": "pong"})

    def _hear_edits(self, message: Message) -> None:
        today = _day(message)
        others = self._sitting.change(message["edits"], today)
        at = self._now().astimezone(UTC).isoformat()
        self.keeper.say({"kind": "saved", "seq": message["seq"], "at": at})
        if others or self._sitting.round().get("conflicts"):
            self._say_state(today)
        else:
            self.keeper.say({"kind": "reading", **self._told(today)})

    def _hear_start_round(self, message: Message) -> None:
        self._sitting.start_round(_day(message))
        self._say_state(_day(message))

    def _hear_correct_round(self, message: Message) -> None:
        self._sitting.correct_round()
        self._say_state(_day(message))

    def _hear_settle(self, message: Message) -> None:
        keep: Literal["mine", "other"] = "other" if message["keep"] == "other" else "mine"
        self._sitting.settle(str(message["id"]), keep)
        self._say_state(_day(message))

    def _hear_errand(self, message: Message) -> None:
        from quadrantlib.errands import run

        done = run(self._sitting, message, _day(message))
        self.keeper.say({"kind": "errand", "trouble": None, **_which(message), **done})
        if done["anew"]:
            self._trouble = None
            self._say_state(_day(message))

    def _hear_calendar(self, message: Message) -> None:
        from quadrantlib.calendars import tasks_from_calendar

        today = _day(message)
        since = today - timedelta(days=round(message["days"]))
        text, zone = str(message["text"]), str(message["zone"])
        found = tasks_from_calendar(text, since, today, zone, time.monotonic)
        listed = [{"title": each.title, "hours": each.hours} for each in found]
        unread = {"unread": found.unread} if found.unread else {}
        said = {"kind": "calendar", "suggestions": listed, **unread}
        self.keeper.say({**said, **_which(message)})

    def _hear_hear(self, message: Message) -> None:
        """Answer a file that somebody brought: it is read, and nothing of it is kept."""
        from quadrantlib.pictures.shown import shown

        name, sitting = str(message["name"]), self._sitting
        reading = sitting.exercise.hears[name](str(message["text"]), sitting.answers())
        said = shown(reading, sitting.exercise.slug)
        self.keeper.say({"kind": "heard", **_which(message), "reading": said, "trouble": None})

    # ---- what the page is told -------------------------------------------------------------

    def _look(self, *, anew: bool = False) -> bool:
        """Read the journal again; return whether there is news, good or bad.

        What was set aside is gone a moment later: the word about it stays until there is another.
        """
        changed, before = False, self._trouble
        try:
            changed = self._sitting.look(anew=anew)
            if anew or self._sitting.journal.revision or not isinstance(before, SetAside):
                self._trouble = None
        except Gone as trouble:
            self._trouble = before or trouble
        except Trouble as trouble:
            self._trouble = trouble
        return changed or str(before) != str(self._trouble)

    def _say_state(self, today: date) -> None:
        from quadrantlib.told import state

        words = str(self._trouble) if self._trouble else None
        told = self._told(today)
        around = {"trouble": words, "borrowed": borrowed(os.environ)}
        self.keeper.say({"kind": "state", **around, **state(self._sitting, today), **told})

    def _told(self, today: date) -> dict[str, Any]:
        """Return what is said back; should that fail, nobody is kept from their answers."""
        from quadrantlib.told import UNSAID, said_back

        try:
            return said_back(self._sitting, today)
        except Exception:
            if LOUD in os.environ:
                raise
            return dict(UNSAID)


def _which(message: Message) -> dict[str, Any]:
    """Return what a page knows its answer by."""
    return {name: message[name] for name in ("seq", "name") if name in message}


def _day(message: Message) -> date:
    """Today, as the browser has it: a hub's kernel may be in another zone."""
    return date.fromisoformat(str(message["today"]))


_now: Callable[[], datetime] = partial(datetime.now, UTC)
new_id: Callable[[], str] = partial(secrets.token_hex, 8)
