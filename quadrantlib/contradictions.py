"""What the exercises say to each other: two answers of one person that do not sit together.

Each is a question, never a verdict, and names where both answers lie. Pure: every round comes in
with what was said back of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

from quadrantlib.exercise import Line, Rounds
from quadrantlib.phrases import hours, listed, quoted
from quadrantlib.questions import is_number, rows_in

Everything = Mapping[str, Rounds]
"""Slug → every round with its reading, oldest first."""
LONG_WEEK = 50
"""Hours a week for work, from which a supporting part sounds different."""
STRONG = 9
"""The pull of a spark, 1–10, from which it asks for thirty minutes."""
THRICE = 3


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers that do not sit together.

    Attributes
    ----------
    asks:
        The question they raise.
    one, other:
        Both answers, and where they lie.
    """

    id: str
    asks: str
    one: Line
    other: Line


def contradictions(told: Everything) -> tuple[Contradiction, ...]:
    """Return every pair of answers that do not sit together, in a fixed order."""
    return tuple(found for rule in RULES for found in rule(told))


def of_the_day(found: Sequence[Contradiction], today: date) -> Contradiction | None:
    """Return the one for this visit: another one tomorrow, until all have had their day."""
    return found[today.toordinal() % len(found)] if found else None


def figures(told: Everything, slug: str) -> Mapping[str, Any]:
    """Return the figures of the newest round of `slug`; none where there is no round."""
    rounds = told.get(slug)
    return rounds[-1][1].figures if rounds else {}


def answers(told: Everything, slug: str) -> Mapping[str, Any]:
    """Return the answers of the newest round of `slug`; none where there is no round."""
    rounds = told.get(slug)
    return rounds[-1][0].answers if rounds else {}


def rows(told: Everything, slug: str, name: str) -> list[Mapping[str, Any]]:
    """Return the rows that were answered in the newest round of `slug`."""
    return rows_in(name, answers(told, slug))


def _unserved_value(told: Everything) -> Iterator[Contradiction]:
    served = {row.get("id"): row.get("served") for row in rows(told, "my-page", "serves")}
    for value in figures(told, "values").get("core_named", ()):
        if served.get(value["id"]) == "none":
            name = quoted(value["name"])
            yield Contradiction(
                f"unserved-{value['id']}",
                f"{name} lies under all the rest, and none of your ten tasks serves it. "
                "Where could it have an hour?",
                Line(f"At the core: {name}.", "values"),
                Line("Not one of the ten tasks is for it, you said.", "ten-tasks"),
            )


def _supporting_yet_long(told: Everything) -> Iterator[Contradiction]:
    week = _work_hours_a_week(told)
    if figures(told, "role-of-work").get("role") == "supporting" and week > LONG_WEEK:
        yield Contradiction(
            "supporting-yet-long",
            "Work was to play a supporting part this season. What keeps it on stage so long?",
            Line("This season, a supporting part.", "role-of-work"),
            Line(f"About {hours(week)} a week for work.", "ten-tasks"),
        )


def _work_hours_a_week(told: Everything) -> float:
    tasks = [row for row in rows(told, "ten-tasks", "tasks") if row.get("for_work") == "yes"]
    worked = fsum(row["hours"] for row in tasks if is_number(row.get("hours")))
    days = answers(told, "ten-tasks").get("window_days", 28)
    return worked * 7 / days if is_number(days) and days > 0 else 0.0


def _empty_corner(told: Everything) -> Iterator[Contradiction]:
    found = figures(told, "ten-tasks")
    placed = found.get("placed", ())
    if placed and all(row["region"] != "hard_chosen" for row in placed):
        yield Contradiction(
            "empty-corner",
            "Nothing on your board is both hard and your own. Is that how you want it just now?",
            Line("No task lies in the corner that is hard and chosen.", "ten-tasks"),
            Line(_own_time(told), "thirty-minutes"),
        )


def _own_time(told: Everything) -> str:
    things = figures(told, "thirty-minutes").get("things", ())
    names = [quoted(row["name"]) for row in things[:2]]
    return f"You have given time to {listed(names)}." if names else "No thirty minutes so far."


def _enough_yet_more(told: Everything) -> Iterator[Contradiction]:
    found = figures(told, "your-number")
    if found.get("is_enough") == "yes" and found.get("target_grew"):
        yield Contradiction(
            "enough-yet-more",
            "You said that enough is reached, and the number has grown since. What is it for now?",
            Line("Is enough already there? Yes.", "your-number"),
            Line("The number is higher than the last time.", "your-number"),
        )


def _untried_spark(told: Everything) -> Iterator[Contradiction]:
    tried = _tried(told)
    for spark in figures(told, "sparks").get("strongest", ()):
        strong = is_number(spark.get("pull")) and spark["pull"] >= STRONG
        if strong and not {spark["id"], _plain(spark["name"])} & tried:
            yield Contradiction(
                f"untried-{spark['id']}",
                f"{quoted(spark['name'])} pulls hard, and has had no thirty minutes yet. "
                "What would a first half hour look like?",
                Line(f"{quoted(spark['name'])}, with a pull of {spark['pull']:g}.", "sparks"),
                Line("No thirty minutes lie behind it.", "thirty-minutes"),
            )


def _tried(told: Everything) -> set[str]:
    log = rows(told, "thirty-minutes", "log")
    return {_plain(str(row.get(name, ""))) for row in log for name in ("thing", "spark")} | {
        str(row.get("spark", "")) for row in log
    }


def _relief_that_gave(told: Everything) -> Iterator[Contradiction]:
    gave = {row.get("id") for row in rows(told, "my-page", "gave") if row.get("moment") == "yes"}
    for task in figures(told, "ten-tasks").get("placed", ()):
        if task["if_gone"] == -1 and task["id"] in gave:
            yield Contradiction(
                f"relief-{task['id']}",
                f"{quoted(task['name'])} would be a relief to lose, and it gave you a moment that "
                "counted. Which part would you keep?",
                Line(f"A relief, if it were gone: {quoted(task['name'])}.", "ten-tasks"),
                Line("And one of the moments came from it, you said.", "drift-check"),
            )


def _claims_not_kept(told: Everything) -> Iterator[Contradiction]:
    kept = [r.answers.get("claim_kept") for r, _ in told.get("ten-tasks") or ()]
    said = [each for each in kept if isinstance(each, str)]
    if said[-THRICE:] == ["no"] * THRICE:
        yield Contradiction(
            "claims-not-kept",
            "The half hour has been hard to find. Is it too large, at the wrong hour, "
            "or not what you want?",
            Line("What you set aside half an hour for did not happen lately.", "ten-tasks"),
            Line(_own_time(told), "thirty-minutes"),
        )


def _paid_first(told: Everything) -> Iterator[Contradiction]:
    aim = answers(told, "skeptics").get("aim")
    first = answers(told, "my-page").get("first_look")
    options = figures(told, "values").get("options", ())
    if aim == "instead" and first == "pay" and options:
        names = listed([quoted(option["name"]) for option in options[:3]])
        yield Contradiction(
            "paid-first",
            "Money is not what you are after, and yet pay is what you look at first. "
            "What would the order be by the other measure?",
            Line("What you are after is something other than money.", "skeptics"),
            Line(f"On the table: {names}. You look at the pay first.", "values"),
        )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


RULES: tuple[Callable[[Everything], Iterator[Contradiction]], ...] = (
    _unserved_value,
    _supporting_yet_long,
    _empty_corner,
    _enough_yet_more,
    _untried_spark,
    _relief_that_gave,
    _claims_not_kept,
    _paid_first,
)
