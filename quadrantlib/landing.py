"""The first page, as a value: the path, what is done and when, what is due, the one next thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quadrantlib.exercise import Exercise, Place
from quadrantlib.journal import Journal
from quadrantlib.meant import Meant, meant
from quadrantlib.phrases import day
from quadrantlib.retelling import Retold, rounds_of
from quadrantlib.stops import State, Stop, stop

GROUPS: Mapping[Place, str] = {
    "path": "The path",
    "alongside": "A little alongside",
    "occasion": "When there is occasion",
    "together": "All together",
}
"""Where an exercise stands on the way → the title it stands under."""
UNTIL_THEN = "until then, the days themselves."
A_WEEK = timedelta(days=7)
QUARTERLY = "skills-ledger"
START_OF_A_QUARTER = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Landing:
    """The whole path, and the one next thing.

    Attributes
    ----------
    next:
        None when nothing waits; `later` says what comes then, and when.
    meant:
        What the person meant to do on days that are ahead, the nearest first.
    direction:
        The sentence that stands over every page; empty while there is none.
    """

    stops: tuple[Stop, ...]
    next: Stop | None
    later: str = ""
    meant: tuple[Meant, ...] = ()
    direction: str = ""

    @property
    def groups(self) -> Iterator[tuple[str, list[Stop]]]:
        """Titles and what stands under them, in the order of the way."""
        for place, title in GROUPS.items():
            if found := [each for each in self.stops if each.place == place]:
                yield title, found

    @property
    def is_new(self) -> bool:
        """Whether nothing is begun yet."""
        return all(each.state in ("new", "open") for each in self.stops)


def landing(catalog: Sequence[Exercise], journal: Journal | None, today: date) -> Landing:
    """Return the path through `catalog` as it lies before the person today.

    The next thing is what was begun, else what asks how it went, else what is due, else what is
    new; the first of each. What is done alongside or on occasion is never the next thing, unless
    it asks. A new one waits for its time, and while another rests.
    """
    told = [_told(exercise, journal, today) for exercise in catalog]
    stops = tuple(stop(rounds, today) for rounds in told)
    path = [each for each in stops if each.place == "path"]
    new = next(iter(_in(path, "new")), None)
    opens = _opens(new, path, told, today) if new else today
    offered = [new] if new and opens <= today and not _in(path, "rests") else []
    ahead = [*_in(path, "begun"), *_in(stops, "asks"), *_in(path, "due"), *offered]
    return Landing(
        stops=stops,
        next=ahead[0] if ahead else None,
        later=_later(path, new, opens, today),
        meant=meant(told, today),
        direction=_direction(told),
    )


def _told(exercise: Exercise, journal: Journal | None, today: date) -> Retold:
    """Return the rounds in which anything was answered."""
    found = journal.rounds(exercise.slug) if journal else ()
    return Retold(exercise, rounds_of(each for each in found if each["answers"]), today)


def _in(stops: Sequence[Stop], state: State) -> list[Stop]:
    return [each for each in stops if each.state == state]


def _opens(new: Stop, path: Sequence[Stop], told: Sequence[Retold], today: date) -> date:
    """Return from when on a new stop is offered: the second, a week after the first was begun."""
    if new.slug == QUARTERLY:
        return _quarter(today)
    first = next(rounds for rounds in told if rounds.exercise.slug == path[0].slug)
    return first[0][0].started + A_WEEK if path.index(new) == 1 and len(first) else today


def _quarter(today: date) -> date:
    """Return today at a quarter's start, else the first day of the next quarter."""
    begun = date(today.year, today.month - (today.month - 1) % 3, 1)
    if today - begun < START_OF_A_QUARTER:
        return today
    return (begun + timedelta(days=100)).replace(day=1)


def _later(path: Sequence[Stop], new: Stop | None, opens: date, today: date) -> str:
    if _in(path, "rests"):
        return "What you wrote rests until tomorrow."
    if new and opens > today:
        come = f"{new.title} comes next, from {day(opens, today)} on; {UNTIL_THEN}"
        return f"{come} It is open already, if you would rather not wait."
    coming = sorted((each.again, each.title) for each in path if each.again)
    if not coming:
        return ""
    when, title = coming[0]
    return f"{title} comes round again on {day(when, today)}; {UNTIL_THEN}"


def _direction(told: Sequence[Retold]) -> str:
    together = next((rounds for rounds in told if rounds.exercise.weave and len(rounds)), None)
    found = together[-1][0].answers.get("direction") if together else ""
    return " ".join(found.split()) if isinstance(found, str) else ""
