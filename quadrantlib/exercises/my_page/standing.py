"""Where things stand, a line for each exercise that has said something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quadrantlib import quadrant
from quadrantlib.contradictions import Everything, figures
from quadrantlib.exercise import Line
from quadrantlib.phrases import about, count, day, in_words, listed, quoted, sentence


def standing(told: Everything, today: date) -> Iterator[Line]:
    """Yield where things stand now, beside the last round where there is one."""
    yield from _map(told, today)
    yield from _values(told)
    yield from _number(told)
    yield from _drift(told)
    yield from _signs(told)
    yield from _claims(told)
    yield from _skills(told)


def _map(told: Everything, today: date) -> Iterator[Line]:
    found = figures(told, "ten-tasks")
    if "shares" not in found:
        return
    now, change = found["shares"]["hard_assigned"], found.get("change")
    words = f"{sentence(about(now))} of the hours you listed were {quadrant.NAMES['hard_assigned']}"
    if change:
        since = day(date.fromisoformat(change["since"]), today)
        words += f"; on {since} it was {about(now - change['shares']['hard_assigned'])}"
    yield Line(f"{words}.", "ten-tasks")


def _values(told: Everything) -> Iterator[Line]:
    found = figures(told, "values")
    if found.get("top_named"):
        yield Line(f"Your five: {listed([row['name'] for row in found['top_named']])}.", "values")


def _number(told: Everything) -> Iterator[Line]:
    rounds = told.get("your-number")
    says = rounds[-1][1].says if rounds and len(rounds) else ()
    if says:
        yield Line(says[0], "your-number")


def _drift(told: Everything) -> Iterator[Line]:
    found = figures(told, "drift-check")
    if found.get("why_yes"):
        yield Line(f"Why you said yes: {quoted(found['why_yes'])}.", "drift-check")
    if "motion" in found and "recent_moments" in found:
        moments = in_words(found["recent_moments"])
        yield Line(
            f"Motion: {found['motion']} of 20. Moments within a month: {moments} of five.",
            "drift-check",
        )


def _signs(told: Everything) -> Iterator[Line]:
    for slug in ("drift-check", "five-years"):
        found = figures(told, slug)
        if found.get("signs_asked"):
            asked = count(found["signs_asked"], "sign")
            there = found["signs_present"]
            verb = "was" if there == 1 else "were"
            words = f"Of {asked} of the self you do not want, {in_words(there)} {verb} there."
            yield Line(words, slug)
            return


def _claims(told: Everything) -> Iterator[Line]:
    rounds = told.get("ten-tasks")
    kept = [each.answers.get("claim_kept") for each, _ in rounds] if rounds else []
    asked = [each for each in kept if each in ("yes", "changed", "no")]
    happened = sum(each != "no" for each in asked)
    if happened:
        whole = count(len(asked), "half hour")
        yield Line(
            f"Of {whole} you meant to take, {in_words(happened)} happened, or another did.",
            "ten-tasks",
        )


def _skills(told: Everything) -> Iterator[Line]:
    banked = figures(told, "skills-ledger").get("banked", ())
    if banked:
        names = [quoted(row["name"]) for row in banked[-3:]]
        yield Line(f"Skills that stay with you: {listed(names)}.", "skills-ledger")
