"""Figures as they stand in a sentence. What is only known about is only said about."""

from __future__ import annotations

from quadrantlib.reporting.found import Found, Seen

FEW = {"few", "about half", "most"}
_ENDS = (
    ("under ", "under {} of you"),
    ("over ", "more than {} of you"),
    (" or less", "{} of you or fewer"),
    (" or more", "{} of you or more"),
)


def who(seen: Seen) -> str:
    """Return how many of the people a figure is about.

    >>> from quadrantlib.shares import Item
    >>> at = ("direction", Item("a", "A", 1))
    >>> [who(Seen(*at, shown, 0, 1, 12)) for shown in ("most", "35 %", "over 80 %")]
    ['most of you', 'about 35 % of you', 'more than 80 % of you']
    """
    if seen.shown in FEW:
        return f"{seen.shown} of you"
    for end, form in _ENDS:
        if end in seen.shown:
            return form.format(seen.shown.replace(end, ""))
    return f"about {seen.shown} of you"


def amount(seen: Seen) -> str:
    """Return a share of something, or a mean.

    >>> from quadrantlib.shares import Item
    >>> item = Item("relief", "Relief", 100)
    >>> [amount(Seen("relief", item, shown, 0, 1, 12)) for shown in ("45 %", "under 15 %")]
    ['about 45 %', 'under 15 %']
    """
    plain = seen.shown.startswith(("under", "over")) or "%" not in seen.shown
    return seen.shown if plain else f"about {seen.shown}"


def all_of(found: Found, share: str) -> str:
    """Return how many handed a share in, where it is neither all nor nearly all; else nothing.

    How to read it says once what holds where nothing is said.
    """
    seen = found.seen(share)
    if not seen or seen[0].people in {None, found.published.people}:
        return ""
    return f"{seen[0].people} of you handed in “{found.shares[share].title.rstrip('?')}”."


def apart(one: Seen, other: Seen) -> bool:
    """Whether two figures differ for sure: whatever they stand for, they do not overlap."""
    return one.high < other.low or other.high < one.low
