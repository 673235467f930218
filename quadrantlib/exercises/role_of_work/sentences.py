"""The reading in words: what was found, what is still missing, what looks unlikely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quadrantlib.exercises.role_of_work.met import told
from quadrantlib.exercises.role_of_work.questions import NOW
from quadrantlib.phrases import count, day, in_words, listed, quoted, sentence

Figures = Mapping[str, Any]
ROLES = {
    "leading": "the leading part",
    "sharing": "a shared part",
    "supporting": "a supporting part",
}
HALF = NOW.total // 2
LONGEST = 366


def says(found: Figures, today: date) -> tuple[str, ...]:
    """Return what the figures say, most telling first; nothing where there are none."""
    return (
        *_over(found, today),
        *_beads(found),
        *_part(found),
        *_until(found, today),
        *told(found),
        *_change(found, today),
        *_money(found, today),
        *_visitors(found),
    )


def needs(found: Figures) -> tuple[str, ...]:
    """Return what is still missing before more can be said."""
    if "areas" not in found:
        return ("Lay your twenty beads as your days are now, and there is something to move.",)
    return tuple(_missing(found))


def wonders(found: Figures, today: date) -> tuple[str, ...]:
    """Return what looks unlikely, as a question; nothing is corrected."""
    if found.get("days_left", 0) <= LONGEST:
        return ()
    until = _said(found["until"], today)
    return (f"It is more than a year until {until}. Would a nearer day let you change your mind?",)


def _over(found: Figures, today: date) -> Iterator[str]:
    if found.get("asks_again"):
        since = _said(found["until"], today)
        yield f"The season you spoke of ran until {since}. What part should work play from here?"


def _until(found: Figures, today: date) -> Iterator[str]:
    left = found.get("days_left")
    if left == 0:
        yield "The season you spoke of ends today."
    elif left is not None:
        yield f"This season holds until {_said(found['until'], today)}."


def _beads(found: Figures) -> Iterator[str]:
    if "gaps" not in found:
        yield from _most(found)
        return
    if _missing_beads(found):
        yield from _uneven(found)
        return
    more = [_step(row) for row in _by_gap(found) if _gap(row) > 0]
    less = [_step(row) for row in _by_gap(found) if _gap(row) < 0]
    if more and less:
        yield f"You would give more to {listed(more)}; it would come from {listed(less)}."
    elif more or less:
        yield f"You would give {'more' if more else 'less'} to {listed(more or less)}."
    else:
        yield "You would leave every bead where it is. Is this the season you want, then?"


def _missing_beads(found: Figures) -> int:
    """Return how many beads more the season has than the days now; 0 before both are laid."""
    return sum(found.get("gaps", {}).values())


def _uneven(found: Figures) -> Iterator[str]:
    now, wanted = (sum(row[kind] for row in found["areas"]) for kind in ("now", "wanted"))
    others = in_words(abs(wanted - now))
    other = "the other one" if others == "one" else f"the other {others}"
    where = f"Where {'does' if others == 'one' else 'do'} {other} go now?"
    yield (
        f"Your days now have {count(now, 'bead')}, the season you want has {in_words(wanted)}. "
        + (where if now < wanted else f"Where would {other} go?")
    )


def _most(found: Figures) -> Iterator[str]:
    laid = [row for row in found.get("areas", ()) if row["now"]]
    if laid:
        most = max(laid, key=lambda row: row["now"])
        yield f"{sentence(_area(most))} has {most['now']} of your {NOW.total} beads."


def _step(row: Figures) -> str:
    return f"{_area(row)} (from {row['now']} to {row['wanted']})"


def _by_gap(found: Figures) -> Sequence[Figures]:
    return sorted(found["areas"], key=lambda row: (-abs(_gap(row)), row["id"]))


def _gap(row: Figures) -> int:
    gap: int = row["wanted"] - row["now"]
    return gap


def _part(found: Figures) -> Iterator[str]:
    role = found.get("role")
    work = next((row for row in found.get("areas", ()) if row["id"] == "work"), None)
    beads = work["wanted"] if work and work["wanted"] is not None else None
    if role == "supporting" and beads is not None and beads >= HALF:
        yield (
            f"Work is to play a supporting part, and you would leave {beads} of your "
            f"{NOW.total} beads on it. Is that the support you mean?"
        )
    elif role == "leading" and "gaps" in found and not beads:
        yield "Work is to play the leading part, and you would lay no bead on it. How would it?"
    elif role:
        yield f"This season, work plays {ROLES[role]}."
    if found.get("intention"):
        yield f"In your words: “{' '.join(found['intention'].split()).rstrip('.')}”."


def _change(found: Figures, today: date) -> Iterator[str]:
    change = found.get("change")
    if not change:
        return
    since = _said(change["since"], today)
    if "role" in change:
        then, now = change["role"]
        yield f"On {since} work had {ROLES[then]}; now it has {ROLES[now]}."
    steps = sorted(change["beads"], key=lambda row: (-abs(row["now"] - row["then"]), row["id"]))
    if steps:
        yield f"Beads since {since}: {listed([_went(row) for row in steps[:3]])}."
    else:
        yield f"Since {since}, the beads as they lie have not moved."


def _went(row: Figures) -> str:
    wanted = row["wanted"]
    hope = "as you wanted" if wanted == row["now"] else f"you wanted {wanted}"
    step = f"{_area(row)} from {row['then']} to {row['now']}"
    return step if wanted in (None, row["then"]) else f"{step} ({hope})"


def _money(found: Figures, today: date) -> Iterator[str]:
    kind, until = found.get("for_money"), found.get("money_until")
    if kind == "drifted":
        yield (
            "You are trading time for money, and never decided to. "
            "If you were asked today, for how long would you say yes?"
        )
    elif until and found["money_over"]:
        yield f"You meant to trade time for money until {_said(until, today)}. Is it over?"
    elif until:
        yield f"You are trading time for money, on purpose, until {_said(until, today)}."


def _visitors(found: Figures) -> Iterator[str]:
    told = [row for row in found.get("let_go", ()) if row["friend"].strip()]
    for row in told[:2]:
        yield (
            f"When {quoted(row['name'].lower())} visits a friend, you would say "
            f"{quoted(row['friend'].rstrip('. '))}. Does it hold for you too?"
        )


def _missing(found: Figures) -> Iterator[str]:
    left = found.get("in_the_tray", {}).get("now")
    if left and not _missing_beads(found):
        verb = "is" if left == 1 else "are"
        yield f"{sentence(in_words(left))} of your twenty beads {verb} not laid yet."
    if "gaps" not in found:
        yield "Move the beads to where you want them, and you see what would have to give."
    if "role" not in found:
        yield "Which part work should play this season is still open."
    if "until" not in found:
        yield "A day until when it holds is still open; after it you are asked again."
    if "needs" not in found:
        yield "Pick what you need most, and see where it is met."
    elif any(None in (row["at_work"], row["elsewhere"]) for row in found["needs"]):
        yield "Some of what you need has no word yet on where it is met."
    if found.get("on_purpose") and "money_until" not in found:
        yield "Trading time for money on purpose: until when?"


def _area(row: Figures) -> str:
    given = row["id"] in {str(area.id) for area in NOW.areas}
    return row["name"].lower().replace(" me", " you") if given else quoted(row["name"])


def _said(iso: str, today: date) -> str:
    return day(date.fromisoformat(iso), today)
