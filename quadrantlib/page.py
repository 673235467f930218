"""A page of the workbook: exercise, journal, form and picture joined.

The only module that knows both sides. Clock, ids and chance come in here; troubles become notices.
"""

from __future__ import annotations

import importlib
import os
import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quadrantlib.errors import Trouble
from quadrantlib.exercise import Exercise, Reading
from quadrantlib.exercises import by_slug
from quadrantlib.phrases import day
from quadrantlib.sitting import Sitting
from quadrantlib.storage import Storage, default_path

if TYPE_CHECKING:
    from quadrantlib.forms.keeper import Part

Message = Mapping[str, Any]
WIDTHS = (640, 340)
"""Pixels; a phone's drawing has letters of its own size."""
PICTURES = {"ten-tasks": "quadrantlib.pictures.ten_tasks"}
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

        self._sitting = Sitting(exercise, storage, now, new_id)
        self._now = now
        self._id = new_id()
        self._parts: dict[tuple[str, ...], Part] = {}
        self.keeper = Keeper(self._id, self.hear, widget_variables(".q-part"))

    def __repr__(self) -> str:
        return f"<page {self._sitting.exercise.slug}>"

    def ask(self, *names: str) -> Part:
        """Return the place where these questions are asked, in the order of their names."""
        for name in names:
            self._sitting.exercise.question(name)
        return self._part(names, shows=False)

    def show(self) -> Part:
        """Return the place where the exercise says back what it read; it is live."""
        return self._part((), shows=True)

    def _part(self, names: tuple[str, ...], *, shows: bool) -> Part:
        from quadrantlib.forms.keeper import Part

        if names not in self._parts:
            self._parts[names] = Part(self._id, names, shows=shows)
        return self._parts[names]

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
            if "QUADRANT_LOUD" in os.environ:
                raise

    def _not_done(self, message: Message, words: str) -> None:
        kind = "calendar" if message["kind"] == "calendar" else "not_saved"
        self.keeper.say({"kind": kind, "seq": message.get("seq"), "words": words, "trouble": words})

    def _hear_hello(self, message: Message) -> None:
        trouble = self._look()
        self._say_state(_day(message), trouble)

    def _hear_ping(self, message: Message) -> None:
        if self._look() is None and self._changed:
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
            self._say_reading(today)

    def _hear_start_round(self, message: Message) -> None:
        self._sitting.start_round(_day(message))
        self._say_state(_day(message))

    def _hear_correct_round(self, message: Message) -> None:
        self._sitting.correct_round()
        self._say_state(_day(message))

    def _hear_settle(self, message: Message) -> None:
        keep = "other" if message["keep"] == "other" else "mine"
        self._sitting.settle(str(message["id"]), keep)
        self._say_state(_day(message))

    def _hear_calendar(self, message: Message) -> None:
        from quadrantlib.calendars import tasks_from_calendar

        today = _day(message)
        since = today - timedelta(days=round(message["days"]))
        found = tasks_from_calendar(message["text"], since, today, message["zone"])
        self.keeper.say(
            {
                "kind": "calendar",
                "suggestions": [{"title": each.title, "hours": each.hours} for each in found],
            }
        )

    # ---- what the page is told -------------------------------------------------------------

    def _look(self) -> str | None:
        """Read the journal again; return what is wrong with it, if anything."""
        self._changed = False
        try:
            self._changed = self._sitting.look()
        except Trouble as trouble:
            return str(trouble)
        return None

    def _say_state(self, today: date, trouble: str | None = None) -> None:
        from quadrantlib.forms.spec import spec

        sitting = self._sitting
        found, earlier = sitting.round(), sitting.earlier()
        reading = sitting.read(today)
        back = sitting.back(reading)
        self.keeper.say(
            {
                "kind": "state",
                "slug": sitting.exercise.slug,
                "questions": spec(sitting.exercise.questions),
                "journal": {name: sitting.journal.value[name] for name in ("format", "version", "id", "revision")},
                "round": sitting.round_id,
                "started": found.get("started", today.isoformat()),
                "saved": found.get("updated"),
                "answers": sitting.answers(),
                "earlier": earlier[-1].answers if earlier else {},
                "conflicts": [self._conflict(each) for each in found.get("conflicts", ())],
                "locked": sitting.locked(today),
                "trouble": trouble,
                "today": today.isoformat(),
                "reading": self._shown(reading, today),
                "offered": sitting.offered(reading),
                "suggestions": sitting.suggestions(reading),
                "back": back,
            }
        )

    def _say_reading(self, today: date) -> None:
        reading = self._sitting.read(today)
        said = self._shown(reading, today)
        offered = self._sitting.offered(reading)
        suggestions = self._sitting.suggestions(reading)
        self.keeper.say(
            {"kind": "reading", "reading": said, "offered": offered, "suggestions": suggestions}
        )

    def _shown(self, reading: Reading, today: date) -> dict[str, Any]:
        started = self._sitting.round().get("started")
        source = f"Your answers, round of {day(date.fromisoformat(started), today)}" if started else ""
        return shown(reading, self._sitting.exercise.slug, source)

    def _conflict(self, conflict: Mapping[str, Any]) -> dict[str, Any]:
        from quadrantlib.questions import walk

        names = [step for step in conflict["path"]]
        asked = [q for q in walk(self._sitting.exercise.questions) if q.name in names]
        ask = asked[-1].ask if asked else ""
        return {"id": conflict["id"], "ask": ask, "other": conflict["other"]}


def shown(reading: Reading, slug: str, source: str = "") -> dict[str, Any]:
    """Return a reading as the page shows it: the words, and the picture as SVG, words and table."""
    return {
        "says": list(reading.says),
        "needs": list(reading.needs),
        "wonders": list(reading.wonders),
        "aside": list(reading.aside),
        "picture": _picture(reading, slug, source),
    }


def _picture(reading: Reading, slug: str, source: str) -> dict[str, Any] | None:
    if slug not in PICTURES:
        return None
    from quadrantlib.pictures.svg import paint

    picture = importlib.import_module(PICTURES[slug]).layout(reading.figures, source)
    table = picture.table
    return {
        "drawings": [paint(picture, width) for width in WIDTHS],
        "title": picture.title,
        "sentence": picture.sentence,
        "table": {"header": list(table.header), "rows": [list(row) for row in table.rows]},
        "source": picture.source,
    }


def _day(message: Message) -> date:
    """Today, as the browser has it: a hub's kernel may be in another zone."""
    return date.fromisoformat(str(message["today"]))


_now: Callable[[], datetime] = partial(datetime.now, UTC)
new_id: Callable[[], str] = partial(secrets.token_hex, 8)
