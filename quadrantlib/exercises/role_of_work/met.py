"""Where the needs are met, in words: no more is said than was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quadrantlib.exercises.role_of_work.figures import MET
from quadrantlib.phrases import listed, quoted

Figures = Mapping[str, Any]
A_LITTLE = 1


def told(found: Figures) -> Iterator[str]:
    """Yield what is met nowhere, what hangs on work, and what comes from elsewhere."""
    asked = {row["id"]: row for row in found.get("needs", ())}
    yield from _unmet([asked[row["id"]] for row in found.get("unmet", ())])
    yield from _leaning([asked[row["id"]] for row in found.get("leaning", ())])
    yield from _elsewhere([asked[row["id"]] for row in found.get("met_elsewhere", ())])


def _unmet(needs: Sequence[Figures]) -> Iterator[str]:
    for row in needs:
        if A_LITTLE in (row["at_work"], row["elsewhere"]):
            yield f"{quoted(row['name'])} is met only a little. Where could more of it come from?"
        else:
            yield (
                f"{quoted(row['name'])} is met neither at work nor elsewhere. "
                "Where could a little of it come from?"
            )


def _leaning(needs: Sequence[Figures]) -> Iterator[str]:
    alone = [row for row in needs if not row["elsewhere"]]
    mostly = [row for row in needs if row["elsewhere"]]
    for rows, how in ((alone, "on work alone"), (mostly, "mostly on work")):
        if rows:
            hang = "hangs" if len(rows) == 1 else "hang"
            yield f"{_names(rows)} {hang} {how}. What if work had a bad year?"


def _elsewhere(needs: Sequence[Figures]) -> Iterator[str]:
    for row in needs:
        if row["elsewhere"] == MET:
            rest = ", and a little at work" if row["at_work"] else ", all of it from elsewhere"
            met = "half met elsewhere" if row["at_work"] else "half met"
            yield f"{quoted(row['name'])} is {met}{rest}. Is that enough for this season?"
    if more := [row for row in needs if row["elsewhere"] > MET]:
        yield f"{_names(more)} you have from elsewhere. Is it good that way?"


def _names(needs: Sequence[Figures]) -> str:
    return listed([quoted(row["name"]) for row in needs])
