"""The reading in words: a reason, two things side by side, and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercises.drift_check.figures import MUCH, parts_in
from quadrantlib.exercises.drift_check.questions import MOMENTS, MOTION
from quadrantlib.phrases import day, in_words, listed, quoted, sentence
from quadrantlib.questions import Answers, Group

Figures = Mapping[str, Any]
VISITED = {
    "blank": "read without taking it in",
    "rereading": "read the same lines over and over",
    "awake": "lay awake with a mind that would not switch off",
    "reaching": "reached for tasks that were not there",
}
HELD = {
    1: "about a quarter of the motion it could hold",
    2: "about half of the motion it could hold",
    3: "about three quarters of the motion it could hold",
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
        yield "Why did you say yes to what takes your days? Every check begins with that line."
    for group, what, one, several in (
        (MOTION, "how the month moved", "sign of motion", "signs of motion"),
        (MOMENTS, "when you last had such moments", "moment", "moments"),
    ):
        given = parts_in(group, answers)
        missing = [quoted(part.ask) for part in group.parts if part.name not in given]
        if not given:
            yield f"Say {what}, and there is something to lay side by side."
        elif missing:
            told = f"{one} is" if len(missing) == 1 else f"{several} are"
            yield sentence(f"{in_words(len(missing))} {told} still open: {listed(missing)}.")


def _reason(found: Figures) -> Iterator[str]:
    if "why_yes" not in found:
        return
    yield f"What takes your days, and why you said yes: {_whole(found['why_yes'])}."
    if found.get("holds") == "yes" and found.get("direction") == "drifting":
        yield "It still holds, you say, and yet you drift. What carries you elsewhere?"
        return
    if "holds" in found:
        yield HOLDS[found["holds"]]
    if "direction" in found:
        yield GOING[found["direction"]]


def _whole(words: str) -> str:
    """Return what was written to its last word: a reason cut short can mean its opposite."""
    return f"“{' '.join(words.split()).removesuffix('.')}”"


def _far_from_it(found: Figures) -> Iterator[str]:
    if found.get("far_from_it"):
        yield (
            "Two checks running, much was in motion, and the moments lay further back. "
            "If you stood still for an hour, what would you see is missing?"
        )


def _side_by_side(found: Figures) -> Iterator[str]:
    if "motion" in found:
        yield f"The month held {_held(found['motion'])}."
    if "recent_moments" in found:
        yield sentence(f"{_came(found['recent_moments'])} came within a month.")
    if "motion" in found and "recent_moments" in found:
        yield "They are two things. Neither makes up for the other."


def _over_time(found: Figures) -> Iterator[str]:
    if found.get("medians"):
        last = found["medians"][-1]
        yield (
            f"In the middle of your last three checks, a month held {_held(last['motion'])}, "
            f"and {_came(last['recent_moments'])} came."
        )


def _held(motion: int) -> str:
    """Return motion 0–20 in words, to the quarter; the ends only where it is at them."""
    ends = {0: "none of the motion asked about", 20: "all the motion it could hold"}
    near = "hardly any motion" if motion <= MUCH else "nearly all the motion it could hold"
    return ends.get(motion) or HELD.get(round(motion / 5), near)


def _came(number: int) -> str:
    ends = {0: "none of the five moments", 5: "all five moments"}
    return ends.get(number, f"{in_words(number)} of the five moments")


def _strongest(found: Figures) -> Iterator[str]:
    if much := found.get("much"):
        yield f"There was much of this: {_asks(MOTION, much)}."
    if far := found.get("far"):
        asked = "What would bring it back?" if len(far) == 1 else "Which would you want back first?"
        yield f"Longer ago, or hard to recall: {_asks(MOMENTS, far)}. {asked}"


def _asks(group: Group, names: Sequence[str]) -> str:
    asked = {part.name: quoted(part.ask) for part in group.parts}
    return listed([asked[name] for name in names])


def _moment(found: Figures) -> Iterator[str]:
    if "moment" in found:
        yield f"A moment you told: {quoted(found['moment'])}. What made it possible?"


def _attention(found: Figures) -> Iterator[str]:
    if visits := found.get("attention"):
        told = listed([VISITED[each] for each in visits])
        yield f"You {told}. What would your attention go to, if it were yours to give?"


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
        yield f"Looks good, means nothing: {quoted(found['green'])}. What would you count instead?"


def _back(found: Figures, today: date) -> Iterator[str]:
    if back := found.get("back"):
        at = f", {day(date.fromisoformat(back['when']), today)}" if back["when"] else ""
        yield f"Back toward your reason: {quoted(back['what'])}{at}."
