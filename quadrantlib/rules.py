"""How many people must stand behind what a report says, and each rule in words.

The numbers and the sentences stand together so that a page can never promise what is not done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

GROUP = 5
"""No group under five is told apart."""
KNOWING = 2
"""So many people may compare notes, each knowing their own answers."""
SMALLEST = GROUP + KNOWING
"""The fewest people whose sum may ever be worked out: without those who compare notes, a group."""
REPORT = 8
"""The fewest people for a report, and for a comparison between two waves."""
DISTRIBUTIONS = 20
"""From so many on there is a breakdown, and how many said what is told in steps of 5 %."""
EXTREMES = 50
"""From so many on there is "90 % or more" and "10 % or less"."""

TOO_CLOSE = "Beside the other figures it would come too close to what a few people answered."
"""Why a figure is withheld: the same words for all, since a closer reason would tell what is so."""

RULES: Mapping[str, str] = {
    "report": (
        f"There is a report from {REPORT} people on. Below that there is none, only a conversation."
    ),
    "nobody": (
        "Nothing is told of one person: no least, no most, no spread, and never two kinds of "
        "middle of the same answers."
    ),
    "bands": (
        f"Below {DISTRIBUTIONS} people, how many said something is told as few, about half or "
        "most. These overlap, and no count follows from them."
    ),
    "steps": (
        f"From {DISTRIBUTIONS} people on, how many said something is told in steps of 5 %. "
        "Hours and other percentages are always told so, other means to one decimal."
    ),
    "ends": (
        "What comes close to nobody or everybody, nothing or all, is told as a band, such as "
        f"“under 20 %”. “About 10 % or less” and “about 90 % or more” wait for {EXTREMES} people."
    ),
    "together": f"Below {DISTRIBUTIONS} people, figures are of everybody. There are no groups.",
    "groups": (
        f"A group that is shown has at least {SMALLEST} people, and so has what is left without "
        "it. Smaller ones are taken together, or not shown."
    ),
    "crossed": "People are split by one thing only, named before anybody answered, never by two.",
    "audit": (
        "Before a word was written, all figures were checked together. Whoever adds them up, takes "
        "one from another or reckons with the rounding finds no sum of fewer than "
        f"{SMALLEST} people, and comes close to no one person’s answer, even if two compare notes."
    ),
    "why": (
        f"Why {SMALLEST}: even if two compare notes, who know their own answers, at least {GROUP} "
        "others stand behind the sum."
    ),
    "earlier": (
        "What earlier reports of this group said was part of that check, so the difference between "
        "two reports gives nobody away."
    ),
    "wave": (
        f"The same wave is reported again only if nobody came or at least {SMALLEST}, and nobody "
        f"left or at least {SMALLEST}."
    ),
    "change": (
        f"What changed is told in words, and only of those who were there both times, {REPORT} or "
        "more."
    ),
    "answers": (
        f"What people wrote is shown if at least {REPORT} wrote something, in an order that says "
        "nothing of who did."
    ),
    "count": (
        "The number of files was compared with the number of people, so that nobody could be "
        "hemmed in by invented ones."
    ),
    "codes": (
        "Every file came with a code of its own, handed out once, so that nobody could invent one."
    ),
    "withheld": "What did not pass stays in its place, empty, and says so.",
    "limits": (
        "What this cannot do: protect from whoever holds the files, from three people or more who "
        "put their answers together, or from what is said in the room."
    ),
}
"""A rule's name → the rule in words, in the order in which they are told."""


def in_words(names: Iterable[str]) -> tuple[str, ...]:
    """Return the rules called `names` in words, each once, in the order of `RULES`.

    Raises
    ------
    KeyError
        If there is no such rule.

    >>> in_words(["withheld", "report"])[0].split(".")[0]
    'There is a report from 8 people on'
    """
    wanted = set(names)
    if unknown := wanted - RULES.keys():
        raise KeyError(f"no such rule: {', '.join(sorted(unknown))}")
    return tuple(sentence for name, sentence in RULES.items() if name in wanted)
