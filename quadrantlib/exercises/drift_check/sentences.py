"""The reading in words: a reason, two things side by side, and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quadrantlib.exercises.drift_check.figures import parts_in
from quadrantlib.exercises.drift_check.questions import MOMENTS, MOTION
from quadrantlib.phrases import day, in_words, listed, quoted, sentence
from quadrantlib.questions import Answers, Group

Figures = Mapping[str, Any]
VISITED = {
    "blank": "reading without taking it in",
    "rereading": "the same lines over and over",
    "awake": "a mind awake at night",
    "reaching": "a hand that reached for more tasks",
}
HOLDS = {
    "yes": "You say it still holds.",
    "partly": "You say it holds in part. Which part is that?",
    "no": "You say it no longer holds. What would you say yes to now?",
}
GOING = {
    "walking": "You are walking toward it.",
    "drifting": "You call it drifting. When did you last choose where to?",
    "changed": "You changed direction on purpose. What is the new reason, in a line?",
}


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first."""
    return (
        *_reason(found),
        *_far_from_it(found),
        *_side_by_side(found),
        *_over_time(found),
        *_strongest(found),
        *_moment(found),
        *_attention(found),
        *_signs(found, today),
        *_yours(found),
        *_back(found, today),
    )


def needs(answers: Answers, found: Figures) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    return tuple(_missing(answers, found))


def _missing(answers: Answers, found: Figures) -> Iterator[str]:
    if "why_yes" not in found:
        yield "Why did you say yes to this? A line is enough, and every check begins with it."
    for group, what, one, several in (
        (MOTION, "how the month moved", "sign of motion", "signs of motion"),
        (MOMENTS, "when you last had such moments", "moment", "moments"),
    ):
        missing = len(group.parts) - len(parts_in(group, answers))
        if missing == len(group.parts):
            yield f"Say {what}, and there is something to lay side by side."
        elif missing:
            told = f"{one} is" if missing == 1 else f"{several} are"
            yield sentence(f"{in_words(missing)} {told} still open.")


def _reason(found: Figures) -> Iterator[str]:
    if "why_yes" in found:
        yield f"You said yes for this: {quoted(found['why_yes'])}."
    if found.get("holds") == "yes" and found.get("direction") == "drifting":
        yield "It still holds, you say, and yet you drift. What carries you elsewhere?"
        return
    if "holds" in found:
        yield HOLDS[found["holds"]]
    if "direction" in found:
        yield GOING[found["direction"]]


def _far_from_it(found: Figures) -> Iterator[str]:
    if found.get("far_from_it"):
        yield (
            "Two checks running, much was in motion, and the moments lay further back. "
            "If you stood still for an hour, what would you see is missing?"
        )


def _side_by_side(found: Figures) -> Iterator[str]:
    if "motion" in found:
        yield f"Motion: {found['motion']} of 20."
    if "recent_moments" in found:
        number = found["recent_moments"]
        verb = "lies" if number <= 1 else "lie"
        yield f"Moments: {in_words(number)} of the five {verb} within a month."
    if "motion" in found and "recent_moments" in found:
        yield "They are two things. Neither makes up for the other."


def _over_time(found: Figures) -> Iterator[str]:
    if found.get("medians"):
        last = found["medians"][-1]
        yield (
            f"The middle of your last three checks: motion {last['motion']:g} of 20, "
            f"and {in_words(last['recent_moments'])} of five moments within a month."
        )


def _strongest(found: Figures) -> Iterator[str]:
    if much := found.get("much"):
        yield f"What there was most of: {quoted(_ask(MOTION, much[0]))}."
    if far := found.get("far"):
        yield f"Long ago, or forgotten: {quoted(_ask(MOMENTS, far[0]))}. Where could it be again?"


def _ask(group: Group, name: str) -> str:
    return next(part.ask for part in group.parts if part.name == name)


def _moment(found: Figures) -> Iterator[str]:
    if "moment" in found:
        yield f"A moment you told: {quoted(found['moment'])}. What made it possible?"


def _attention(found: Figures) -> Iterator[str]:
    if visits := found.get("attention"):
        told = listed([VISITED[each] for each in visits])
        yield f"{sentence(told)} visited you. What would your attention go to, if it were yours?"


def _signs(found: Figures, today: date) -> Iterator[str]:
    if "signs_present" not in found:
        return
    there, asked = found["signs_present"], found["signs_asked"]
    verb = "was" if there <= 1 else "were"
    whole = "Your one sign" if asked == 1 else f"Of your {in_words(asked)} signs, {in_words(there)}"
    told = ("was" if there else "was not") if asked == 1 else verb
    yield f"{whole} {told} there{_before(found, today)}."


def _before(found: Figures, today: date) -> str:
    past = [each for each in found["over_time"] if each["day"] and each["signs_asked"]]
    if not past:
        return ""
    last = past[-1]
    when = day(date.fromisoformat(last["day"]), today)
    return (
        f"; on {when} it was {in_words(last['signs_present'])} of {in_words(last['signs_asked'])}"
    )


def _yours(found: Figures) -> Iterator[str]:
    given = [f"you give {quoted(found['give'])}"] if "give" in found else []
    kept = [f"you keep {quoted(found['keep'])}"] if "keep" in found else []
    if given or kept:
        yield sentence(f"{listed([*given, *kept])}.")
    if "green" in found:
        yield f"Green, and yet nothing: {quoted(found['green'])}. What would you count instead?"


def _back(found: Figures, today: date) -> Iterator[str]:
    if back := found.get("back"):
        at = f", {day(date.fromisoformat(back['when']), today)}" if back["when"] else ""
        yield f"Back toward your reason: {quoted(back['what'])}{at}."
